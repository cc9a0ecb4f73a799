package se.brygga.simulators.specter.goods;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.feeds.Changes;
import se.brygga.simulators.specter.feeds.Feeds;
import se.brygga.simulators.specter.feeds.SimFeedKind;

/** The price lists of an account, each in one currency. Guarded by the account's lock. */
public final class PriceLists {

    /** A tier's key, which an article's new number does not change. */
    record RowKey(long listId, String articleKey, int fromQty) {

        String text() {
            return listId + "/" + articleKey + "/" + fromQty;
        }

        static RowKey of(String text) {
            String[] parts = text.split("/");
            return new RowKey(Long.parseLong(parts[0]), parts[1], Integer.parseInt(parts[2]));
        }
    }

    /** What a tier says: one of the two. */
    record Price(@Nullable BigDecimal price, @Nullable BigDecimal discountPercent) {}

    /** A list with its tiers; a deleted one is kept so that its end can be told. */
    static final class ListState {
        final long id;
        final String name;
        final String currency;
        final Map<RowKey, Price> rows = new LinkedHashMap<>();
        boolean deleted;

        ListState(long id, String name, String currency) {
            this.id = id;
            this.name = name;
            this.currency = currency;
        }
    }

    private final Changes changes;
    private final Articles articles;
    private final Map<Long, ListState> all = new TreeMap<>();

    /** None yet, with their feed. */
    public PriceLists(Quirks quirks, Feeds feeds, Articles articles) {
        this.changes = feeds;
        this.articles = articles;
        feeds.add(SimFeedKind.PRICE_LISTS, new PriceListView(quirks, this));
    }

    Map<Long, ListState> all() {
        return all;
    }

    String articleNo(RowKey key) {
        SimArticle article = articles.byKey(key.articleKey());
        return article == null ? "" : article.articleNo();
    }

    public List<SimPriceList> list() {
        return all.values().stream()
                .filter(list -> !list.deleted)
                .map(list -> new SimPriceList(
                        list.id,
                        list.name,
                        list.currency,
                        list.rows.entrySet().stream()
                                .map(row -> new SimPriceList.Row(
                                        articleNo(row.getKey()),
                                        row.getKey().fromQty(),
                                        row.getValue().price(),
                                        row.getValue().discountPercent()))
                                .toList()))
                .toList();
    }

    /**
     * Sets a tier's price, and makes the list if there is none.
     *
     * @throws IllegalArgumentException the list has another currency, the article is unknown, or the quantity below 1
     */
    public void putPrice(long listId, String currency, String articleNo, int fromQty, BigDecimal price) {
        put(listId, currency, articleNo, fromQty, new Price(price, null));
    }

    /** As {@link #putPrice}, with a discount on the ordinary price instead. */
    public void putDiscount(long listId, String currency, String articleNo, int fromQty, BigDecimal percent) {
        put(listId, currency, articleNo, fromQty, new Price(null, percent));
    }

    private void put(long listId, String currency, String articleNo, int fromQty, Price price) {
        SimArticle article = articles.require(articleNo);
        ListState list = all.get(listId);
        if (fromQty < 1 || !currency.matches("[A-Z]{3}") || (list != null && !list.currency.equals(currency))) {
            throw new IllegalArgumentException(
                    "price list " + listId + " cannot have a row from " + fromQty + " in " + currency);
        }
        if (list == null || list.deleted) {
            list = new ListState(listId, "Prislista " + listId, currency);
            all.put(listId, list);
        }
        RowKey key = new RowKey(listId, article.key(), fromQty);
        list.rows.put(key, price);
        changed(key, "price");
    }

    private void changed(RowKey key, String aspect) {
        changes.changed(
                SimFeedKind.PRICE_LISTS, key.text(), key.listId() + "/" + articleNo(key) + "/" + key.fromQty(), aspect);
    }

    /** Takes a tier away; nothing happens when there is none. */
    public void removePrice(long listId, String articleNo, int fromQty) {
        ListState list = require(listId);
        RowKey key = new RowKey(listId, articles.require(articleNo).key(), fromQty);
        if (list.rows.remove(key) != null) {
            changed(key, "deleted");
        }
    }

    /** Takes a whole list away. */
    public void remove(long listId) {
        require(listId).deleted = true;
        changes.changed(SimFeedKind.PRICE_LISTS, Long.toString(listId), Long.toString(listId), "deleted");
    }

    private ListState require(long listId) {
        ListState list = all.get(listId);
        if (list == null) {
            throw new IllegalArgumentException("no price list " + listId);
        }
        return list;
    }
}
