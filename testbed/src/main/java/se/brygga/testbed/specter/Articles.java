package se.brygga.testbed.specter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.testbed.sim.Quirks;

/** The articles of an account, and {@code newArticleSubmit}. Guarded by the account's lock. */
final class Articles {

    /** The warehouse that is meant when an order names none. */
    static final int DEFAULT_SITE = 1;

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

    /** Of an article that came without a rate; the reference does not say that one is required. */
    private static final int USUAL_VAT = 25;

    private final Quirks quirks;
    private final Map<String, SimArticle> all = new LinkedHashMap<>();

    Articles(Quirks quirks) {
        this.quirks = quirks;
        for (String service : List.of("FRAKT", "FRAKT-NO", "AVGIFT", "RABATT", "AVRUNDNING")) {
            all.put(service, new SimArticle(service, service, SimArticle.Type.EL, Map.of()));
        }
        stocked("KAJ-001", "Havskajak Fjord 520", 12);
        stocked("KAJ-003", "Paddel kolfiber 215", 30);
        Map<String, BigDecimal> parts = Map.of("KAJ-001", BigDecimal.ONE, "KAJ-003", BigDecimal.ONE);
        all.put("KAJ-SET", new SimArticle("KAJ-SET", "Paket: kajak med paddel", SimArticle.Type.PA, parts));
    }

    private void stocked(String articleNo, String name, int quantity) {
        SimArticle article = new SimArticle(articleNo, name, SimArticle.Type.GW, Map.of());
        article.stock(DEFAULT_SITE, new BigDecimal(quantity));
        all.put(articleNo, article);
    }

    @Nullable
    SimArticle find(String articleNo) {
        return all.get(articleNo);
    }

    List<SimArticle> list() {
        return List.copyOf(all.values());
    }

    /** Somebody removes an article by hand. */
    void remove(String articleNo) {
        all.remove(articleNo);
    }

    /** An order takes stock at once, of a package's components too. */
    void reserve(String articleNo, int site, BigDecimal quantity) {
        SimArticle article = all.get(articleNo);
        if (article == null) {
            return;
        }
        switch (article.type()) {
            case GW -> article.reserve(site, quantity);
            case PA ->
                article.components()
                        .forEach((component, pieces) -> reserve(component, site, pieces.multiply(quantity)));
            case EL -> {
                // Nothing lies on a shelf.
            }
        }
    }

    /** What one row wants. */
    private record Wanted(
            String articleNo, String name, BigDecimal price, int vatPercent, boolean stocked, BigDecimal quantity) {}

    /** @return how many rows were taken */
    long submit(SpecterParameters p) {
        boolean force = p.flag("forceArticleUpdate");
        p.flag("addSupplier");
        List<Wanted> wanted = new ArrayList<>();
        String partial = quirks.get(SpecterQuirks.ARTICLE_PARTIAL);
        for (int n = 1; p.has("articleNo_" + n); n++) {
            try {
                wanted.add(row(p, n));
            } catch (Refusal bad) {
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

    private static Wanted row(SpecterParameters p, int n) {
        // A bad row that is skipped has been understood, too: its other fields are none that nobody knows.
        FIELDS.forEach(field -> p.text(field + "_" + n));
        String articleNo = p.required("articleNo_" + n, 40);
        if (articleNo.contains(" ")) {
            throw Refusal.parameter("articleNo_" + n + " har mellanslag");
        }
        p.text("barCode_" + n, 40);
        for (String amount : List.of("buyPrice_", "stockPrice_", "productVolume_", "supplierBuyPrice_")) {
            p.optionalDecimal(amount + n, 2);
        }
        p.optionalDecimal("productWeight_" + n, 3);
        return new Wanted(
                articleNo,
                p.required("name_" + n, 140),
                p.optionalDecimal("priceExclVAT_" + n, 2),
                p.text("vatPercent_" + n).isEmpty() ? USUAL_VAT : (int) p.whole("vatPercent_" + n),
                p.flag("createArticleStock_" + n),
                p.optionalDecimal("noItemsInStock_" + n, 3));
    }

    /** Without force an existing article is left untouched; stock is taken only when the article is made. */
    private void keep(Wanted row, boolean force) {
        SimArticle article = all.get(row.articleNo());
        if (article != null && !force) {
            return;
        }
        if (article == null) {
            article = new SimArticle(row.articleNo(), row.name(), SimArticle.Type.GW, Map.of());
            if (row.stocked()) {
                article.stock(DEFAULT_SITE, row.quantity());
            }
            all.put(row.articleNo(), article);
        }
        article.describe(row.name(), row.price(), row.vatPercent());
    }
}
