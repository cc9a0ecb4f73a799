package se.brygga.activities.attention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Detail;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What waits for a person, and who decided what. Methods join a surrounding transaction and may be repeated. */
public final class AttentionBook {

    /**
     * One thing that waits, or waited.
     *
     * @param workflowId who takes the decision
     * @param detail a stored {@link Detail}: ids, codes and amounts; nothing personal
     * @param named what the cause's text names; nothing personal
     * @param closedAt null while it waits
     */
    public record Entry(
            OrderRef order,
            String workflowId,
            Cause cause,
            String detail,
            Map<String, String> named,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    /** Whoever decides within this time after somebody else has not seen what came of that. */
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> NAMED = new TypeReference<>() {};

    private static final String SELECT = """
            select tenant, shop, order_id, workflow_id, cause, detail, named, opened_at, closed_at from attention""";

    private final JdbcClient jdbc;
    private final InstantSource time;
    private final AuditBook audit;

    public AttentionBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
        this.audit = new AuditBook(jdbc, time);
    }

    /**
     * Opens it, or gives an open one its new cause: a workflow waits for one thing at a time. The same trouble again, after a
     * look that did not help, is as old as before.
     */
    public void open(OrderRef order, String workflowId, Cause cause, Detail detail) {
        open(order, workflowId, cause, detail, Map.of());
    }

    /** @param named what the cause's text names; nothing personal */
    public void open(OrderRef order, String workflowId, Cause cause, Detail detail, Map<String, String> named) {
        String names = JSON.writeValueAsString(kept(named));
        if (opensAgain(workflowId, cause, detail, names)) {
            return;
        }
        jdbc.sql("""
                insert into attention (tenant, shop, order_id, workflow_id, cause, detail, named, opened_at)
                values (:tenant, :shop, :order, :workflow, :cause, :detail, :named::jsonb, :at)
                on conflict (workflow_id) where closed_at is null
                do update set cause = excluded.cause, detail = excluded.detail, named = excluded.named, opened_at =
                  case when attention.cause = excluded.cause then attention.opened_at else excluded.opened_at end""")
                .params(Sql.named(order))
                .param("workflow", workflowId)
                .param("cause", cause.code())
                .param("detail", detail.stored())
                .param("named", names)
                .param("at", Sql.at(time.instant()))
                .update();
    }

    /** What another system says may hold a character that no column takes: the person must be told all the same. */
    private static String kept(String detail) {
        return detail.replace('\0', '\uFFFD');
    }

