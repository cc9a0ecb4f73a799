package se.brygga.activities.orders;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.ShopRef;

/** How far each shop's orders have been looked through. */
public final class IntakeBook {

    /**
     * How far a shop has been looked through.
     *
     * @param since by the shop's clock; orders created before are not ours, because somebody else took care of them
     * @param afterOrder orders up to this number are not ours either; the shop had them when we began
     * @param watermark the latest change that the last complete scan had seen
     * @param sweptAt when the last complete sweep began; the epoch before the first
     */
    public record Mark(Instant since, long afterOrder, Instant watermark, Instant sweptAt) {

        /** Whether somebody else took care of an order. */
        public boolean isBefore(long orderId, Instant created) {
            return orderId <= afterOrder || created.isBefore(since);
        }
    }

    /**
     * Where a shop begins.
     *
     * @param since cut to whole seconds, as the shop's times are; what was placed in this second is ours
     * @param afterOrder the last number that is not ours; 0 when the time alone decides
     */
    public record Beginning(Instant since, long afterOrder) {

        public static Beginning at(Instant since) {
            return new Beginning(since, 0);
        }
    }

    /**
     * A shop that was not swept for long.
     *
     * @param sweptAt when the last complete sweep began; null when there was none
     */
    public record Unswept(ShopRef shop, @Nullable Instant sweptAt) {}

    /** The longest time without a sweep. A shop is swept each hour, so after two something is wrong. */
    private static final Duration SWEPT_WITHIN = Duration.ofHours(2);

    private static final String BEGIN = """
            insert into intake_mark (tenant, shop, since, after_order, watermark, swept_at)
            values (:tenant, :shop, :since, :after, :since, 'epoch') on conflict do nothing""";

    private static final String MOVE = """
            update intake_mark set watermark = :watermark, swept_at = :swept,
              idle = case when :found then 0 else least(idle + 1, 1000) end
            where tenant = :tenant and shop = :shop""";

    private static final String COUNT_UNKNOWN = """
            update intake_mark set unknown_orders = unknown_orders + 1 where tenant = :tenant and shop = :shop""";

    private static final String TAKE_UNKNOWN = """
            update intake_mark m set unknown_orders = 0
            from (select tenant, shop, unknown_orders as were from intake_mark
                  where tenant = :tenant and shop = :shop for update) before
            where m.tenant = before.tenant and m.shop = before.shop and before.were > :few
            returning before.were""";

    private static final String FAILED = """
            update intake_mark set idle = least(idle + 1, 1000) where tenant = :tenant and shop = :shop""";

    private static final String IDLE = "select idle from intake_mark where tenant = :tenant and shop = :shop";

    private static final String UNSWEPT_SINCE = """
            select m.tenant, m.shop, nullif(m.swept_at, 'epoch') as swept_at from intake_mark m
            where greatest(m.swept_at, (select max(applied_at) from tenant_setup s where s.tenant = m.tenant)) < :time
            order by m.swept_at, m.tenant, m.shop""";

    private static final String FIND = """
            select since, after_order, watermark, swept_at from intake_mark where tenant = :tenant and shop = :shop""";

    private final JdbcClient jdbc;

    public IntakeBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The shop's mark, created if there is none. An existing mark keeps its beginning. */
    public Mark begin(ShopRef shop, Beginning beginning) {
        jdbc.sql(BEGIN)
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .param("since", Sql.at(beginning.since().truncatedTo(ChronoUnit.SECONDS)))
                .param("after", beginning.afterOrder())
                .update();
        return find(shop).orElseThrow();
    }

    /**
     * Moves the mark after a complete look. Call this only when everything up to it is stored.
     *
     * @param found whether the look found anything; the next look comes sooner then
     */
    public void move(ShopRef shop, Instant watermark, Instant sweptAt, boolean found) {
        jdbc.sql(MOVE)
                .param("watermark", Sql.at(watermark))
                .param("swept", Sql.at(sweptAt))
                .param("found", found)
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .update();
    }

    /** Counts an order that somebody named and that the shop does not have. */
    public void countUnknown(ShopRef shop) {
        jdbc.sql(COUNT_UNKNOWN)
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .update();
    }

    /** How many such orders there were since the last call. Empty while they are few, and then none is forgotten. */
    public Optional<Integer> takeUnknown(ShopRef shop, int few) {
        return jdbc.sql(TAKE_UNKNOWN)
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .param("few", few)
                .query(Integer.class)
                .optional();
    }

    /**
     * Notes that a look failed.
     *
     * @return how many looks in a row found nothing, or failed
     */
    public int failed(ShopRef shop) {
        jdbc.sql(FAILED)
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .update();
        return idle(shop);
    }

    /** How many looks in a row found nothing, or failed. */
    public int idle(ShopRef shop) {
        return jdbc.sql(IDLE)
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Shops that were not swept for hours, the longest first. A shop that was set up since then has time left. */
    public List<Unswept> unswept(List<TenantSetup> served, Instant now) {
        Set<ShopRef> shops =
                served.stream().flatMap(setup -> setup.refs().stream()).collect(Collectors.toSet());
        return unsweptSince(now.minus(SWEPT_WITHIN)).stream()
                .filter(unswept -> shops.contains(unswept.shop()))
                .toList();
    }

    /** As {@link #unswept}, and also shops that no set-up names any more. */
    public List<Unswept> unsweptSince(Instant time) {
        return jdbc.sql(UNSWEPT_SINCE)
                .param("time", Sql.at(time))
                .query((rs, n) -> new Unswept(
                        new ShopRef(rs.getString("tenant"), rs.getString("shop")),
                        Optional.ofNullable(rs.getTimestamp("swept_at"))
                                .map(Timestamp::toInstant)
                                .orElse(null)))
                .list();
    }

    /** The shop's mark, if it has begun. */
    public Optional<Mark> find(ShopRef shop) {
        return jdbc.sql(FIND)
                .params(Sql.named(shop))
                .query((rs, n) -> new Mark(
                        rs.getTimestamp("since").toInstant(),
                        rs.getLong("after_order"),
                        rs.getTimestamp("watermark").toInstant(),
                        rs.getTimestamp("swept_at").toInstant()))
                .optional();
    }
}
