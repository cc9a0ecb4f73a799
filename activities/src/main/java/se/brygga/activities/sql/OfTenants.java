package se.brygga.activities.sql;

import java.util.Set;

/**
 * A list that is sorted by an index, of every tenant or of some, its newest line first. Of each tenant that is named a page is found
 * in that tenant's index alone, and no other tenant's rows are read. For all columns of a line PostgreSQL may read the newest lines of
 * all tenants instead, through the whole table if the tenant has none.
 *
 * @param columns of a line
 * @param table whose column {@code tenant} says whose a line is
 * @param key by which the list is sorted, and which no two lines have: {@code at, id}
 */
public record OfTenants(String columns, String table, String key) {

    /**
     * The statement for a page.
     *
     * @param tenants empty for every tenant
     * @param where gets the condition about tenants
     */
    public String page(Set<String> tenants, Where where, int limit) {
        // The limit is a literal: for a parameter PostgreSQL plans as if a tenth of all rows were wanted.
        String sorted = " order by " + key.replace(",", " desc,") + " desc limit " + limit;
        String lines = "select " + columns + " from " + table;
        if (tenants.isEmpty()) {
            return lines + where + sorted;
        }
        where.and("tenant = asked.of_tenant", "tenants", tenants.toArray(String[]::new));
        String found = "select " + key + " from " + table + where + sorted;
        return lines + " join (select " + key + " from unnest(:tenants) as asked (of_tenant) cross join lateral ("
                + found + ") of_one" + sorted + ") found using (" + key + ")" + sorted;
    }
}
