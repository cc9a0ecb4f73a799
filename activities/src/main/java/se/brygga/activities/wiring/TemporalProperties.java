package se.brygga.activities.wiring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

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
            throw new IllegalArgumentException(
                    "brygga.temporal.target must be host:port, like 127.0.0.1:7233, not \"" + target + "\"");
        }
    }

    @Override
    public String toString() {
        return "Temporal at " + target + ", namespace " + namespace;
    }
}
