package se.brygga.simulators.specter.goods;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Article;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.feeds.Changes;
import se.brygga.simulators.specter.feeds.Feeds;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.protocol.FeedQuirk;
import se.brygga.simulators.specter.protocol.SpecterParameters;
import se.brygga.simulators.specter.protocol.SpecterQuirk;
import se.brygga.simulators.specter.writes.ArticleWrites;

/** The articles of an account. Guarded by the account's lock. */
public final class Articles {

    private final Quirks quirks;
    private final Changes changes;
    private final Map<String, SimArticle> all = new LinkedHashMap<>();
    private final Map<String, SimArticle> byKey = new HashMap<>();
    private final Shelves shelves;
    private final ByHand byHand;
    private final ArticleWrites writes;
    private final ArticleSubmit submit;
    private long nextId = 701;

    /**
     * With their feeds of stock and articles.
     *
     * @param assortment what the account's shops sell: the same numbers, names and prices, and some tens of each in stock
     * @param pictures where the pictures of articles lie
     */
    public Articles(Quirks quirks, Feeds feeds, List<Article> assortment, Clock clock, Supplier<URI> pictures) {
        this.quirks = quirks;
        this.changes = feeds;
        this.shelves = new Shelves(this, feeds);
        this.byHand = new ByHand(this, feeds);
        this.writes = new ArticleWrites(clock);
        this.submit = new ArticleSubmit(quirks, this, feeds, writes);
        feeds.add(SimFeedKind.STOCK, new StockView(quirks, this));
        feeds.add(SimFeedKind.ARTICLES, new ArticleView(quirks, this, pictures));
        for (String service : List.of("FRAKT", "FRAKT-NO", "AVGIFT", "RABATT", "AVRUNDNING")) {
            put(service, SimArticle.Type.EL, Map.of(), SimArticle.fields(service, BigDecimal.ZERO, 25));
        }
        int tens = 12;
        for (Article one : assortment) {
            SimArticle article = put(
                    one.sku(),
                    SimArticle.Type.GW,
                    Map.of(),
                    SimArticle.fields(one.name(), one.priceExVat(), one.vatRate()));
            article.stock(Shelves.DEFAULT_SITE, BigDecimal.valueOf(tens));
            tens = 12 + (tens + 6) % 31;
        }
        if (all.containsKey("KAJ-001")) {
            seedPackage();
        }
    }

    /** {@code newArticleSubmit}. */
    public long submit(SpecterParameters p) {
        return submit.submit(p);
    }

    private void seedPackage() {
        require("KAJ-003").stock(Shelves.DEFAULT_SITE, BigDecimal.valueOf(30));
        Map<SimArticle, BigDecimal> parts =
                Map.of(require("KAJ-001"), BigDecimal.ONE, require("KAJ-003"), BigDecimal.ONE);
        put(
                "KAJ-SET",
                SimArticle.Type.PA,
                parts,
                SimArticle.fields("Paket: kajak med paddel", new BigDecimal("7996.00"), 25));
    }

    SimArticle put(
            String articleNo,
            SimArticle.Type type,
            Map<SimArticle, BigDecimal> components,
            Map<SimArticleField, String> fields) {
        SimArticle article = new SimArticle(nextId++, articleNo, type, components, fields);
        all.put(articleNo, article);
        byKey.put(article.key(), article);
        shelves.lay(article);
        return article;
    }

    public @Nullable SimArticle find(String articleNo) {
        SimArticle exact = all.get(articleNo);
        return exact != null || quirks.is(SpecterQuirk.ARTICLE_CASE, "true")
                ? exact
                : all.values().stream()
                        .filter(article -> article.articleNo().equalsIgnoreCase(articleNo))
                        .findFirst()
                        .orElse(null);
    }

    /** Whether there is something to lay on a shelf, by itself or in a package. */
    public boolean isStocked(SimArticle article) {
        return article.type() != SimArticle.Type.EL;
    }

    @Nullable
    SimArticle byKey(String key) {
        return byKey.get(key);
    }

    /** @throws IllegalArgumentException there is none with this number */
    SimArticle require(String articleNo) {
        SimArticle article = find(articleNo);
        if (article == null) {
            throw new IllegalArgumentException("no article " + articleNo);
        }
        return article;
    }

    /** @throws IllegalArgumentException there is none, or it has no stock of its own */
    SimArticle requireStocked(String articleNo) {
        SimArticle article = require(articleNo);
        if (article.type() != SimArticle.Type.GW) {
            throw new IllegalArgumentException(articleNo + " has no stock of its own");
        }
        return article;
    }

    Collection<SimArticle> all() {
        return all.values();
    }

    /** Where the articles lie. */
    public Shelves shelves() {
        return shelves;
    }

    public SimStock view(String articleNo) {
        return require(articleNo).view();
    }

    public List<SimStock> list() {
        return all.values().stream().map(SimArticle::view).toList();
    }

    /** What people change of the articles. */
    public ByHand byHand() {
        return byHand;
    }

    /** What calls have written. */
    public ArticleWrites writes() {
        return writes;
    }

    /** @throws IllegalArgumentException there is none with this number */
    public SimArticle.Card card(String articleNo) {
        return require(articleNo).card();
    }

    public List<SimArticle.Card> cards() {
        return all.values().stream().map(SimArticle::card).toList();
    }

    /** Nothing happens when there is none. */
    void remove(String articleNo) {
        SimArticle article = all.remove(articleNo);
        if (article != null) {
            article.delete();
            changes.changed(SimFeedKind.ARTICLES, article.key(), article.articleNo(), "deleted");
        }
    }

    /** Gives the article another number. Its variants follow; orders keep the old number on their rows. */
    void rename(String from, String to) {
        SimArticle article = require(from);
        SimArticle holder = find(to);
        if (to.isBlank() || to.contains(" ") || (holder != null && !holder.equals(article)) || from.equals(to)) {
            throw new IllegalArgumentException("an article cannot be called '" + to + "'");
        }
        all.remove(article.articleNo());
        article.rename(to);
        all.put(to, article);
        all.values().forEach(other -> follow(other, from, to));
        changes.changed(SimFeedKind.ARTICLES, article.key(), to, "articleNo");
        if (article.type() != SimArticle.Type.EL) {
            changes.changed(SimFeedKind.STOCK, article.key(), to, "articleNo");
        }
    }

    private void follow(SimArticle other, String from, String to) {
        SimArticle.SimVariant variant = other.variant();
        if (variant != null && variant.mainArticleNo().equals(from)) {
            other.variant(new SimArticle.SimVariant(to, variant.values()));
            changes.changed(SimFeedKind.ARTICLES, other.key(), other.articleNo(), "variant");
        }
    }

    /** Tells the feeds of an article that is new. */
    void added(SimArticle article) {
        changes.changed(SimFeedKind.ARTICLES, article.key(), article.articleNo(), "new");
        if (article.type() != SimArticle.Type.EL) {
            shelves.changed(article, Shelves.DEFAULT_SITE);
        }
    }

    boolean identityIsTold() {
        return quirks.is(FeedQuirk.IDENTITY, "on");
    }
}
