package se.brygga.activities.attention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;

/**
 * Finds out that somebody else has just decided otherwise. Locks the order, so that the second of two simultaneous
 * decisions sees the first.
 */
final class ContradictionBook {

    /** Whoever decides within this time after somebody else cannot have seen what came of that decision. */
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    private static final String LOCK = """
            select order_id from shop_order where tenant = :tenant and shop = :shop and order_id = :order for update""";

    private final JdbcClient jdbc;
    private final InstantSource time;
    private final AuditBook audit;

    ContradictionBook(JdbcClient jdbc, InstantSource time, AuditBook audit) {
        this.jdbc = jdbc;
        this.time = time;
        this.audit = audit;
    }

    Optional<Refusal> with(Question question, Decision decision) {
        lock(question.order());
        return audit.latestAbout(question).flatMap(last -> between(last, decision));
    }

    Optional<Refusal> with(OrderRef order, Decision decision) {
        lock(order);
        return audit.latestOf(order).flatMap(last -> between(last, decision));
    }

    private Optional<Refusal> between(AuditBook.Done last, Decision decision) {
        boolean otherwise = !last.deed().who().equalsIgnoreCase(decision.by())
                && !last.deed().what().equals(decision.kind().code());
        Instant seenBy = last.at().plus(JUST_NOW);
        return otherwise && time.instant().isBefore(seenBy)
                ? Optional.of(Reason.DECIDED_OTHERWISE.of(
                        last.deed().who(), last.deed().what(), last.at(), seenBy))
                : Optional.empty();
    }

    private void lock(OrderRef order) {
        jdbc.sql(LOCK).params(Sql.named(order)).query(Long.class).optional();
    }
}
