package se.brygga.simulators.specter.goods;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.feeds.Changes;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.goods.SimArticle.SimVariant;
import se.brygga.simulators.specter.protocol.FeedQuirk;
import se.brygga.simulators.specter.protocol.SimRefusal;
import se.brygga.simulators.specter.protocol.SpecterParameters;
import se.brygga.simulators.specter.protocol.SpecterQuirk;
import se.brygga.simulators.specter.writes.ArticleWrites;
import se.brygga.simulators.specter.writes.ArticleWrites.Outcome;

/** {@code newArticleSubmit}: several rows in one call (reference, section 4.3, and the invented parts of section 11). */
final class ArticleSubmit {

    /** Of an article that came without a rate; the reference does not say that one is required. */
    private static final String USUAL_VAT = "25";

    private static final int LONGEST_NUMBER = 40;

    /** The rest of what a row may carry, beside the fields. */
    private static final List<String> BESIDE_FIELDS = List.of("articleNo", "createArticleStock", "noItemsInStock");

    private final Quirks quirks;
    private final Articles articles;
    private final Changes changes;
    private final ArticleWrites writes;
    private final Set<String> suppliers = new HashSet<>();

    ArticleSubmit(Quirks quirks, Articles articles, Changes changes, ArticleWrites writes) {
        this.quirks = quirks;
        this.articles = articles;
        this.changes = changes;
        this.writes = writes;
    }

    /**
     * What one row wants.
     *
     * @param newArticleNo empty when the number stays
     * @param sent the fields that the row carries; an empty text takes the value away
     * @param variant null when the row says nothing of it
     */
    private record Row(
            String articleNo,
            String newArticleNo,
            Map<SimArticleField, String> sent,
            BigDecimal quantity,
            @Nullable SimVariant variant) {}

    /** @return how many rows were taken */
    long submit(SpecterParameters p) {
        writes.called();
        try {
            return take(p);
        } catch (SimRefusal refusal) {
            writes.refused();
            throw refusal;
        }
    }

    private long take(SpecterParameters p) {
        boolean force = p.flag("forceArticleUpdate");
        boolean addSupplier = p.flag("addSupplier");
        int count = count(p);
        List<Row> rows = new ArrayList<>();
        Set<String> renumbered = new HashSet<>();
        for (int n = 1; n <= count; n++) {
            try {
                rows.add(row(p, n, renumbered));
            } catch (SimRefusal bad) {
                switch (quirks.get(SpecterQuirk.ARTICLE_PARTIAL)) {
                    case "SKIP_BAD" -> {
                        continue;
                    }
                    case "FIRST_BAD_STOPS" -> {
                        rows.forEach(row -> keep(row, force, addSupplier));
                        throw bad;
                    }
                    default -> throw bad;
                }
            }
        }
        p.refuseUnknown();
        rows.forEach(row -> keep(row, force, addSupplier));
        return rows.size();
    }

    /** How many rows there are; a call with too many is refused as a whole. */
    private int count(SpecterParameters p) {
        p.required("articleNo_1", LONGEST_NUMBER * 2);
        int count = 0;
        while (p.has("articleNo_" + (count + 1))) {
            count++;
        }
        int most = quirks.number(SpecterQuirk.MOST_ARTICLE_ROWS);
        if (most > 0 && count > most) {
            throw SimRefusal.parameter("högst " + most + " artiklar per anrop");
        }
        return count;
    }

    private Row row(SpecterParameters p, int n, Set<String> renumbered) {
        // A bad row that is skipped has been understood, too: its other fields are none that nobody knows.
        Stream.concat(
                        SimArticleField.inCalls().map(field -> field.parameter(n)),
                        BESIDE_FIELDS.stream().map(name -> name + "_" + n))
                .forEach(p::text);
        SimVariant variant = structure(p, n);
        String newArticleNo = articles.identityIsTold() ? p.text("newArticleNo_" + n, LONGEST_NUMBER) : "";
        String articleNo = number(p.required("articleNo_" + n, LONGEST_NUMBER), n);
        checkRenumbering(articleNo, number(newArticleNo, n), renumbered);
        Map<SimArticleField, String> sent = new EnumMap<>(SimArticleField.class);
        SimArticleField.inCalls().forEach(field -> field.read(p, n).ifPresent(value -> sent.put(field, value)));
        boolean reset = quirks.is(SpecterQuirk.ABSENT_FIELD, "RESET");
        if (articles.find(articleNo) == null || reset || sent.containsKey(SimArticleField.NAME)) {
            p.required(SimArticleField.NAME.parameter(n), 140);
        }
        BigDecimal quantity = p.optionalDecimal("noItemsInStock_" + n, 3);
        boolean stocked = p.flag("createArticleStock_" + n);
        if (quantity.signum() < 0) {
            throw SimRefusal.parameter("noItemsInStock_" + n + " ska vara 0 eller mer");
        }
        return new Row(articleNo, newArticleNo, sent, stocked ? quantity : BigDecimal.ZERO, variant);
    }

    /** A number has no spaces; whether it may have other special characters nobody knows (reference, section 10). */
    private String number(String articleNo, int row) {
        if (articleNo.chars().anyMatch(Character::isWhitespace)) {
            throw SimRefusal.parameter("articleNo_" + row + " har mellanslag");
        }
        if (quirks.is(SpecterQuirk.ARTICLE_NUMBERS, "NO_SPECIAL") && articleNo.matches(".*[åäöÅÄÖ&%¤#€,].*")) {
            throw SimRefusal.parameter("articleNo_" + row + " har otillåtna tecken");
        }
        return articleNo;
    }

