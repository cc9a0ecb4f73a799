package se.brygga.testbed.crash.doomed;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a statement writes, by verb and table. Nothing in here knows a statement of Brygga's. */
final class Sql {

    /** Not the "do update" of an insert, and not the "for update" of a select. */
    private static final Pattern WRITE =
            Pattern.compile("\\b(?:(insert) into|(delete) from|(?<!do )(?<!for )(update)) ([a-z_]+)");

    /** Leases of calls to the remotes: they end by themselves, and every call takes and gives them back. */
    private static final Set<String> LEASES = Set.of("call_budget", "call_place", "outage");

    private Sql() {}

    /** Such as {@code insert shop_order}; empty for a statement that only reads. */
    static List<String> writes(String sql) {
        String flat = sql.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return WRITE.matcher(flat)
                .results()
                .filter(write -> !LEASES.contains(write.group(4)))
                .map(write -> verb(write.group(1), write.group(2)) + " " + write.group(4))
                .toList();
    }

    private static String verb(@Nullable String insert, @Nullable String delete) {
        if (insert != null) {
            return insert;
        }
        return delete == null ? "update" : delete;
    }
}
