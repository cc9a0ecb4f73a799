package se.brygga.activities.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.crypto.Vault.Unreadable;

/**
 * Encrypts everything anew with the primary key, so that older keys can be dropped. Idempotent: it may be interrupted
 * at any row, and may run in several processes at once. A row that somebody has written meanwhile is left unchanged.
 */
public final class Reencryption {

    private static final int AT_ONCE = 200;

    /**
     * The result of one run.
     *
     * @param rows number of rows that have the new key now
     * @param unreadable number of rows that no key here can read; they are left unchanged
     */
    public record Done(int rows, int unreadable) {}

    /**
     * How many rows a key has encrypted.
     *
     * @param key null for all keys that are not in the keyset, whose rows cannot be read
     */
    public record Use(Keyset.@Nullable Key key, long rows) {}

    private record Row(List<Object> key, byte[] encrypted) {}

    private static final String SET_DONE_WITH = "update key_canary set all_with_key = :key";

    private static final String IS_DONE_WITH = "select 1 from key_canary where all_with_key = :key";

    /** Of a table and an encrypted column of it, which are no parameters. */
    private static final String COUNT = "select count(*) from %s where substring(%s from 1 for 5) = any(:prefixes)";

    private static final String COUNT_OTHERS =
            "select count(*) from %s where substring(%s from 1 for 5) <> all(:prefixes)";

    private final JdbcClient jdbc;
    private final Vault vault;

    public Reencryption(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Checks whether there is a new key, and goes through all rows if there is. */
    public Done run() {
        vault.reload();
        Keyset.Key primary = vault.keyset().primary();
        if (isDoneWith(primary)) {
            return new Done(0, 0);
        }
        int rows = 0;
        int unreadable = 0;
        for (EncryptedColumn column : EncryptedColumn.ALL) {
            Optional<Row> last = Optional.empty();
            List<Row> page = page(column, primary, last);
            while (!page.isEmpty()) {
                for (Row row : page) {
                    if (renew(column, row)) {
                        rows++;
                    } else {
                        unreadable++;
                    }
                }
                page = page(column, primary, Optional.of(page.getLast()));
            }
        }
        jdbc.sql(SET_DONE_WITH).param("key", primary.id()).update();
        return new Done(rows, unreadable);
    }

    /** Counts the rows of each key of a keyset, oldest key first, and of all unknown keys last. */
    public List<Use> count(Keyset keyset) {
        List<Use> uses = new ArrayList<>();
        keyset.keys().forEach(key -> uses.add(new Use(key, count(COUNT, List.of(key.prefix())))));
        List<byte[]> known = keyset.keys().stream().map(Keyset.Key::prefix).toList();
        uses.add(new Use(null, count(COUNT_OTHERS, known)));
        return List.copyOf(uses);
    }

    private long count(String statement, List<byte[]> prefixes) {
        return EncryptedColumn.ALL.stream()
                .mapToLong(column -> jdbc.sql(statement.formatted(column.table(), column.column()))
                        .param("prefixes", prefixes.toArray(byte[][]::new))
                        .query(Long.class)
                        .single())
                .sum();
    }

    private boolean isDoneWith(Keyset.Key primary) {
        return jdbc.sql(IS_DONE_WITH)
                .param("key", primary.id())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private static String statementOfPage(EncryptedColumn column, String further) {
        return """
                select %1$s, %2$s from %3$s where substring(%2$s from 1 for 5) <> :prefix%4$s order by %1$s limit %5$d""".formatted(column.keyColumns(), column.column(), column.table(), further, AT_ONCE);
    }

    private static String statementOfRenewal(EncryptedColumn column, String itself) {
        return "update %1$s set %2$s = :renewed where %3$s and %2$s = :before"
                .formatted(column.table(), column.column(), itself);
    }

    private List<Row> page(EncryptedColumn column, Keyset.Key primary, Optional<Row> after) {
        String further = after.isEmpty()
                ? ""
                : " and (" + column.keyColumns() + ") > (" + String.join(", ", column.keyParameters()) + ")";
        JdbcClient.StatementSpec query =
                jdbc.sql(statementOfPage(column, further)).param("prefix", primary.prefix());
        after.ifPresent(row -> bindKey(query, row));
        return query.query((rs, n) -> {
                    List<Object> key = new ArrayList<>();
                    for (String part : column.key()) {
                        key.add(rs.getObject(part));
                    }
                    return new Row(List.copyOf(key), rs.getBytes(column.column()));
                })
                .list();
    }

    /** Whether the row has the new key now, by us or by a writer meanwhile. */
    private boolean renew(EncryptedColumn column, Row row) {
        String place = column.placeOf(row.key());
        byte[] renewed;
        try {
            renewed = vault.encrypt(vault.decrypt(row.encrypted(), place), place);
        } catch (Unreadable stays) {
            return false;
        }
        List<String> parameters = column.keyParameters();
        String itself = IntStream.range(0, parameters.size())
                .mapToObj(i -> column.key().get(i) + " = " + parameters.get(i))
                .collect(Collectors.joining(" and "));
        JdbcClient.StatementSpec update = jdbc.sql(statementOfRenewal(column, itself))
                .param("renewed", renewed)
                .param("before", row.encrypted());
        bindKey(update, row);
        update.update();
        return true;
    }

    private static void bindKey(JdbcClient.StatementSpec statement, Row row) {
        for (int i = 0; i < row.key().size(); i++) {
            statement.param("key" + i, row.key().get(i));
        }
    }
}
