package se.brygga.activities.products.initial;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.products.initial.InitialLine.Count;
import se.brygga.activities.products.initial.InitialLine.Difference;
import se.brygga.activities.products.initial.InitialLine.Kind;
import se.brygga.activities.products.initial.InitialLine.Outcome;
import se.brygga.activities.products.initial.InitialLine.Why;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.Sql;
import se.brygga.activities.sql.Where;
import se.brygga.setup.products.Direction;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lines of each shop's last plan: what is to be done, what a person said of it, and what came of it. */
public final class InitialLineBook {

    /** How many lines of a kind have an outcome, or none yet. */
    public record Sum(Kind kind, @Nullable Outcome outcome, Count count, int lines) {}

    private static final TypeReference<List<Difference>> DIFFERENCES = new TypeReference<>() {};

    private static final String FORGET = "delete from initial_line where tenant = :tenant and shop = :shop";

    private static final String ADD = """
            insert into initial_line (tenant, shop, position, number, sku, kind, other, other_sku, differences, cause, detail,
              held, agreed, of_master, of_other)
            select :tenant, :shop, i.position, i.number, i.sku, i.kind, i.other, i.other_sku, i.differences, i.cause,
              i.detail, i.held, i.agreed, i.of_master, i.of_other
            from unnest(:positions, :numbers, :skus, :kinds, :others, :otherSkus, :differences, :causes, :details, :held,
                :agreed, :ofMaster, :ofOther)
              as i (position, number, sku, kind, other, other_sku, differences, cause, detail, held, agreed, of_master,
                of_other)""";

    private static final String LIST = """
            select position, number, kind, other, differences, cause, detail, of_master, of_other, outcome
            from initial_line""";

    private static final String SUMS = """
            select kind, outcome, sum(of_master) as of_master, sum(of_other) as of_other, count(*) as lines
            from initial_line where tenant = :tenant and shop = :shop group by kind, outcome order by kind, outcome""";

    private static final String RELEASE = """
            update initial_line set released = :released
            where tenant = :tenant and shop = :shop and outcome is null and released <> :released and kind = any(:kinds)
            returning sku""";

    private static final String LEAVE = """
            update initial_line set outcome = :left
            where tenant = :tenant and shop = :shop and outcome is null and kind <> :match and not kind = any(:kinds)""";

    private static final String UNDER_WAY = LIST
            + " where tenant = :tenant and shop = :shop and released and outcome is null order by position limit :limit";

    private static final String EQUAL = LIST
            + " where tenant = :tenant and shop = :shop and kind = :match and outcome is null order by position limit :limit";

    private static final String SETTLE = """
            update initial_line l set outcome = i.outcome, cause = i.cause, detail = i.detail, held = false
            from unnest(:positions, :outcomes, :causes, :details) as i (position, outcome, cause, detail)
            where l.tenant = :tenant and l.shop = :shop and l.position = i.position""";

    /** The lines that an answer is about. A line that is to be accepted must be possible, and no main article. */
    private static final String ASKED = """
            l.tenant = :tenant and l.shop = :shop and (l.sku = any(:skus) or :all) and (l.kind = :proposed
              or (not :same and not :all and l.kind = :accepted and l.outcome is null)) and (not :same or (l.cause is null and l.of_master > 0))""";

    private static final String KEEP_ANSWERS = """
            insert into number_answer (tenant, shop, shop_sku, article_sku, article_no, same, said_at, said_by)
            select :tenant, :shop, case when s.direction = :toSpecter then l.sku else l.other_sku end,
              case when s.direction = :toSpecter then l.other_sku else l.sku end,
              case when s.direction = :toSpecter then l.other else l.number end, :same, :now, :by
            from initial_line l join initial_sync s on s.tenant = l.tenant and s.shop = l.shop where\s""" + ASKED + """
             on conflict (tenant, shop, shop_sku) do update set article_sku = excluded.article_sku,
              article_no = excluded.article_no, same = excluded.same, said_at = excluded.said_at,
              said_by = excluded.said_by""";

    private static final String SAY = """
            update initial_line l set kind = case when :same then :accepted else :proposed end, agreed = :same,
              detail = case when :same then '' else l.detail end
            where l.outcome is null and\s""" + ASKED;

    private final JdbcClient jdbc;
    private final InstantSource time;
    private final JsonMapper json = JsonMapper.builder().build();

    public InitialLineBook(Database database) {
        this.jdbc = database.jdbc();
        this.time = database.time();
    }

    /** Replaces the lines of a shop. Joins a transaction. */
    void replace(ShopRef shop, List<InitialLine> lines) {
        Sql.requireTransaction();
        at(FORGET, shop).update();
        add(shop, lines);
    }

    private void add(ShopRef shop, List<InitialLine> lines) {
        at(ADD, shop)
                .param(
                        "positions",
                        IntStream.rangeClosed(1, lines.size()).boxed().toArray(Integer[]::new))
                .param("numbers", Sql.part(lines, InitialLine::number))
                .param("skus", Sql.part(lines, line -> Sku.key(line.number())))
                .param("kinds", Sql.part(lines, line -> Sql.code(line.kind())))
                .param("others", Sql.optional(lines, InitialLine::other))
                .param("otherSkus", Sql.optional(lines, InitialLineBook::otherSku))
                .param("differences", Sql.part(lines, line -> json.writeValueAsString(line.differences())))
                .param("causes", Sql.optional(lines, line -> code(line.why().cause())))
                .param("details", Sql.part(lines, line -> line.why().detail().stored()))
                .param("held", lines.stream().map(line -> line.kind().isHeld()).toArray(Boolean[]::new))
                .param(
                        "agreed",
                        lines.stream().map(line -> line.kind().isAgreed()).toArray(Boolean[]::new))
                .param(
                        "ofMaster",
                        lines.stream().map(line -> line.count().ofMaster()).toArray(Integer[]::new))
                .param(
                        "ofOther",
                        lines.stream().map(line -> line.count().ofOther()).toArray(Integer[]::new))
                .update();
    }

