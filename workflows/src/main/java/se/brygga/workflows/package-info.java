/** What every workflow shares: identities, money, task queues, call profiles and names of failures. */
@NullMarked
package se.brygga.workflows;

import org.jspecify.annotations.NullMarked;
