package se.brygga.starter.doors;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import se.brygga.workflows.refusal.Reason;

/**
 * How long somebody outside may keep this app busy.
 *
 * @param longestRequest time from the first byte to the last, for the headers and for the body each. Starweb and
 *     Specter need milliseconds
 */
@ConfigurationProperties("brygga.doors")
record DoorsProperties(@DefaultValue("30s") Duration longestRequest) {

    DoorsProperties {
        if (longestRequest.isNegative() || longestRequest.isZero()) {
            throw Reason.SETTING_BELOW.refused("longest-request", "1s", longestRequest);
        }
    }
}
