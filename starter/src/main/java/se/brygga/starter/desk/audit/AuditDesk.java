package se.brygga.starter.desk.audit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.TimeKey;
import se.brygga.starter.desk.NotFound;
import se.brygga.workflows.refusal.RequestRefused;

/** Reads the audit log. Every desk that changes something writes it. */
@Component
public class AuditDesk {

    /**
     * One line of the audit log.
     *
     * @param id of the deed
     * @param by login of the operator
     * @param what the deed: {@code skip}, {@code pause}, {@code price-approved}
     * @param subject what the deed was about: {@code order nordkajak/kajak-se/10025}, {@code feed stock}
     * @param reason null where none was asked for
     */
    public record AuditLine(
            String id,
            Instant at,
            String tenant,
            String by,
            String what,
            String subject,
            @Nullable String reason) {

        /** The key after which the next page begins. */
        public String key() {
            return new TimeKey(at, id).text();
        }

        static AuditLine of(AuditBook.Done done) {
            AuditBook.Deed deed = done.deed();
            return new AuditLine(
                    deed.id(), done.at(), deed.tenant(), deed.who(), deed.what(), deed.subject(), deed.reason());
        }
    }

    private final AuditBook book;
    private final SetupStore setups;

    AuditDesk(AuditBook book, SetupStore setups) {
        this.book = book;
        this.setups = setups;
    }

    /**
     * The lines of the audit log, newest first.
     *
     * @param tenants empty for all
     * @param after key of the last line of the page before; null for the first page
     * @param limit largest number of lines
     * @throws NotFound there is no such tenant
     * @throws RequestRefused the key has a wrong form
     */
    public List<AuditLine> list(Set<String> tenants, @Nullable String after, int limit) {
        NotFound.unless(() -> tenants.forEach(tenant -> setups.requireKnown(tenant, null)));
        TimeKey key = after == null ? null : TimeKey.parse(after);
        return book.list(tenants, key, limit).stream().map(AuditLine::of).toList();
    }
}
