package se.brygga.simulators.specter.goods;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Article;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.feeds.Changes;
import se.brygga.simulators.specter.feeds.Feeds;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.goods.SimArticle.Facts;
import se.brygga.simulators.specter.protocol.FeedQuirk;
import se.brygga.simulators.specter.protocol.SpecterParameters;
import se.brygga.simulators.specter.protocol.SpecterQuirk;

/** The articles of an account. Guarded by the account's lock. */
public final class Articles {

    private static final String PRICE = "price";

    private final Quirks quirks;
    private final Changes changes;
    private final Map<String, SimArticle> all = new LinkedHashMap<>();
    private final Map<String, SimArticle> byKey = new HashMap<>();
    private final Shelves shelves;
    private final ArticleSubmit submit;
    private long nextId = 701;
    private int numbered;

    /**
     * With their feeds of stock and articles.
     *
     * @param assortment what the account's shops sell: the same numbers, names and prices, and some tens of each in stock
     */
    public Articles(Quirks quirks, Feeds feeds, List<Article> assortment) {
        this.quirks = quirks;
        this.changes = feeds;
        this.shelves = new Shelves(this, feeds);
        this.submit = new ArticleSubmit(quirks, this);
        feeds.add(SimFeedKind.STOCK, new StockView(quirks, this));
        feeds.add(SimFeedKind.ARTICLES, new ArticleView(quirks, this));
        for (String service : List.of("FRAKT", "FRAKT-NO", "AVGIFT", "RABATT", "AVRUNDNING")) {
            put(service, SimArticle.Type.EL, Map.of(), Facts.of(service, BigDecimal.ZERO, 25));
        }
        int tens = 12;
        for (Article one : assortment) {
            SimArticle article =
                    put(one.sku(), SimArticle.Type.GW, Map.of(), Facts.of(one.name(), one.priceExVat(), one.vatRate()));
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
        put("KAJ-SET", SimArticle.Type.PA, parts, Facts.of("Paket: kajak med paddel", new BigDecimal("7996.00"), 25));
    }

    SimArticle put(String articleNo, SimArticle.Type type, Map<SimArticle, BigDecimal> components, Facts facts) {
        SimArticle article = new SimArticle(nextId++, articleNo, type, components, facts);
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

    /** Somebody removes an article by hand. */
    public void remove(String articleNo) {
        SimArticle article = all.remove(articleNo);
        if (article != null) {
            article.delete();
            articleChanged(article, "deleted");
        }
    }

    private void articleChanged(SimArticle article, String aspect) {
        changes.changed(SimFeedKind.ARTICLES, article.key(), article.articleNo(), aspect);
    }

    /** Ends a sale, too. */
    public void setPrice(String articleNo, BigDecimal price) {
        SimArticle article = require(articleNo);
        article.facts(article.facts().withPrice(requirePrice(price), null));
        articleChanged(article, PRICE);
    }

    public void setSale(String articleNo, BigDecimal ordinaryPrice, BigDecimal salePrice) {
        SimArticle article = require(articleNo);
        article.facts(article.facts().withPrice(requirePrice(salePrice), requirePrice(ordinaryPrice)));
        articleChanged(article, PRICE);
    }

    /** Back to the ordinary price; nothing happens when there is no sale. */
    public void endSale(String articleNo) {
        SimArticle article = require(articleNo);
        BigDecimal ordinary = article.facts().ordinaryPrice();
        if (ordinary != null) {
            setPrice(articleNo, ordinary);
        }
    }

    private static BigDecimal requirePrice(BigDecimal price) {
        if (price.signum() < 0 || price.stripTrailingZeros().scale() > 4) {
            throw new IllegalArgumentException("a price is 0 or more with at most 4 decimals, not " + price);
        }
        return price;
    }

    public void setName(String articleNo, String name) {
        SimArticle article = require(articleNo);
        article.facts(article.facts().withName(name));
        articleChanged(article, "name");
    }

    public void setBarCode(String articleNo, String barCode) {
        SimArticle article = require(articleNo);
        article.facts(article.facts().withBarCode(barCode));
        articleChanged(article, "barCode");
    }

    /** @param type {@code GW} or {@code EL}; a package stays one */
    public void setType(String articleNo, String type) {
        SimArticle article = require(articleNo);
        if (article.type() == SimArticle.Type.PA || !List.of("GW", "EL").contains(type)) {
            throw new IllegalArgumentException(articleNo + " cannot become " + type);
        }
        article.type(SimArticle.Type.valueOf(type));
        articleChanged(article, "type");
        shelves.changed(article, Shelves.DEFAULT_SITE);
    }

    /** The article becomes a variant of another number, with for example {@code Färg} to {@code Röd}. */
    public void setVariant(String articleNo, String mainArticleNo, Map<String, String> values) {
        SimArticle article = require(articleNo);
        article.variant(new SimArticle.SimVariant(mainArticleNo, Map.copyOf(values)));
        articleChanged(article, "variant");
    }

    /** Gives the article another number; orders keep the old one on their rows. */
    public void rename(String from, String to) {
        SimArticle article = require(from);
        if (to.isBlank() || to.contains(" ") || all.containsKey(to)) {
            throw new IllegalArgumentException("an article cannot be called '" + to + "'");
        }
        all.remove(article.articleNo());
        article.rename(to);
        all.put(to, article);
        articleChanged(article, "articleNo");
        if (article.type() != SimArticle.Type.EL) {
            changes.changed(SimFeedKind.STOCK, article.key(), to, "articleNo");
        }
    }

    /** Makes so many stocked articles {@code LOAD-00001} and on after those that are there, 100 of each in stock. */
    public void addMany(int count) {
        for (int n = 0; n < count; n++) {
            String articleNo = "LOAD-%05d".formatted(++numbered);
            SimArticle article = put(
                    articleNo,
                    SimArticle.Type.GW,
                    Map.of(),
                    Facts.of("Artikel " + articleNo, new BigDecimal("100.00"), 25));
            article.stock(Shelves.DEFAULT_SITE, BigDecimal.valueOf(100));
            added(article);
        }
    }

    /** A package of parts that exist; price 0 until it is set. */
    public void addPackage(String articleNo, String name, Map<String, BigDecimal> parts) {
        if (parts.isEmpty() || all.containsKey(articleNo)) {
            throw new IllegalArgumentException("a package has parts and a number of its own, not " + articleNo);
        }
        Map<SimArticle, BigDecimal> components = new LinkedHashMap<>();
        parts.forEach((part, pieces) -> components.put(requireStocked(part), pieces));
        added(put(articleNo, SimArticle.Type.PA, components, Facts.of(name, BigDecimal.ZERO, 25)));
    }

    private void added(SimArticle article) {
        articleChanged(article, "new");
        if (article.type() != SimArticle.Type.EL) {
            shelves.changed(article, Shelves.DEFAULT_SITE);
        }
    }

    /**
     * What a call writes. Without a quantity the article is created with no stock. The shop's buy price counts only
     * while the article has no supplier.
     *
     * @param supplierNo empty when the article gets none
     */
    void write(String articleNo, Facts facts, BigDecimal quantity, String supplierNo) {
        SimArticle article = find(articleNo);
        if (article == null) {
            article = put(articleNo, SimArticle.Type.GW, Map.of(), facts);
            article.stock(Shelves.DEFAULT_SITE, quantity);
            added(article);
        } else {
            Facts kept =
                    article.hasSupplier() ? facts.withBuyPrice(article.facts().buyPrice()) : facts;
            if (!article.facts().equals(kept)) {
                article.facts(kept);
                articleChanged(article, "written");
            }
        }
        if (!supplierNo.isEmpty()) {
            article.supply();
        }
    }

    boolean identityIsTold() {
        return quirks.is(FeedQuirk.IDENTITY, "on");
    }
}
