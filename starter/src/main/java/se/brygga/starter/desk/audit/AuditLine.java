package se.brygga.starter.desk.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.sql.TimeKey;

/**
 * One line of the audit log.
 *
 * @param id of the deed
 * @param by login of the operator
 * @param what was done: {@code skip}, {@code pause}, {@code price-approved}
 * @param subject what it was done to: {@code order nordkajak/kajak-se/10025}, {@code feed stock}
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

    /** After which a list goes on. */
    public String key() {
        return new TimeKey(at, id).text();
    }

    static AuditLine of(AuditBook.Done done) {
        AuditBook.Deed deed = done.deed();
        return new AuditLine(
                deed.id(), done.at(), deed.tenant(), deed.who(), deed.what(), deed.subject(), deed.reason());
    }
}
