package se.brygga.starter.desk.orders;

import java.time.Instant;
import se.brygga.workflows.attention.Cause;

/**
 * A cause that something waits for.
 *
 * @param waiting how many orders, changes and callbacks wait for it
 * @param since the oldest of them
 */
public record WaitingCause(Cause cause, int waiting, Instant since) {}
