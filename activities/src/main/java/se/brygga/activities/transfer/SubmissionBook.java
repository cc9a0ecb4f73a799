package se.brygga.activities.transfer;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.crypto.Vault;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.refusal.Refusal;

/**
 * What was sent to Specter as a new order, and whether it may have arrived. An attempt is stored before it is sent. So
 * whatever crashes, the next attempt knows of it. Only such a record turns Specter's "duplicate" into success.
 */
final class SubmissionBook {

    /**
     * An attempt that has begun.
     *
     * @param request the request to send; after an uncertain attempt exactly that one's request
     * @param uncertain whether an earlier attempt may have made the order
     * @param specterNumber the number, if the order is already known to be in Specter; nothing is to be sent then
     */
    record Attempt(
            byte[] request,
            long customerId,
            boolean uncertain,
            @Nullable Long specterNumber) {}

    private record Row(
            long customerId,
            byte[] encryptedRequest,
            boolean underWay,
            boolean uncertain,
            @Nullable Long specterNumber,
            String contentHash) {}

    private static final String IN_DOUBT = """
            select count(*) from submission where tenant = :tenant and shop = :shop and order_id = :order
              and (under_way or uncertain) and specter_number is null""";

    private static final String WITHOUT_EFFECT = """
            update submission set under_way = false where tenant = :tenant and shop = :shop and order_id = :order""";

    private static final String SETTLED_BY_HAND = """
            update submission set was_in_doubt = (under_way or uncertain)
            where tenant = :tenant and shop = :shop and order_id = :order and specter_number is null""";

    private static final String SETTLEMENT_TAKEN_BACK = """
            update submission set specter_number = null, uncertain = was_in_doubt
            where tenant = :tenant and shop = :shop and order_id = :order""";

    private static final String SETTLED = """
            update submission set under_way = false, uncertain = false, specter_number = coalesce(specter_number,
              :specterNumber)
            where tenant = :tenant and shop = :shop and order_id = :order""";

    private static final String REPEAT = """
            update submission set attempts = attempts + 1, under_way = true, uncertain = true
              where tenant = :tenant and shop = :shop and order_id = :order""";

    private static final String INSERT = """
            insert into submission (tenant, shop, order_id, external_order_no, customer_id, request,
              content_hash, attempts, under_way, uncertain)
            values (:tenant, :shop, :order, :externalOrderNo, :customerId, :request, :contentHash, 1, true, false)
            on conflict (tenant, shop, order_id) do nothing""";

    private static final String RENEW = """
            update submission set external_order_no = :externalOrderNo, customer_id = :customerId,
              request = :request, content_hash = :contentHash,
              attempts = attempts + 1, under_way = true
            where tenant = :tenant and shop = :shop and order_id = :order""";

