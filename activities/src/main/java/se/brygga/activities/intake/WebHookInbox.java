package se.brygga.activities.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.shop.ShopHooks.WebHookEvent;
import se.brygga.workflows.OrderRef;

/**
 * Web hooks that came in, each once. A web hook is only a hint. So only its order, and the order's status at that time,
 * are kept.
 */
public final class WebHookInbox {

    /**
     * A web hook.
     *
     * @param event what the shop told of
     * @param statusCode idCode of the order's status in the web hook; null for a status of the shop's own
     */
    public record Event(
            long id,
            WebHookEvent event,
            OrderRef order,
            @Nullable String statusCode) {}

    /**
     * Web hooks are handed on within a second, and after some seconds if that failed. One that waits longer than this
     * is left behind.
     */
    private static final Duration HANDED_ON_WITHIN = Duration.ofMinutes(1);

    /** Web hooks that nobody handed on. */
    public record Overdue(int count, Instant oldest) {}

    private static final String STORE = """
            insert into web_hook_event (tenant, shop, event, event_key, order_id, status_code, received_at)
            values (:tenant, :shop, :event, :eventKey, :order, :statusCode, :now)
              on conflict (tenant, shop, event, event_key) do nothing returning id""";

    private static final String DISPATCHED = "update web_hook_event set dispatched_at = :now where id = :id";

    private static final String IS_OPEN = """
            select count(*) from web_hook_event where id = :id and dispatched_at is null""";

    private static final String OPEN = """
            select id, event, tenant, shop, order_id, status_code from (
              select id, event, tenant, shop, order_id, status_code,
                row_number() over (partition by tenant, shop order by id) as place
              from web_hook_event where dispatched_at is null and received_at < :before) open
            where place <= :most order by id""";

    private static final String OVERDUE = """
            select count(*) as hooks, min(received_at) as oldest from web_hook_event
            where dispatched_at is null and received_at < :before
              and (cast(:tenant as text) is null or tenant = :tenant)
            having count(*) > 0""";

    private static final String PURGE = """
            delete from web_hook_event where id in
              (select id from web_hook_event where dispatched_at is not null and received_at < :before
               order by received_at limit :limit for update skip locked)""";

    private final JdbcClient jdbc;
    private final InstantSource time;

    public WebHookInbox(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Stores an event. Committed when this returns.
     *
     * @param statusCode see {@link Event}
     * @param eventKey Starweb's {@code eventId}, or the hash of the body where there is none
     * @return the event with its id; empty for a repetition
     */
    public Optional<Event> store(OrderRef order, WebHookEvent event, @Nullable String statusCode, String eventKey) {
        return jdbc.sql(STORE)
                .params(Sql.named(order.shop()))
                .param("event", event.key())
                .param("eventKey", eventKey)
                .param("order", order.orderId())
                .param("statusCode", statusCode)
                .param("now", Sql.at(time.instant()))
                .query(Long.class)
                .optional()
                .map(id -> new Event(id, event, order, statusCode));
    }

    /** Notes that an event was handed on. Idempotent. */
    public void dispatched(long id) {
        jdbc.sql(DISPATCHED)
                .param("now", Sql.at(time.instant()))
                .param("id", id)
                .update();
    }

    /** Whether nobody has handed the event on, here or in another process. */
    public boolean isOpen(long id) {
        return jdbc.sql(IS_OPEN).param("id", id).query(Integer.class).single() == 1;
    }

    /**
     * Events that were stored before the given time and not handed on. Their process died before that, or many events
     * of their shop wait.
     *
     * @param ofEachShop most events of each shop, so that one shop's events do not hide another's
     */
    public List<Event> open(Instant before, int ofEachShop) {
        return jdbc.sql(OPEN)
                .param("before", Sql.at(before))
                .param("most", ofEachShop)
                .query((rs, n) -> new Event(
                        rs.getLong("id"),
                        WebHookEvent.ofKey(rs.getString("event")).orElseThrow(),
                        OrderRef.of(rs.getString("tenant"), rs.getString("shop"), rs.getLong("order_id")),
                        rs.getString("status_code")))
                .list();
    }

    /**
     * Events that have waited too long to be handed on; empty when there is none.
     *
     * @param tenant null for all
     */
    public Optional<Overdue> overdue(@Nullable String tenant) {
        return jdbc.sql(OVERDUE)
                .param("before", Sql.at(time.instant().minus(HANDED_ON_WITHIN)))
                .param("tenant", tenant)
                .query((rs, n) -> new Overdue(
                        rs.getInt("hooks"), rs.getTimestamp("oldest").toInstant()))
                .optional();
    }

    /**
     * Deletes the oldest events that were handed on; open events stay. A repetition of a deleted event only leads to
     * one more look at its order.
     *
     * @param most number of events in one transaction
     * @return how many were deleted
     */
    public int purge(Instant before, int most) {
        return jdbc.sql(PURGE)
                .param("before", Sql.at(before))
                .param("limit", most)
                .update();
    }
}
