package se.brygga.activities.products;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.ShopRef;

/** What the looks of each shop's sync of products came to, and which syncs a person has paused. */
public final class SyncBook {

    /**
     * What the looks came to.
     *
     * @param idle number of looks in a row that found nothing, or failed
     * @param failures number of failed looks in a row
     * @param newsAt when a look last found something; null for never
     * @param waiting how many products waited for a person at the end of the last complete look
     * @param pause null while the sync looks
     */
    public record Sync(
            ShopRef shop,
            int idle,
            int failures,
            @Nullable Instant newsAt,
            int waiting,
            @Nullable Pause pause) {

        /** A sync that has not looked yet. */
        public static Sync fresh(ShopRef shop) {
            return new Sync(shop, 0, 0, null, 0, null);
        }
    }

    /**
     * Who has paused a sync.
     *
     * @param reason null when none was given
     */
    public record Pause(String by, Instant at, @Nullable String reason) {}

    private static final String COLUMNS = """
            select tenant, shop, idle, failures, news_at, waiting, paused_by, paused_at, paused_why from product_look""";

    private static final String ALL = COLUMNS + " order by tenant, shop";

    private static final String ONE = COLUMNS + " where tenant = :tenant and shop = :shop";

    private static final String LOOKED = """
            insert into product_look (tenant, shop, waiting) values (:tenant, :shop, :waiting)
            on conflict (tenant, shop) do update set failures = 0, waiting = excluded.waiting""";

    private static final String FOUND = """
            insert into product_look (tenant, shop, news_at) values (:tenant, :shop, :now)
            on conflict (tenant, shop) do update set idle = 0, news_at = excluded.news_at""";

    private static final String IDLE = """
            insert into product_look as known (tenant, shop, idle, failures) values (:tenant, :shop, 1, :failed)
            on conflict (tenant, shop) do update
              set idle = least(known.idle + 1, 1000), failures = least(known.failures + excluded.failures, 1000)
            returning idle""";

    private static final String PAUSE = """
            insert into product_look as known (tenant, shop, paused_by, paused_at, paused_why)
            values (:tenant, :shop, :by, :now, :why)
            on conflict (tenant, shop) do update set paused_by = excluded.paused_by, paused_at = excluded.paused_at,
              paused_why = excluded.paused_why where known.paused_by is null""";

    private static final String RESUME = """
            update product_look set paused_by = null, paused_at = null, paused_why = null
            where tenant = :tenant and shop = :shop and paused_by is not null""";

    private final JdbcClient jdbc;
    private final InstantSource time;

    public SyncBook(Database database) {
        this.jdbc = database.jdbc();
        this.time = database.time();
    }

    /** Every sync that has ever looked, or was paused. */
    public List<Sync> all() {
        return jdbc.sql(ALL).query(SyncBook::read).list();
    }

    /** The sync of a shop. */
    public Sync of(ShopRef shop) {
        return jdbc.sql(ONE)
                .params(Sql.named(shop))
                .query(SyncBook::read)
                .optional()
                .orElse(Sync.fresh(shop));
    }

    /** Who has paused the sync; empty while it looks. */
    Optional<Pause> pause(ShopRef shop) {
        return Optional.ofNullable(of(shop).pause());
    }

    /** Pauses a sync. Returns whether it was not paused. */
    public boolean pause(ShopRef shop, String by, @Nullable String reason) {
        return jdbc.sql(PAUSE)
                        .params(Sql.named(shop))
                        .param("by", by)
                        .param("now", Sql.at(time.instant()))
                        .param("why", reason)
                        .update()
                > 0;
    }

    /** Ends a pause. Returns whether the sync was paused. */
    public boolean resume(ShopRef shop) {
        return jdbc.sql(RESUME).params(Sql.named(shop)).update() > 0;
    }

    /** Notes that a look is complete. */
    void looked(ShopRef shop, int waiting) {
        jdbc.sql(LOOKED).params(Sql.named(shop)).param("waiting", waiting).update();
    }

    /** Notes that a look found something. */
    void found(ShopRef shop) {
        jdbc.sql(FOUND)
                .params(Sql.named(shop))
                .param("now", Sql.at(time.instant()))
                .update();
    }

    /** Notes that a look found nothing. Returns how many such or failed looks there were in a row. */
    int idle(ShopRef shop) {
        return idle(shop, 0);
    }

    /** Notes that a look failed. Returns as {@link #idle(ShopRef)}. */
    int failed(ShopRef shop) {
        return idle(shop, 1);
    }

    private int idle(ShopRef shop, int failed) {
        return jdbc.sql(IDLE)
                .params(Sql.named(shop))
                .param("failed", failed)
                .query(Integer.class)
                .single();
    }

    private static Sync read(ResultSet rs, int row) throws SQLException {
        String pausedBy = rs.getString("paused_by");
        return new Sync(
                new ShopRef(rs.getString("tenant"), rs.getString("shop")),
                rs.getInt("idle"),
                rs.getInt("failures"),
                Sql.instant(rs, "news_at"),
                rs.getInt("waiting"),
                pausedBy == null
                        ? null
                        : new Pause(
                                pausedBy,
                                Objects.requireNonNull(Sql.instant(rs, "paused_at")),
                                rs.getString("paused_why")));
    }
}
