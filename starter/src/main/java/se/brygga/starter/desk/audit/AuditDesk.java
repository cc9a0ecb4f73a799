package se.brygga.starter.desk.audit;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.TimeKey;
import se.brygga.starter.desk.NotFound;

/** Reads the audit log. Every desk that changes something writes it. */
@Component
public class AuditDesk {

    private final AuditBook book;
    private final SetupStore setups;

    AuditDesk(AuditBook book, SetupStore setups) {
        this.book = book;
        this.setups = setups;
    }

    /**
     * What was done, newest first.
     *
     * @param tenants empty: to all
     * @param after key of the last line of the page before; null for the first page
     * @param limit at most so many lines
     * @throws NotFound there is no such tenant
     * @throws IllegalArgumentException the key is none
     */
    public List<AuditLine> list(Set<String> tenants, @Nullable String after, int limit) {
        NotFound.unless(() -> tenants.forEach(tenant -> setups.requireKnown(tenant, null)));
        TimeKey key = after == null ? null : TimeKey.parse(after);
        return book.list(tenants, key, limit).stream().map(AuditLine::of).toList();
    }
}
