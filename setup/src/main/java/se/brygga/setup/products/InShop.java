package se.brygga.setup.products;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.catalogue.ProductText;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.ShopVariant;

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
     */
    public record Names(
            String language, BigDecimal usualVatRate, Map<Long, String> manufacturers, boolean sameCurrency) {

        public Names {
            manufacturers = Map.copyOf(manufacturers);
        }
    }

    /** The product's name in the shop's first language, else in any; empty when there is none. */
    String productName() {
        List<ProductText> named =
                product.texts().stream().filter(text -> text.name() != null).toList();
        return named.stream()
                .filter(text -> text.language().equals(names.language()))
                .findFirst()
                .or(() -> named.stream().findFirst())
                .map(text -> Values.text(Objects.requireNonNullElse(text.name(), "")))
                .orElse("");
    }

    /** What makes the variant different from its siblings: {@code Röd - M}; empty for an only variant. */
    String distinction() {
        return variant.values().stream()
                .map(value -> Values.text(value.value()))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" - "));
    }

    @Nullable
    String manufacturer() {
        Long id = product.manufacturerId();
        return id == null ? null : names.manufacturers().get(id);
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
