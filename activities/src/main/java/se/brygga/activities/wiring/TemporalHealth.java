package se.brygga.activities.wiring;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether Temporal can start our workflows; gives up soon. */
final class TemporalHealth implements HealthIndicator {

    /** Whoever asks for our health has a time limit, too, often of some seconds. */
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
