package se.brygga.simulators.starweb.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An assortment of so many products and variants, the same from the same seed. Each product is a wish as a shop owner
 * gives it by hand. A part of the products has dirt, every kind of it in turn.
 */
public final class SimSamples {

    private static final List<String> THINGS =
            List.of("Tröja", "Jacka", "Byxa", "Mössa", "Stövel", "Ryggsäck", "Termos", "Kniv", "Lykta", "Filt");
    private static final List<String> NAMES =
            List.of("Vinga", "Bohus", "Ånge", "Öland", "Ärla", "Kullen", "Torne", "Siljan", "Gråsten", "Hven");
    private static final List<String> MAKERS =
            List.of("Fjällverket", "Kustbolaget", "Norrvind AB", "Ö & Å Textil", "Bergmans");
    private static final List<String> CATEGORIES = List.of("Kläder", "Skor", "Väskor", "Köksting", "Friluft", "Ljus");
    private static final int SIZES = 12;
    private static final int COLOURS = 60;

    /** What is odd in real assortments. The shop's own rules allow all of it, or have allowed it once. */
    public enum Dirt {
        /** Another variant has the SKU in another case. Only in a shop that tells them apart (O-23). */
        SKU_IN_OTHER_CASE,
        SPACES_AT_ENDS,
        /** Letters and slashes in the name that the alphabet of SKUs does not have. */
        ODD_NUMBER_IN_NAME,
        NAME_OF_140,
        /** The shop's longest name. */
        NAME_OF_150,
        HTML,
        /** Neither product nor shop of the product says a rate. */
        NO_VAT_RATE,
        FREE,
        /** Another product has the barcode. */
        BARCODE_TWICE,
        BARCODE_WITH_SPACES,
        /** Several variants, of which one says not what it is. */
        VARIANT_WITHOUT_VALUES,
        SIXTY_VALUES,
        INACTIVE,
        BUNDLE,
        /** Only in a shop that takes them. */
        BUNDLE_OF_BUNDLES,
        EMOJI,
        /** Letters that ISO-8859-1 does not have. */
        NOT_LATIN_1,
        RATE_OF_12_AND_6,
        LONG_TEXT
    }

    /** One product, and what is odd about it. */
    public record Sample(ObjectNode wish, Set<Dirt> dirt) {}

    private final Random random;
    private final int products;
    private final int dirtyPercent;
    private final List<Dirt> kinds;
    private final List<Sample> samples = new ArrayList<>();
    private int variantsLeft;
    private int dirtied;

    private SimSamples(long seed, int products, int variants, int dirtyPercent, Set<Dirt> without) {
        this.random = new Random(seed);
        this.products = products;
        this.variantsLeft = Math.max(products, variants);
        this.dirtyPercent = dirtyPercent;
        this.kinds = List.copyOf(
                EnumSet.complementOf(without.isEmpty() ? EnumSet.noneOf(Dirt.class) : EnumSet.copyOf(without)));
    }

    /**
     * Makes an assortment.
     *
     * @param variants in all; at least one for each product
     * @param dirtyPercent how many of a hundred products have dirt
     * @param without the kinds of dirt that the shop does not take
     */
    public static List<Sample> of(long seed, int products, int variants, int dirtyPercent, Set<Dirt> without) {
        SimSamples all = new SimSamples(seed, products, variants, dirtyPercent, without);
        for (int number = 1; number <= products; number++) {
            all.samples.add(all.sample(number));
        }
        return all.samples;
    }

    /** A small picture in one colour, as a PNG file. Two colours give two files. */
    public static byte[] picture(int colour) {
        return SimPicture.png(colour);
    }

    private Sample sample(int number) {
        Set<Dirt> dirt = EnumSet.noneOf(Dirt.class);
        if (random.nextInt(100) < dirtyPercent) {
            dirt.add(kinds.get(dirtied++ % kinds.size()));
        }
        ObjectNode wish = JsonMapper.shared().createObjectNode();
        wish.put("name", drawn(THINGS) + " " + drawn(NAMES) + " " + number).put("unit", "st");
        wish.put("vatRate", "25").put("visible", true).put("externalId", Integer.toString(100_000 + number));
        wish.put("manufacturer", drawn(MAKERS)).put("category", drawn(CATEGORIES));
        wish.put("shortText", "Nr " + number).put("longText", "Tål regn och sol. Art. " + number + ".");
        wish.putArray("pictures").add(number);
        variants(wish.putArray("variants"), number, count(number, dirt));
        dirt.forEach(kind -> soil(wish, kind, number));
        return new Sample(wish, dirt);
    }

