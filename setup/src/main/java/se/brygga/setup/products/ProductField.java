package se.brygga.setup.products;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.clients.specter.order.SpecterLimits;
import se.brygga.setup.keys.SetupKey;
import se.brygga.setup.products.Carriage.Misfit;

/**
 * The register of what the sync of products carries. A constant says where the field lies in each system, and how it
 * goes each way. It also has the code that reads and writes the field, so the register cannot differ from what is done.
 *
 * <p>Price and stock belong to the feeds. The sync gives them once to an article that it creates in Specter. An empty
 * value is not carried: it never takes away what the other system has. An amount in another currency than that of the
 * articles is not carried either.
 */
public enum ProductField {
    /** The article's name is made of the product's name and the variant's values, by the set-up's template. */
    NAME(
            new Places("languages[].name", "name", Unit.TEXT),
            Carriage.text(Mode.FOLLOW, 140, Misfit.CUT),
            Carriage.text(Mode.FOLLOW, 150, Misfit.CUT),
            in -> null,
            (form, value) -> form.name = value),
    VAT_RATE(
            new Places("defaultVatRate", "vatPercent", Unit.PERCENT),
            Carriage.number(Mode.FOLLOW, 0, Misfit.WAITS),
            Carriage.number(Mode.FOLLOW, 2, Misfit.WAITS),
            in -> Values.number(in.vatRate()),
            (form, value) -> form.vatPercent = new BigDecimal(value).intValueExact()),
    BARCODE(
            new Places("variants[].ean", "barCode", Unit.TEXT),
            Carriage.text(Mode.FOLLOW, 40, Misfit.WAITS),
            Carriage.text(Mode.FOLLOW, 20, Misfit.WAITS),
            in -> in.variant().ean() == null
                    ? null
                    : Values.inSpecter(in.variant().ean()),
            (form, value) -> form.barCode = value),
    WEIGHT(
            new Places("variants[].weightInKg", "productWeight", Unit.KILOGRAM),
            Carriage.number(Mode.FOLLOW, 3, Misfit.ROUNDED),
            Carriage.number(Mode.FOLLOW, 3, Misfit.ROUNDED),
            in -> rounded(in.variant().weight(), 3),
            (form, value) -> form.weight = new BigDecimal(value)),
    UNIT(
            new Places("unitId", "unit", Unit.TEXT),
            Carriage.NONE,
            Carriage.text(Mode.FOLLOW, 30, Misfit.WAITS),
            in -> null,
            null),
    /** The shop's manufacturer is the supplier in Specter. */
    SUPPLIER(
            new Places("manufacturerId", "supplierName", Unit.TEXT),
            Carriage.text(Mode.FOLLOW, 100, Misfit.WAITS),
            Carriage.text(Mode.FOLLOW, 30, Misfit.WAITS),
            InShop::manufacturer,
            (form, value) -> form.supplier = value),
    /** Specter ignores the buy price of an article that has a supplier. */
    BUY_PRICE(
            new Places("variants[].costPrice", "buyPrice", Unit.AMOUNT),
            Carriage.number(Mode.FOLLOW, 2, Misfit.ROUNDED),
            Carriage.number(Mode.FOLLOW, 2, Misfit.ROUNDED),
            in -> rounded(in.amount(in.variant().costPrice()), 2),
            (form, value) -> form.buyPrice = new BigDecimal(value)),
    /** A shop's product that has variants is an article of its own in Specter, and its variants' articles name it. */
    MAIN_ARTICLE(
            new Places("productId", "mainArticleNo", Unit.TEXT),
            Carriage.text(Mode.FOLLOW, 40, Misfit.WAITS),
            Carriage.NONE,
            InShop::mainArticleNo,
            (form, value) -> form.mainArticleNo = value),
    /** What distinguishes a variant. */
    VARIANT_VALUES(
            new Places("variants[].attributeValueLinks", "variantValues", Unit.TEXT),
            Carriage.text(Mode.FOLLOW, null, Misfit.WAITS),
            Carriage.text(Mode.FOLLOW, null, Misfit.WAITS),
            in -> in.mainArticleNo() == null ? null : VariantValues.written(in.values()),
            (form, value) -> form.variantValues = VariantValues.read(value)),
    SHORT_TEXT(
            new Places("languages[].shortDescription", "shortText", Unit.TEXT),
            Carriage.NONE,
            Carriage.text(Mode.CREATE, 65_535, Misfit.WAITS),
            in -> null,
            null),
    LONG_TEXT(
            new Places("languages[].longDescription", "longText", Unit.TEXT),
            Carriage.NONE,
            Carriage.text(Mode.CREATE, 65_535, Misfit.WAITS),
            in -> null,
            null),
    /** The article group in Specter is a category in the shop. */
    CATEGORY(
            new Places("categories[]", "articleGroup", Unit.TEXT),
            Carriage.NONE,
            Carriage.text(Mode.CREATE, 90, Misfit.WAITS),
            in -> null,
            null),
    IMAGES(
            new Places("mediaFiles[]", "images", Unit.PICTURES),
            Carriage.NONE,
            Carriage.text(Mode.CREATE, null, Misfit.WAITS),
            in -> null,
            null),
    /** Specter has no such field. New products are shown at the end, if the set-up says so. */
    VISIBILITY(
            new Places("visibility", "", Unit.TEXT),
            Carriage.NONE,
            Carriage.text(Mode.CREATE, null, Misfit.WAITS).onlyAtCreation(),
            in -> null,
            null),
    /** In the shop, the feed of prices writes this. */
    PRICE(
            new Places("variants[].prices[].priceExVat", "priceExclVAT", Unit.AMOUNT),
            Carriage.number(Mode.CREATE, 2, Misfit.ROUNDED).onlyAtCreation(),
            Carriage.NONE,
            in -> rounded(in.amount(in.variant().price()), 2),
            (form, value) -> form.price = new BigDecimal(value)),
    /** In the shop, the feed of stock writes this. */
    STOCK(
            new Places("variants[].stockQuantity", "noItemsInStock", Unit.PIECES),
            Carriage.number(Mode.CREATE, 0, Misfit.ROUNDED).onlyAtCreation(),
            Carriage.NONE,
            ProductField::openingStock,
            (form, value) -> form.stock = new BigDecimal(value));

