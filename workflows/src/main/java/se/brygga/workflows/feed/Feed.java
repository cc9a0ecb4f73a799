package se.brygga.workflows.feed;

import java.util.Locale;
import se.brygga.workflows.attention.EnumWords;
import se.brygga.workflows.refusal.RequestRefused;

/** What a loop follows in a tenant's Specter. Constants are stored. They may be added, never renamed. */
public enum Feed {
    /** Deliveries, cancellations, invoices. */
    ORDERS,
    /** Available quantities. */
    STOCK,
    /** Article prices and, where Specter tells them, price lists. */
    PRICES;

    /** The word as operators type it and as workflow ids have it: {@code stock}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The inverse of {@link #key()}.
     *
     * @throws RequestRefused there is no such feed; the refusal names all feeds
     */
    public static Feed ofKey(String key) {
        for (Feed feed : values()) {
            if (feed.key().equals(key)) {
                return feed;
            }
        }
        throw new RequestRefused(EnumWords.unknown("feed", key, values(), Feed::key));
    }

    /** The id of the loop that follows this feed: {@code stock/{tenant}}. */
    public String workflowId(String tenant) {
        return key() + "/" + tenant;
    }
}