    private String drawn(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    /** How many variants a product gets, so that the sum is right in the end. */
    private int count(int number, Set<Dirt> dirt) {
        int others = products - number;
        int room = variantsLeft - others;
        int usual = Math.max(1, (int) (2L * variantsLeft / (others + 1)) - 1);
        int wanted = 1 + random.nextInt(usual);
        if (dirt.contains(Dirt.SIXTY_VALUES)) {
            wanted = COLOURS;
        } else if (dirt.contains(Dirt.VARIANT_WITHOUT_VALUES)) {
            wanted = Math.max(2, wanted);
        }
        int count = others == 0 ? room : Math.min(wanted, room);
        count = Math.min(count, SIZES * COLOURS);
        variantsLeft -= count;
        return count;
    }

    private void variants(ArrayNode variants, int number, int count) {
        BigDecimal price = BigDecimal.valueOf(10L + random.nextInt(2_000)).add(new BigDecimal("0.2000"));
        for (int i = 0; i < count; i++) {
            ObjectNode variant = variants.addObject();
            variant.put("sku", "P%05d%s".formatted(number, count == 1 ? "" : "-" + (i + 1)));
            variant.put("ean", "73%011d".formatted(number * 1_000L + i)).put("weight", new BigDecimal("0.25"));
            variant.put("price", price).put("stock", random.nextInt(50)).put("active", true);
            ObjectNode values = variant.putObject("values");
            if (count > SIZES) {
                values.put("Färg", "Färg " + (i % COLOURS + 1));
            }
            if (count > 1 && (count <= SIZES || count > COLOURS)) {
                values.put("Storlek", "Stl " + (count > COLOURS ? i / COLOURS : i) * 2);
            }
        }
    }

    private void soil(ObjectNode wish, Dirt kind, int number) {
        ObjectNode first = wish.path("variants").path(0).asObject();
        String name = wish.path("name").asString();
        switch (kind) {
            case SKU_IN_OTHER_CASE -> sameAsBefore(first, "sku");
            case BARCODE_TWICE -> sameAsBefore(first, "ean");
            case SPACES_AT_ENDS -> wish.put("name", " " + name + "  ");
            case ODD_NUMBER_IN_NAME -> wish.put("name", name + " Å/Ä-" + number + "/Ö");
            case NAME_OF_140 -> wish.put("name", padded(name, 140));
            case NAME_OF_150 -> wish.put("name", padded(name, 150));
            case HTML ->
                wish.put("longText", "<p>Se <a href=\"https://x.example/?a=1&b=2\">måtten</a></p><script>x()</script>");
            case NO_VAT_RATE -> wish.remove("vatRate");
            case RATE_OF_12_AND_6 -> wish.put("vatRate", number % 2 == 0 ? "12" : "6");
            case FREE -> first.put("price", BigDecimal.ZERO);
            case BARCODE_WITH_SPACES -> first.put("ean", " 7350 " + number + " ");
            case VARIANT_WITHOUT_VALUES -> first.put("bare", true);
            case INACTIVE -> {
                wish.put("visible", false);
                first.put("active", false);
            }
            case BUNDLE, BUNDLE_OF_BUNDLES -> bundle(wish, kind);
            case EMOJI -> wish.put("name", name + " 🛶🔥");
            case NOT_LATIN_1 -> wish.put("name", name + " – Žižkov Łódź “π” €5").put("shortText", "日本語");
            case LONG_TEXT -> wish.put("longText", "Långt. ".repeat(9_000));
            case SIXTY_VALUES -> {}
        }
    }

    private static String padded(String name, int length) {
        return (name + " " + "åäö".repeat(60)).substring(0, length);
    }

    private void sameAsBefore(ObjectNode variant, String field) {
        if (!samples.isEmpty()) {
            String before = samples.getLast()
                    .wish()
                    .path("variants")
                    .path(0)
                    .path(field)
                    .asString();
            variant.put(field, before.toLowerCase(java.util.Locale.ROOT));
        }
    }

    /** Made of the product before, or of the last bundle. */
    private void bundle(ObjectNode wish, Dirt kind) {
        samples.reversed().stream()
                .filter(sample -> kind == Dirt.BUNDLE
                        ? !sample.wish().has("parts")
                        : sample.dirt().contains(Dirt.BUNDLE))
                .findFirst()
                .ifPresent(part -> wish.putObject("parts")
                        .put(part.wish().path("variants").path(0).path("sku").asString(), 2));
    }
}