    /** What a value is counted in. */
    public enum Unit {
        TEXT,
        PERCENT,
        KILOGRAM,
        /** Money without VAT, in the base currency. */
        AMOUNT,
        PIECES,
        PICTURES
    }

    /**
     * Where a field lies, in the words of each system.
     *
     * @param specter empty where Specter has no such field
     */
    public record Places(String shop, String specter, Unit unit) {}

    private final Places places;
    private final Carriage toSpecter;
    private final Carriage toShop;
    private final Function<InShop, @Nullable String> inShop;
    private final @Nullable BiConsumer<ArticleForm, String> intoArticle;

    ProductField(
            Places places,
            Carriage toSpecter,
            Carriage toShop,
            Function<InShop, @Nullable String> inShop,
            @Nullable BiConsumer<ArticleForm, String> intoArticle) {
        this.places = places;
        this.toSpecter = toSpecter;
        this.toShop = toShop;
        this.inShop = inShop;
        this.intoArticle = intoArticle;
    }

    /** The word in set-up files and lists: {@code vat-rate}. */
    public String word() {
        return SetupKey.written(this);
    }

    /** The inverse of {@link #word}. */
    public static Optional<ProductField> ofWord(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equals(word))
                .findFirst();
    }

    public Places places() {
        return places;
    }

    /** How the field goes this way. */
    public Carriage carriage(Direction direction) {
        return switch (direction) {
            case TO_SPECTER -> toSpecter;
            case TO_SHOP -> toShop;
        };
    }

    /** All that goes to Specter, in canonical form. A field without a value is absent. */
    public static Map<ProductField, String> read(InShop in, NameTemplate template) {
        Map<ProductField, String> values = new LinkedHashMap<>();
        for (ProductField field : values()) {
            String value = field == NAME ? template.articleName(in) : field.inShop.apply(in);
            if (value != null && !value.isEmpty()) {
                values.put(field, value);
            }
        }
        return values;
    }

    /** What the main article of a product gets: what its variants have in common. Nobody sells it. */
    public static Map<ProductField, String> readMain(InShop in) {
        Map<ProductField, String> values = new EnumMap<>(ProductField.class);
        for (ProductField field : EnumSet.of(NAME, VAT_RATE, SUPPLIER)) {
            String value = field == NAME ? SpecterLimits.articleName(in.productName()) : field.inShop.apply(in);
            if (value != null && !value.isEmpty()) {
                values.put(field, value);
            }
        }
        return values;
    }

    /**
     * The article with these values. A field that cannot go to Specter is left out.
     *
     * @throws ArithmeticException the VAT rate is not whole; see {@link #isWhole}
     */
    public static SpecterArticle article(String articleNo, Map<ProductField, String> values) {
        ArticleForm form = new ArticleForm();
        values.forEach((field, value) -> {
            BiConsumer<ArticleForm, String> writer = field.intoArticle;
            if (writer != null) {
                writer.accept(form, value);
            }
        });
        return form.article(articleNo);
    }

    /** All that goes from an article to a shop, in canonical form. A field without a value is absent. */
    public static Map<ProductField, String> read(ArticleChange article) {
        Map<ProductField, String> values = new LinkedHashMap<>();
        for (ProductField field : values()) {
            String value = field.inSpecter(article);
            if (value != null && !value.isEmpty()) {
                values.put(field, value);
            }
        }
        return values;
    }

    private @Nullable String inSpecter(ArticleChange article) {
        ArticleChange.Goods goods = article.master().goods();
        ArticleChange.Texts texts = article.master().texts();
        return switch (this) {
            case NAME -> text(article.name());
            case VAT_RATE -> article.vatPercent() == null ? null : Values.number(article.vatPercent());
            case BARCODE -> text(goods.barCode());
            case WEIGHT -> rounded(goods.weight(), 3);
            case UNIT -> text(goods.unit());
            case SUPPLIER -> text(goods.supplier());
            case BUY_PRICE -> rounded(goods.buyPrice(), 2);
            case MAIN_ARTICLE -> text(article.master().assumed().mainArticleNo());
            case VARIANT_VALUES ->
                VariantValues.written(article.master().assumed().variantValues());
            case SHORT_TEXT -> stripped(texts.shortText());
            case LONG_TEXT -> stripped(texts.longText());
            case CATEGORY -> text(texts.group());
            // Pictures are more than a text. Price and stock are the feeds'. Visibility is no field of Specter's.
            case IMAGES, VISIBILITY, PRICE, STOCK -> null;
        };
    }

    private static @Nullable String stripped(@Nullable String html) {
        return html == null ? null : html.strip();
    }

    /** Whether a number has no decimals. */
    public static boolean isWhole(String number) {
        return new BigDecimal(number).stripTrailingZeros().scale() <= 0;
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null ? null : Values.text(text);
    }

    private static @Nullable String rounded(@Nullable BigDecimal number, int decimals) {
        return number == null ? null : Values.filledIn(number.setScale(decimals, RoundingMode.HALF_UP));
    }

    /** Whole pieces: what the shop shows, and what it has sold and Specter will take. Specter is never told that less than nothing is there. */
    private static @Nullable String openingStock(InShop in) {
        BigDecimal shown = in.variant().stock();
        BigDecimal stock = shown == null ? BigDecimal.ZERO : shown.add(in.sold());
        return stock.signum() <= 0 ? null : Values.number(stock.setScale(0, RoundingMode.DOWN));
    }
}
