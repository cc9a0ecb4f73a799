package se.brygga.starter.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * A page of a list. The next page begins after the last line of this one, whatever was added meanwhile.
 *
 * @param next the parameter {@code after} for the next page; null when this is the last page
 */
public record ListPage<T>(List<T> items, @Nullable String next) {

    /**
     * Makes a page of what was found.
     *
     * @param found at most one line more than the page may have
     * @param key by which the books find a line again
     */
    public static <T> ListPage<T> of(List<T> found, int limit, Function<T, String> key) {
        return found.size() <= limit
                ? new ListPage<>(found, null)
                : new ListPage<>(List.copyOf(found.subList(0, limit)), cursor(key.apply(found.get(limit - 1))));
    }

    /** A key in the form of {@code next} and {@code after}. */
    public static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The key of the line after which the page begins; null for the first page.
     *
     * @throws RequestRefused the text is no cursor
     */
    public static @Nullable String key(@Nullable String after) {
        if (after == null) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Reason.NO_CURSOR.refused();
        }
    }

    /** As {@link #key}, for lists whose key is a number; 0 for the first page. */
    public static long number(@Nullable String after) {
        String key = key(after);
        try {
            return key == null ? 0 : Long.parseLong(key);
        } catch (NumberFormatException malformed) {
            throw Reason.NO_CURSOR.refused();
        }
    }
}
