package se.brygga.simulators.specter.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Page;
import se.brygga.simulators.Page.Forms;
import se.brygga.simulators.specter.goods.SimArticle.Card;
import se.brygga.simulators.specter.goods.SimArticle.SimVariant;
import se.brygga.simulators.specter.goods.SimArticleField;
import se.brygga.simulators.specter.pictures.SimPicture;

/** Specter's "Varianthantering" on the page: main articles with their variants, changed by a click. */
final class VariantTable {

    /** Rows, not products: one product may have sixty variants. */
    private static final int MOST = 40;

    private VariantTable() {}

    static String render(long sbmId, List<Card> cards) {
        StringBuilder table = new StringBuilder(add(sbmId));
        table.append("<table><tr><th>Artikel<th>Namn, streckkod, grupp; kort text<th>Bilder<th>Ändra");
        ordered(cards).stream().limit(MOST).forEach(card -> table.append(row(sbmId, card)));
        return table.append("</table>").toString();
    }

    private static String add(long sbmId) {
        return Forms.post(
                        "/__sim/articles/" + sbmId,
                        "Ny artikel",
                        Forms.field("articleNo", "", "artikelnr", 12),
                        Forms.field("name", "", "namn", 20),
                        Forms.field("priceExclVat", "", "pris exkl. moms", 12),
                        Forms.hidden("vatPercent", "25"))
                + Forms.post(
                        "/__sim/assortment/" + sbmId,
                        "Fyll på med ett sortiment",
                        Forms.field("prefix", "DA", "början av numren", 6),
                        Forms.field("products", "100", "produkter", 6),
                        Forms.field("variants", "240", "varianter", 6));
    }

    /** Main articles with their variants first, then the others, the newest first. */
    private static List<Card> ordered(List<Card> cards) {
        Map<String, List<Card>> variants = cards.stream()
                .filter(card -> card.variant() != null)
                .collect(Collectors.groupingBy(
                        card -> Objects.requireNonNull(card.variant()).mainArticleNo(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Set<Card> ordered = new LinkedHashSet<>();
        List<Card> newestFirst = new ArrayList<>(cards.reversed());
        newestFirst.stream()
                .filter(card -> variants.containsKey(card.articleNo()))
                .forEach(main -> {
                    ordered.add(main);
                    ordered.addAll(variants.getOrDefault(main.articleNo(), List.of()));
                });
        newestFirst.stream().filter(card -> card.variant() != null).forEach(ordered::add);
        newestFirst.stream().filter(card -> !card.type().equals("EL")).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    private static String row(long sbmId, Card card) {
        String path = Addresses.article(sbmId, card.articleNo());
        SimVariant variant = card.variant();
        return "<tr><td style='white-space:nowrap'>"
                + (variant == null ? "" : "↳ ")
                + Page.escape(card.articleNo())
                + "<br>"
                + Page.escape(values(variant))
                + "<td>"
                + fields(path, card)
                + "<td>"
                + pictures(path, card)
                + "<td>"
                + Forms.post(path + "rename", "Byt nr", Forms.field("to", "", "nytt nr", 8))
                + Forms.post(path + "remove", "Ta bort")
                + (variant == null ? another(path) : "");
    }

    private static String values(@Nullable SimVariant variant) {
        return variant == null
                ? ""
                : variant.values().entrySet().stream()
                        .map(value -> value.getKey() + " " + value.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String fields(String path, Card card) {
        return Forms.post(
                        path + "fields",
                        "Spara",
                        field(card, SimArticleField.NAME, "namn", 26),
                        field(card, SimArticleField.BAR_CODE, "streckkod", 13),
                        field(card, SimArticleField.GROUP, "artikelgrupp", 16))
                // By itself: a field of a form has one line, and would lose the text's others.
                + Forms.post(path + "fields", "Spara", field(card, SimArticleField.SHORT_TEXT, "kort text", 46));
    }

    private static String field(Card card, SimArticleField field, String placeholder, int width) {
        return Forms.field(field.id(), card.text(field), placeholder, width);
    }

    private static String pictures(String path, Card card) {
        String thumbnails = card.pictures().stream()
                .map(name -> "<img width=20 height=20 alt='' src='" + new SimPicture(name).path() + "'> ")
                .collect(Collectors.joining());
        return thumbnails
                + Forms.post(
                        path + "images",
                        "Spara",
                        Forms.field("images", String.join(", ", card.pictures()), "bilder", 10));
    }

    private static String another(String path) {
        return Forms.post(
                path + "variants",
                "+ variant",
                Forms.field("ending", "", "-RÖD", 4),
                Forms.field("values", "", "Färg=Röd;Storlek=M", 11));
    }
}
