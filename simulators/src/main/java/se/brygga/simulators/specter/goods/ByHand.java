package se.brygga.simulators.specter.goods;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.specter.feeds.Changes;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.goods.SimArticle.SimVariant;
import se.brygga.simulators.specter.pictures.SimPicture;

/**
 * What people change of an account's articles in Specter. Each method throws {@link IllegalArgumentException} for what
 * does not exist or cannot be done; nothing has changed then. Guarded by the account's lock.
 */
public final class ByHand {

    private static final int LONGEST_NAME = 140;

    private final Articles articles;
    private final Changes changes;
    private int numbered;

    ByHand(Articles articles, Changes changes) {
        this.articles = articles;
        this.changes = changes;
    }

    private void changed(SimArticle article, String aspect) {
        changes.changed(SimFeedKind.ARTICLES, article.key(), article.articleNo(), aspect);
    }

    /** Makes a stocked article with a number that nobody checks: real assortments have all kinds. */
    public void create(String articleNo, Map<String, String> fields) {
        if (articles.find(articleNo) != null || articleNo.isBlank()) {
            throw new IllegalArgumentException("there can be no new article '" + articleNo + "'");
        }
        articles.added(articles.put(articleNo, SimArticle.Type.GW, Map.of(), accepted(fields)));
    }

    private static Map<SimArticleField, String> accepted(Map<String, String> fields) {
        Map<SimArticleField, String> accepted = new EnumMap<>(SimArticleField.class);
        fields.forEach((id, value) -> {
            SimArticleField field = SimArticleField.byId(id);
            accepted.put(field, field.accept(value));
        });
        return accepted;
    }

    /**
     * Gives fields other values.
     *
     * @param fields by their names in the control API; an empty value is taken away
     */
    public void setFields(String articleNo, Map<String, String> fields) {
        SimArticle article = articles.require(articleNo);
        Map<SimArticleField, String> accepted = accepted(fields);
        accepted.forEach(article::set);
        changed(article, String.join(",", fields.keySet()));
    }

    /** Ends a sale, too. */
    public void setPrice(String articleNo, BigDecimal price) {
        price(articleNo, price, null);
    }

    /** The article is on sale. */
    public void setSale(String articleNo, BigDecimal ordinaryPrice, BigDecimal salePrice) {
        price(articleNo, salePrice, ordinaryPrice);
    }

    private void price(String articleNo, BigDecimal price, @Nullable BigDecimal ordinaryPrice) {
        SimArticle article = articles.require(articleNo);
        requirePrice(price);
        article.set(
                SimArticleField.ORDINARY_PRICE,
                ordinaryPrice == null ? "" : SimArticleField.plain(requirePrice(ordinaryPrice)));
        article.set(SimArticleField.PRICE, SimArticleField.plain(price));
        changed(article, "price");
    }

    private static BigDecimal requirePrice(BigDecimal price) {
        if (price.signum() < 0 || price.stripTrailingZeros().scale() > 4) {
            throw new IllegalArgumentException("a price is 0 or more with at most 4 decimals, not " + price);
        }
        return price;
    }

    /** Back to the ordinary price; nothing happens when there is no sale. */
    public void endSale(String articleNo) {
        BigDecimal ordinary = articles.require(articleNo).ordinaryPrice();
        if (ordinary != null) {
            setPrice(articleNo, ordinary);
        }
    }

    /** @param type {@code GW} or {@code EL}; a package stays one */
    public void setType(String articleNo, String type) {
        SimArticle article = articles.require(articleNo);
        if (article.type() == SimArticle.Type.PA || !List.of("GW", "EL").contains(type)) {
            throw new IllegalArgumentException(articleNo + " cannot become " + type);
        }
        article.type(SimArticle.Type.valueOf(type));
        changed(article, "type");
        articles.shelves().changed(article, Shelves.DEFAULT_SITE);
    }

