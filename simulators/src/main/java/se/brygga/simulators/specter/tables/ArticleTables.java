package se.brygga.simulators.specter.tables;

import java.util.List;
import se.brygga.simulators.specter.goods.SimArticle;
import se.brygga.simulators.specter.goods.SimStock;
import se.brygga.simulators.specter.till.Till;

/** What the page shows of an account's articles, as HTML. */
public final class ArticleTables {

    private ArticleTables() {}

    /** Stock and prices of the first articles that are goods. */
    public static String stock(long sbmId, List<SimStock> articles) {
        return ArticleTable.render(sbmId, articles);
    }

    /** The first main articles with their variants, and what is known of each. */
    public static String variants(long sbmId, List<SimArticle.Card> cards) {
        return VariantTable.render(sbmId, cards);
    }

    /** The latest sales and returns at the till. */
    public static String till(long sbmId, List<Till.Receipt> receipts) {
        return TillTable.render(sbmId, receipts);
    }
}
