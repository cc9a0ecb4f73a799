/** Customers, orders, deliveries and invoices, and what the feeds tell of them. */
@NullMarked
package se.brygga.testbed.specter.sales;

import org.jspecify.annotations.NullMarked;
