package se.brygga.activities.products.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.ShopRef;

/** What people have decided about groups of articles. Methods join a surrounding transaction and are idempotent. */
final class GroupBook {

    private static final String GROUPS = """
            select group_no, stem, name, types from article_group where tenant = :tenant and shop = :shop
            order by group_no""";

    private static final String PLACES = """
            select sku, group_no, variant_values from article_place where tenant = :tenant and shop = :shop
            order by sku""";

    private static final String KEEP = """
            insert into article_group (tenant, shop, group_no, stem, name, types, decided_by, decided_at)
            values (:tenant, :shop, :no, :stem, :name, :types, :by, :now)
            on conflict (tenant, shop, group_no) do update set stem = excluded.stem, name = excluded.name,
              types = excluded.types, decided_by = excluded.decided_by, decided_at = excluded.decided_at""";

    private static final String PLACE = """
            insert into article_place (tenant, shop, sku, group_no, variant_values)
            values (:tenant, :shop, :sku, :no, :values)
            on conflict (tenant, shop, sku) do update set group_no = excluded.group_no,
              variant_values = excluded.variant_values""";

    private static final String FORGET_EMPTY = """
            delete from article_group g where tenant = :tenant and shop = :shop and not exists (
              select 1 from article_place p
              where p.tenant = g.tenant and p.shop = g.shop and p.group_no = g.group_no)""";

    private static final String TAKE_PLACES = """
            delete from article_place where tenant = :tenant and sku = any(:skus)
            returning shop, sku, group_no, variant_values""";

    private final JdbcClient jdbc;
    private final InstantSource time;

    GroupBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * A group that a person has confirmed.
     *
     * @param stem how the numbers of its articles begin; a new article with such a number and name joins the group
     * @param name of the product when it was confirmed
     */
    record Kept(String no, String stem, String name, List<String> types) {}

    /**
     * Where a person has put an article.
     *
     * @param groupNo null: the article is a product by itself
     * @param values when it was confirmed
     */
    record Place(String sku, @Nullable String groupNo, List<String> values) {}

    List<Kept> groups(ShopRef shop) {
        return jdbc.sql(GROUPS)
                .params(Sql.named(shop))
                .query((rs, row) -> new Kept(
                        rs.getString("group_no"),
                        rs.getString("stem"),
                        rs.getString("name"),
                        Sql.texts(rs.getArray("types"))))
                .list();
    }

    List<Place> places(ShopRef shop) {
        return jdbc.sql(PLACES)
                .params(Sql.named(shop))
                .query((rs, row) -> place(rs))
                .list();
    }

    /** Keeps a group, and puts these articles into it. */
    void keep(ShopRef shop, Kept group, Collection<ArticleGroup.Member> members, String by) {
        jdbc.sql(KEEP)
                .params(Sql.named(shop))
                .param("no", group.no())
                .param("stem", group.stem())
                .param("name", group.name())
                .param("types", group.types().toArray(String[]::new))
                .param("by", by)
                .param("now", Sql.at(time.instant()))
                .update();
        members.forEach(member -> put(shop, new Place(member.sku(), group.no(), member.values())));
    }

    /** Makes each of these articles a product by itself. */
    void alone(ShopRef shop, Collection<String> skus) {
        skus.forEach(sku -> put(shop, new Place(sku, null, List.of())));
    }

    /** Removes groups that all articles have left. */
    void forgetEmpty(ShopRef shop) {
        jdbc.sql(FORGET_EMPTY).params(Sql.named(shop)).update();
    }

    /** Moves what was decided about articles to their new numbers. Two articles may have changed places. */
    void renumbered(String tenant, Map<String, String> skus) {
        record Taken(ShopRef shop, Place place) {}
        List<Taken> taken = new ArrayList<>(jdbc.sql(TAKE_PLACES)
                .param("tenant", tenant)
                .param("skus", skus.keySet().toArray(String[]::new))
                .query((rs, row) -> new Taken(new ShopRef(tenant, rs.getString("shop")), place(rs)))
                .list());
        taken.forEach(one -> put(
                one.shop(),
                new Place(
                        Objects.requireNonNull(skus.get(one.place().sku())),
                        one.place().groupNo(),
                        one.place().values())));
    }

    private void put(ShopRef shop, Place place) {
        jdbc.sql(PLACE)
                .params(Sql.named(shop))
                .param("sku", place.sku())
                .param("no", place.groupNo())
                .param("values", place.values().toArray(String[]::new))
                .update();
    }

    private static Place place(ResultSet rs) throws SQLException {
        return new Place(rs.getString("sku"), rs.getString("group_no"), Sql.texts(rs.getArray("variant_values")));
    }
}
