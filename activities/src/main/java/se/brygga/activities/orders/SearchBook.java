package se.brygga.activities.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.crypto.BlindIndex;
import se.brygga.activities.setup.kept.ServiceState;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.OrderRef;

/**
 * Finds orders by what people know of them. The order's own text is found by entries of the blind index, so none of it
 * is in clear (ADR 14). Numbers and parcels identify nobody, so they are stored as they are.
 */
public final class SearchBook {

    /** An order that was found, and when it was placed. */
    public record Find(OrderRef order, Instant at) {}

    /** Orders of a removed tenant or shop are no longer found by their content, even if one is read once more. */
    private static final String KEEP = """
            with gone as (delete from order_entry where tenant = :tenant and shop = :shop and order_id = :order
              and entry <> all(:entries))
            insert into order_entry (entry, placed_at, order_id, tenant, shop)
            select e.entry, :placed, :order, :tenant, :shop from unnest(:entries) as e (entry)
            where not exists (select 1 from service_state s
              where s.tenant = :tenant and s.shop in ('', :shop) and s.state = :removed)
            on conflict (entry, placed_at, order_id, tenant, shop) do nothing""";

    private static final String NEWEST_FIRST = " order by at desc, order_id desc, tenant, shop limit :limit";

    private static final String BY_ORDER_NUMBER = """
            select tenant, shop, order_id, listed_at as at from shop_order
            where order_id = :number and tenant = any(:tenants)""" + NEWEST_FIRST;

    private static final String BY_SPECTER_NUMBER = """
            select tenant, shop, order_id, listed_at as at from shop_order
            where specter_number = :number and tenant = any(:tenants)""" + NEWEST_FIRST;

    private static final String BY_PARCEL = """
            select o.tenant, o.shop, o.order_id, o.listed_at as at from specter_order s
            join shop_order o on o.tenant = s.tenant and o.specter_number = s.specter_number
            where s.parcels @> array[:parcel::text] and s.tenant = any(:tenants)""" + NEWEST_FIRST;

    /** Reads each tenant's newest orders from the end of an index, however many orders fit. */
    private static final String BY_ENTRY = """
            select f.tenant, f.shop, f.order_id, f.placed_at as at from unnest(:entries) as e (entry) cross join lateral
              (select tenant, shop, order_id, placed_at from order_entry o where o.entry = e.entry
               order by placed_at desc, order_id desc limit :limit) f""" + NEWEST_FIRST;

    /** An order has each entry once. So an order with as many entries as there are words has all of them. */
    private static final String BY_ALL_ENTRIES = """
            select tenant, shop, order_id, placed_at as at from order_entry where entry = any(:entries)
            group by tenant, shop, order_id, placed_at having count(*) = :words""" + NEWEST_FIRST;

    private final JdbcClient jdbc;
    private final BlindIndex index;

    public SearchBook(JdbcClient jdbc, BlindIndex index) {
        this.jdbc = jdbc;
        this.index = index;
    }

    /** Stores the terms by which the order is found, in place of its earlier terms. Needs a transaction. */
    void keep(OrderRef order, Instant placed, Set<SearchTerm> terms) {
        Sql.requireTransaction();
        jdbc.sql(KEEP)
                .param("removed", Sql.code(ServiceState.State.REMOVED))
                .params(Sql.named(order))
                .param("placed", Sql.at(placed))
                .param("entries", entries(List.of(order.shop().tenant()), terms))
                .update();
    }

    /**
     * Orders that have all these terms, newest first.
     *
     * @param terms of one kind
     */
    public List<Find> find(Set<SearchTerm> terms, Collection<String> tenants, int limit) {
        SearchTerm first = terms.iterator().next();
        return switch (first.kind()) {
            case ORDER_NUMBER -> byNumber(BY_ORDER_NUMBER, first, tenants, limit);
            case SPECTER_NUMBER -> byNumber(BY_SPECTER_NUMBER, first, tenants, limit);
            case PARCEL -> rows(asked(BY_PARCEL, tenants, limit).param("parcel", first.value()));
            case PAYMENT_REFERENCE, SKU, EMAIL, PHONE, NAME -> byEntries(terms, tenants, limit);
        };
    }

    private List<Find> byNumber(String statement, SearchTerm number, Collection<String> tenants, int limit) {
        return rows(asked(statement, tenants, limit).param("number", Long.parseLong(number.value())));
    }

    private JdbcClient.StatementSpec asked(String statement, Collection<String> tenants, int limit) {
        return jdbc.sql(statement)
                .param("tenants", tenants.toArray(String[]::new))
                .param("limit", limit);
    }

    private List<Find> byEntries(Set<SearchTerm> terms, Collection<String> tenants, int limit) {
        return rows(jdbc.sql(terms.size() == 1 ? BY_ENTRY : BY_ALL_ENTRIES)
                .param("entries", entries(tenants, terms))
                .param("words", terms.size())
                .param("limit", limit));
    }

    private byte[][] entries(Collection<String> tenants, Set<SearchTerm> terms) {
        return tenants.stream()
                .flatMap(tenant -> terms.stream().map(term -> entry(tenant, term)))
                .toArray(byte[][]::new);
    }

    private byte[] entry(String tenant, SearchTerm term) {
        return index.entry(tenant, "order-" + term.kind().code(), term.value());
    }

    private static List<Find> rows(JdbcClient.StatementSpec statement) {
        return statement.query(SearchBook::read).list();
    }

    private static Find read(ResultSet rs, int row) throws SQLException {
        return new Find(
                OrderRef.of(rs.getString("tenant"), rs.getString("shop"), rs.getLong("order_id")),
                rs.getTimestamp("at").toInstant());
    }
}
