package se.brygga.clients.starweb;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.catalogue.NewProduct;
import se.brygga.clients.shop.catalogue.NewVariant;
import se.brygga.clients.shop.catalogue.ProductChange;
import se.brygga.clients.shop.catalogue.ProductText;
import se.brygga.clients.shop.catalogue.ShopProduct.Shown;
import se.brygga.clients.shop.catalogue.VariantChange;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Phrase;

/**
 * The bodies of a catalogue's writes (reference section 7.2). A value that Starweb could not hold is a failure before
 * any call. An absent value is an absent field, because a null means something else (reference section 2).
 */
final class CatalogueBodies {

    static final int NAME = 150;
    static final int MANUFACTURER = 30;
    static final int UNIT = 30;
    static final int CATEGORY = 90;
    static final int ATTRIBUTE = 50;

    private static final int UNIT_SYMBOL = 5;
    private static final int LONG_TEXT = 65_535;
    private static final int EXTERNAL_ID = 40;
    private static final int EAN = 20;

    private final String action;
    private final Map<String, @Nullable Object> body = new LinkedHashMap<>();

    private CatalogueBodies(String action) {
        this.action = action;
    }

    static Map<String, @Nullable Object> product(NewProduct product, String externalIdType, String action) {
        CatalogueBodies body = new CatalogueBodies(action)
                .text("externalId", product.externalId(), EXTERNAL_ID)
                .put("externalIdType", externalIdType)
                .put("type", "basic")
                .put("visibility", "hidden")
                .put("manufacturerId", product.manufacturerId())
                .put("unitId", product.unitId())
                .amountAsText("defaultVatRate", product.vatRate());
        List<Map<String, @Nullable Object>> variants = product.variants().stream()
                .map(variant -> variant(variant, action))
                .toList();
        return body.put("languages", List.of(text(product.text(), action))).put("variants", variants).body;
    }

    static Map<String, @Nullable Object> change(ProductChange change, String action) {
        return new CatalogueBodies(action)
                .put("manufacturerId", change.manufacturerId())
                .put("unitId", change.unitId())
                .amountAsText("defaultVatRate", change.vatRate())
                .put("visibility", visibility(change.shown(), action))
                .body;
    }

    /** Nobody but the shop's staff knows for which price lists a product is shown. */
    private static @Nullable String visibility(@Nullable Shown shown, String action) {
        return switch (shown) {
            case null -> null;
            case HIDDEN -> "hidden";
            case VISIBLE -> "visible";
            case PRICE_LISTS ->
                throw StarwebAnswers.violatesLimits(action, Phrase.STARWEB_CANNOT_HOLD.with("visibility"));
        };
    }

    static Map<String, @Nullable Object> variant(NewVariant variant, String action) {
        return new CatalogueBodies(action)
                .sku(variant.sku())
                .put("attributeValueLinks", variant.values())
                .put("stockStatusId", variant.stockStatusId())
                .put("stockQuantity", 0)
                .goods(variant.ean(), variant.weight(), variant.costPrice())
                .body;
    }

    static Map<String, @Nullable Object> change(VariantChange change, String action) {
        return new CatalogueBodies(action)
                .sku(change.sku())
                .put("isActive", change.active())
                .put("attributeValueLinks", change.values())
                .goods(change.ean(), change.weight(), change.costPrice())
                .body;
    }

    static Map<String, @Nullable Object> text(ProductText text, String action) {
        if (text.name() == null) {
            throw StarwebAnswers.violatesLimits(action, Phrase.FIELD_MISSING.with("name"));
        }
        return new CatalogueBodies(action)
                .put("langCode", text.language())
                .text("name", text.name(), NAME)
                .text("shortDescription", text.shortText(), LONG_TEXT)
                .text("longDescription", text.longText(), LONG_TEXT)
                .body;
    }

    /** The body of a list's entry that has its name by itself. */
    static Map<String, @Nullable Object> named(String name, int longest, String action) {
        return new CatalogueBodies(action).text("name", name, longest).body;
    }

    /** The body of a list's entry that has its name in a language. */
    static Map<String, @Nullable Object> named(String language, String name, int longest, String action) {
        CatalogueBodies named =
                new CatalogueBodies(action).put("langCode", language).text("name", name, longest);
        return new CatalogueBodies(action).put("languages", List.of(named.body)).body;
    }

    /** A short name is its own symbol. Of a long name nobody knows a symbol. */
    static Map<String, @Nullable Object> unit(String language, String name, String action) {
        CatalogueBodies named =
                new CatalogueBodies(action).put("langCode", language).text("name", name, UNIT);
        if (length(name) <= UNIT_SYMBOL) {
            named.put("symbol", name);
        }
        return new CatalogueBodies(action).put("languages", List.of(named.body)).body;
    }

    private CatalogueBodies goods(@Nullable String ean, @Nullable BigDecimal weight, @Nullable BigDecimal costPrice) {
        return text("ean", ean, EAN).amount("weightInKg", weight).amountAsText("costPrice", costPrice);
    }

    private CatalogueBodies sku(@Nullable String sku) {
        if (sku != null && !Sku.canBeInShop(sku)) {
            throw cannotHold("sku");
        }
        return put("sku", sku);
    }

    private CatalogueBodies text(String field, @Nullable String value, int longest) {
        if (value != null && length(value) > longest) {
            throw StarwebAnswers.violatesLimits(action, Phrase.STARWEB_TOO_LONG.with(field, length(value), longest));
        }
        return put(field, value);
    }

    private static int length(String value) {
        return value.codePointCount(0, value.length());
    }

    private CatalogueBodies amount(String field, @Nullable BigDecimal value) {
        if (value != null && value.signum() < 0) {
            throw cannotHold(field);
        }
        return put(field, value);
    }

    /** The contract has these amounts as texts. */
    private CatalogueBodies amountAsText(String field, @Nullable BigDecimal value) {
        amount(field, value);
        return put(field, value == null ? null : value.stripTrailingZeros().toPlainString());
    }

    private CatalogueBodies put(String field, @Nullable Object value) {
        if (value != null) {
            body.put(field, value);
        }
        return this;
    }

    private RuntimeException cannotHold(String field) {
        return StarwebAnswers.violatesLimits(action, Phrase.STARWEB_CANNOT_HOLD.with(field));
    }
}
