package se.brygga.starter.desk.trouble;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;

/** What somebody should know although no order waits for it. */
@Component
public class NoticeDesk {

    private final NoticeBook book;
    private final TroubleDesk trouble;
    private final AuditBook audit;
    private final TransactionTemplate transactions;

    NoticeDesk(NoticeBook book, TroubleDesk trouble, AuditBook audit, TransactionTemplate transactions) {
        this.book = book;
        this.trouble = trouble;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Open notices, and all other trouble.
     *
     * @param tenant null: of all
     * @throws IllegalArgumentException there is no such tenant
     */
    public Trouble open(@Nullable String tenant) {
        return trouble.of(tenant, null);
    }

    /**
     * Somebody has taken note. What is still so opens again by itself. A notice that is not open (any more) is refused, so a
     * repeat changes nothing.
     *
     * @return in the order of the ids
     * @throws IllegalArgumentException nobody is named
     */
    public List<Outcome<Notice>> close(List<Long> ids, Operator operator) {
        operator.requireName();
        return ids.stream().map(id -> close(id, operator)).toList();
    }

    private Outcome<Notice> close(long id, Operator operator) {
        String subject = "notice " + id;
        Optional<Notice> closed = transactions.execute(tx -> book.open(null).stream()
                .filter(notice -> notice.id() == id)
                .findFirst()
                .filter(notice -> book.close(id))
                .map(Notice::of)
                .map(notice -> audited(notice, operator)));
        return closed == null || closed.isEmpty()
                ? new Outcome.Refused<>(subject, "no notice " + id + " is open")
                : new Outcome.Followed<>(subject, closed.get());
    }

    private Notice audited(Notice notice, Operator operator) {
        String subject = "notice " + notice.id() + " " + notice.cause().code()
                + (notice.shop() == null ? "" : " " + notice.shop())
                + (notice.subject() == null ? "" : " " + notice.subject());
        audit.add(AuditBook.Deed.of(operator.by(), "close-notice", notice.tenant(), subject, operator.reason()));
        return notice;
    }
}
