package se.brygga.activities.feed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import se.brygga.workflows.feed.Feed;

/**
 * The events for which Specter calls Brygga (Specter reference section 9), each with the journal that tells what is
 * true.
 */
public enum TriggerKind {
    STOCK(Feed.STOCK),
    ARTICLE(Feed.PRICES),
    ORDER(Feed.ORDERS),
    CANCELLED(Feed.ORDERS),
    INVOICE(Feed.ORDERS);

    private final Feed feed;

    TriggerKind(Feed feed) {
        this.feed = feed;
    }

    /** The feed whose journal tells what is true. */
    public Feed feed() {
        return feed;
    }

    /** The word in the trigger's callback URL. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The inverse of {@link #key()}; empty for any other text. */
    public static Optional<TriggerKind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
