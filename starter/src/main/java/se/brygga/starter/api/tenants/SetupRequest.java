package se.brygga.starter.api.tenants;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.tenants.SetupSource;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * A set-up file. It may have documents of other tenants beside the one that the path names; these are not taken into force.
 *
 * @param file YAML, with one document per tenant
 * @param values what <code>${NAME}</code> in the file stands for: secrets, mostly
 * @param otherConnectorIsOff true: the shop's other connector is switched off
 * @param ordersSince for a new shop: orders placed since then are transferred; null: those that it does not have yet
 * @param by login of the person; null: the token's name
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
