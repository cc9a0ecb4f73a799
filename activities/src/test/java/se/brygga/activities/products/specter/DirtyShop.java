package se.brygga.activities.products.specter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.ShopVariant;
import se.brygga.clients.specter.order.SpecterArticle;

/** Fills a shop and a Specter with a few products that have more dirt than real ones. The same seed gives the same. */
final class DirtyShop {

    private static final List<String> NUMBERS = List.of(
            "%s-1",
            "%s-1",
            "%s-2",
            "%s-3",
            "%s-4",
            "%s1",
            "%s 2",
            "%s/3",
            "%s-Å",
            "%s,5",
            "%s&6",
            "%s#7",
            "%s-8 ",
            "0%s-1",
            "%s-MYCKET-LANGT-NUMMER-SOM-INTE-FAR-PLATS",
            "%s–9",
            "%s\u0007-2",
            "%s\uFFFD2");
    private static final List<String> NAMES = List.of(
            "Mugg",
            "Mugg, stor",
            "N".repeat(140),
            "Mycket utförligt beskriven ".repeat(8),
            "<b>Mugg</b> & \"co\"",
            "Mugg 🎁",
            "Mugg\u0007",
            "Mugg\uFFFD",
            "Łódź",
            "Mugg – 5 €",
            "Två\nrader",
            "",
            " ");
    private static final List<String> RATES = List.of("25", "25", "25", "12", "6", "0", "12.5", "100");
    private static final List<String> BARCODES =
            List.of("7350000000017", "", "735 0000 0000 17", "7".repeat(40), "7".repeat(41), "STRECK-Å", "☃");
    private static final List<String> WEIGHTS = List.of("0.35", "0", "0.3504", "12345.678", "99999999");
    private static final List<String> AMOUNTS = List.of("79.2", "0", "79.2049", "1234567.89", "99999999999");
    private static final List<String> STOCKS = List.of("12", "0", "12.5", "-3");
    private static final List<String> VALUES = List.of("Röd", "Blå", "Röd;Blå", "M=L", "Ö".repeat(90), "🎁");

    private final Random random;
    private final String prefix;
    private long ids;

    /** @param prefix how all numbers begin */
    DirtyShop(long seed, String prefix) {
        this.random = new Random(seed);
        this.prefix = prefix;
    }

    void fill(PaperShop shop) {
        shop.products.clear();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            ids++;
            shop.put(
                    ids,
                    one(NAMES),
                    random.nextInt(12) == 0 ? ShopProduct.Kind.BUNDLE : ShopProduct.Kind.BASIC,
                    random.nextInt(4) == 0 ? null : new BigDecimal(one(RATES)),
                    variants());
        }
    }

    private ShopVariant[] variants() {
        List<ShopVariant> variants = new ArrayList<>();
        int count = random.nextInt(3) == 0 ? 2 : 1;
        for (int i = 0; i < count; i++) {
            ids++;
            List<ShopVariant.Value> values =
                    count == 1 ? List.of() : List.of(new ShopVariant.Value(1, ids, "Färg", one(VALUES)));
            variants.add(new ShopVariant(
                    ids,
                    random.nextInt(15) == 0 ? "" : number(),
                    random.nextInt(9) != 0,
                    values,
                    one(BARCODES),
                    number(WEIGHTS),
                    number(AMOUNTS),
                    number(AMOUNTS),
                    number(STOCKS)));
        }
        return variants.toArray(ShopVariant[]::new);
    }

    /** Articles that Specter has already, each of which it takes. */
    List<SpecterArticle> articles() {
        List<SpecterArticle> articles = new ArrayList<>();
        for (String form : List.of("%s-1", "%s-2", "%s-3", "%s.4", "%s-8")) {
            if (random.nextInt(3) == 0) {
                articles.add(new SpecterArticle(form.formatted(prefix), "Mugg", new BigDecimal(100), 25));
            }
        }
        return articles;
    }

    private String number() {
        String number = one(NUMBERS).formatted(prefix);
        return random.nextInt(6) == 0 ? number.toLowerCase(java.util.Locale.ROOT) : number;
    }

    private @Nullable BigDecimal number(List<String> from) {
        return random.nextInt(5) == 0 ? null : new BigDecimal(one(from));
    }

    private <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
