package se.brygga.activities.transfer;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.activities.status.specter.SpecterOrderState;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;

/**
 * Checks whether a number that a person names can be an order's number in Specter. A slip of the finger would lose a
 * paid order, and Specter cannot be asked (reference O4). So the number is compared with everything that is known of
 * the tenant's numbers.
 */
final class SpecterNumbers {

    /** How far an order that was entered by hand may lie from the known numbers. */
    private static final long BESIDE = 1000;

    /**
     * Number of transfers, all of which Specter must have told of. With fewer, Specter's silence about a number means
     * nothing.
     */
    private static final int ENOUGH = 3;

    /**
     * What is known of a tenant's numbers.
     *
     * @param transfers number of our own transfers
     * @param told how many of these Specter's journal has told of
     * @param lowest of our own transfers
     * @param lowestTold of all orders in Specter's journal; 0 where there is none, as is {@code highestTold}
     */
    private record Known(int transfers, int told, long lowest, long highest, long lowestTold, long highestTold) {

        boolean isFar(long number) {
            return number < lowest - BESIDE || number > Math.max(highest, highestTold) + BESIDE;
        }

        /** Whether Specter tells of each order, and would have told of this one. */
        boolean wouldBeTold(long number) {
            return transfers >= ENOUGH && told == transfers && number >= lowestTold && number <= highestTold;
        }
    }

    private static final String NUMBER_OF = """
            select specter_number from shop_order where tenant = :tenant and shop = :shop and order_id = :order
              and specter_number is not null""";

    private static final String BELONGS_TO = """
            select shop, order_id from shop_order where tenant = :tenant and specter_number = :number""";

    private static final String IS_CANCELLED = """
            select status_id = :cancelled as cancelled from specter_order
              where tenant = :tenant and specter_number = :number""";

    private static final String KNOWN = """
            select count(*) as transfers, count(s.specter_number) as told,
              coalesce(min(o.specter_number), 0) as lowest, coalesce(max(o.specter_number), 0) as highest,
              coalesce((select min(specter_number) from specter_order where tenant = :tenant), 0) as lowest_told,
              coalesce((select max(specter_number) from specter_order where tenant = :tenant), 0) as highest_told
            from shop_order o
            left join specter_order s on s.tenant = o.tenant and s.specter_number = o.specter_number
            where o.tenant = :tenant and o.specter_number is not null and o.sent_hash is not null""";

    private final JdbcClient jdbc;

    SpecterNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why this number cannot be the order's, for the person who named it; empty when it can. */
    Optional<Refusal> objection(OrderRef order, long number) {
        Optional<Long> own = numberOf(order);
        if (own.isPresent()) {
            return own.filter(known -> known != number).map(Reason.TRANSFERRED_ALREADY::of);
        }
        return belongsTo(order.shop().tenant(), number)
                .map(other -> Reason.NUMBER_OF_ANOTHER.of(number, other))
                .or(() -> doubt(order.shop().tenant(), number));
    }

    private Optional<Long> numberOf(OrderRef order) {
        return jdbc.sql(NUMBER_OF).params(Sql.named(order)).query(Long.class).optional();
    }

    private Optional<OrderRef> belongsTo(String tenant, long number) {
        return jdbc.sql(BELONGS_TO)
                .param("tenant", tenant)
                .param("number", number)
                .query((rs, n) -> OrderRef.of(tenant, rs.getString("shop"), rs.getLong("order_id")))
                .optional();
    }

    private Optional<Refusal> doubt(String tenant, long number) {
        Optional<Boolean> cancelled = jdbc.sql(IS_CANCELLED)
                .param("tenant", tenant)
                .param("number", number)
                .param("cancelled", SpecterOrderState.CANCELLED)
                .query((rs, n) -> rs.getBoolean("cancelled"))
                .optional();
        if (cancelled.isPresent()) {
            return cancelled.filter(yes -> yes).map(yes -> Reason.NUMBER_CANCELLED.of(number));
        }
        Known known = known(tenant);
        if (known.transfers() > 0 && known.isFar(number)) {
            return Optional.of(
                    Reason.NUMBER_FAR.of(number, known.lowest(), Math.max(known.highest(), known.highestTold())));
        }
        return known.wouldBeTold(number)
                ? Optional.of(Reason.NUMBER_NOT_TOLD.of(number, known.lowestTold(), known.highestTold()))
                : Optional.empty();
    }

    /** Reads only our own transfers, because a number that a person gave proves nothing. */
    private Known known(String tenant) {
        return jdbc.sql(KNOWN)
                .param("tenant", tenant)
                .query((rs, n) -> new Known(
                        rs.getInt("transfers"),
                        rs.getInt("told"),
                        rs.getLong("lowest"),
                        rs.getLong("highest"),
                        rs.getLong("lowest_told"),
                        rs.getLong("highest_told")))
                .single();
    }
}
