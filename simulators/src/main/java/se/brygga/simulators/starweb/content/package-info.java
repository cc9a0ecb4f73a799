/** What a simulated shop's product says of itself beside its variants: fields, texts, categories, pictures and the like. */
@NullMarked
package se.brygga.simulators.starweb.content;

import org.jspecify.annotations.NullMarked;
