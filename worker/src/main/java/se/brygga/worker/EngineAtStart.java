package se.brygga.worker;

import java.time.Duration;
import org.springframework.stereotype.Component;
import se.brygga.activities.start.Launch.StartRefused;
import se.brygga.activities.wiring.TemporalCheck;

/** A worker without Temporal can do nothing: its start ends, and whoever watches over it starts it again. */
@Component
class EngineAtStart {

    /** A server that starts beside the worker has this long to answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final TemporalCheck temporal;

    EngineAtStart(TemporalCheck temporal) {
        this.temporal = temporal;
    }

    /** @throws StartRefused Temporal does not answer, does not let us in, or has no such namespace */
    void require() {
        temporal.trouble(PATIENCE).ifPresent(trouble -> {
            switch (trouble.kind()) {
                case AWAY -> throw new StartRefused.NotYet(trouble.refusal().toString());
                case NOT_LET_IN, NO_NAMESPACE ->
                    throw new StartRefused(trouble.refusal().toString());
                case NO_SEARCH_ATTRIBUTES -> {
                    // The worker registers them itself.
                }
            }
        });
    }
}
