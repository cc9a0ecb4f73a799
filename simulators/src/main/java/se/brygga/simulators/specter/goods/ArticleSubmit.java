package se.brygga.simulators.specter.goods;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.goods.SimArticle.Facts;
import se.brygga.simulators.specter.protocol.SimRefusal;
import se.brygga.simulators.specter.protocol.SpecterParameters;
import se.brygga.simulators.specter.protocol.SpecterQuirk;

/** {@code newArticleSubmit}: several rows in one call (reference, section 4.3). */
final class ArticleSubmit {

    /** Of an article that came without a rate; the reference does not say that one is required. */
    private static final int USUAL_VAT = 25;

    private static final List<String> FIELDS = List.of(
            "articleNo",
            "name",
            "barCode",
            "priceExclVAT",
            "buyPrice",
            "stockPrice",
            "vatPercent",
            "productWeight",
            "productVolume",
            "createArticleStock",
            "noItemsInStock",
            "supplierNo",
            "supplierName",
            "supplierBuyPrice",
            "supplierArticleNo",
            "manufacturingCountryCode");

    private final Quirks quirks;
    private final Articles articles;

    ArticleSubmit(Quirks quirks, Articles articles) {
        this.quirks = quirks;
        this.articles = articles;
    }

    /**
     * What one row wants.
     *
     * @param newArticleNo empty when the number stays
     */
    private record Wanted(String articleNo, String newArticleNo, Facts facts, BigDecimal quantity, String supplierNo) {}

    /** @return how many rows were taken */
    long submit(SpecterParameters p) {
        boolean force = p.flag("forceArticleUpdate");
        p.flag("addSupplier");
        List<Wanted> wanted = new ArrayList<>();
        String partial = quirks.get(SpecterQuirk.ARTICLE_PARTIAL);
        for (int n = 1; p.has("articleNo_" + n); n++) {
            try {
                wanted.add(row(p, n));
            } catch (SimRefusal bad) {
                switch (partial) {
                    case "SKIP_BAD" -> {
                        continue;
                    }
                    case "FIRST_BAD_STOPS" -> {
                        wanted.forEach(row -> keep(row, force));
                        throw bad;
                    }
                    default -> throw bad;
                }
            }
        }
        p.refuseUnknown();
        wanted.forEach(row -> keep(row, force));
        return wanted.size();
    }

    private Wanted row(SpecterParameters p, int n) {
        // A bad row that is skipped has been understood, too: its other fields are none that nobody knows.
        FIELDS.forEach(field -> p.text(field + "_" + n));
        String articleNo = p.required("articleNo_" + n, 40);
        String newArticleNo = articles.identityIsTold() ? p.text("newArticleNo_" + n, 40) : "";
        if (articleNo.contains(" ") || newArticleNo.contains(" ")) {
            throw SimRefusal.parameter("articleNo_" + n + " har mellanslag");
        }
        if (!newArticleNo.isEmpty() && (articles.find(articleNo) == null || articles.find(newArticleNo) != null)) {
            throw new SimRefusal(SimRefusal.Reason.ARTICLE, "Artikeln kan inte byta nummer till " + newArticleNo);
        }
        for (String amount : List.of("stockPrice_", "productVolume_", "supplierBuyPrice_")) {
            p.optionalDecimal(amount + n, 2);
        }
        Facts facts = new Facts(
                p.required("name_" + n, 140),
                p.optionalDecimal("priceExclVAT_" + n, 2),
                null,
                p.text("vatPercent_" + n).isEmpty() ? USUAL_VAT : p.percent("vatPercent_" + n),
                p.text("barCode_" + n, 40),
                p.optionalDecimal("buyPrice_" + n, 2),
                p.optionalDecimal("productWeight_" + n, 3));
        boolean stocked = p.flag("createArticleStock_" + n);
        BigDecimal quantity = p.optionalDecimal("noItemsInStock_" + n, 3);
        String supplierNo = p.flag("addSupplier") ? p.text("supplierNo_" + n, 40) : "";
        return new Wanted(articleNo, newArticleNo, facts, stocked ? quantity : BigDecimal.ZERO, supplierNo);
    }

    /** Without force an existing article is left untouched; stock is taken only when the article is made. */
    private void keep(Wanted row, boolean force) {
        if (articles.find(row.articleNo()) != null && !force) {
            return;
        }
        articles.write(row.articleNo(), row.facts(), row.quantity(), row.supplierNo());
        if (!row.newArticleNo().isEmpty()) {
            articles.rename(row.articleNo(), row.newArticleNo());
        }
    }
}
