/** What an order of a simulated shop stands on: customers, methods, statuses, totals, and the stock it takes. */
@NullMarked
package se.brygga.simulators.starweb.orders;

import org.jspecify.annotations.NullMarked;