    /** @param renumbered the old and new numbers of the rows before; after them a number means nothing certain */
    private void checkRenumbering(String from, String to, Set<String> renumbered) {
        SimArticle article = articles.find(from);
        SimArticle holder = articles.find(to);
        boolean free = holder == null || holder.equals(article);
        boolean met = renumbered.contains(folded(from)) || renumbered.contains(folded(to));
        if (met || (!to.isEmpty() && (article == null || !free))) {
            throw new SimRefusal(SimRefusal.Reason.ARTICLE, "Artikeln kan inte byta nummer till " + to);
        }
        if (!to.isEmpty()) {
            renumbered.add(folded(from));
            renumbered.add(folded(to));
        }
    }

    private static String folded(String articleNo) {
        return articleNo.toLowerCase(Locale.ROOT);
    }

    /** The invented {@code mainArticleNo_n} and {@code variantValues_n}: {@code type=value} pairs with {@code ;} between. */
    private @Nullable SimVariant structure(SpecterParameters p, int n) {
        if (quirks.is(FeedQuirk.STRUCTURE, "off")) {
            return null;
        }
        String main = p.text("mainArticleNo_" + n, LONGEST_NUMBER);
        String pairs = p.text("variantValues_" + n, 2_000);
        if (main.isEmpty() && pairs.isEmpty()) {
            return null;
        }
        if (main.isEmpty() || main.equals(p.text("articleNo_" + n))) {
            throw SimRefusal.parameter("mainArticleNo_" + n + " ska vara en annan artikels nummer");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : pairs.isEmpty() ? new String[0] : pairs.split(";", -1)) {
            String[] parts = pair.split("=", -1);
            if (parts.length != 2
                    || parts[0].isBlank()
                    || parts[1].isBlank()
                    || values.putIfAbsent(parts[0], parts[1]) != null) {
                throw SimRefusal.parameter("variantValues_" + n + " ska vara typ=värde med semikolon emellan");
            }
        }
        return new SimVariant(number(main, n), values);
    }

    /** Without force an existing article is left untouched; stock is taken only when the article is made. */
    private void keep(Row row, boolean force, boolean addSupplier) {
        SimArticle article = articles.find(row.articleNo());
        if (article == null) {
            create(row, addSupplier);
            return;
        }
        Map<String, String> before = values(article);
        if (force) {
            write(article, row, addSupplier);
        }
        Map<String, String> after = values(article);
        boolean same = before.equals(after);
        if (!same) {
            changes.changed(SimFeedKind.ARTICLES, article.key(), article.articleNo(), "written");
        }
        Outcome outcome = !force ? Outcome.LEFT : same ? Outcome.UNCHANGED : Outcome.CHANGED;
        writes.add(row.articleNo(), outcome, before, after);
    }

    private void create(Row row, boolean addSupplier) {
        SimArticle article = articles.put(row.articleNo(), SimArticle.Type.GW, Map.of(), Map.of());
        article.set(SimArticleField.VAT, USUAL_VAT);
        article.pictures(List.of());
        write(article, row, addSupplier);
        article.stock(Shelves.DEFAULT_SITE, row.quantity());
        articles.added(article);
        writes.add(row.articleNo(), Outcome.CREATED, Map.of(), values(article));
    }

    private void write(SimArticle article, Row row, boolean addSupplier) {
        Map<SimArticleField, String> wanted = new EnumMap<>(row.sent());
        if (quirks.is(SpecterQuirk.ABSENT_FIELD, "RESET")) {
            SimArticleField.inCalls().forEach(field -> wanted.putIfAbsent(field, ""));
            wanted.compute(SimArticleField.VAT, (field, vat) -> vat == null || vat.isEmpty() ? USUAL_VAT : vat);
        }
        if (article.hasSupplier()) {
            // The shop's buy price counts only while the article has no supplier.
            wanted.remove(SimArticleField.BUY_PRICE);
        }
        if (!supplies(row, addSupplier)) {
            SimArticleField.OF_SUPPLIER.forEach(wanted::remove);
        } else {
            article.supply();
        }
        wanted.forEach(article::set);
        if (row.sent().containsKey(SimArticleField.PRICE)) {
            article.set(SimArticleField.ORDINARY_PRICE, "");
        }
        if (row.variant() != null) {
            article.variant(row.variant());
        }
        if (!row.newArticleNo().isEmpty() && !row.newArticleNo().equals(article.articleNo())) {
            articles.rename(article.articleNo(), row.newArticleNo());
        }
    }

    /** A supplier that the account does not know counts only when the call says that one may be added. */
    private boolean supplies(Row row, boolean addSupplier) {
        List<String> named = Stream.of(SimArticleField.SUPPLIER_NO, SimArticleField.SUPPLIER_NAME)
                .map(field -> row.sent().getOrDefault(field, ""))
                .filter(name -> !name.isEmpty())
                .toList();
        if (addSupplier) {
            suppliers.addAll(named);
        }
        return named.stream().anyMatch(suppliers::contains);
    }

    private static Map<String, String> values(SimArticle article) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("articleNo", article.articleNo());
        article.fields().forEach((field, value) -> values.put(field.id(), value));
        Optional.ofNullable(article.variant()).ifPresent(variant -> {
            values.put("mainArticleNo", variant.mainArticleNo());
            values.put("variantValues", variant.values().toString());
        });
        return values;
    }
}
