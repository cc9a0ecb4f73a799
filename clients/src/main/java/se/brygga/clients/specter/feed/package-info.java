/**
 * Specter's change journals: what changed in stock, articles, orders and price lists since the last acknowledgement
 * (reference sections 5 to 8). Also how their rows are read.
 */
@NullMarked
package se.brygga.clients.specter.feed;

import org.jspecify.annotations.NullMarked;
