package se.brygga.activities.products.specter;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.ShopRef;

/** How far the sync of products has read each shop, and the products that web hooks told of. */
public final class LookBook {

    /**
     * How far a shop was read. Null means never.
     *
     * @param changesUntil all changes before this were read
     * @param sweptAt when the last complete sweep began
     * @param sweptSetup what the set-up said of products at that sweep
     */
    record Mark(
            @Nullable Instant changesUntil,
            @Nullable Instant sweptAt,
            @Nullable String sweptSetup) {

        static final Mark NONE = new Mark(null, null, null);
    }

    /**
     * When everything of a shop is looked at again, although nobody told of a change.
     *
     * @param setup what the set-up says of products; when that changes, everything is looked at
     * @param at time of the day, in the zone
     */
    public record Sweep(String setup, LocalTime at, ZoneId zone) {

        /** @param now when the look begins */
        boolean isDue(Mark mark, Instant now) {
            Instant swept = mark.sweptAt();
            if (swept == null || !setup.equals(mark.sweptSetup())) {
                return true;
            }
            ZonedDateTime before = swept.atZone(zone);
            ZonedDateTime next = before.with(at);
            return !now.isBefore((next.isAfter(before) ? next : next.plusDays(1)).toInstant());
        }
    }

    private static final String FIND = """
            select changes_until, swept_at, swept_setup from product_look where tenant = :tenant and shop = :shop""";

    private static final String MOVE = """
            insert into product_look (tenant, shop, changes_until, swept_at, swept_setup)
            values (:tenant, :shop, :changesUntil, :sweptAt, :sweptSetup)
            on conflict (tenant, shop) do update set changes_until = excluded.changes_until,
              swept_at = excluded.swept_at, swept_setup = excluded.swept_setup""";

    private static final String ASK_FOR_SWEEP = """
            update product_look set swept_setup = null where tenant = :tenant and shop = :shop""";

    private static final String HEARD = """
            insert into product_heard (tenant, shop, product_id, heard_at) values (:tenant, :shop, :product, :now)
            on conflict (tenant, shop, product_id) do update set heard_at = excluded.heard_at, read_once = false""";

    private static final String TO_READ = """
            select product_id from product_heard
            where tenant = :tenant and shop = :shop and (not read_once or heard_at < :before)
            order by heard_at limit :limit""";

    private static final String READ_ONCE = """
            update product_heard set read_once = true
            where tenant = :tenant and shop = :shop and product_id = :product and heard_at <= :began""";

    private static final String READ_AGAIN = """
            delete from product_heard
            where tenant = :tenant and shop = :shop and product_id = :product and heard_at < :before""";

    private static final String WAIT = """
            select count(*) from product_heard where tenant = :tenant and shop = :shop""";

    private final JdbcClient jdbc;
    private final InstantSource time;

    public LookBook(Database database) {
        this.jdbc = database.jdbc();
        this.time = database.time();
    }

    /** Whether everything is to be looked at now. */
    public boolean isDue(ShopRef shop, Sweep sweep) {
        return sweep.isDue(mark(shop), time.instant());
    }

    /** Notes that everything is looked at from now on. */
    public void swept(ShopRef shop, Sweep sweep) {
        move(shop, new Mark(mark(shop).changesUntil(), time.instant(), sweep.setup()));
    }

    Mark mark(ShopRef shop) {
        return jdbc.sql(FIND)
                .params(Sql.named(shop))
                .query((rs, n) -> new Mark(
                        Sql.instant(rs, "changes_until"), Sql.instant(rs, "swept_at"), rs.getString("swept_setup")))
                .optional()
                .orElse(Mark.NONE);
    }

    void move(ShopRef shop, Mark mark) {
        jdbc.sql(MOVE)
                .params(Sql.named(shop))
                .param("changesUntil", at(mark.changesUntil()))
                .param("sweptAt", at(mark.sweptAt()))
                .param("sweptSetup", mark.sweptSetup())
                .update();
    }

    private static @Nullable Object at(@Nullable Instant time) {
        return time == null ? null : Sql.at(time);
    }

    /** Whether all products were read, in a sweep that began after this time. */
    public boolean sweptSince(ShopRef shop, Instant since) {
        Instant swept = mark(shop).sweptAt();
        return swept != null && !swept.isBefore(since);
    }

    /** The next look reads all products. */
    public void askForSweep(ShopRef shop) {
        jdbc.sql(ASK_FOR_SWEEP).params(Sql.named(shop)).update();
    }

    /** A web hook told of a product. Idempotent. */
    public void heard(ShopRef shop, long productId) {
        jdbc.sql(HEARD)
                .params(Sql.named(shop))
                .param("product", productId)
                .param("now", Sql.at(time.instant()))
                .update();
    }

    /**
     * Products that are to be read.
     *
     * @param before those that were read once are read again if they were heard of before this
     */
    List<Long> toRead(ShopRef shop, Instant before, int limit) {
        return jdbc.sql(TO_READ)
                .params(Sql.named(shop))
                .param("before", Sql.at(before))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /**
     * Notes that a product was read. It is forgotten when it was heard of before {@code before}, because the shop shows
     * the change by then.
     */
    void read(ShopRef shop, long productId, Instant began, Instant before) {
        int forgotten = jdbc.sql(READ_AGAIN)
                .params(Sql.named(shop))
                .param("product", productId)
                .param("before", Sql.at(before))
                .update();
        if (forgotten == 0) {
            jdbc.sql(READ_ONCE)
                    .params(Sql.named(shop))
                    .param("product", productId)
                    .param("began", Sql.at(began))
                    .update();
        }
    }

    /** How many products are still to be read, or to be read again. */
    public int waiting(ShopRef shop) {
        return jdbc.sql(WAIT).params(Sql.named(shop)).query(Integer.class).single();
    }
}
