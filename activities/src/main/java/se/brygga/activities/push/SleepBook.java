package se.brygga.activities.push;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.feed.Feed;

/**
 * Shops to which nothing is written at present: why, since when, and when the next try is. Methods join a transaction.
 */
public final class SleepBook {

    /** Why a push sleeps. Constants are stored. They may be added, never renamed. */
    public enum Why {
        /** The shop or the set-up does not allow the push. A notice says what to do, and each poll tries again. */
        REFUSED,
        /** The shop does not answer, or is too busy. */
        AWAY,
        /** A defect of ours. */
        DEFECT;

        /** The word in metrics. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One push that sleeps.
     *
     * @param code of the last failure
     * @param detail a stored {@link Detail}: the failure in words; no personal data
     * @param since when the first of the tries in a row failed
     * @param until the next try; null for the next poll
     */
    public record Sleep(
            ShopRef shop,
            Feed feed,
            Why why,
            String code,
            String detail,
            Instant since,
            Instant triedAt,
            int tries,
            @Nullable Instant until) {}

    private static final String BEDDED = """
            insert into push_sleep as known (tenant, feed, shop, why, code, detail, since, tried_at, tries, until)
            values (:tenant, :feed, :shop, :why, :code, :detail, :now, :now, 1, :until)
            on conflict (tenant, feed, shop) do update set why = excluded.why, code = excluded.code,
              detail = excluded.detail, tried_at = excluded.tried_at, tries = known.tries + 1, until = excluded.until""";

    private static final String SELECT =
            "select tenant, shop, feed, why, code, detail, since, tried_at, tries, until from push_sleep";

    private static final String WOKE = """
            delete from push_sleep where tenant = :tenant and feed = :feed and shop = :shop""";

    private static final String OF = SELECT + " where tenant = :tenant and feed = :feed and shop = :shop";

    private static final String ALL = SELECT + " order by tenant, shop, feed";

    private final JdbcClient jdbc;
    private final InstantSource time;

    SleepBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** How many tries in a row have failed. */
    public int tries(Feed feed, ShopRef shop) {
        return of(feed, shop).map(Sleep::tries).orElse(0);
    }

    /**
     * Notes that a try has failed.
     *
     * @param pause until the next try; null for the next poll
     */
    public void sleeps(Feed feed, ShopRef shop, Why why, String code, Detail detail, @Nullable Duration pause) {
        Instant now = time.instant();
        jdbc.sql(BEDDED)
                .param("tenant", shop.tenant())
                .param("feed", feed.key())
                .param("shop", shop.shop())
                .param("why", why.name())
                .param("code", code)
                .param("detail", detail.stored())
                .param("now", Sql.at(now))
                .param("until", pause == null ? null : Sql.at(now.plus(pause)))
                .update();
    }

    /** Notes that a try has succeeded. */
    public void woke(Feed feed, ShopRef shop) {
        jdbc.sql(WOKE)
                .param("tenant", shop.tenant())
                .param("feed", feed.key())
                .param("shop", shop.shop())
                .update();
    }

    /** The sleep of a push; empty while the shop takes what is written. */
    public Optional<Sleep> of(Feed feed, ShopRef shop) {
        return jdbc.sql(OF)
                .param("tenant", shop.tenant())
                .param("feed", feed.key())
                .param("shop", shop.shop())
                .query(SleepBook::read)
                .optional();
    }

    /** All pushes that sleep, including those that no set-up wants any more. */
    public List<Sleep> all() {
        return jdbc.sql(ALL).query(SleepBook::read).list();
    }

    /** All pushes that sleep although their set-up wants them. */
    public List<Sleep> wanted(List<TenantSetup> served) {
        Map<String, TenantSetup> byTenant =
                served.stream().collect(Collectors.toMap(TenantSetup::tenant, Function.identity()));
        return all().stream()
                .filter(sleep -> Optional.ofNullable(byTenant.get(sleep.shop().tenant()))
                        .filter(setup -> setup.refs().contains(sleep.shop())
                                && setup.shop(sleep.shop().shop()).wants(sleep.feed()))
                        .isPresent())
                .toList();
    }

    private static Sleep read(ResultSet rs, int row) throws SQLException {
        return new Sleep(
                new ShopRef(rs.getString("tenant"), rs.getString("shop")),
                Feed.ofKey(rs.getString("feed")),
                Why.valueOf(rs.getString("why")),
                rs.getString("code"),
                rs.getString("detail"),
                rs.getTimestamp("since").toInstant(),
                rs.getTimestamp("tried_at").toInstant(),
                rs.getInt("tries"),
                Sql.instant(rs, "until"));
    }
}
