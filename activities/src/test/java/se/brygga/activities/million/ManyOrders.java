package se.brygga.activities.million;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.crypto.BlindIndex;
import se.brygga.activities.crypto.Vault;

/**
 * Orders of twenty tenants, made inside PostgreSQL. Half of all are the big tenant's; a few of many wait, are on their way or are
 * skipped. One tenant, and two shops of another, have all skipped. Names and SKUs are as frequent as in life: one order in fifty is an Anna's, one in ten has the most sold article.
 */
final class ManyOrders {

    static final String BIG = "t1";
    static final String ALL_SKIPPED = "t19";
    static final String SHOPS_SKIPPED = "t20";
    static final String NAME = "anna";
    static final String SURNAME = "berg";
    static final String SKU = "KAJ-001";
    static final String EMAIL = "anna.berg@example.se";

    /** Every later order is half a minute younger. */
    private static final String ORDERS = """
            insert into shop_order (tenant, shop, order_id, state, skipped_by, total, currency, placed_at, content_hash,
              status_id, complete, over_in_specter, sent_hash, specter_number, marked_at, first_seen_at, transferred_at, updated_at, snapshot)
            select tenant, shop, n, state, case when state = 'skipped' then 'status' end, 125, 'SEK', at, 'hash', 1, true,
              state = 'transferred' and n % 50 <> 0, case when state = 'transferred' then 'hash' end, case when state = 'transferred' then 100000000 + n end,
              case when state = 'transferred' then at end, at, case when state = 'transferred' then at end, at,
              decode(repeat('00', 60), 'hex')
            from (select n, case when n % 2 = 0 then 't1' else 't' || 2 + n % 19 end as tenant, 's' || n % 3 as shop,
                case when n % 2 = 1 and (n % 19 = 17 or n % 19 = 18 and n % 3 <> 2) then 'skipped'
                  when n % 500 = 0 then 'waiting' when n % 1000 = 1 then 'on-its-way' when n % 20 = 3 then 'skipped'
                  else 'transferred' end as state,
                timestamptz '2026-11-01Z' - interval '30 s' * (:orders - n) as at
              from generate_series(1, :orders) n) o""";

    private static final String ENTRIES = """
            insert into order_entry (entry, placed_at, order_id, tenant, shop)
            select coalesce(k.entry, sha256(convert_to(o.tenant || w.word, 'UTF8'))), o.placed_at, o.order_id, o.tenant, o.shop
            from shop_order o cross join lateral (values
                (case when order_id % 100 in (0, 2) then 'name anna' else 'name ' || order_id % 1999 end),
                (case when order_id % 200 in (0, 4) then 'name berg' else 'surname ' || order_id % 7919 end),
                (case when order_id % 10 = 0 then 'sku KAJ-001' else 'sku ' || order_id % 9973 end),
                ('other sku ' || order_id % 4999),
                (case when order_id % 20000 = 0 then 'email anna.berg@example.se' else 'email ' || order_id / 3 end),
                ('phone ' || order_id / 3), ('reference ' || order_id)) w (word)
            left join known_entry k on k.tenant = o.tenant and k.word = w.word
            order by 1, 2""";

