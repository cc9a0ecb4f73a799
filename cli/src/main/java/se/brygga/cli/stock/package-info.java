/** Stock: why a shop shows what it shows of a SKU, and articles that go to no shop. */
@NullMarked
package se.brygga.cli.stock;

import org.jspecify.annotations.NullMarked;
