package se.brygga.testbed.privacy;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that stands in the books and is not encrypted. */
final class Columns {

    private record Column(String table, String name) {}

    private final JdbcClient jdbc;
    private final Findings findings;

    Columns(JdbcClient jdbc, Findings findings) {
        this.jdbc = jdbc;
        this.findings = findings;
    }

    void lookThrough() {
        List<Column> columns = jdbc.sql("""
                select table_name, column_name from information_schema.columns
                where table_schema = 'public' and data_type not in
                  ('bytea', 'boolean', 'integer', 'bigint', 'numeric', 'timestamp with time zone')
                order by table_name, ordinal_position""")
                .query((rs, n) -> new Column(rs.getString(1), rs.getString(2)))
                .list();
        columns.forEach(this::lookAt);
    }

    private void lookAt(Column column) {
        String place = "column " + column.name() + " of table " + column.table();
        // One long text is read faster than many rows.
        String all = jdbc.sql("select string_agg(distinct " + column.name() + "::text, chr(10)) from " + column.table())
                .query((rs, n) -> String.valueOf(rs.getString(1)))
                .single();
        findings.look(place, all);
    }
}