    private static @Nullable String otherSku(InitialLine line) {
        return line.other() == null ? null : Sku.key(line.other());
    }

    /**
     * Lines of the last plan in their order.
     *
     * @param kind null for all
     * @param after position of the last line of the page before; 0 for the first page
     */
    public List<InitialLine> lines(ShopRef shop, @Nullable Kind kind, @Nullable Outcome outcome, int after, int limit) {
        Where where = new Where()
                .and("tenant = :tenant", "tenant", shop.tenant())
                .and("shop = :shop", "shop", shop.shop())
                .and("position > :after", "after", after)
                .is("kind", kind)
                .is("outcome", outcome);
        return jdbc.sql(LIST + where + " order by position limit " + limit)
                .params(where.values())
                .query(this::line)
                .list();
    }

    /** How many lines there are of each kind and outcome. */
    public List<Sum> sums(ShopRef shop) {
        return at(SUMS, shop)
                .query((rs, row) -> new Sum(
                        Sql.constant(Kind.class, rs.getString("kind")),
                        outcome(rs.getString("outcome")),
                        new Count(rs.getInt("of_master"), rs.getInt("of_other")),
                        rs.getInt("lines")))
                .list();
    }

    /**
     * Lets the sync of products write the lines that are not written yet, or takes that back.
     *
     * @return keys of the numbers for which that is new
     */
    public List<String> release(ShopRef shop, boolean released) {
        return at(RELEASE, shop)
                .param("released", released)
                .param("kinds", written())
                .query(String.class)
                .list();
    }

    /** Lines that may be written and have no outcome yet, in their order. */
    List<InitialLine> underWay(ShopRef shop, int limit) {
        return at(UNDER_WAY, shop).param("limit", limit).query(this::line).list();
    }

    /** Lines that are equal in both systems and have no outcome yet, in their order. */
    List<InitialLine> equal(ShopRef shop, int limit) {
        return at(EQUAL, shop)
                .param("match", Sql.code(Kind.MATCH))
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    /** Stores what came of these lines. */
    void settle(ShopRef shop, List<InitialLine> lines) {
        at(SETTLE, shop)
                .param("positions", lines.stream().map(InitialLine::position).toArray(Integer[]::new))
                .param("outcomes", Sql.part(lines, line -> Sql.code(Objects.requireNonNull(line.outcome()))))
                .param("causes", Sql.optional(lines, line -> code(line.why().cause())))
                .param("details", Sql.part(lines, line -> line.why().detail().stored()))
                .update();
    }

    /** Leaves the lines of which the run writes nothing, but for those that are equal in both systems. */
    void leave(ShopRef shop) {
        at(LEAVE, shop)
                .param("match", Sql.code(Kind.MATCH))
                .param("left", Sql.code(Outcome.LEFT))
                .param("kinds", written())
                .update();
    }

    private static String[] written() {
        return Arrays.stream(Kind.values())
                .filter(Kind::isWritten)
                .map(Sql::code)
                .toArray(String[]::new);
    }

    /**
     * A person says whether proposed numbers are the same article. That they are counts at once; that they are not
     * counts from the next plan on. Needs a transaction.
     *
     * @param numbers of the master; null for all that are proposed
     * @return how many numbers the answer is about: those that are proposed, or were accepted and are not written. A
     *     number that the other system cannot hold is not accepted
     */
    public int say(ShopRef shop, @Nullable List<String> numbers, boolean same, String by) {
        Sql.requireTransaction();
        int answered = asked(KEEP_ANSWERS, shop, numbers, same)
                .param("toSpecter", Sql.code(Direction.TO_SPECTER))
                .param("now", Sql.at(time.instant()))
                .param("by", by)
                .update();
        asked(SAY, shop, numbers, same).update();
        return answered;
    }

    private JdbcClient.StatementSpec asked(String sql, ShopRef shop, @Nullable List<String> numbers, boolean same) {
        return at(sql, shop)
                .param("proposed", Sql.code(Kind.PROPOSED))
                .param("accepted", Sql.code(Kind.ACCEPTED))
                .param("skus", numbers == null ? new String[0] : Sql.part(numbers, Sku::key))
                .param("all", numbers == null)
                .param("same", same);
    }

    private JdbcClient.StatementSpec at(String sql, ShopRef shop) {
        return jdbc.sql(sql).params(new TreeMap<>(Sql.named(shop)));
    }

    private InitialLine line(ResultSet rs, int row) throws SQLException {
        return new InitialLine(
                rs.getInt("position"),
                rs.getString("number"),
                Sql.constant(Kind.class, rs.getString("kind")),
                rs.getString("other"),
                json.readValue(rs.getString("differences"), DIFFERENCES),
                new Why(cause(rs.getString("cause")), new Detail(rs.getString("detail"))),
                new Count(rs.getInt("of_master"), rs.getInt("of_other")),
                outcome(rs.getString("outcome")));
    }

    private static @Nullable Outcome outcome(@Nullable String word) {
        return word == null ? null : Sql.constant(Outcome.class, word);
    }

    private static @Nullable String code(@Nullable Cause cause) {
        return cause == null ? null : cause.code();
    }

    private static @Nullable Cause cause(@Nullable String code) {
        return code == null ? null : Cause.ofCode(code);
    }
}
