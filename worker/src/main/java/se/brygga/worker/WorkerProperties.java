package se.brygga.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one worker does at a time.
 *
 * @param callsPerSystem activities at a time for each of Starweb and Specter; they wait on the network, so many
 * @param bookingsAtATime activities at a time that only write to PostgreSQL
 * @param workflowsInMemory workflows whose state is kept between two steps; the rest are replayed when needed
 * @param stopWithin how long running calls may take to end when the app stops
 */
@ConfigurationProperties("brygga.worker")
record WorkerProperties(
        @DefaultValue("64") int callsPerSystem,
        @DefaultValue("16") int bookingsAtATime,
        @DefaultValue("400") int workflowsInMemory,
        @DefaultValue("20s") Duration stopWithin) {

    WorkerProperties {
        if (callsPerSystem < 1 || bookingsAtATime < 1) {
            throw new IllegalArgumentException(
                    "brygga.worker.calls-per-system and bookings-at-a-time must be at least 1");
        }
    }
}
