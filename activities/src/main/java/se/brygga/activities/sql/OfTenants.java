package se.brygga.activities.sql;

import java.util.Set;

/**
 * A list that is sorted by an index, of every tenant or of some. Of each tenant that is named a page is taken from the index, so
 * that no other tenant's rows are read.
 *
 * @param columns of a line
 * @param table whose column {@code tenant} says whose a line is
 * @param order by which the list is sorted: {@code id desc}
 */
public record OfTenants(String columns, String table, String order) {

    /**
     * The statement for a page.
     *
     * @param tenants empty: of every tenant
     * @param where gets the condition about tenants
     */
    public String page(Set<String> tenants, Where where, int limit) {
        // The limit stands in the statement: for a parameter PostgreSQL plans as if a tenth of all rows were wanted.
        String sorted = " order by " + order + " limit " + limit;
        String select = "select " + columns + " from ";
        if (tenants.isEmpty()) {
            return select + table + where + sorted;
        }
        where.and("tenant = asked.of_tenant", "tenants", tenants.toArray(String[]::new));
        return select + "unnest(:tenants) as asked (of_tenant) cross join lateral (" + select + table + where + sorted
                + ") page" + sorted;
    }
}
