package se.brygga.clients.remote;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header of that name: seconds or a date. It delays the next try but never decides whether there is one. */
public final class RetryAfter {

    /** A wrong clock or a typing mistake on the other side must not stop a tenant for days. */
    public static final Duration CEILING = Duration.ofMinutes(15);

    private RetryAfter() {}

    /** @return null when there is no header, an unreadable one, or one that is over already */
    public static @Nullable Duration read(@Nullable String header, InstantSource clock) {
        if (header == null) {
            return null;
        }
        Duration wait = parse(header.strip(), clock);
        if (wait == null || !wait.isPositive()) {
            return null;
        }
        return wait.compareTo(CEILING) > 0 ? CEILING : wait;
    }

    private static @Nullable Duration parse(String header, InstantSource clock) {
        if (header.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        try {
            return Duration.between(
                    clock.instant(),
                    ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
