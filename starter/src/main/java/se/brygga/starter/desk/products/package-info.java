/** Groups of Specter's articles that form one product of a shop. */
@NullMarked
package se.brygga.starter.desk.products;

import org.jspecify.annotations.NullMarked;
