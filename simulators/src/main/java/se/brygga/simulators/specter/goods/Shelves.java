package se.brygga.simulators.specter.goods;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.brygga.simulators.specter.feeds.Changes;
import se.brygga.simulators.specter.feeds.SimFeedKind;

/** What lies on an account's shelves, and what orders have reserved of it. Guarded by the account's lock. */
public final class Shelves {

    /** The warehouse that is meant when an order names none. */
    public static final int DEFAULT_SITE = 1;

    /** All warehouses, the default one first. */
    public static final List<Integer> SITES = List.of(DEFAULT_SITE, 2);

    static final String SITE = "site ";

    private final Articles articles;
    private final Changes changes;
    private final Map<SimArticle, List<SimArticle>> packagesWith = new HashMap<>();

    Shelves(Articles articles, Changes changes) {
        this.articles = articles;
        this.changes = changes;
    }

    /** A new article; of a package, its parts' quantities count. */
    void lay(SimArticle article) {
        article.components()
                .keySet()
                .forEach(part -> packagesWith
                        .computeIfAbsent(part, ignored -> new ArrayList<>())
                        .add(article));
    }

    /** What is on the shelf is counted. */
    public void setStock(String articleNo, int site, BigDecimal shelf) {
        requireSite(site);
        SimArticle article = articles.requireStocked(articleNo);
        article.stock(site, shelf);
        changed(article, site);
    }

    /** Goods come or go, in the default warehouse. */
    public void changeStock(String articleNo, BigDecimal delta) {
        SimArticle article = articles.requireStocked(articleNo);
        article.move(DEFAULT_SITE, delta, BigDecimal.ZERO);
        changed(article, DEFAULT_SITE);
    }

    /**
     * Goods are carried out of the door, of a package its parts; a quantity below zero brings them back. What is not
     * stocked leaves nothing behind.
     */
    public void carryOut(String articleNo, BigDecimal quantity) {
        move(articles.require(articleNo), DEFAULT_SITE, quantity.negate(), BigDecimal.ZERO);
    }

    private static void requireSite(int site) {
        if (!SITES.contains(site)) {
            throw new IllegalArgumentException("no warehouse " + site + "; there are " + SITES);
        }
    }

    /** An order takes or releases stock, of a package's components too. */
    public void reserve(SimArticle article, int site, BigDecimal quantity) {
        move(article, site, BigDecimal.ZERO, quantity);
    }

    /** Goods leave the shelf, and nobody waits for them any more; a negative quantity brings them back. */
    public void deliver(SimArticle article, int site, BigDecimal quantity) {
        move(article, site, quantity.negate(), quantity.negate());
    }

    private void move(SimArticle article, int site, BigDecimal onShelf, BigDecimal onReserved) {
        switch (article.type()) {
            case GW -> {
                BigDecimal before = article.available(site);
                article.move(site, onShelf, onReserved);
                if (before.compareTo(article.available(site)) != 0) {
                    changed(article, site);
                }
            }
            case PA ->
                article.components()
                        .forEach((part, pieces) ->
                                move(part, site, onShelf.multiply(pieces), onReserved.multiply(pieces)));
            case EL -> {
                // Nothing lies on a shelf.
            }
        }
    }

    /** Tells the feed that there is another quantity, of packages with the article too. */
    void changed(SimArticle article, int site) {
        changes.changed(SimFeedKind.STOCK, article.key(), article.articleNo(), SITE + site);
        packagesWith.getOrDefault(article, List.of()).forEach(whole -> changed(whole, site));
    }
}
