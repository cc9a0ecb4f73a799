package se.brygga.activities.outage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.setup.kept.ServiceState;
import se.brygga.activities.sql.Sql;
import se.brygga.activities.status.CallbackBook;
import se.brygga.clients.remote.Door;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.workflows.OrderRef;

/** What all workers know of systems that are out of order: a row for each door where a call has failed. */
public final class OutageBook {

    /**
     * An outage as people are told of it.
     *
     * @param waiting number of orders, and of orders with callbacks, that wait for the system
     */
    public record Told(Outage outage, long waiting) {

        /** Whether the order needs the system. */
        public boolean concerns(OrderRef order) {
            Door door = outage.door();
            return door.tenant().equals(order.shop().tenant())
                    && (door.shop().isEmpty() || door.shop().equals(order.shop().shop()));
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(OutageBook.class);

    private static final String OF_DOOR =
            " where tenant = :tenant and system = :system and shop = :shop and needed_right = :right";

    private static final String SELECT = """
            select system, tenant, shop, needed_right, kind, since, last_at, tries, last_answer, next_try_at, lost,
              journals
            from outage""";

    private static final String OF_ALL_DOORS = " where tenant = :tenant and system = :system and shop = :shop";

    private static final String OPEN = """
            select system, tenant, shop, needed_right, kind, since, last_at, tries, last_answer, next_try_at, lost, journals,
              case when o.needed_right = :read then 0 else
                (select count(*) from shop_order s where s.tenant = o.tenant and (o.shop = '' or s.shop = o.shop)
                  and s.state = 'on-its-way') end
              + case when o.system = :specter then 0 else
                (select count(distinct c.order_id) from callback c where c.tenant = o.tenant and c.shop = o.shop
                  and c.settled_at is null and c.state = :pending) end as waiting
            from outage o
            where not exists (select from service_state t
              where t.tenant = o.tenant and t.shop in ('', o.shop) and t.state = :removed)
            order by since, tenant, system, shop, needed_right""";

    private static final String LOCK = SELECT + OF_DOOR + " for update";

    private static final String SAVE = """
            insert into outage (tenant, system, shop, needed_right, kind, since, last_at, tries, last_answer,
              next_try_at, lost, journals)
            values (:tenant, :system, :shop, :right, :kind, :since, :lastAt, :tries, :lastAnswer, :nextTryAt,
              :lost, :journals)
            on conflict (tenant, system, shop, needed_right) do update set kind = excluded.kind,
              since = excluded.since, last_at = excluded.last_at, tries = excluded.tries,
              last_answer = excluded.last_answer, next_try_at = excluded.next_try_at,
              lost = excluded.lost, journals = excluded.journals""";

    private static final String ANSWERED =
            "update outage set kind = :rights" + OF_ALL_DOORS + " and kind = :credentials";

    private static final String DELETE = "delete from outage" + OF_DOOR;

    private static final String TAKE = "update outage set next_try_at = :until" + OF_DOOR + " and next_try_at <= :now";

    private static final String MOVE = "update outage set next_try_at = :to" + OF_DOOR + " and next_try_at = :until";

    private static final String TRY_NOW = """
            update outage set next_try_at = :now where tenant = :tenant and shop = any(:shops)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    public OutageBook(JdbcClient jdbc, TransactionTemplate transactions, InstantSource time) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.time = time;
    }

    /** Each system that is out of order, once; the longest outage first. Removed systems are left out. */
    public List<Told> known() {
        Instant now = time.instant();
        Map<Door, Told> known = new LinkedHashMap<>();
        open().stream()
                .filter(told -> told.outage().isKnown(now))
                .forEach(told -> known.merge(told.outage().door().with(Door.Right.ANY), told, OutageBook::oneOf));
        return known.values().stream()
                .sorted(Comparator.comparing(told -> told.outage().since()))
                .toList();
    }

    /** The outages that an order's transfer or callbacks wait for. */
    public List<Told> knownTo(OrderRef order) {
        return known().stream().filter(told -> told.concerns(order)).toList();
    }

    /**
     * The outage of the tenant's Specter, or of one of its shops, if there is one or was at the last call.
     *
     * @param shop empty for Specter
     */
    public List<Told> of(String tenant, String shop) {
        return open().stream()
                .filter(told -> told.outage().door().tenant().equals(tenant)
                        && told.outage().door().shop().equals(shop))
                .toList();
    }

    /**
     * The outage to tell of two for the same system. A login refused for both rights is refused altogether. A system
     * out of reach is first of all that.
     */
    private static Told oneOf(Told one, Told other) {
        Told first = one.outage().door().right() == Door.Right.ANY ? one : other;
        Outage outage = first.outage();
        if (outage.door().right() == Door.Right.ANY) {
            return first;
        }
        Instant since = one.outage().since().isBefore(other.outage().since())
                ? one.outage().since()
                : other.outage().since();
        Outage both = new Outage(
                outage.door().with(Door.Right.ANY),
                Outage.Kind.CREDENTIALS,
                since,
                outage.lastAt(),
                one.outage().tries() + other.outage().tries(),
                outage.lastAnswer(),
                outage.nextTryAt(),
                List.of(),
                List.of());
        return new Told(both, Math.max(one.waiting(), other.waiting()));
    }

    /** All rows, including short storms and single lost calls. */
    List<Told> open() {
        return jdbc.sql(OPEN)
                .param("read", Sql.code(Door.Right.READ))
                .param("specter", RemoteSystem.SPECTER.key())
                .param("pending", Sql.code(CallbackBook.State.PENDING))
                .param("removed", Sql.code(ServiceState.State.REMOVED))
                .query((rs, n) -> new Told(outage(rs), rs.getLong("waiting")))
                .list();
    }

    /**
     * Stores a failed call.
     *
     * @return what is known now
     */
    Outage failed(Door door, Outage.Failed call) {
        return transactions.execute(tx -> {
            if (door.right() != Door.Right.ANY) {
                // The system answers, so it is neither away nor busy.
                delete(door.with(Door.Right.ANY));
            }
            Optional<Outage> before =
                    bind(jdbc.sql(LOCK), door).query((rs, n) -> outage(rs)).optional();
            Outage after = Outage.after(before.orElse(null), door, call);
            save(after);
            if (before.isEmpty()) {
                LOG.info("{} of {}: {}", door.system(), door.owner(), call.kind());
            }
            return after;
        });
    }

    private void save(Outage outage) {
        bind(jdbc.sql(SAVE), outage.door())
                .param("kind", outage.kind().key())
                .param("since", Sql.at(outage.since()))
                .param("lastAt", Sql.at(outage.lastAt()))
                .param("tries", outage.tries())
                // Another system's words may hold a character that no column takes.
                .param("lastAnswer", outage.lastAnswer().replace('\0', '\uFFFD'))
                .param("nextTryAt", Sql.at(outage.nextTryAt()))
                .param("lost", outage.lost().toArray(String[]::new))
                .param("journals", outage.journals().toArray(String[]::new))
                .update();
    }

    /**
     * Stores that the system has answered a call that needs this right. If it refuses another right, that right is
     * missing.
     */
    void answered(Door door) {
        transactions.executeWithoutResult(tx -> {
            int ended = delete(door) + (door.right() == Door.Right.ANY ? 0 : delete(door.with(Door.Right.ANY)));
            bind(jdbc.sql(ANSWERED), door)
                    .param("rights", Outage.Kind.RIGHTS.key())
                    .param("credentials", Outage.Kind.CREDENTIALS.key())
                    .update();
            if (ended > 0) {
                LOG.info("{} of {} is in order again", door.system(), door.owner());
            }
        });
    }

    private int delete(Door door) {
        return bind(jdbc.sql(DELETE), door).update();
    }

    /**
     * Takes the next probe.
     *
     * @param until when another worker may probe, if this one is not heard of
     * @return whether the probe was free
     */
    boolean take(Door door, Instant until) {
        return bind(jdbc.sql(TAKE), door)
                        .param("until", Sql.at(until))
                        .param("now", Sql.at(time.instant()))
                        .update()
                == 1;
    }

    /**
     * Changes the time at which another worker may probe, unless another has changed it.
     *
     * @param until the time that this probe has set last
     * @return whether the probe still held its place
     */
    boolean move(Door door, Instant until, Instant to) {
        return bind(jdbc.sql(MOVE), door)
                        .param("to", Sql.at(to))
                        .param("until", Sql.at(until))
                        .update()
                == 1;
    }

    /**
     * Lets the next call probe the systems, whatever pause they asked for. Idempotent.
     *
     * @param shops shops of the tenant whose Starweb is meant; the empty one stands for its account in Specter
     * @return how many are out of order
     */
    public int tryNow(String tenant, Collection<String> shops) {
        return jdbc.sql(TRY_NOW)
                .param("now", Sql.at(time.instant()))
                .param("tenant", tenant)
                .param("shops", shops.toArray(String[]::new))
                .update();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Door door) {
        return sql.param("tenant", door.tenant())
                .param("system", door.system().key())
                .param("shop", door.shop())
                .param("right", Sql.code(door.right()));
    }

    private static Outage outage(ResultSet rs) throws SQLException {
        Door door = new Door(
                Sql.constant(RemoteSystem.class, rs.getString("system")),
                rs.getString("tenant"),
                rs.getString("shop"),
                Sql.constant(Door.Right.class, rs.getString("needed_right")));
        return new Outage(
                door,
                Outage.Kind.ofKey(rs.getString("kind")),
                rs.getTimestamp("since").toInstant(),
                rs.getTimestamp("last_at").toInstant(),
                rs.getInt("tries"),
                rs.getString("last_answer"),
                rs.getTimestamp("next_try_at").toInstant(),
                List.of((String[]) rs.getArray("lost").getArray()),
                List.of((String[]) rs.getArray("journals").getArray()));
    }
}
