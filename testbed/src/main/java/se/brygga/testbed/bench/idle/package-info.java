/** What an idle poll costs: a loop with timers beside one activity whose retries are the polls. */
@NullMarked
package se.brygga.testbed.bench.idle;

import org.jspecify.annotations.NullMarked;
