package se.brygga.setup.products;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.catalogue.ProductText;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.ShopVariant;
import se.brygga.clients.specter.order.SpecterLimits;

/**
 * A variant of a product as the shop has it, with what its ids stand for.
 *
 * @param sold pieces that the shop's orders have taken, and that Specter takes when it books them
 */
public record InShop(ShopProduct product, ShopVariant variant, Names names, BigDecimal sold) {

    /**
     * What a shop's ids stand for.
     *
     * @param language the shop's first language
     * @param usualVatRate of a product that names none
     * @param sameCurrency whether the shop's amounts have the currency of the articles' amounts in Specter
     * @param mainArticlesOf key of the shop; null where Specter is not told which articles are one product
     */
    public record Names(
            String language,
            BigDecimal usualVatRate,
            Map<Long, String> manufacturers,
            boolean sameCurrency,
            @Nullable String mainArticlesOf) {

        public Names {
            manufacturers = Map.copyOf(manufacturers);
        }
    }

    /** The product's name, in the letters that Specter has, in the shop's first language, else in any; empty when there is none. */
    String productName() {
        List<ProductText> named =
                product.texts().stream().filter(text -> text.name() != null).toList();
        return named.stream()
                .filter(text -> text.language().equals(names.language()))
                .findFirst()
                .or(() -> named.stream().findFirst())
                .map(text -> Values.inSpecter(Objects.requireNonNullElse(text.name(), "")))
                .orElse("");
    }

    /** Whether the name of the product's main article is cut. */
    public boolean cutsMainName() {
        return !SpecterLimits.articleName(productName()).equals(productName());
    }

    /** What makes the variant different from its siblings: {@code Röd - M}; empty for an only variant. */
    String distinction() {
        return variant.values().stream()
                .map(value -> Values.inSpecter(value.value()))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" - "));
    }

    /** The variant's values by attribute. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        variant.values()
                .forEach(value ->
                        values.putIfAbsent(Values.inSpecter(value.attribute()), Values.inSpecter(value.value())));
        return values;
    }

    /** Number of the product's main article; null when the product has none. */
    public @Nullable String mainArticleNo() {
        String shop = names.mainArticlesOf();
        return shop == null || !MainArticle.isNeeded(product) ? null : MainArticle.number(shop, product.productId());
    }

    @Nullable
    String manufacturer() {
        Long id = product.manufacturerId();
        String name = id == null ? null : names.manufacturers().get(id);
        return name == null ? null : Values.inSpecter(name);
    }

    /** An amount of the shop; null in a currency that is not that of the articles. */
    @Nullable
    BigDecimal amount(@Nullable BigDecimal inShop) {
        return names.sameCurrency() ? inShop : null;
    }

    BigDecimal vatRate() {
        return Objects.requireNonNullElse(product.vatRate(), names.usualVatRate());
    }
}
