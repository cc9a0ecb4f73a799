package se.brygga.activities.attention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.refusal.Refusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What waits for a person, and who decided what. Methods join a surrounding transaction and are idempotent. */
public final class AttentionBook {

    /**
     * One question, open or answered.
     *
     * @param detail a stored {@link Detail}: ids, codes and amounts; nothing personal
     * @param named values for the cause's text; nothing personal
     * @param closedAt null while the question is open
     */
    public record Entry(
            Question question,
            Cause cause,
            String detail,
            Map<String, String> named,
            Instant openedAt,
            @Nullable Instant closedAt) {

        public OrderRef order() {
            return question.order();
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> NAMED = new TypeReference<>() {};

    private static final String SELECT = """
            select tenant, shop, order_id, kind, cause, detail, named, opened_at, closed_at from attention""";

    private static final String OF_QUESTION =
            " tenant = :tenant and shop = :shop and order_id = :order and kind = :kind";

    private static final String OPEN = """
            insert into attention (tenant, shop, order_id, kind, cause, detail, named, opened_at)
            values (:tenant, :shop, :order, :kind, :cause, :detail, :named::jsonb, :at)
            on conflict (tenant, shop, order_id, kind) where closed_at is null
            do update set cause = excluded.cause, detail = excluded.detail, named = excluded.named, opened_at =
              case when attention.cause = excluded.cause then attention.opened_at else excluded.opened_at end""";

    private static final String LIST = """
            insert into attention (tenant, shop, order_id, kind, cause, detail, opened_at, closed_at)
            values (:tenant, :shop, :order, :kind, :cause, :detail, :at, :at)""";

    private static final String REOPENS = """
            update attention set closed_at = null, retried = false, detail = :detail, named = :named::jsonb
            where id = (select max(id) from attention where""" + OF_QUESTION + """
            ) and retried and closed_at is not null and cause = :cause""";

    private static final String CLOSE = """
            update attention set closed_at = coalesce(closed_at, :at), retried = false
            where (closed_at is null or retried) and""" + OF_QUESTION;

    private static final String CLOSE_FOR_NOW =
            "update attention set closed_at = :at, retried = true where closed_at is null and" + OF_QUESTION;

    private static final String DECIDED = """
            update attention set closed_at = :at, retried = :retried, decision = :decision
            where closed_at is null and""" + OF_QUESTION;

    private static final String IS_RETRIED =
            "select retried from attention where" + OF_QUESTION + " order by id desc limit 1";

    private static final String CAUSE_OF = "select cause from attention where closed_at is null and" + OF_QUESTION;

    private static final String QUESTIONS = """
            select tenant, shop, order_id, kind from attention
            where closed_at is null and tenant = :tenant and shop = :shop and cause = :cause order by id""";

    private static final String ALL_OPEN = SELECT + """
             where closed_at is null
              and (:tenant::text is null or tenant = :tenant) and (:cause::text is null or cause = :cause)
            order by opened_at, id""";

    private static final String OF_ORDER =
            SELECT + " where tenant = :tenant and shop = :shop and order_id = :order order by id desc";

    private final JdbcClient jdbc;
    private final InstantSource time;
    private final AuditBook audit;
    private final ContradictionBook contradictions;

    public AttentionBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
        this.audit = new AuditBook(jdbc, time);
        this.contradictions = new ContradictionBook(jdbc, time, audit);
    }

    /**
     * Opens a question, or gives an open question its new cause. A question has one cause at a time. If the same cause
     * returns after a retry that did not help, the question keeps its age.
     */
    public void open(Question question, Cause cause, Detail detail) {
        open(question, cause, detail, Map.of());
    }

    /** @param named values for the cause's text; nothing personal */
    public void open(Question question, Cause cause, Detail detail, Map<String, String> named) {
        String names = JSON.writeValueAsString(kept(named));
        if (reopens(question, cause, detail, names)) {
            return;
        }
        jdbc.sql(OPEN)
                .params(named(question))
                .param("cause", cause.code())
                .param("detail", detail.stored())
                .param("named", names)
                .param("at", Sql.at(time.instant()))
                .update();
    }

    /** The detail without characters that no column takes. The person must be told all the same. */
    private static String kept(String detail) {
        return detail.replace('\0', '\uFFFD');
    }

    private static Map<String, String> kept(Map<String, String> named) {
        return named.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> kept(entry.getValue())));
    }

    /** Lists something in the order's record that needs no decision. */
    public void list(Question question, Cause cause, Detail detail, Instant at) {
        jdbc.sql(LIST)
                .params(named(question))
                .param("cause", cause.code())
                .param("detail", detail.stored())
                .param("at", Sql.at(at))
                .update();
    }

    private boolean reopens(Question question, Cause cause, Detail detail, String named) {
        return jdbc.sql(REOPENS)
                        .params(named(question))
                        .param("cause", cause.code())
                        .param("detail", detail.stored())
                        .param("named", named)
                        .update()
                == 1;
    }

    /** Closes the question: what it waited for is settled. */
    public void close(Question question) {
        jdbc.sql(CLOSE)
                .param("at", Sql.at(time.instant()))
                .params(named(question))
                .update();
    }

    /** Closes the question while its workflow tries once more. Whether that helps is not known yet. */
    public void closeForNow(Question question) {
        jdbc.sql(CLOSE_FOR_NOW)
                .param("at", Sql.at(time.instant()))
                .params(named(question))
                .update();
    }

    /** Closes the question with a decision, and writes the decision in the audit log. */
    public void decided(Question question, Decision decision) {
        audit(question.order(), decision);
        boolean retried = switch (decision.kind()) {
            case RETRY, SEND_ANYWAY -> true;
            case SKIP, DONE_BY_HAND -> false;
        };
        jdbc.sql(DECIDED)
                .param("at", Sql.at(time.instant()))
                .param("retried", retried)
                .param("decision", decision.id())
                .params(named(question))
                .update();
    }

    /** Whether the question was answered with a retry whose result is not known yet. */
    public boolean isRetried(Question question) {
        return jdbc.sql(IS_RETRIED)
                .params(named(question))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Whether the audit log has this very decision. The decision is followed then, and this is a repeat. */
    public boolean isAudited(Decision decision) {
        return audit.find(decision.id()).isPresent();
    }

    /** The last decision of a person about the order. */
    public Optional<AuditBook.Done> lastDecided(OrderRef order) {
        return audit.latestOf(order);
    }

    /**
     * Why a decision must not be followed: somebody else has just decided otherwise about this question, and the sender
     * can hardly have known. Locks the order, so that the second of two simultaneous decisions sees the first. Joins a
     * transaction.
     */
    public Optional<Refusal> contradiction(Question question, Decision decision) {
        return contradictions.with(question, decision);
    }

    /** As {@link #contradiction(Question, Decision)}, for an order without an open question. */
    public Optional<Refusal> contradiction(OrderRef order, Decision decision) {
        return contradictions.with(order, decision);
    }

    /** What the question waits for. */
    public Optional<Cause> causeOf(Question question) {
        return jdbc.sql(CAUSE_OF)
                .params(named(question))
                .query(String.class)
                .optional()
                .map(Cause::ofCode);
    }

    /** The questions about a shop's orders that wait for this cause. */
    public List<Question> questions(ShopRef shop, Cause cause) {
        return jdbc.sql(QUESTIONS)
                .params(Sql.named(shop))
                .param("cause", cause.code())
                .query((rs, row) -> question(rs))
                .list();
    }

    /** Writes who decided what, and why. Idempotent by the decision's id. */
    public void audit(OrderRef order, Decision decision) {
        audit.add(new AuditBook.Deed(
                decision.id(),
                decision.by(),
                decision.kind().code(),
                order.shop().tenant(),
                AuditBook.subject(order),
                decision.reason()));
    }

    /** All open questions, of one tenant or cause if given, oldest first. */
    public List<Entry> open(@Nullable String tenant, @Nullable Cause cause) {
        return jdbc.sql(ALL_OPEN)
                .param("tenant", tenant)
                .param("cause", cause == null ? null : cause.code())
                .query(AttentionBook::read)
                .list();
    }

    /** All questions about an order, open and answered, newest first. */
    public List<Entry> ofOrder(OrderRef order) {
        return jdbc.sql(OF_ORDER)
                .params(Sql.named(order))
                .query(AttentionBook::read)
                .list();
    }

    private static Entry read(ResultSet rs, int row) throws SQLException {
        return new Entry(
                question(rs),
                Cause.ofCode(rs.getString("cause")),
                rs.getString("detail"),
                JSON.readValue(rs.getString("named"), NAMED),
                rs.getTimestamp("opened_at").toInstant(),
                Sql.instant(rs, "closed_at"));
    }

    private static Question question(ResultSet rs) throws SQLException {
        return new Question(
                OrderRef.of(rs.getString("tenant"), rs.getString("shop"), rs.getLong("order_id")),
                Sql.constant(Question.Kind.class, rs.getString("kind")));
    }

    /** The columns that name a question, as {@code :tenant}, {@code :shop}, {@code :order} and {@code :kind}. */
    static Map<String, Object> named(Question question) {
        Map<String, Object> values = new HashMap<>(Sql.named(question.order()));
        values.put("kind", Sql.code(question.kind()));
        return values;
    }
}
