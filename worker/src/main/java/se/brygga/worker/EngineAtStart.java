package se.brygga.worker;

import java.time.Duration;
import org.springframework.stereotype.Component;
import se.brygga.activities.start.Launch.StartRefused;
import se.brygga.activities.wiring.temporal.TemporalCheck;

/** Ends the start of a worker that cannot reach Temporal. Whatever supervises the worker starts it again. */
@Component
class EngineAtStart {

    /** The time that a server which starts beside the worker has to answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final TemporalCheck temporal;

    EngineAtStart(TemporalCheck temporal) {
        this.temporal = temporal;
    }

    /**
     * Waits until Temporal answers.
     *
     * @throws StartRefused Temporal does not answer, does not let us in, or has no such namespace
     */
    void require() {
        temporal.trouble(PATIENCE).ifPresent(trouble -> {
            switch (trouble.kind()) {
                case AWAY -> throw new StartRefused.NotYet(trouble.refusal());
                case NOT_LET_IN, NO_NAMESPACE -> throw new StartRefused(trouble.refusal());
                case NO_SEARCH_ATTRIBUTES -> {
                    // A missing search attribute is no reason to stop: the worker registers them itself.
                }
            }
        });
    }
}
