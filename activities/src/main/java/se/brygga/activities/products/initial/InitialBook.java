package se.brygga.activities.products.initial;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.products.initial.InitialLine.Count;
import se.brygga.activities.products.initial.InitialSync.State;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.Sql;
import se.brygga.setup.products.Direction;
import se.brygga.workflows.ShopRef;

/** The initial sync of each shop, and whether a shop's sync of products has begun. Methods join a transaction. */
public final class InitialBook {

    private static final String ASK = """
            insert into initial_sync as known (tenant, shop, direction, state, asked_at, asked_by)
            values (:tenant, :shop, :direction, :planning, :now, :by)
            on conflict (tenant, shop) do update set direction = excluded.direction, state = excluded.state,
              asked_at = excluded.asked_at, asked_by = excluded.asked_by, planned_at = null, began_at = null,
              began_by = null, ended_at = null, whole = false, of_master = 0, of_other = 0
            where known.state <> :running and known.state <> :paused""";

    private static final String FIND = """
            select direction, state, asked_at, asked_by, planned_at, began_at, began_by, ended_at, whole, of_master,
              of_other from initial_sync where tenant = :tenant and shop = :shop""";

    private static final String PLANNED = """
            update initial_sync set state = :planned, planned_at = :now, whole = :whole, of_master = :ofMaster,
              of_other = :ofOther
            where tenant = :tenant and shop = :shop and state = :planning""";

    private static final String BEGIN = """
            update initial_sync set state = :running, began_at = :now, began_by = :by
            where tenant = :tenant and shop = :shop and state = :planned""";

    private static final String MOVE = """
            update initial_sync set state = :to, ended_at = case when :ends then :now else ended_at end
            where tenant = :tenant and shop = :shop and state = any(:from)""";

    private static final String BEGUN = """
            insert into product_begun (tenant, shop, direction, begun_at) values (:tenant, :shop, :direction, :now)
            on conflict (tenant, shop) do update set direction = excluded.direction, begun_at = excluded.begun_at""";

    private static final String HAS_BEGUN = """
            select count(*) from product_begun where tenant = :tenant and shop = :shop and direction = :direction""";

    private static final String UNDER_WAY = """
            select tenant, shop from initial_sync where state = any(:states) order by tenant, shop""";

    private static final String ANSWERS = """
            select shop_sku, article_sku, same from number_answer where tenant = :tenant and shop = :shop""";

    private final JdbcClient jdbc;
    private final InstantSource time;

    public InitialBook(Database database) {
        this.jdbc = database.jdbc();
        this.time = database.time();
    }

    /**
     * Asks for a plan, which replaces an earlier one.
     *
     * @return false, with nothing changed, while a run is under way
     */
    public boolean ask(ShopRef shop, Direction direction, String by) {
        return at(ASK, shop)
                        .param("direction", Sql.code(direction))
                        .param("planning", Sql.code(State.PLANNING))
                        .param("running", Sql.code(State.RUNNING))
                        .param("paused", Sql.code(State.PAUSED))
                        .param("now", Sql.at(time.instant()))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** The last initial sync of a shop. */
    public Optional<InitialSync> find(ShopRef shop) {
        return at(FIND, shop).query(InitialBook::sync).optional();
    }

    /** The shops whose initial sync has something to do without a person. */
    public List<ShopRef> underWay() {
        return jdbc.sql(UNDER_WAY)
                .param("states", new String[] {Sql.code(State.PLANNING), Sql.code(State.RUNNING)})
                .query((rs, row) -> new ShopRef(rs.getString("tenant"), rs.getString("shop")))
                .list();
    }

    /**
     * Notes that a plan is made.
     *
     * @param read how many articles or variants the plan has read
     * @param whole whether Specter has told of all its articles
     * @return false, with nothing changed, when nobody waits for the plan any more
     */
    boolean planned(ShopRef shop, Count read, boolean whole) {
        return at(PLANNED, shop)
                        .param("planned", Sql.code(State.PLANNED))
                        .param("planning", Sql.code(State.PLANNING))
                        .param("now", Sql.at(time.instant()))
                        .param("whole", whole)
                        .param("ofMaster", read.ofMaster())
                        .param("ofOther", read.ofOther())
                        .update()
                == 1;
    }

    /**
     * A person says that the plan is to be carried out.
     *
     * @return false, with nothing changed, when there is no plan that waits for that
     */
    public boolean begin(ShopRef shop, String by) {
        return at(BEGIN, shop)
                        .param("running", Sql.code(State.RUNNING))
                        .param("planned", Sql.code(State.PLANNED))
                        .param("now", Sql.at(time.instant()))
                        .param("by", by)
                        .update()
                == 1;
    }

    /**
     * Moves a sync from one of these states to another.
     *
     * @return false, with nothing changed, when it stands in none of them
     */
    public boolean move(ShopRef shop, Set<State> from, State to) {
        return at(MOVE, shop)
                        .param("from", from.stream().map(Sql::code).toArray(String[]::new))
                        .param("to", Sql.code(to))
                        .param("ends", to == State.STOPPED || to == State.ENDED)
                        .param("now", Sql.at(time.instant()))
                        .update()
                == 1;
    }

    /** From now on the shop's sync of products writes all that changes, this way. */
    public void begun(ShopRef shop, Direction direction) {
        at(BEGUN, shop)
                .param("direction", Sql.code(direction))
                .param("now", Sql.at(time.instant()))
                .update();
    }

    /** Whether the shop's sync of products writes all that changes, this way. */
    public boolean hasBegun(ShopRef shop, Direction direction) {
        return at(HAS_BEGUN, shop)
                        .param("direction", Sql.code(direction))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** What people have said of numbers that differ little. */
    Planner.Answers answers(ShopRef shop, Direction direction) {
        boolean toSpecter = direction == Direction.TO_SPECTER;
        Set<String> apart = new HashSet<>();
        Map<String, String> same = new HashMap<>();
        at(ANSWERS, shop).query((ResultSet rs) -> {
            String master = rs.getString(toSpecter ? "shop_sku" : "article_sku");
            if (rs.getBoolean("same")) {
                same.put(master, rs.getString(toSpecter ? "article_sku" : "shop_sku"));
            } else {
                apart.add(master);
            }
        });
        return new Planner.Answers(apart, same);
    }

    private JdbcClient.StatementSpec at(String sql, ShopRef shop) {
        return jdbc.sql(sql).params(new TreeMap<>(Sql.named(shop)));
    }

    private static InitialSync sync(ResultSet rs, int row) throws SQLException {
        return new InitialSync(
                Sql.constant(Direction.class, rs.getString("direction")),
                Sql.constant(State.class, rs.getString("state")),
                rs.getTimestamp("asked_at").toInstant(),
                rs.getString("asked_by"),
                Sql.instant(rs, "planned_at"),
                Sql.instant(rs, "began_at"),
                rs.getString("began_by"),
                Sql.instant(rs, "ended_at"),
                rs.getBoolean("whole"),
                rs.getInt("of_master"),
                rs.getInt("of_other"));
    }
}
