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

/** Values as the driver takes and gives them. */
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

    /** A moment as the driver takes it for {@code timestamptz}. */
    public static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A {@code timestamptz}; null where the column is. */
    public static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp timestamp = rs.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** A {@code text[]}; empty where the column is null. */
    public static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    /** One part of each of several keys, as a {@code text[]} that stands beside those of the other parts. */
    public static <K> String[] part(Collection<K> keys, Function<K, String> part) {
        return keys.stream().map(part).toArray(String[]::new);
    }

    /** How a constant stands in a column: {@code ON_ITS_WAY} is {@code on-its-way}. */
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All constants of a closed set as they stand in columns: {@code ON_ITS_WAY} as {@code :onItsWay}. */
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
     * For statements that are only right together with others of the caller.
     *
     * @throws IllegalStateException the caller has begun no transaction
     */
    public static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("this change needs a transaction, and the caller has begun none");
        }
    }
}
