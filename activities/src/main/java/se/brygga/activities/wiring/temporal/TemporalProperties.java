package se.brygga.activities.wiring.temporal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import se.brygga.workflows.refusal.Reason;

/**
 * The address of Temporal.
 *
 * @param target host and port of the frontend
 * @param namespace must exist
 * @param apiKey for Temporal Cloud; turns TLS on
 */
@ConfigurationProperties("brygga.temporal")
record TemporalProperties(
        @DefaultValue("127.0.0.1:7233") String target,
        @DefaultValue("default") String namespace,
        @Nullable String apiKey) {

    TemporalProperties {
        if (!target.matches("[^:/]+:\\d+")) {
            throw Reason.SETTING_FORM.refused("target", "127.0.0.1:7233", target);
        }
    }

    @Override
    public String toString() {
        return "Temporal at " + target + ", namespace " + namespace;
    }
}
