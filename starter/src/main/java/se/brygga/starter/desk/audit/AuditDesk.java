package se.brygga.starter.desk.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.setup.kept.SetupStore;
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
     * @param tenant null: to all
     * @param limit at most so many lines
     * @throws NotFound there is no such tenant
     */
    public List<AuditLine> list(@Nullable String tenant, int limit) {
        NotFound.unless(() -> setups.requireKnown(tenant, null));
        return book.list(tenant, limit).stream().map(AuditLine::of).toList();
    }
}
