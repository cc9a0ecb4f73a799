package se.brygga.testbed.bench.feeds;

import java.time.Instant;
import java.util.List;

/** Something that is changed in Specter, again and again, and is seen in the shops. */
interface Changes {

    /** Makes the next so many possible; called once before anybody measures. */
    void prepare(int count) throws InterruptedException;

    /** Makes a change. */
    void make(int number);

    /** When each shop that should show the change began to; fewer while some do not. */
    List<Instant> shown(int number);

    /** How many shops should show each. */
    int shops();
}
