package se.brygga.activities.sql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;

/** Converts values to and from the types of the database driver. */
public final class Sql {

    private Sql() {}

    /** The two columns that name a shop, as {@code :tenant} and {@code :shop}. */
    public static Map<String, Object> named(ShopRef shop) {
        return Map.of("tenant", shop.tenant(), "shop", shop.shop());
    }

    /** The three columns that name an order, as {@code :tenant}, {@code :shop} and {@code :order}. */
    public static Map<String, Object> named(OrderRef order) {
        return Map.of("tenant", order.shop().tenant(), "shop", order.shop().shop(), "order", order.orderId());
    }

    /** A time as the driver takes it for {@code timestamptz}. */
    public static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The time in a {@code timestamptz}; null where the column is null. */
    public static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp timestamp = rs.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** The texts in a {@code text[]}; empty where the column is null. */
    public static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    /** One part of each of several keys, as a {@code text[]}. The arrays of the other parts have the same order. */
    public static <K> String[] part(Collection<K> keys, Function<K, String> part) {
        return keys.stream().map(part).toArray(String[]::new);
    }

    /** As {@link #part}, where a key may lack the part. */
    public static <K> @Nullable String[] optional(Collection<K> keys, Function<K, @Nullable String> part) {
        return keys.stream().map(part).toArray(String[]::new);
    }

    /** The word of a constant in a column: {@code ON_ITS_WAY} is {@code on-its-way}. */
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words of all constants as named parameters: {@code ON_ITS_WAY} as {@code :onItsWay}. */
    public static <E extends Enum<E>> Map<String, Object> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Sql::parameter, Sql::code));
    }

    private static String parameter(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }

    /**
     * The inverse of {@link #code}.
     *
     * @throws IllegalArgumentException there is no such constant
     */
    public static <E extends Enum<E>> E constant(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * Requires a transaction. For statements that are only correct together with others of the caller.
     *
     * @throws IllegalStateException the caller has begun no transaction
     */
    public static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("this change needs a transaction, and the caller has begun none");
        }
    }
}
