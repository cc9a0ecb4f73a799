/**
 * The test kit: the books over an empty database, a set-up and an order as samples, and a Specter that a test scripts. The shop
 * in memory, one for all tests, is {@code clients.shop.ShopInMemory}.
 */
@NullMarked
package se.brygga.activities;

import org.jspecify.annotations.NullMarked;
