package se.brygga.activities.attention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * Notices: what a person should know although no order waits for it. Methods join a surrounding transaction and are
 * idempotent.
 */
public final class NoticeBook {

    /**
     * One notice.
     *
     * @param shop empty when the notice concerns the whole tenant
     * @param subject what the notice is about, such as an article number; may be empty
     * @param detail a stored {@link Detail}: ids, codes and amounts; nothing personal. A notice about several things
     *     has all of their names, or as many as fit and the number of the others
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

    /** The key of a notice. At most one notice with a key is open. */
    private record Key(String tenant, String shop, String cause, String subject) {

        static Key of(ResultSet rs) throws SQLException {
            return new Key(
                    rs.getString("tenant"), rs.getString("shop"), rs.getString("cause"), rs.getString("subject"));
        }
    }

    /** Most names in a notice, because a person reads no more. When these are settled, the next ones are shown. */
    private static final int NAMED_AT_MOST = 50;

    private static final String OPEN = """
            insert into notice (tenant, shop, cause, subject, detail, opened_at, last_at)
              values (:tenant, :shop, :cause, :subject, :detail, :now, :now)
            on conflict (tenant, shop, cause, subject) where closed_at is null
            do update set detail = excluded.detail, last_at = excluded.last_at, times = notice.times + 1""";

    private static final String NAME = """
            insert into notice_item (tenant, shop, cause, subject, item, detail, since)
            select :tenant, :shop, :cause, :subject, i.item, i.detail, :now
              from unnest(:items, :details) as i (item, detail)
            on conflict (tenant, shop, cause, subject, item) do update set detail = excluded.detail""";

    private static final String UNNAME = """
            delete from notice_item where tenant = :tenant and shop = :shop and cause = :cause
              and subject = :subject and item = any(:items)""";

    private static final String UNNAME_OTHERS = """
            select item from notice_item where tenant = :tenant and shop = :shop
              and cause = :cause and subject = :subject and item <> all (:items)""";

    private static final String NAMES = """
            select exists (select 1 from notice_item where tenant = :tenant and shop = :shop
              and cause = :cause and subject = :subject)""";

    private static final String DELETE_ITEMS_OF_CLOSED = """
            delete from notice_item i where not exists (select 1 from notice n where n.closed_at is null
              and (n.tenant, n.shop, n.cause, n.subject) = (i.tenant, i.shop, i.cause, i.subject))""";

    private static final String CLOSE = """
            update notice set closed_at = :now where tenant = :tenant and shop = :shop and cause = :cause
              and subject = :subject
              and closed_at is null""";

    private static final String CLOSE_ALL_OF_CAUSE = """
            update notice set closed_at = :now where tenant = :tenant and shop = :shop and cause = :cause
              and closed_at is null""";

    private static final String CLOSE_ALL_OF_SUBJECT = """
            update notice set closed_at = :now where tenant = :tenant and shop = :shop and subject = :subject
              and closed_at is null""";

    private static final String CLOSE_ONE = "update notice set closed_at = :now where id = :id and closed_at is null";

    private static final String SUBJECTS = """
            select subject from notice where tenant = :tenant and shop = :shop and cause = :cause
              and closed_at is null""";

    private static final String ALL_OPEN = """
            select id, tenant, shop, cause, subject, detail, times, opened_at, last_at from notice
              where closed_at is null and (:tenant::text is null or tenant = :tenant) order by id""";

    private static final String NAMED = """
            select tenant, shop, cause, subject, string_agg(detail, ', '
              order by place) filter (where place <= :most) as names,
              count(*) - :most as more
            from (select tenant, shop, cause, subject, detail,
              row_number() over (partition by tenant, shop, cause, subject
              order by since, item) as place
              from notice_item i where :tenant::text is null or tenant = :tenant) i
            group by tenant, shop, cause, subject""";

    private final JdbcClient jdbc;
    private final InstantSource time;

    public NoticeBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Opens a notice, or counts an open one once more. */
    public void open(String tenant, String shop, Cause cause, String subject, Detail detail) {
        jdbc.sql(OPEN)
                .param("tenant", tenant)
                .param("shop", shop)
                .param("cause", cause.code())
                .param("subject", subject.replace('\0', '\uFFFD'))
                .param("detail", detail.stored())
                .param("now", Sql.at(time.instant()))
                .update();
    }

    /**
     * Opens a notice about several things, or adds things to the open one. Each stays in the notice until
     * {@link #unname}, or until the notice is closed.
     *
     * @param items what a person reads, by the thing's key
     */
    public void name(String tenant, String shop, Cause cause, String subject, Map<String, Detail> items) {
        if (items.isEmpty()) {
            return;
        }
        open(tenant, shop, cause, subject, Detail.NONE);
        jdbc.sql(NAME)
                .param("tenant", tenant)
                .param("shop", shop)
                .param("cause", cause.code())
                .param("subject", subject)
                .param("items", items.keySet().toArray(String[]::new))
                .param("details", items.values().stream().map(Detail::stored).toArray(String[]::new))
                .param("now", Sql.at(time.instant()))
                .update();
    }