    private static final String FIND = """
            select customer_id, request, under_way, uncertain, specter_number, content_hash from submission
            where tenant = :tenant and shop = :shop and order_id = :order for update""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Vault vault;
    private final OrderBook orders;
    private final AttentionBook attention;
    private final SpecterNumbers numbers;

    SubmissionBook(
            JdbcClient jdbc, TransactionTemplate transactions, Vault vault, OrderBook orders, AttentionBook attention) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.vault = vault;
        this.orders = orders;
        this.attention = attention;
        this.numbers = new SpecterNumbers(jdbc);
    }

    /**
     * Begins an attempt. Committed when this returns.
     *
     * @param request in plain bytes; the book encrypts them
     * @param contentHash of the shop's order from which the request was made
     * @param mayBegin asked in the same transaction, unless an earlier attempt may have made the order. In that case
     *     exactly the same request must be sent, whatever has changed
     * @return empty when {@code mayBegin} said no, and nothing has begun
     * @throws IllegalStateException another order of the tenant has this number: the set-up's prefixes collide
     */
    Optional<Attempt> begin(
            OrderRef order,
            String externalOrderNo,
            long customerId,
            byte[] request,
            String contentHash,
            BooleanSupplier mayBegin) {
        return transactions.execute(tx -> {
            if (insert(order, externalOrderNo, customerId, request, contentHash)) {
                return begun(new Attempt(request, customerId, false, null), mayBegin, tx);
            }
            // There is a row, and from here on we hold its lock. Another worker may have inserted it a moment ago.
            Row earlier = find(order);
            boolean uncertain = earlier.uncertain() || earlier.underWay();
            if (earlier.specterNumber() == null && !uncertain) {
                renew(order, externalOrderNo, customerId, request, contentHash);
                return begun(new Attempt(request, customerId, false, null), mayBegin, tx);
            }
            if (earlier.specterNumber() == null) {
                repeat(order);
            }
            byte[] sent = vault.decrypt(earlier.encryptedRequest(), "submission/" + order);
            return Optional.of(new Attempt(sent, earlier.customerId(), uncertain, earlier.specterNumber()));
        });
    }

    private static Optional<Attempt> begun(Attempt attempt, BooleanSupplier mayBegin, TransactionStatus tx) {
        if (mayBegin.getAsBoolean()) {
            return Optional.of(attempt);
        }
        tx.setRollbackOnly();
        return Optional.empty();
    }

    /** Whether an attempt may have made the order, and nobody knows. Only the same request sent again finds out. */
    boolean inDoubt(OrderRef order) {
        return jdbc.sql(IN_DOUBT).params(Sql.named(order)).query(Integer.class).single() == 1;
    }

    /** The attempt surely had no effect. */
    void withoutEffect(OrderRef order) {
        jdbc.sql(WITHOUT_EFFECT).params(Sql.named(order)).update();
    }

    /** The order is in Specter with this number. Stores that everywhere, in one transaction. */
    void confirmed(OrderRef order, long specterNumber) {
        transactions.executeWithoutResult(tx -> {
            Row sent = find(order);
            settled(order, specterNumber);
            orders.transferred(order, specterNumber, sent.contentHash());
            if (sent.uncertain()) {
                orders.content().compareLater(order);
            }
            attention.close(Question.transfer(order));
        });
    }

    /**
     * Specter understood and refused, or did not say enough, so the order waits. An earlier uncertainty stays.
     *
     * @return the number, if a simultaneous attempt has learned it meanwhile; nothing waits then
     */
    Optional<Long> parked(OrderRef order, Cause cause, Detail detail) {
        return parked(order, cause, detail, Map.of());
    }

    /**
     * As {@link #parked(OrderRef, Cause, Detail)}.
     *
     * @param named values for the cause's text; nothing personal
     */
    Optional<Long> parked(OrderRef order, Cause cause, Detail detail, Map<String, String> named) {
        return transactions.execute(tx -> {
            Optional<Long> number = Optional.ofNullable(find(order).specterNumber());
            if (number.isEmpty()) {
                withoutEffect(order);
                orders.parked(Question.transfer(order), null, cause, detail, named);
            }
            return number;
        });
    }

    /** Why this number, which a person names, cannot be the order's; empty when it can. */
    Optional<Refusal> objection(OrderRef order, long specterNumber) {
        return numbers.objection(order, specterNumber);
    }

    /** Somebody entered the order by hand, or found it, so no attempt of ours is open any more. */
    void settledByHand(OrderRef order, long specterNumber) {
        if (inDoubt(order)) {
            orders.content().compareLater(order);
        }
        jdbc.sql(SETTLED_BY_HAND).params(Sql.named(order)).update();
        settled(order, specterNumber);
    }

    /** Opens again what {@link #settledByHand} settled: an attempt that may have reached Specter still may have. */
    void settlementTakenBack(OrderRef order) {
        jdbc.sql(SETTLEMENT_TAKEN_BACK).params(Sql.named(order)).update();
    }

    /** Settles the order. The number that was learned first stays, because the shop's order is marked with it. */
    private void settled(OrderRef order, long specterNumber) {
        jdbc.sql(SETTLED)
                .param("specterNumber", specterNumber)
                .params(Sql.named(order))
                .update();
    }

    private void repeat(OrderRef order) {
        jdbc.sql(REPEAT).params(Sql.named(order)).update();
    }

    /** @return whether this is the order's first attempt */
    private boolean insert(
            OrderRef order, String externalOrderNo, long customerId, byte[] request, String contentHash) {
        return numbered(
                        order,
                        externalOrderNo,
                        () -> jdbc.sql(INSERT)
                                .params(Sql.named(order))
                                .param("externalOrderNo", externalOrderNo)
                                .param("customerId", customerId)
                                .param("request", vault.encrypt(request, "submission/" + order))
                                .param("contentHash", contentHash)
                                .update())
                == 1;
    }

    /** Replaces the request, because what was sent before surely had no effect. */
    private void renew(OrderRef order, String externalOrderNo, long customerId, byte[] request, String contentHash) {
        int renewed = numbered(
                order,
                externalOrderNo,
                () -> jdbc.sql(RENEW)
                        .param("externalOrderNo", externalOrderNo)
                        .param("customerId", customerId)
                        .param("request", vault.encrypt(request, "submission/" + order))
                        .param("contentHash", contentHash)
                        .params(Sql.named(order))
                        .update());
        if (renewed != 1) {
            throw new IllegalStateException("the attempt of order " + order + " was locked and is gone");
        }
    }

    private static int numbered(OrderRef order, String externalOrderNo, IntSupplier write) {
        try {
            return write.getAsInt();
        } catch (DuplicateKeyException e) {
            throw new IllegalStateException(
                    "another order of tenant " + order.shop().tenant() + " has the number " + externalOrderNo
                            + "; give each shop of the tenant its own orderNoPrefix",
                    e);
        }
    }

    private Row find(OrderRef order) {
        return jdbc.sql(FIND)
                .params(Sql.named(order))
                .query((rs, n) -> new Row(
                        rs.getLong("customer_id"),
                        rs.getBytes("request"),
                        rs.getBoolean("under_way"),
                        rs.getBoolean("uncertain"),
                        rs.getObject("specter_number", Long.class),
                        rs.getString("content_hash")))
                .single();
    }
}