    private static Map<String, String> kept(Map<String, String> named) {
        return named.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> kept(entry.getValue())));
    }

    /** For the order's record only: nobody has to do anything about it. */
    public void list(OrderRef order, String workflowId, Cause cause, Detail detail, Instant at) {
        jdbc.sql("""
                insert into attention (tenant, shop, order_id, workflow_id, cause, detail, opened_at, closed_at)
                values (:tenant, :shop, :order, :workflow, :cause, :detail, :at, :at)""")
                .params(Sql.named(order))
                .param("workflow", workflowId)
                .param("cause", cause.code())
                .param("detail", detail.stored())
                .param("at", Sql.at(at))
                .update();
    }

    private boolean opensAgain(String workflowId, Cause cause, Detail detail, String named) {
        return jdbc.sql("""
                update attention set closed_at = null, again = false, detail = :detail, named = :named::jsonb
                where id = (select max(id) from attention where workflow_id = :workflow)
                  and again and closed_at is not null and cause = :cause""")
                        .param("workflow", workflowId)
                        .param("cause", cause.code())
                        .param("detail", detail.stored())
                        .param("named", named)
                        .update()
                == 1;
    }

    /** Nothing waits in this workflow any more: what it waited for is settled. */
    public void close(String workflowId) {
        jdbc.sql("""
                update attention set closed_at = coalesce(closed_at, :at), again = false
                where workflow_id = :workflow and (closed_at is null or again)""")
                .param("at", Sql.at(time.instant()))
                .param("workflow", workflowId)
                .update();
    }

    /** Nothing waits in this workflow while it tries once more; whether that helps is not known yet. */
    public void closeForNow(String workflowId) {
        jdbc.sql("""
                update attention set closed_at = :at, again = true where workflow_id = :workflow and closed_at is null""")
                .param("at", Sql.at(time.instant()))
                .param("workflow", workflowId)
                .update();
    }

    /** A decision answers what waits in this workflow. Writes it in the audit log too. */
    public void decided(OrderRef order, String workflowId, Decision decision) {
        audit(order, decision);
        boolean again = switch (decision.kind()) {
            case RETRY, SEND_ANYWAY -> true;
            case SKIP, DONE_BY_HAND -> false;
        };
        jdbc.sql("""
                update attention set closed_at = :at, again = :again, decision = :decision
                where workflow_id = :workflow and closed_at is null""")
                .param("at", Sql.at(time.instant()))
                .param("again", again)
                .param("decision", decision.id())
                .param("workflow", workflowId)
                .update();
    }

    /** Whether what waited in this workflow was answered with another look, and what came of that is not known yet. */
    public boolean isLookedAtAgain(String workflowId) {
        return jdbc.sql("select again from attention where workflow_id = :workflow order by id desc limit 1")
                .param("workflow", workflowId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Whether this very decision stands in the audit log: then it is followed, and this is a repeat. */
    public boolean isAudited(Decision decision) {
        return audit.find(decision.id()).isPresent();
    }

    /** What a person has last decided about the order. */
    public Optional<AuditBook.Done> lastDecided(OrderRef order) {
        return audit.latest(subject(order));
    }

    /**
     * Why a decision about what waits in a workflow is not to be followed: somebody else has just decided otherwise about it, and
     * this one was hardly made in the knowledge of that. Locks the order, so of two at once the second sees the first. Joins a
     * transaction.
     */
    public Optional<String> contradiction(OrderRef order, String workflowId, Decision decision) {
        lock(order);
        return audit.latestAbout(workflowId).flatMap(last -> contradiction(last, decision));
    }

    /** The same for a decision about an order of which nothing waits. */
    public Optional<String> contradiction(OrderRef order, Decision decision) {
        lock(order);
        return lastDecided(order).flatMap(last -> contradiction(last, decision));
    }

    private Optional<String> contradiction(AuditBook.Done last, Decision decision) {
        boolean otherwise = !last.deed().who().equalsIgnoreCase(decision.by())
                && !last.deed().what().equals(decision.kind().code());
        Instant seenBy = last.at().plus(JUST_NOW);
        return otherwise && time.instant().isBefore(seenBy)
                ? Optional.of(last.deed().who() + " decided " + last.deed().what() + " at " + last.at()
                        + ". Look at the order; whoever decides otherwise does so after " + seenBy)
                : Optional.empty();
    }

    private void lock(OrderRef order) {
        jdbc.sql("""
                select order_id from shop_order where tenant = :tenant and shop = :shop and order_id = :order for update""").params(Sql.named(order)).query(Long.class).optional();
    }

    /** What the workflow waits for. */
    public Optional<Cause> causeOf(String workflowId) {
        return jdbc.sql("select cause from attention where workflow_id = :workflowId and closed_at is null")
                .param("workflowId", workflowId)
                .query(String.class)
                .optional()
                .map(Cause::ofCode);
    }

    /** The workflows of a shop that wait for this. */
    public List<String> workflows(ShopRef shop, Cause cause) {
        return jdbc.sql("""
                select workflow_id from attention
                where closed_at is null and tenant = :tenant and shop = :shop and cause = :cause order by id""")
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .param("cause", cause.code())
                .query(String.class)
                .list();
    }

    /** Writes who decided what, and why; a decision that is there already is left alone. */
    public void audit(OrderRef order, Decision decision) {
        audit.add(new AuditBook.Deed(
                decision.id(),
                decision.by(),
                decision.kind().code(),
                order.shop().tenant(),
                subject(order),
                decision.reason()));
    }

    private static String subject(OrderRef order) {
        return "order " + order;
    }

    /** Everything that waits, of one order or cause if given, oldest first. */
    public List<Entry> open(@Nullable String tenant, @Nullable Cause cause) {
        return jdbc.sql(SELECT + """
                 where closed_at is null
                  and (:tenant::text is null or tenant = :tenant) and (:cause::text is null or cause = :cause)
                order by opened_at, id""")
                .param("tenant", tenant)
                .param("cause", cause == null ? null : cause.code())
                .query(AttentionBook::read)
                .list();
    }

    /** All that ever waited about an order, newest first. */
    public List<Entry> ofOrder(OrderRef order) {
        return jdbc.sql(SELECT + " where tenant = :tenant and shop = :shop and order_id = :order order by id desc")
                .params(Sql.named(order))
                .query(AttentionBook::read)
                .list();
    }

    private static Entry read(ResultSet rs, int row) throws SQLException {
        return new Entry(
                OrderRef.of(rs.getString("tenant"), rs.getString("shop"), rs.getLong("order_id")),
                rs.getString("workflow_id"),
                Cause.ofCode(rs.getString("cause")),
                rs.getString("detail"),
                JSON.readValue(rs.getString("named"), NAMED),
                rs.getTimestamp("opened_at").toInstant(),
                Sql.instant(rs, "closed_at"));
    }
}
