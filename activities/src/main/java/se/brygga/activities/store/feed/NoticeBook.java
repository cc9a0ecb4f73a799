package se.brygga.activities.store.feed;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.store.OrderBook;
import se.brygga.workflows.attention.Cause;

/** What a person should know although no order waits for it. Methods join a surrounding transaction and may be repeated. */
public final class NoticeBook {

    /**
     * One notice.
     *
     * @param shop empty when it concerns the whole tenant
     * @param subject what it is about, an article number say; may be empty
     * @param detail ids, codes and amounts; nothing personal
     * @param times how often it was found since it was opened
     */
    public record Notice(
            long id,
            String tenant,
            String shop,
            Cause cause,
            String subject,
            String detail,
            int times,
            Instant openedAt,
            Instant lastAt) {}

    private final JdbcClient jdbc;
    private final InstantSource time;

    public NoticeBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Opens it, or counts an open one once more. */
    public void open(String tenant, String shop, Cause cause, String subject, String detail) {
        jdbc.sql("""
                insert into notice (tenant, shop, cause, subject, detail, opened_at, last_at) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant, shop, cause, subject) where closed_at is null
                do update set detail = excluded.detail, last_at = excluded.last_at, times = notice.times + 1""")
                .params(tenant, shop, cause.code(), subject, detail)
                .param(OrderBook.at(time.instant()))
                .param(OrderBook.at(time.instant()))
                .update();
    }

    /** It is so no more. */
    public void close(String tenant, String shop, Cause cause, String subject) {
        jdbc.sql("""
                update notice set closed_at = ? where tenant = ? and shop = ? and cause = ? and subject = ?
                  and closed_at is null""")
                .param(OrderBook.at(time.instant()))
                .params(tenant, shop, cause.code(), subject)
                .update();
    }

    /** None of the subjects is so any more, or will be found again. */
    public void closeAll(String tenant, String shop, Cause cause) {
        jdbc.sql("update notice set closed_at = ? where tenant = ? and shop = ? and cause = ? and closed_at is null")
                .param(OrderBook.at(time.instant()))
                .params(tenant, shop, cause.code())
                .update();
    }

    /** None of the causes is so any more. */
    public void closeAll(String tenant, String shop, String subject) {
        jdbc.sql("update notice set closed_at = ? where tenant = ? and shop = ? and subject = ? and closed_at is null")
                .param(OrderBook.at(time.instant()))
                .params(tenant, shop, subject)
                .update();
    }

    /**
     * A person has taken note.
     *
     * @return whether there was such an open notice
     */
    public boolean close(long id) {
        return jdbc.sql("update notice set closed_at = ? where id = ? and closed_at is null")
                        .param(OrderBook.at(time.instant()))
                        .param(id)
                        .update()
                == 1;
    }

    /** What the open ones of a cause are about. */
    public Set<String> subjects(String tenant, String shop, Cause cause) {
        return jdbc.sql("select subject from notice where tenant = ? and shop = ? and cause = ? and closed_at is null")
                .params(tenant, shop, cause.code())
                .query(String.class)
                .set();
    }

    /** Open ones, oldest first. */
    public List<Notice> open(@Nullable String tenant) {
        return jdbc.sql("select * from notice where closed_at is null and (?::text is null or tenant = ?) order by id")
                .param(tenant)
                .param(tenant)
                .query((rs, n) -> new Notice(
                        rs.getLong("id"),
                        rs.getString("tenant"),
                        rs.getString("shop"),
                        Cause.ofCode(rs.getString("cause")),
                        rs.getString("subject"),
                        rs.getString("detail"),
                        rs.getInt("times"),
                        rs.getTimestamp("opened_at").toInstant(),
                        rs.getTimestamp("last_at").toInstant()))
                .list();
    }
}
