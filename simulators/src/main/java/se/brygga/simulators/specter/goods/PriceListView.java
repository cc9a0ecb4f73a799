package se.brygga.simulators.specter.goods;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.feeds.FeedView;
import se.brygga.simulators.specter.feeds.Feeds;
import se.brygga.simulators.specter.goods.PriceLists.ListState;
import se.brygga.simulators.specter.goods.PriceLists.Price;
import se.brygga.simulators.specter.goods.PriceLists.RowKey;
import se.brygga.simulators.specter.protocol.Markup;
import se.brygga.simulators.specter.protocol.SpecterParameters;

/** The invented feed of price lists: changed rows only, under their lists (reference, section 11). */
final class PriceListView implements FeedView<PriceListView.Row> {

    /**
     * A finished element and the list that it belongs to.
     *
     * @param price empty when the change is about the list itself
     */
    public record Row(long listId, String name, String currency, boolean listDeleted, String price) {}

    private final Quirks quirks;
    private final PriceLists lists;

    public PriceListView(Quirks quirks, PriceLists lists) {
        this.quirks = quirks;
        this.lists = lists;
    }

    @Override
    public List<Item> all() {
        return lists.all().values().stream()
                .filter(list -> !list.deleted)
                .flatMap(list -> list.rows.keySet().stream())
                .map(key -> new Item(key.text(), key.listId() + "/" + lists.articleNo(key) + "/" + key.fromQty()))
                .toList();
    }

    @Override
    public Optional<Row> row(String key, Set<String> aspects) {
        if (!key.contains("/")) {
            return Optional.ofNullable(lists.all().get(Long.parseLong(key))).map(list -> row(list, ""));
        }
        RowKey rowKey = RowKey.of(key);
        return Optional.ofNullable(lists.all().get(rowKey.listId())).map(list -> row(list, price(list, rowKey)));
    }

    private static Row row(ListState list, String price) {
        return new Row(list.id, list.name, list.currency, list.deleted, price);
    }

    private String price(ListState list, RowKey key) {
        Markup element =
                new Markup("price").attribute("articleNo", lists.articleNo(key)).attribute("fromQty", key.fromQty());
        Price price = list.rows.get(key);
        if (price == null) {
            return element.attribute("deleted", 1).toString();
        }
        BigDecimal amount = price.price();
        BigDecimal percent = price.discountPercent();
        if (amount != null) {
            element.attribute("priceExclVat", Markup.number(amount, 2, quirks));
        }
        if (percent != null) {
            element.attribute("discountPercent", Markup.number(percent, 0, quirks));
        }
        return element.toString();
    }

    @Override
    public String xml(List<Row> rows, SpecterParameters call, @Nullable String limit) {
        Map<Long, Markup> told = new LinkedHashMap<>();
        for (Row row : rows) {
            told.computeIfAbsent(row.listId(), ignored -> list(row)).raw(row.price());
        }
        StringBuilder content = new StringBuilder();
        told.values().forEach(content::append);
        return Feeds.list("priceLists", content.toString(), limit, quirks);
    }

    private static Markup list(Row row) {
        Markup list = new Markup("priceList")
                .attribute("priceListId", row.listId())
                .attribute("name", row.name())
                .attribute("currency", row.currency());
        return row.listDeleted() ? list.attribute("deleted", 1) : list;
    }
}