    /** Removes settled things from the notice, and closes a notice that names nothing any more. */
    public void unname(String tenant, String shop, Cause cause, String subject, Collection<String> items) {
        int gone = jdbc.sql(UNNAME)
                .param("tenant", tenant)
                .param("shop", shop)
                .param("cause", cause.code())
                .param("subject", subject)
                .param("items", items.toArray(String[]::new))
                .update();
        if (gone > 0 && !names(tenant, shop, cause, subject)) {
            close(tenant, shop, cause, subject);
        }
    }

    /** Keeps only these things in the notice, and closes a notice that names nothing any more. */
    public void unnameOthers(String tenant, String shop, Cause cause, String subject, Collection<String> items) {
        List<String> others = jdbc.sql(UNNAME_OTHERS)
                .param("tenant", tenant)
                .param("shop", shop)
                .param("cause", cause.code())
                .param("subject", subject)
                .param("items", items.toArray(String[]::new))
                .query(String.class)
                .list();
        unname(tenant, shop, cause, subject, others);
    }

    private boolean names(String tenant, String shop, Cause cause, String subject) {
        return jdbc.sql(NAMES)
                .param("tenant", tenant)
                .param("shop", shop)
                .param("cause", cause.code())
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    /** Forgets the things that closed notices named. */
    private int closed(int notices) {
        if (notices > 0) {
            jdbc.sql(DELETE_ITEMS_OF_CLOSED).update();
        }
        return notices;
    }

    /** Closes a notice, because its cause is gone. */
    public void close(String tenant, String shop, Cause cause, String subject) {
        closed(jdbc.sql(CLOSE)
                .param("now", Sql.at(time.instant()))
                .param("tenant", tenant)
                .param("shop", shop)
                .param("cause", cause.code())
                .param("subject", subject)
                .update());
    }

    /** Closes the notices with this cause, whatever their subject. Those whose cause lasts are opened again. */
    public void closeAll(String tenant, String shop, Cause cause) {
        closed(jdbc.sql(CLOSE_ALL_OF_CAUSE)
                .param("now", Sql.at(time.instant()))
                .param("tenant", tenant)
                .param("shop", shop)
                .param("cause", cause.code())
                .update());
    }

    /** Closes the notices about this subject, whatever their cause. */
    public void closeAll(String tenant, String shop, String subject) {
        closed(jdbc.sql(CLOSE_ALL_OF_SUBJECT)
                .param("now", Sql.at(time.instant()))
                .param("tenant", tenant)
                .param("shop", shop)
                .param("subject", subject)
                .update());
    }

    /**
     * Closes a notice that a person has taken note of.
     *
     * @return whether there was such an open notice
     */
    public boolean close(long id) {
        return closed(jdbc.sql(CLOSE_ONE)
                        .param("now", Sql.at(time.instant()))
                        .param("id", id)
                        .update())
                == 1;
    }

    /** The subjects of the open notices with a cause. */
    public Set<String> subjects(String tenant, String shop, Cause cause) {
        return jdbc.sql(SUBJECTS)
                .param("tenant", tenant)
                .param("shop", shop)
                .param("cause", cause.code())
                .query(String.class)
                .set();
    }

    /** Open notices, oldest first. */
    public List<Notice> open(@Nullable String tenant) {
        Map<Key, String> named = named(tenant);
        return jdbc.sql(ALL_OPEN)
                .param("tenant", tenant)
                .query((rs, n) -> new Notice(
                        rs.getLong("id"),
                        rs.getString("tenant"),
                        rs.getString("shop"),
                        Cause.ofCode(rs.getString("cause")),
                        rs.getString("subject"),
                        named.getOrDefault(Key.of(rs), rs.getString("detail")),
                        rs.getInt("times"),
                        rs.getTimestamp("opened_at").toInstant(),
                        rs.getTimestamp("last_at").toInstant()))
                .list();
    }

    private Map<Key, String> named(@Nullable String tenant) {
        Map<Key, String> named = new HashMap<>();
        jdbc.sql(NAMED).param("tenant", tenant).param("most", NAMED_AT_MOST).query((ResultSet rs) -> {
            long more = rs.getLong("more");
            named.put(
                    Key.of(rs),
                    more > 0
                            ? Phrase.AND_MORE
                                    .with(new Detail(rs.getString("names")), more)
                                    .stored()
                            : rs.getString("names"));
        });
        return named;
    }
}
