package se.brygga.worker;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.brygga.activities.wiring.temporal.TemporalCheck;
import se.brygga.workflows.SearchKeys;

/**
 * Registers our search attributes with the server, where the server allows it; in Temporal Cloud an operator adds them
 * in its console. A server that lost its memory has lost them too, and starts no workflow without them. So every worker
 * checks again and again.
 */
@Component
class SearchAttributeRegistration {

    private static final Logger LOG = LoggerFactory.getLogger(SearchAttributeRegistration.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TemporalCheck temporal;

    SearchAttributeRegistration(TemporalCheck temporal) {
        this.temporal = temporal;
    }

    /** Registers all search attributes. Idempotent. */
    void register() {
        carefully(() -> add(SearchKeys.ALL.stream().map(key -> key.getName()).toList()));
    }

    /** Registers what the server has forgotten. The next look repeats what fails. */
    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void registerForgotten() {
        carefully(() -> {
            List<String> missing = temporal.missingSearchAttributes(PATIENCE);
            if (!missing.isEmpty()) {
                LOG.warn("Temporal has forgotten the search attributes {}: they are registered again", missing);
                add(missing);
            }
        });
    }

    private static void carefully(Runnable registration) {
        try {
            registration.run();
        } catch (StatusRuntimeException e) {
            // The attributes were known, or another worker was faster.
            if (e.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
                LOG.warn("search attributes were not registered; see docs/running.md", e);
            }
        }
    }

    private void add(List<String> names) {
        temporal.registerSearchAttributes(names, PATIENCE);
    }
}