    /**
     * The article becomes a variant of another number, with for example {@code Färg} to {@code Röd}.
     *
     * @param mainArticleNo empty: the article is no variant any more
     */
    public void setVariant(String articleNo, String mainArticleNo, Map<String, String> values) {
        SimArticle article = articles.require(articleNo);
        if (mainArticleNo.equals(articleNo)) {
            throw new IllegalArgumentException(articleNo + " cannot be a variant of itself");
        }
        article.variant(mainArticleNo.isEmpty() ? null : new SimVariant(mainArticleNo, new LinkedHashMap<>(values)));
        changed(article, "variant");
    }

    /**
     * Adds a variant to a main article. The number is the main article's with an ending. The name is the main article's
     * with the values, cut where a name ends. Fields and pictures are the main article's.
     */
    public void addVariant(String mainArticleNo, String ending, Map<String, String> values) {
        SimArticle main = articles.require(mainArticleNo);
        String articleNo = main.articleNo() + ending;
        if (ending.isBlank() || articles.find(articleNo) != null) {
            throw new IllegalArgumentException("there can be no new article '" + articleNo + "'");
        }
        Map<SimArticleField, String> fields = new EnumMap<>(main.fields());
        String name = main.text(SimArticleField.NAME) + " - " + String.join(" - ", values.values());
        fields.put(SimArticleField.NAME, name.substring(0, Math.min(name.length(), LONGEST_NAME)));
        fields.remove(SimArticleField.BAR_CODE);
        SimArticle variant = articles.put(articleNo, SimArticle.Type.GW, Map.of(), fields);
        variant.pictures(main.pictures());
        variant.variant(new SimVariant(main.articleNo(), new LinkedHashMap<>(values)));
        articles.added(variant);
    }

    /** Counts the shelf of the default warehouse. */
    public void stock(String articleNo, BigDecimal shelf) {
        articles.shelves().setStock(articleNo, Shelves.DEFAULT_SITE, shelf);
    }

    /** @param pictures names, in their order; the same name is the same picture on every article */
    public void setPictures(String articleNo, List<String> pictures) {
        SimArticle article = articles.require(articleNo);
        pictures.forEach(SimPicture::new);
        article.pictures(pictures);
        changed(article, "images");
    }

    /** Gives the article another number; orders keep the old one on their rows. */
    public void rename(String from, String to) {
        articles.rename(from, to);
    }

    /** Removes an article; nothing happens when there is none. */
    public void remove(String articleNo) {
        articles.remove(articleNo);
    }

    /** Makes so many stocked articles {@code LOAD-00001} and on after those that are there, 100 of each in stock. */
    public void addMany(int count) {
        for (int n = 0; n < count; n++) {
            String articleNo = "LOAD-%05d".formatted(++numbered);
            SimArticle article = articles.put(
                    articleNo,
                    SimArticle.Type.GW,
                    Map.of(),
                    SimArticle.fields("Artikel " + articleNo, new BigDecimal("100.00"), 25));
            article.stock(Shelves.DEFAULT_SITE, BigDecimal.valueOf(100));
            articles.added(article);
        }
    }

    /** A package of parts that exist, a package among them if need be; price 0 until it is set. */
    public void addPackage(String articleNo, String name, Map<String, BigDecimal> parts) {
        if (parts.isEmpty() || articles.find(articleNo) != null) {
            throw new IllegalArgumentException("a package has parts and a number of its own, not " + articleNo);
        }
        Map<SimArticle, BigDecimal> components = new LinkedHashMap<>();
        parts.forEach((part, pieces) -> components.put(requirePart(part), pieces));
        articles.added(
                articles.put(articleNo, SimArticle.Type.PA, components, SimArticle.fields(name, BigDecimal.ZERO, 25)));
    }

    private SimArticle requirePart(String articleNo) {
        SimArticle part = articles.require(articleNo);
        if (part.type() == SimArticle.Type.EL) {
            throw new IllegalArgumentException(articleNo + " has no stock");
        }
        return part;
    }
}
