package se.brygga.starter.desk.trouble;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.starter.desk.Place;
import se.brygga.workflows.attention.Cause;

/**
 * Something that somebody should know although no order waits for it.
 *
 * @param shop null: the tenant as a whole
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

    /** Where it is so. */
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
