package se.brygga.clients.specter.feed;

import java.util.Locale;

/** The journals; each has its own open batch (reference section 5). */
public enum FeedKind {
    STOCK,
    ARTICLES,
    ORDERS,
    /** Through the assumed adapter only (section 11, O39). */
    PRICE_LISTS;

    /** As it stands in call records and messages: {@code stock}, {@code price-lists}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
