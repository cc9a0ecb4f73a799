package se.brygga.simulators.specter.goods;

import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.feeds.FeedView;
import se.brygga.simulators.specter.feeds.Feeds;
import se.brygga.simulators.specter.pictures.SimPicture;
import se.brygga.simulators.specter.protocol.FeedQuirk;
import se.brygga.simulators.specter.protocol.Markup;
import se.brygga.simulators.specter.protocol.SpecterParameters;

/** The article feed (reference, section 7, and the invented parts of section 11). A row is its finished element. */
final class ArticleView implements FeedView<String> {

    private static final List<SimArticleField> PLAIN_EXTRAS = List.of(
            SimArticleField.GROUP,
            SimArticleField.COMMENT,
            SimArticleField.SUPPLIER_NAME,
            SimArticleField.MANUFACTURER_ARTICLE_NO,
            SimArticleField.UNIT);

    private final Quirks quirks;
    private final Articles articles;
    private final Supplier<URI> pictures;

    /** @param pictures where the pictures lie */
    ArticleView(Quirks quirks, Articles articles, Supplier<URI> pictures) {
        this.quirks = quirks;
        this.articles = articles;
        this.pictures = pictures;
    }

    @Override
    public List<Item> all() {
        return articles.all().stream()
                .map(article -> new Item(article.key(), article.articleNo()))
                .toList();
    }

    @Override
    public Optional<String> row(String key, Set<String> aspects) {
        SimArticle article = articles.byKey(key);
        boolean identity = articles.identityIsTold();
        if (article == null || (article.deleted() && !identity)) {
            return Optional.empty();
        }
        Markup row = new Markup("article")
                .attribute("priceExclVat", Markup.number(article.number(SimArticleField.PRICE), 2, quirks))
                .attribute("buyPrice", Markup.number(article.number(SimArticleField.BUY_PRICE), 0, quirks))
                .attribute("barCode", article.text(SimArticleField.BAR_CODE))
                .attribute("productWeight", Markup.number(article.number(SimArticleField.WEIGHT), 3, quirks));
        if (identity) {
            identity(article, row);
        }
        if (quirks.is(FeedQuirk.EXTRA_AS, "ATTR")) {
            extra(article).forEach(row::attribute);
        }
        row.element("articleNo", article.articleNo());
        row.raw("<name>" + Markup.cdata(article.text(SimArticleField.NAME)) + "</name>");
        if (quirks.is(FeedQuirk.EXTRA_AS, "ELEMENT")) {
            extra(article).forEach(row::element);
        }
        structure(article, row);
        if (quirks.is(FeedQuirk.IMAGES, "on") && article.type() != SimArticle.Type.EL) {
            row.child(images(article));
        }
        return Optional.of(row.toString());
    }

    private static void identity(SimArticle article, Markup row) {
        row.attribute("articleId", article.id());
        String old = article.oldArticleNo();
        if (old != null) {
            row.attribute("oldArticleNo", old);
        }
        if (article.deleted()) {
            row.attribute("deleted", 1);
        }
    }

    /** What is known to be there, under names of which only the first five are known (O30). */
    private Map<String, String> extra(SimArticle article) {
        Map<String, String> extra = new LinkedHashMap<>();
        put(extra, SimArticleField.VAT, article.text(SimArticleField.VAT));
        BigDecimal ordinary = article.ordinaryPrice();
        put(extra, SimArticleField.ORDINARY_PRICE, ordinary == null ? "" : Markup.number(ordinary, 2, quirks));
        extra.put("showStandardOldPrice", ordinary == null ? "0" : "1");
        extra.put(
                "articleType",
                article.type() == SimArticle.Type.EL
                        ? quirks.get(FeedQuirk.NON_STOCKED_CODE)
                        : article.type().name());
        put(extra, SimArticleField.COMMODITY_CODE, article.text(SimArticleField.COMMODITY_CODE));
        put(extra, SimArticleField.SHORT_TEXT, webText(article.text(SimArticleField.SHORT_TEXT)));
        put(extra, SimArticleField.LONG_TEXT, webText(article.text(SimArticleField.LONG_TEXT)));
        for (SimArticleField plain : PLAIN_EXTRAS) {
            put(extra, plain, article.text(plain));
        }
        return extra;
    }

    private static void put(Map<String, String> extra, SimArticleField field, String value) {
        extra.put(field.id(), value);
    }

    /** Texts for the web shop come HTML-escaped; whether beside XML's own escaping is not known. */
    private String webText(String html) {
        return quirks.is(FeedQuirk.WEB_TEXTS, "ESCAPED") ? Markup.escape(html) : html;
    }

    private void structure(SimArticle article, Markup row) {
        if (quirks.is(FeedQuirk.STRUCTURE, "off")) {
            return;
        }
        SimArticle.SimVariant variant = article.variant();
        if (variant != null) {
            row.attribute("mainArticleNo", variant.mainArticleNo());
            Markup values = new Markup("variantValues");
            variant.values()
                    .forEach((type, value) -> values.child(
                            new Markup("variantValue").attribute("type", type).attribute("value", value)));
            row.child(values);
        }
        if (article.type() == SimArticle.Type.PA) {
            Markup parts = new Markup("packageRows");
            article.components()
                    .forEach((part, pieces) -> parts.child(new Markup("packageRow")
                            .attribute("articleNo", part.articleNo())
                            .attribute("noOfItems", Markup.number(pieces, 0, quirks))));
            row.child(parts);
        }
    }

    private Markup images(SimArticle article) {
        Markup images = new Markup("images");
        int order = 1;
        for (String name : article.pictures()) {
            SimPicture picture = new SimPicture(name);
            images.child(new Markup("image")
                    .attribute("url", pictures.get().resolve(picture.path()))
                    .attribute("sortOrder", order++)
                    .attribute("checksum", picture.checksum()));
        }
        return images;
    }

    @Override
    public String xml(List<String> rows, SpecterParameters call, @Nullable String limit) {
        return Feeds.list("articles", String.join("", rows), limit, quirks);
    }
}
