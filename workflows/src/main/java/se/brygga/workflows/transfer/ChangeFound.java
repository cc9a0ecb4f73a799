package se.brygga.workflows.transfer;

import org.jspecify.annotations.Nullable;
import se.brygga.workflows.attention.Cause;

/**
 * Whether an order in the shop still is what went to Specter.
 *
 * @param cause what is different now; null when nothing that matters is
 */
public record ChangeFound(@Nullable Cause cause) {}
