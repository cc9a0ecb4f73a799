package se.brygga.starter.desk.trouble;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.Place;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/** Notices: what somebody should know although no order waits for it. */
@Component
public class NoticeDesk {

    /**
     * A notice: something that somebody should know although no order waits for it.
     *
     * @param shop null for the tenant as a whole
     * @param subject a SKU, feed or other name; null for none
     * @param detail ids, codes and phrases of {@link se.brygga.workflows.attention.CauseTexts#detail}
     * @param times how often it was seen
     */
    public record Notice(
            long id,
            String tenant,
            @Nullable String shop,
            Cause cause,
            @Nullable String subject,
            String detail,
            int times,
            Instant openedAt,
            Instant lastAt) {

        /** The tenant or shop that the notice is about. */
        public Place place() {
            return new Place(tenant, shop);
        }

        static Notice of(NoticeBook.Notice notice) {
            return new Notice(
                    notice.id(),
                    notice.tenant(),
                    notice.shop().isEmpty() ? null : notice.shop(),
                    notice.cause(),
                    notice.subject().isEmpty() ? null : notice.subject(),
                    notice.detail(),
                    notice.times(),
                    notice.openedAt(),
                    notice.lastAt());
        }
    }

    private final NoticeBook book;
    private final AuditBook audit;
    private final TransactionTemplate transactions;

    NoticeDesk(NoticeBook book, AuditBook audit, TransactionTemplate transactions) {
        this.book = book;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Closes a notice that somebody has taken note of. The notice opens again by itself while its cause lasts. A notice
     * that is not open is refused, so a repeat changes nothing.
     *
     * @param reaches whether the caller may see a tenant's notices
     * @throws RequestRefused nobody is named
     */
    public Outcome<Notice> close(long id, Predicate<String> reaches, Operator operator) {
        operator.requireName();
        String subject = String.valueOf(id);
        Optional<Notice> closed = transactions.execute(tx -> book.open(null).stream()
                .filter(notice -> notice.id() == id && reaches.test(notice.tenant()))
                .findFirst()
                .filter(notice -> book.close(id))
                .map(Notice::of)
                .map(notice -> audited(notice, operator)));
        return closed == null || closed.isEmpty()
                ? new Outcome.Refused<>(subject, Reason.NO_NOTICE.of(id))
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
