package se.brygga.activities.products;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.ShopInMemory;
import se.brygga.clients.shop.catalogue.CatalogueLists;
import se.brygga.clients.shop.catalogue.NewProduct;
import se.brygga.clients.shop.catalogue.NewVariant;
import se.brygga.clients.shop.catalogue.ProductText;

/**
 * A product of a shop with the dirt of real ones, which both systems can hold.
 *
 * @param attributes what its variants differ by
 */
record RandomGoods(
        String name,
        @Nullable BigDecimal vatRate,
        @Nullable String manufacturer,
        List<String> attributes,
        List<Piece> pieces) {

    /**
     * A variant. Its values follow from its place, so that no two variants are alike.
     *
     * @param spelling is in the middle of the SKU
     */
    record Piece(
            String spelling,
            @Nullable String ean,
            @Nullable BigDecimal weight,
            @Nullable BigDecimal costPrice) {}

    private static final List<String> VALUES = List.of(
            "Röd",
            "Mörkblå",
            "  Grön ",
            "36 1/2",
            "S/M",
            "x - y",
            "Blå–vit",
            "Ärtgrön ½",
            "€5",
            "Ř",
            "100% ull & lin",
            "A, B");

    /** Assortments of a few products. */
    static Arbitrary<List<RandomGoods>> assortments() {
        return goods().list().ofMinSize(1).ofMaxSize(6);
    }

    private static Arbitrary<RandomGoods> goods() {
        return Combinators.combine(
                        names(),
                        Arbitraries.of("25", "12", "6", "0", "25.00")
                                .map(BigDecimal::new)
                                .injectNull(0.2),
                        Arbitraries.of(
                                        "Gustavsberg",
                                        " Höganäs  AB ",
                                        "Müller & Söhne",
                                        "Škoda",
                                        "“Lera”",
                                        "Nordiska Kompaniet i Stockholm")
                                .injectNull(0.3),
                        Arbitraries.of("Färg", "Storlek", "Längd (cm)", "Øre", "Modell ’24")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(3),
                        variants().list().ofMinSize(1).ofMaxSize(5))
                .as((name, vat, manufacturer, attributes, pieces) -> new RandomGoods(
                        name, vat, manufacturer, attributes, attributes.isEmpty() ? pieces.subList(0, 1) : pieces));
    }

    private static Arbitrary<String> names() {
        Arbitrary<String> words = Arbitraries.of(
                "Kajak",
                "MUGG",
                "Tröja",
                "Tröja - Röd",
                "T-shirt",
                "“Citat”",
                "Čapek",
                "½ liter",
                "tab\tinuti",
                "två  blanka",
                "€ 5",
                "A–B",
                "Ångström",
                "e\u0301t",
                "åäö&<b>",
                "Möss…",
                "ofantligtlångtordsomaldrigtarslut");
        return words.list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(all -> String.join(" ", all))
                .map(RandomGoods::within150);
    }

    private static String within150(String name) {
        return " " + (name.length() > 147 ? name.substring(0, 147) : name) + " ";
    }

    private static Arbitrary<Piece> variants() {
        return Combinators.combine(
                        Arbitraries.of("", "-", "a.b", "_X_", "UPPER", "lower"),
                        Arbitraries.of("7350000000017", "12345678", " 7350000000024 ", "ABC-1")
                                .injectNull(0.3),
                        Arbitraries.of("0.35", "0", "12", "0.0004", "1.23456", "0.5000")
                                .map(BigDecimal::new)
                                .injectNull(0.2),
                        Arbitraries.of("31.5", "0", "0.004", "99.995", "1234567.89")
                                .map(BigDecimal::new)
                                .injectNull(0.2))
                .as(Piece::new);
    }

    /**
     * Puts an assortment into a shop.
     *
     * @param prefix begins all SKUs, so that Specter has none of them yet
     */
    static void put(List<RandomGoods> assortment, String prefix, ShopInMemory shop) {
        CatalogueLists lists = shop.client().lists();
        Map<String, Long> manufacturers = new HashMap<>();
        Map<String, Long> attributes = new HashMap<>();
        Map<String, Long> values = new HashMap<>();
        for (int i = 0; i < assortment.size(); i++) {
            RandomGoods one = assortment.get(i);
            String begin = prefix + "p" + i;
            List<NewVariant> variants = new ArrayList<>();
            for (int j = 0; j < one.pieces().size(); j++) {
                Piece piece = one.pieces().get(j);
                int place = j;
                List<Long> ids = IntStream.range(0, one.attributes().size())
                        .mapToObj(at -> {
                            String attribute = one.attributes().get(at);
                            String value = VALUES.get((place + at * 5) % VALUES.size());
                            long attributeId = attributes.computeIfAbsent(attribute, lists::createAttribute);
                            return values.computeIfAbsent(
                                    attribute + "=" + value, any -> lists.createAttributeValue(attributeId, value));
                        })
                        .toList();
                variants.add(new NewVariant(
                        begin + piece.spelling() + "v" + j, ids, 1, piece.ean(), piece.weight(), piece.costPrice()));
            }
            Long manufacturer = one.manufacturer() == null
                    ? null
                    : manufacturers.computeIfAbsent(one.manufacturer(), lists::createManufacturer);
            shop.client()
                    .catalogue()
                    .create(new NewProduct(
                            begin,
                            one.vatRate(),
                            null,
                            manufacturer,
                            new ProductText("sv", one.name(), null, null),
                            variants));
        }
    }
}
