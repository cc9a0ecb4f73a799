/** Whether our Starweb client and the Starweb simulator keep to Starweb's contract. */
@NullMarked
package se.brygga.testbed.contract;

import org.jspecify.annotations.NullMarked;
