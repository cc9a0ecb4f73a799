package se.brygga.activities.feed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import se.brygga.workflows.feed.Feed;

/** What Specter calls Brygga for (Specter reference section 9), each with the journal that tells the truth of it. */
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

    public Feed feed() {
        return feed;
    }

    /** As it stands in the trigger's URL. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The inverse of {@link #key()}; empty for anything else. */
    public static Optional<TriggerKind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
