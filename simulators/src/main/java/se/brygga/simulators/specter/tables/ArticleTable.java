package se.brygga.simulators.specter.tables;

import java.math.BigDecimal;
import java.util.List;
import se.brygga.simulators.Page;
import se.brygga.simulators.Page.Forms;
import se.brygga.simulators.specter.goods.SimStock;

/** An account's articles on the page, with fields for stock, price and sale, and the till. */
final class ArticleTable {

    private static final int MOST = 30;

    private ArticleTable() {}

    /** As HTML; the first thirty that are goods. */
    static String render(long sbmId, List<SimStock> articles) {
        StringBuilder table = new StringBuilder(
                "<table><tr><th>Artikel<th>Namn<th>Disponibelt<th>Hylla, lager 1<th>Hylla, lager 2<th>Pris exkl. moms<th>Rea<th>Kassa");
        List<SimStock> shown = articles.stream()
                .filter(article -> !article.type().equals("EL"))
                .limit(MOST)
                .toList();
        for (SimStock article : shown) {
            String path = Addresses.article(sbmId, article.articleNo());
            table.append("<tr><td>")
                    .append(Page.escape(article.articleNo()))
                    .append("<td>")
                    .append(Page.escape(article.name()))
                    .append("<td>")
                    .append(available(article));
            for (SimStock.Site site : article.sites()) {
                table.append("<td>").append(article.type().equals("GW") ? shelf(path, site) : "paket");
            }
            table.append("<td>")
                    .append(Forms.post(
                            path + "price", "Spara", Forms.field("price", plain(article.price()), "pris", 7)))
                    .append("<td>")
                    .append(sale(path, article))
                    .append("<td style='white-space:nowrap'>")
                    .append(Forms.post(Addresses.till(sbmId, article.articleNo()) + "sell", "Sälj 1"))
                    .append(Forms.post(Addresses.till(sbmId, article.articleNo()) + "return", "Retur 1"));
        }
        return table.append("</table>").toString();
    }

    private static String available(SimStock article) {
        String kind = article.total().signum() > 0 ? "ok" : "bad";
        return "<span class='b " + kind + "'>" + plain(article.total()) + "</span>";
    }

    private static String shelf(String path, SimStock.Site site) {
        return Forms.post(
                path + "stock",
                "Spara",
                Forms.hidden("site", Integer.toString(site.site())),
                Forms.field("shelf", plain(site.shelf()), "antal", 4));
    }

    private static String sale(String path, SimStock article) {
        BigDecimal ordinary = article.ordinaryPrice();
        if (ordinary != null) {
            return "ordinarie " + plain(ordinary) + " " + Forms.post(path + "sale", "Avsluta");
        }
        return Forms.post(
                path + "sale",
                "Rea",
                Forms.hidden("ordinary", plain(article.price())),
                Forms.field("sale", "", "reapris", 7));
    }

    private static String plain(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.setScale(Math.max(0, plain.scale())).toPlainString();
    }
}
