package se.brygga.simulators.specter.feeds;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.specter.protocol.FeedQuirk;

/** What has a change journal. The last two are the invented shapes of the reference, section 11. */
public enum SimFeedKind {
    STOCK("stock", "getArticleExternalNeedUpdate", "updateArticlesFromBatch", null),
    ARTICLES("articles", "getArticleInfoExternalNeedUpdate", "updateArticleInfosFromBatch", null),
    ORDERS("orders", "getOrdersExternalNeedUpdate", "updateOrdersFromBatch", null),
    PRICE_LISTS("priceLists", "getPriceListsExternalNeedUpdate", "updatePriceListsFromBatch", FeedQuirk.PRICE_LISTS),
    CUSTOMERS("customers", "getCustomersExternalNeedUpdate", "updateCustomersFromBatch", FeedQuirk.CUSTOMER_GROUPS);

    private final String id;
    private final String get;
    private final String ack;
    private final @Nullable FeedQuirk gap;

    SimFeedKind(String id, String get, String ack, @Nullable FeedQuirk gap) {
        this.id = id;
        this.get = get;
        this.ack = ack;
        this.gap = gap;
    }

    /** As quirks and the control API name it. */
    public String id() {
        return id;
    }

    /** The action that reads it. */
    public String get() {
        return get;
    }

    /** The action that acknowledges. */
    public String ack() {
        return ack;
    }

    /** The quirk that takes it away, if it is an invented one. */
    Optional<FeedQuirk> gap() {
        return Optional.ofNullable(gap);
    }

    static boolean isFeed(String action) {
        return Arrays.stream(values())
                .anyMatch(kind -> Set.of(kind.get, kind.ack).contains(action));
    }

    static SimFeedKind of(String action) {
        return Arrays.stream(values())
                .filter(kind -> Set.of(kind.get, kind.ack).contains(action))
                .findFirst()
                .orElseThrow();
    }

    /** @throws IllegalArgumentException there is none; the text lists what there is */
    public static SimFeedKind byId(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no feed " + id + "; there are "
                        + Arrays.stream(values()).map(SimFeedKind::id).toList()));
    }
}
