package se.brygga.activities.crypto;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A column of the database whose values a {@link Vault} has encrypted. This class lists all of them.
 *
 * @param place first part of the row's place for the vault; the values of the key follow, each after a slash
 * @param key columns that name a row
 */
record EncryptedColumn(String table, String column, String place, List<String> key) {

    private static final List<String> ORDER = List.of("tenant", "shop", "order_id");

    static final List<EncryptedColumn> ALL = List.of(
            new EncryptedColumn("tenant_setup", "secrets", "setup", List.of("tenant", "version")),
            new EncryptedColumn("shop", "hook_secret", "hook", List.of("tenant", "shop")),
            new EncryptedColumn("tenant_trigger", "secret", "trigger", List.of("tenant")),
            new EncryptedColumn("shop_order", "snapshot", "snapshot", ORDER),
            new EncryptedColumn("shop_order", "draft", "draft", ORDER),
            // A copy of an earlier snapshot.
            new EncryptedColumn("shop_order", "agreed", "snapshot", ORDER),
            new EncryptedColumn("shop_order", "agreed_set_aside", "snapshot", ORDER),
            new EncryptedColumn("submission", "request", "submission", ORDER),
            new EncryptedColumn("kept_answer", "answer", "answer", List.of("token", "key")),
            new EncryptedColumn("blind_index_secret", "secret", "blind", List.of("id")),
            new EncryptedColumn("key_canary", "canary", "canary", List.of("id")));

    String placeOf(List<Object> keyValues) {
        return place + "/" + keyValues.stream().map(String::valueOf).collect(Collectors.joining("/"));
    }

    String keyColumns() {
        return String.join(", ", key);
    }

    /** The names of the key's parameters: {@code :key0, :key1}. */
    List<String> keyParameters() {
        return java.util.stream.IntStream.range(0, key.size())
                .mapToObj(i -> ":key" + i)
                .toList();
    }

    String name() {
        return table + "." + column;
    }
}
