package se.brygga.workflows.feed;

import java.util.Locale;

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
     * @throws IllegalArgumentException there is no such feed; the text says which there are
     */
    public static Feed ofKey(String key) {
        for (Feed feed : values()) {
            if (feed.key().equals(key)) {
                return feed;
            }
        }
        throw new IllegalArgumentException("no such feed: \"" + key + "\"; there are orders, stock and prices");
    }

    /** {@code stock/{tenant}}: the id of the loop that follows it. */
    public String workflowId(String tenant) {
        return key() + "/" + tenant;
    }
}
