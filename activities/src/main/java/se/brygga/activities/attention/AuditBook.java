package se.brygga.activities.attention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.OfTenants;
import se.brygga.activities.sql.Sql;
import se.brygga.activities.sql.TimeKey;
import se.brygga.activities.sql.Where;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;

/** Who did what, when and why. Joins a surrounding transaction. */
public final class AuditBook {

    /**
     * What a person did.
     *
     * @param id unique per deed; a deed that is written twice is one line
     * @param who login, never a full name
     * @param what a code: {@code retry}, {@code pause}
     * @param subject what the deed was about: {@code order nordkajak/kajak-se/10025}, {@code feed stock}
     */
    public record Deed(
            String id,
            String who,
            String what,
            String tenant,
            String subject,
            @Nullable String reason) {

        /** A deed with a new id. */
        public static Deed of(String who, String what, String tenant, String subject, @Nullable String reason) {
            return new Deed(UUID.randomUUID().toString(), who, what, tenant, subject, reason);
        }
    }

    /**
     * A deed in the log.
     *
     * @param at when it was done
     */
    public record Done(Instant at, Deed deed) {}

    private static final String COLUMNS = "id, at, who, what, tenant, subject, reason";

    private static final String SELECT = "select " + COLUMNS + " from audit";

    private static final OfTenants NEWEST_FIRST = new OfTenants(COLUMNS, "audit", "at, id");

    private static final String ADD = """
            insert into audit (id, at, who, what, tenant, subject, reason)
              values (:id, :now, :who, :what, :tenant, :subject, :reason)
            on conflict (id) do nothing""";

    private static final String FIND = SELECT + " where id = :id";

    private static final String LATEST_OF_SUBJECT = SELECT + " where subject = :subject order by at desc limit 1";

    private static final String LATEST_ABOUT = """
            select d.id, d.at, d.who, d.what, d.tenant, d.subject, d.reason from audit d
            join attention a on a.decision = d.id
            where a.tenant = :tenant and a.shop = :shop and a.order_id = :order and a.kind = :kind
            order by d.at desc limit 1""";

    private final JdbcClient jdbc;
    private final InstantSource time;

    public AuditBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Writes a deed. Idempotent by its id. */
    public void add(Deed deed) {
        jdbc.sql(ADD)
                .param("id", deed.id())
                .param("now", Sql.at(time.instant()))
                .param("who", deed.who())
                .param("what", deed.what())
                .param("tenant", deed.tenant())
                .param("subject", deed.subject())
                .param("reason", deed.reason())
                .update();
    }

    /** One deed by its id. */
    public Optional<Done> find(String id) {
        return jdbc.sql(FIND).param("id", id).query(AuditBook::read).optional();
    }

    /**
     * Deeds, newest first.
     *
     * @param tenants empty for all
     * @param after the last line of the page before; null for the first page
     */
    public List<Done> list(Set<String> tenants, @Nullable TimeKey after, int limit) {
        Where where = new Where();
        if (after != null) {
            where.and("(at, id) < (:at, :id)").param("at", Sql.at(after.at())).param("id", after.id());
        }
        return jdbc.sql(NEWEST_FIRST.page(tenants, where, limit))
                .params(where.values())
                .query(AuditBook::read)
                .list();
    }

    /** An order as the subject of deeds. */
    public static String subject(OrderRef order) {
        return "order " + order;
    }

    /** The latest deed about the order. */
    Optional<Done> latestOf(OrderRef order) {
        return jdbc.sql(LATEST_OF_SUBJECT)
                .param("subject", subject(order))
                .query(AuditBook::read)
                .optional();
    }

    /** The latest decision about this question that was not taken back. */
    Optional<Done> latestAbout(Question question) {
        return jdbc.sql(LATEST_ABOUT)
                .params(AttentionBook.named(question))
                .query(AuditBook::read)
                .optional();
    }

    private static Done read(ResultSet rs, int row) throws SQLException {
        return new Done(
                rs.getTimestamp("at").toInstant(),
                new Deed(
                        rs.getString("id"),
                        rs.getString("who"),
                        rs.getString("what"),
                        rs.getString("tenant"),
                        rs.getString("subject"),
                        rs.getString("reason")));
    }
}
