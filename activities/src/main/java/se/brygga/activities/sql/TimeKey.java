package se.brygga.activities.sql;

import java.time.DateTimeException;
import java.time.Instant;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * The place after which a list that is sorted by time continues.
 *
 * @param at by which the list is sorted
 * @param id of the line, by which lines of one time are sorted
 */
public record TimeKey(Instant at, String id) {

    /** The key as a caller keeps it between two pages. */
    public String text() {
        return at + " " + id;
    }

    /**
     * The inverse of {@link #text}.
     *
     * @throws RequestRefused the text is no key
     */
    public static TimeKey parse(String text) {
        int blank = text.indexOf(' ');
        try {
            TimeKey key = new TimeKey(time(text.substring(0, Math.max(blank, 0))), text.substring(blank + 1));
            // PostgreSQL keeps no control characters in a text.
            if (key.text().equals(text) && text.chars().noneMatch(Character::isISOControl)) {
                return key;
            }
        } catch (DateTimeException malformed) {
            // The exception below says what is wrong.
        }
        throw Reason.NO_CURSOR.refused();
    }

    /**
     * The time of a key.
     *
     * @throws DateTimeException the text is no time that PostgreSQL knows: a year of more than four digits has a sign
     */
    public static Instant time(String text) {
        if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
            throw new DateTimeException("no time with a year of four digits");
        }
        return Instant.parse(text);
    }
}
