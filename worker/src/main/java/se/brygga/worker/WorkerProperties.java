package se.brygga.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import se.brygga.workflows.refusal.Reason;

/**
 * How much one worker does at a time.
 *
 * @param callsPerSystem activities at a time for each of Starweb and Specter; a large number, because they wait for the
 *     network
 * @param bookingsAtATime activities at a time that only write to PostgreSQL
 * @param pushesAtATime shops at a time that are written to, each by several threads
 * @param workflowsInMemory workflows whose state is kept between two steps; the others are replayed when needed
 * @param keepRecordsFor how long records of calls and handled web hooks are kept; attempts and order links stay for
 *     ever
 * @param writeShownWithin how long a shop may take to show a status that it has accepted
 * @param writeUnderWayFor how long a status whose answer was lost may still arrive; only after this time is it written
 *     again
 * @param stopWithin how long running calls may take to end when the app stops
 */
@ConfigurationProperties("brygga.worker")
record WorkerProperties(
        @DefaultValue("64") int callsPerSystem,
        @DefaultValue("16") int bookingsAtATime,
        @DefaultValue("16") int pushesAtATime,
        @DefaultValue("400") int workflowsInMemory,
        @DefaultValue("30d") Duration keepRecordsFor,
        @DefaultValue("6s") Duration writeShownWithin,
        @DefaultValue("45s") Duration writeUnderWayFor,
        @DefaultValue("20s") Duration stopWithin) {

    WorkerProperties {
        requireOne("calls-per-system", callsPerSystem);
        requireOne("bookings-at-a-time", bookingsAtATime);
        requireOne("pushes-at-a-time", pushesAtATime);
        // What orders show sends the operator to.
        if (keepRecordsFor.compareTo(Duration.ofDays(1)) < 0) {
            throw Reason.SETTING_BELOW.refused("keep-records-for", "1d", keepRecordsFor);
        }
    }

    private static void requireOne(String setting, int value) {
        if (value < 1) {
            throw Reason.SETTING_BELOW.refused(setting, 1, value);
        }
    }
}
