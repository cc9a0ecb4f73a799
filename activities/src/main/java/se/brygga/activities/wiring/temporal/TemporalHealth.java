package se.brygga.activities.wiring.temporal;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** The health of Temporal: whether it can start our workflows. Gives up soon. */
final class TemporalHealth implements HealthIndicator {

    /** The time limit. Whoever asks for our health has one too, often of some seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final TemporalCheck temporal;
    private final Duration patience;

    TemporalHealth(TemporalCheck temporal) {
        this(temporal, PATIENCE);
    }

    TemporalHealth(TemporalCheck temporal, Duration patience) {
        this.temporal = temporal;
        this.patience = patience;
    }

    @Override
    public Health health() {
        return temporal.trouble(patience)
                .map(trouble -> Health.down()
                        .withDetail("kind", trouble.kind())
                        .withDetail("why", trouble.refusal().toString())
                        .build())
                .orElseGet(() -> Health.up().build());
    }
}
