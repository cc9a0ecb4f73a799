package se.brygga.activities.calls;

import java.net.http.HttpClient;
import java.time.Instant;
import java.time.InstantSource;
import se.brygga.activities.sql.Database;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.remote.Outages;

/** The limits and the record of all calls to the shops and to Specter. The front door of this package. */
public final class Calls implements AutoCloseable {

    private final InstantSource time;
    private final PostgresCallLimits limits;
    private final CallBook book;

    public Calls(Database database) {
        this.time = database.time();
        this.limits = new PostgresCallLimits(database.jdbc(), database.source());
        this.book = new CallBook(database.jdbc(), database.time());
    }

    /** The context for clients. All of them share the same limits and the same record. */
    public CallContext context(HttpClient http, Outages outages) {
        return new CallContext(http, limits, outages, book, time);
    }

    /**
     * Deletes the oldest records of calls. May run in several processes at once.
     *
     * @param most number of records in one transaction
     * @return how many were deleted
     */
    public int purge(Instant before, int most) {
        return book.purge(before, most);
    }

    /** Releases the limits, and writes the waiting records. */
    @Override
    public void close() {
        limits.close();
        book.close();
    }
}
