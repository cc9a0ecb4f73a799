package se.brygga.activities.million;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What PostgreSQL does for each statement of a view, as PostgreSQL's own module auto_explain tells it. */
final class Plans implements AutoCloseable {

    /**
     * What statements cost.
     *
     * @param rows that were read from tables and indexes, used or not
     * @param wholeTables that were read from their first row to their last
     */
    record Cost(long rows, List<String> wholeTables, List<String> plans) {}

    /** Tables that have no more rows when there are more orders. */
    private static final Set<String> SMALL = Set.of(
            "tenant_setup",
            "standing",
            "intake_mark",
            "outage",
            "blind_index_secret",
            "notice",
            "notice_item",
            "feed_state",
            "loop_look");

    private static final int LOOKS = 15;

    private final SingleConnectionDataSource connection;
    private final List<String> told = new ArrayList<>();
    private final JdbcClient jdbc;

    Plans(DataSource database) throws SQLException {
        connection = new SingleConnectionDataSource(database.getConnection(), true);
        JdbcTemplate listening = new JdbcTemplate(connection) {
            @Override
            protected void handleWarnings(@Nullable SQLWarning warning) {
                for (SQLWarning one = warning; one != null; one = one.getNextWarning()) {
                    told.add(String.valueOf(one.getMessage()));
                }
            }
        };
        listening.setIgnoreWarnings(false);
        jdbc = JdbcClient.create(listening);
        // A table of a test is so small that reading all of it may well be best: only where nothing else helps it is
        // read now.
        for (String setting : List.of(
                "load 'auto_explain'",
                "set auto_explain.log_min_duration = 0",
                "set auto_explain.log_analyze = on",
                "set auto_explain.log_timing = off",
                "set auto_explain.log_format = json",
                "set auto_explain.log_level = notice",
                // All of it lies in memory.
                "set random_page_cost = 1",
                "set enable_seqscan = off")) {
            jdbc.sql(setting).update();
        }
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** Of a look after some others: PostgreSQL may keep another plan for a statement that comes again. */
    Cost of(Runnable view) {
        for (int look = 0; look < LOOKS; look++) {
            told.clear();
            view.run();
        }
        List<JsonNode> plans = told.stream()
                .filter(text -> text.contains("plan:"))
                .map(text -> JsonMapper.shared()
                        .readTree(text.substring(text.indexOf('{', text.indexOf("plan:"))))
                        .path("Plan"))
                .toList();
        List<String> whole = new ArrayList<>();
        long rows = plans.stream().mapToLong(plan -> rows(plan, whole)).sum();
        return new Cost(
                rows, whole, plans.stream().map(JsonNode::toPrettyString).toList());
    }

    private static long rows(JsonNode node, List<String> whole) {
        String table = node.path("Relation Name").asString("");
        boolean scans = !table.isEmpty() || node.path("Node Type").asString().equals("Bitmap Index Scan");
        if (node.path("Node Type").asString().equals("Seq Scan") && !SMALL.contains(table)) {
            whole.add(table);
        }
        double read = node.path("Actual Rows").asDouble()
                + node.path("Rows Removed by Filter").asDouble(0)
                + node.path("Rows Removed by Index Recheck").asDouble(0);
        long here = scans ? Math.round(read * node.path("Actual Loops").asDouble(1)) : 0;
        return here
                + node.path("Plans")
                        .valueStream()
                        .mapToLong(child -> rows(child, whole))
                        .sum();
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
