package se.brygga.simulators.starweb;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Page;
import se.brygga.simulators.starweb.goods.Goods;
import se.brygga.simulators.starweb.goods.ListPrice;
import se.brygga.simulators.starweb.goods.Shelf;
import se.brygga.simulators.starweb.goods.ShopPriceList;

/** A shop's goods on the page, with fields for stock and price, and its price lists. */
final class GoodsTable {

    private static final int SHOWN = 40;

    private GoodsTable() {}

    static String render(StarwebSimulator simulator, String shop) {
        String base = "/__sim/shops/" + shop + "/";
        List<ShopPriceList> lists = simulator.priceLists(shop);
        StringBuilder html = new StringBuilder("<p>Prislistor: ");
        lists.forEach(list -> html.append(list(list, base)));
        html.append("</p><table><tr><th>SKU<th>Vara<th>I lager (webb)<th>Andra lager<th>Lagerstatus<th>Pris exkl. moms")
                .append("<th>Reapris<th>I andra prislistor<th>");
        for (Goods goods : simulator.goods(shop, all -> all.goods(SHOWN))) {
            row(html, goods, simulator.stock(shop, goods.sku()), lists, base);
        }
        return html.append("</table>").toString();
    }

    private static String list(ShopPriceList list, String base) {
        String name = Page.escape(list.name() + " (" + list.id() + ", " + list.currency() + ")");
        return list.active()
                ? name + " · "
                : name + " inte aktiv " + Buttons.button("Aktivera", base + "price-lists/" + list.id(), "{}") + " · ";
    }

    private static void row(
            StringBuilder html, Goods goods, List<Shelf> shelves, List<ShopPriceList> lists, String base) {
        String name = goods.name().equals(goods.product()) ? goods.name() : goods.product() + ": " + goods.name();
        html.append("<tr><td>").append(Page.escape(goods.sku()));
        html.append("<td>").append(Page.escape(name));
        html.append("<td>")
                .append(Buttons.number(
                        "antal", plain(goods.quantity()), base + "stock/" + goods.sku(), "quantity", ""));
        html.append("<td>").append(elsewhere(shelves));
        html.append("<td>").append(OrderTable.badge(goods.buyable() ? "ok" : "bad", goods.status()));
        long master = master(lists);
        html.append("<td>")
                .append(Buttons.number(
                        "pris",
                        plain(goods.price()),
                        base + "prices/" + goods.sku(),
                        "price",
                        ",\"priceList\":" + master));
        html.append("<td>").append(goods.special() == null ? "–" : plain(goods.special()));
        html.append("<td>").append(others(goods, lists, master));
        html.append("<td>")
                .append(Buttons.button("Köp en", base + "orders", "{\"goods\":{\"" + goods.sku() + "\":1}}"));
    }

    private static long master(List<ShopPriceList> lists) {
        return lists.stream()
                .filter(list -> list.kind().equals("MASTER"))
                .mapToLong(ShopPriceList::id)
                .findFirst()
                .orElseThrow();
    }

    private static String elsewhere(List<Shelf> shelves) {
        String list = shelves.stream()
                .filter(shelf -> !shelf.ecommerce())
                .map(shelf -> shelf.place() + " " + plain(shelf.quantity()))
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? "–" : Page.escape(list);
    }

    private static String others(Goods goods, List<ShopPriceList> lists, long master) {
        String list = goods.prices().stream()
                .filter(price -> price.priceListId() != master)
                .map(price -> name(lists, price) + " " + plain(price.price()))
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? "–" : Page.escape(list);
    }

    private static String name(List<ShopPriceList> lists, ListPrice price) {
        return lists.stream()
                .filter(list -> list.id() == price.priceListId())
                .map(ShopPriceList::name)
                .findFirst()
                .orElse("");
    }

    /** A number without needless zeros; a dash when there is none. */
    static String plain(@Nullable BigDecimal number) {
        if (number == null) {
            return "–";
        }
        BigDecimal plain = number.stripTrailingZeros();
        return plain.setScale(Math.max(0, plain.scale())).toPlainString();
    }
}
