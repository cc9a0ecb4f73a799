/** Why a shop shows what it shows of a SKU, where its stock differs from Specter's, and articles that go to no shop. */
@NullMarked
package se.brygga.starter.desk.stock;

import org.jspecify.annotations.NullMarked;
