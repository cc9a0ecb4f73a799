package se.brygga.cli.view;

import java.time.Instant;
import se.brygga.workflows.attention.Cause;

/** A cause that something waits for. */
public record WaitingCause(Cause cause, int waiting, Instant since) {}
