package se.brygga.starter.api.tenants;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.tenants.SetupSource;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * A set-up file. It may hold documents of other tenants than the one in the path; these are not taken into force.
 *
 * @param file YAML, with one document per tenant
 * @param values values of <code>${NAME}</code> in the file, mostly secrets
 * @param otherConnectorIsOff true: the shop's other connector is switched off
 * @param ordersSince for a new shop: orders placed since then are transferred; null for those that the shop does not
 *     have yet
 * @param by login of the person; null for the token's name
 */
record SetupRequest(
        @Nullable String file,
        @Nullable Map<String, String> values,
        @Nullable Boolean otherConnectorIsOff,
        @Nullable Instant ordersSince,
        @Nullable String by) {

    /** @throws RequestRefused there is no file */
    SetupSource source() {
        if (file == null || file.isBlank()) {
            throw Reason.FIELD_MISSING.refused("file", null);
        }
        return new SetupSource(file, values == null ? Map.of() : values);
    }

    @Override
    public String toString() {
        return "a set-up file";
    }
}
