package se.brygga.workflows.feed;

import java.util.Locale;
import se.brygga.workflows.attention.Words;
import se.brygga.workflows.refusal.RequestRefused;

/** What a loop follows in a tenant's Specter. Constants are stored: they may be added, never renamed. */
public enum Feed {
    /** Deliveries, cancellations, invoices. */
    ORDERS,
    /** Available quantities. */
    STOCK,
    /** Article prices and, where Specter tells them, price lists. */
    PRICES;

    /** As operators type it, and as it stands in workflow ids: {@code stock}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The inverse of {@link #key()}.
     *
     * @throws RequestRefused there is no such feed; the refusal says which there are
     */
    public static Feed ofKey(String key) {
        for (Feed feed : values()) {
            if (feed.key().equals(key)) {
                return feed;
            }
        }
        throw new RequestRefused(Words.unknown("feed", key, values(), Feed::key));
    }

    /** {@code stock/{tenant}}: the id of the loop that follows it. */
    public String workflowId(String tenant) {
        return key() + "/" + tenant;
    }
}
