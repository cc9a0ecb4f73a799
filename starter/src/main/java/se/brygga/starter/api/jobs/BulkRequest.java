package se.brygga.starter.api.jobs;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.bulk.BulkDesk.BulkWish;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.refusal.Reason;

/**
 * A decision about all orders that wait for a cause, as they were previewed.
 *
 * @param tenant null for every tenant
 * @param by login of the person who decides; null for the token's name
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
            throw Reason.FIELD_MISSING.refused(
                    "decision",
                    Arrays.stream(Decision.Kind.values())
                            .filter(kind -> kind != Decision.Kind.DONE_BY_HAND)
                            .map(Decision.Kind::code)
                            .toList());
        }
        if (cause == null) {
            throw Reason.FIELD_MISSING.refused("cause", null);
        }
        return new BulkWish(decision, cause, caller.tenant(tenant), caller.operator(by, reason));
    }

    String token() {
        if (preview == null) {
            throw Reason.FIELD_FROM.refused("preview", "/api/v1/jobs/decisions/preview");
        }
        return preview;
    }
}
