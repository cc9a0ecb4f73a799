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
import se.brygga.simulators.specter.goods.SimArticle.Facts;
import se.brygga.simulators.specter.protocol.FeedQuirk;
import se.brygga.simulators.specter.protocol.Markup;
import se.brygga.simulators.specter.protocol.SpecterParameters;

/** The article feed (reference, section 7, and the invented parts of section 11). A row is its finished element. */
final class ArticleView implements FeedView<String> {

    private final Quirks quirks;
    private final Articles articles;

    public ArticleView(Quirks quirks, Articles articles) {
        this.quirks = quirks;
        this.articles = articles;
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
        Facts facts = article.facts();
        Markup row = new Markup("article")
                .attribute("priceExclVat", Markup.number(facts.price(), 2, quirks))
                .attribute("buyPrice", Markup.number(facts.buyPrice(), 0, quirks))
                .attribute("barCode", facts.barCode())
                .attribute("productWeight", Markup.number(facts.weight(), 3, quirks));
        if (identity) {
            identity(article, row);
        }
        if (quirks.is(FeedQuirk.EXTRA_AS, "ATTR")) {
            extra(article).forEach(row::attribute);
        }
        row.element("articleNo", article.articleNo());
        row.raw("<name>" + Markup.cdata(facts.name()) + "</name>");
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

    private Map<String, String> extra(SimArticle article) {
        Facts facts = article.facts();
        BigDecimal ordinary = facts.ordinaryPrice();
        Map<String, String> extra = new LinkedHashMap<>();
        extra.put("vatPercent", Integer.toString(facts.vatPercent()));
        extra.put("standardOldPrice", ordinary == null ? "" : Markup.number(ordinary, 2, quirks));
        extra.put("showStandardOldPrice", ordinary == null ? "0" : "1");
        extra.put(
                "articleType",
                article.type() == SimArticle.Type.EL
                        ? quirks.get(FeedQuirk.NON_STOCKED_CODE)
                        : article.type().name());
        extra.put("commodityCode", "");
        return extra;
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

    /** One picture each, which nobody can fetch. */
    private static Markup images(SimArticle article) {
        return new Markup("images")
                .child(new Markup("image")
                        .attribute("url", "http://127.0.0.1/bilder/" + article.id() + ".jpg")
                        .attribute("sortOrder", 1)
                        .attribute("checksum", Long.toHexString(article.id() * 7919)));
    }

    @Override
    public String xml(List<String> rows, SpecterParameters call, @Nullable String limit) {
        return Feeds.list("articles", String.join("", rows), limit, quirks);
    }
}
