/** Customers, orders, deliveries and invoices, and what the feeds tell of them. */
@NullMarked
package se.brygga.simulators.specter.sales;

import org.jspecify.annotations.NullMarked;
