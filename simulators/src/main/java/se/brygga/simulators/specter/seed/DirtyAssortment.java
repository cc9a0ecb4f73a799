package se.brygga.simulators.specter.seed;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import se.brygga.simulators.specter.goods.ByHand;

/**
 * Makes an assortment with the dirt of real ones. The same wish makes the same articles. A product of one variant is
 * one article. A product of several is a main article, with its variants as articles of their own.
 */
public final class DirtyAssortment {

    /** Colours of the product that has so many values of one attribute. */
    private static final int MANY_VALUES = 60;

    private static final int MOST_EXTRA = 6;

    /**
     * How much of it.
     *
     * @param prefix of the numbers, so that two assortments can lie in one account
     */
    public record Wish(String prefix, int products, int variants, long seed) {

        /** @throws IllegalArgumentException there cannot be such an assortment */
        public Wish {
            if (products < 1 || variants < products) {
                throw new IllegalArgumentException(
                        "an assortment has at least one product, and as many variants as products or more, not "
                                + products + " and " + variants);
            }
        }
    }

    private final ByHand articles;
    private final Wish wish;
    private final Random random;
    private int extra;
    private int made;

    private DirtyAssortment(ByHand articles, Wish wish) {
        this.articles = articles;
        this.wish = wish;
        this.random = new Random(wish.seed());
        this.extra = wish.variants() - wish.products();
    }

    /**
     * Fills an account.
     *
     * @return how many articles there are more
     */
    public static int fill(ByHand articles, Wish wish) {
        DirtyAssortment assortment = new DirtyAssortment(articles, wish);
        for (int product = 0; product < wish.products(); product++) {
            assortment.product(product);
        }
        return assortment.made;
    }

    private void product(int index) {
        Dirt dirt = Dirt.of(index);
        String articleNo = dirt.number(wish.prefix(), index);
        int variants = 1 + more(index, dirt);
        if (dirt == Dirt.PACKAGE_OF_PACKAGES) {
            packages(articleNo, index);
        } else {
            create(articleNo, dirt.fields(wish.prefix(), index), index);
            if (dirt == Dirt.SERVICE) {
                articles.setType(articleNo, "EL");
            }
        }
        if (variants > 1) {
            for (int variant = 0; variant < variants; variant++) {
                variant(articleNo, index, variant, variants);
            }
        }
    }

    /** How many of the variants that are left this product gets beside its first one; the last product gets the rest. */
    private int more(int index, Dirt dirt) {
        boolean last = index == wish.products() - 1;
        int wanted;
        if (index == 0 && extra >= MANY_VALUES - 1) {
            wanted = MANY_VALUES - 1;
        } else if (last) {
            wanted = extra;
        } else if (dirt == Dirt.VARIANT_WITHOUT_VALUES) {
            wanted = 2;
        } else if (dirt == Dirt.PACKAGE_OF_PACKAGES || dirt == Dirt.SERVICE || dirt == Dirt.TRAILING_BLANK) {
            wanted = 0;
        } else {
            // On average what is left for each product that is left.
            wanted = random.nextInt(2 * extra / (wish.products() - index) + 1);
            wanted = Math.min(wanted, MOST_EXTRA + 2 * extra / (wish.products() - index));
        }
        int taken = Math.min(wanted, extra);
        extra -= taken;
        return taken;
    }

    private void create(String articleNo, Map<String, String> fields, int index) {
        articles.create(articleNo, fields);
        articles.stock(articleNo, BigDecimal.valueOf(index * 7L % 40));
        articles.setPictures(articleNo, index % 3 == 0 ? Dirt.pictures(index, 3) : Dirt.pictures(index, 1));
        made++;
    }

    private void variant(String mainArticleNo, int index, int variant, int variants) {
        boolean many = variants >= MANY_VALUES;
        Map<String, String> values =
                many ? SimVariantValues.oneOfMany(variant) : SimVariantValues.colourAndSize(variant);
        String articleNo = "%s-%02d".formatted(mainArticleNo, variant + 1);
        articles.addVariant(mainArticleNo, "-%02d".formatted(variant + 1), values);
        articles.setFields(articleNo, Map.of("barCode", Dirt.barCode(wish.prefix(), index, variant + 1)));
        if (Dirt.of(index) == Dirt.VARIANT_WITHOUT_VALUES && variant == variants - 1) {
            articles.setVariant(articleNo, mainArticleNo, Map.of());
        }
        articles.stock(articleNo, BigDecimal.valueOf((index + variant) % 15));
        made++;
    }

    /** A package, a part of it, and the package that holds the package. */
    private void packages(String articleNo, int index) {
        String part = articleNo + "-DEL";
        String inner = articleNo + "-INRE";
        create(part, Dirt.CLEAN.fields(wish.prefix(), index), index);
        articles.addPackage(inner, "Paket " + inner, Map.of(part, BigDecimal.TWO));
        articles.addPackage(
                articleNo, "Paket av paket " + articleNo, Map.of(inner, BigDecimal.ONE, part, BigDecimal.ONE));
        articles.setPictures(inner, List.of());
        articles.setPictures(articleNo, List.of());
        made += 2;
    }
}
