package se.brygga.starter.api.jobs;

import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.bulk.BulkWish;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;

/**
 * A decision about all orders that wait for a cause, as they were previewed.
 *
 * @param tenant null: of every tenant
 * @param by login of the person who decides; null: the token's name
 * @param reason why; needed for all but a retry
 * @param preview the token of the preview
 */
record BulkRequest(
        Decision.@Nullable Kind decision,
        @Nullable Cause cause,
        @Nullable String tenant,
        @Nullable String by,
        @Nullable String reason,
        @Nullable String preview) {

    BulkWish wish(Caller caller) {
        if (decision == null) {
            throw new IllegalArgumentException("decision: say what: retry, skip or send-anyway");
        }
        if (cause == null) {
            throw new IllegalArgumentException("cause: say which orders: those that wait for this");
        }
        return new BulkWish(decision, cause, caller.tenant(tenant), caller.operator(by, reason));
    }

    String token() {
        if (preview == null) {
            throw new IllegalArgumentException(
                    "preview: look first: GET /api/v1/jobs/decisions/preview gives the token of what you have seen");
        }
        return preview;
    }
}
