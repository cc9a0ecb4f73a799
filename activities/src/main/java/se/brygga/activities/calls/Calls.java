package se.brygga.activities.calls;

import java.net.http.HttpClient;
import java.time.Instant;
import java.time.InstantSource;
import se.brygga.activities.sql.Database;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.remote.Outages;

/** The limits and the record of all calls to the shops and to Specter. The way in to this package for whoever puts an app together. */
public final class Calls implements AutoCloseable {

    private final InstantSource time;
    private final PostgresCallLimits limits;
    private final CallBook book;

    public Calls(Database database) {
        this.time = database.time();
        this.limits = new PostgresCallLimits(database.jdbc(), database.source());
        this.book = new CallBook(database.jdbc(), database.time());
    }

    /** What clients need. All of them keep the same limits and the same record. */
    public CallContext context(HttpClient http, Outages outages) {
        return new CallContext(http, limits, outages, book, time);
    }

    /**
     * Throws away the oldest records of calls. May run in several processes at once.
     *
     * @param most of them in one transaction
     * @return how many there were
     */
    public int purge(Instant before, int most) {
        return book.purge(before, most);
    }

    /** Gives the limits back, and writes the records that wait. */
    @Override
    public void close() {
        limits.close();
        book.close();
    }
}