    private static final Map<String, String> REST = Map.of(
            "specter_order",
            """
            insert into specter_order (tenant, specter_number, delivery_status, tracking, parcels, settled, first_seen_at,
              changed_at)
            select tenant, specter_number, case when order_id % 50 <> 0 then 'D' end, array['UA' || order_id],
              array['UA' || order_id], true, placed_at, placed_at from shop_order where state = 'transferred'""",
            "callback",
            """
            insert into callback (tenant, shop, order_id, event, tracking, state, seen_at, settled_at)
            select tenant, shop, order_id, case when order_id % 200 = 1 then 'undone' else e.event end, '{}',
              case when order_id % 2000 = 6 then 'waiting' when order_id % 300 = 1 then 'overtaken' else 'reported' end,
              placed_at, case when order_id % 2000 <> 6 then placed_at end
            from shop_order cross join (values ('delivered'), ('invoiced')) e (event) where state = 'transferred'""",
            "attention",
            """
            insert into attention (tenant, shop, order_id, kind, cause, detail, opened_at, closed_at)
            select tenant, shop, order_id, 'transfer',
              case when order_id % 3 = 0 then 'no-rows' else 'payment-not-mapped' end, '', placed_at,
              case when state <> 'waiting' then placed_at end
            from shop_order where state = 'waiting' or order_id % 20 = 7""",
            "audit",
            """
            insert into audit (id, at, who, what, tenant, subject)
            select 'd' || order_id, placed_at, 'anna', 'retry', tenant, 'order ' || tenant || '/' || shop || '/' || order_id
            from shop_order where order_id % 5 = 0""",
            "remote_call",
            """
            insert into remote_call (at, system, tenant, shop, action, subject, request, status, answer, took_ms)
            select placed_at, 'starweb', tenant, shop, 'order', 'order ' || order_id, '', 200, '', 10 from shop_order""",
            "web_hook_event",
            """
            insert into web_hook_event (tenant, shop, event, event_key, order_id, received_at, dispatched_at)
            select tenant, shop, 'order-created', 'e' || order_id, order_id, placed_at,
              case when order_id % 10000 <> 5 then placed_at end from shop_order""",
            "feed_batch",
            """
            insert into feed_batch (tenant, kind, batch_no, state, foreign_no, opened_at, acked_at)
            select tenant, 'stock', 'b' || order_id, 'acked', order_id % 500 = 0, placed_at, placed_at
            from shop_order where order_id % 3 = 0""");

    private ManyOrders() {}

    /** So many as the property {@code brygga.orders} says, else some thousands. */
    static int count() {
        return Integer.getInteger("brygga.orders", 20_000);
    }

    /** Fills the empty database. */
    static void make(JdbcClient jdbc, TransactionTemplate transactions) {
        BlindIndex index = new BlindIndex(jdbc, Vault.demo());
        index.entry(BIG, "order-name", NAME);
        transactions.executeWithoutResult(tx -> {
            // Each row is right by its making: foreign keys need not be looked up ten million times.
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("create temporary table known_entry (tenant text, word text, entry bytea) on commit drop")
                    .update();
            for (int n = 1; n <= 20; n++) {
                know(jdbc, index, "t" + n);
            }
            List<String> indexes = dropIndexes(jdbc);
            jdbc.sql(ORDERS).param("orders", count()).update();
            jdbc.sql(ENTRIES).update();
            REST.values().forEach(statement -> jdbc.sql(statement).update());
            indexes.forEach(definition -> jdbc.sql(definition).update());
        });
        jdbc.sql("vacuum analyze").update();
    }

    /** A full table gets its indexes many times faster than a table that grows; returns what makes them again. */
    private static List<String> dropIndexes(JdbcClient jdbc) {
        Map<String, String> definitions = new HashMap<>();
        jdbc.sql("""
                select i.indexname, i.indexdef from pg_indexes i where i.schemaname = 'public' and not exists
                  (select 1 from pg_constraint c where c.conname = i.indexname)""").query(rs -> {
            definitions.put(rs.getString("indexname"), rs.getString("indexdef"));
        });
        definitions.keySet().forEach(name -> jdbc.sql("drop index " + name).update());
        return List.copyOf(definitions.values());
    }

    private static void know(JdbcClient jdbc, BlindIndex index, String tenant) {
        Map.of("name", NAME, "sku", SKU, "email", EMAIL)
                .forEach((kind, value) ->
                        know(jdbc, tenant, kind + " " + value, index.entry(tenant, "order-" + kind, value)));
        know(jdbc, tenant, "name " + SURNAME, index.entry(tenant, "order-name", SURNAME));
    }

    private static void know(JdbcClient jdbc, String tenant, String word, byte[] entry) {
        jdbc.sql("insert into known_entry (tenant, word, entry) values (:tenant, :word, :entry)")
                .param("tenant", tenant)
                .param("word", word)
                .param("entry", entry)
                .update();
    }
}
