package se.brygga.activities.articles;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;

/** Tenants of which all articles are to be read, not only those that have changed. Methods join a transaction. */
final class FullReadBook {

    private static final String ASK = """
            insert into article_full_read as known (tenant, asked_at) values (:tenant, :now)
            on conflict (tenant) do update set asked_at = excluded.asked_at
              where known.done_at is not null and known.done_at >= known.asked_at""";

    private static final String IS_ASKED_FOR = """
            select count(*) from article_full_read
            where tenant = :tenant and (done_at is null or done_at < asked_at)""";

    private static final String DONE = """
            update article_full_read set done_at = :began where tenant = :tenant and asked_at <= :began""";

    private static final String DONE_SINCE = """
            select count(*) from article_full_read where tenant = :tenant and done_at >= :since""";

    private final JdbcClient jdbc;
    private final InstantSource time;

    FullReadBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Asks for a full reading. An asking that nobody has followed yet stays as it is. */
    void ask(String tenant) {
        jdbc.sql(ASK)
                .param("tenant", tenant)
                .param("now", Sql.at(time.instant()))
                .update();
    }

    boolean isAskedFor(String tenant) {
        return count(jdbc.sql(IS_ASKED_FOR).param("tenant", tenant));
    }

    /** @param began when the full reading began that is complete now */
    void done(String tenant, Instant began) {
        jdbc.sql(DONE).param("tenant", tenant).param("began", Sql.at(began)).update();
    }

    boolean doneSince(String tenant, Instant since) {
        return count(jdbc.sql(DONE_SINCE).param("tenant", tenant).param("since", Sql.at(since)));
    }

    private static boolean count(JdbcClient.StatementSpec query) {
        return query.query(Integer.class).single() > 0;
    }
}
