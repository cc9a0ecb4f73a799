/** Price changes that wait for a person, price lists from a file, and where a shop's prices differ from Specter's. */
@NullMarked
package se.brygga.starter.desk.prices;

import org.jspecify.annotations.NullMarked;
