package se.brygga.starter.desk.tenants;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a tenant's set-up.
 *
 * @param version from 1; the newest one is in force
 * @param by login of the operator
 * @param file as its owner wrote it, without secrets; null in a list
 */
public record SetupVersion(
        String tenant,
        int version,
        Instant at,
        String by,
        @Nullable String file) {

    static SetupVersion of(SetupLists.Kept kept) {
        return new SetupVersion(kept.tenant(), kept.version(), kept.at(), kept.by(), kept.file());
    }

    static SetupVersion listed(SetupLists.Kept kept) {
        return new SetupVersion(kept.tenant(), kept.version(), kept.at(), kept.by(), null);
    }
}
