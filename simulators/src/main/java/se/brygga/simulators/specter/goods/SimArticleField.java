package se.brygga.simulators.specter.goods;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.specter.protocol.SimRefusal;
import se.brygga.simulators.specter.protocol.SpecterParameters;

/**
 * What an article has beside its number, its type and its stock. {@code newArticleSubmit} takes the field, the article
 * feed tells it, or both (reference, sections 4.3 and 7). From {@link #SHORT_TEXT} on the names are ours (O30).
 */
public enum SimArticleField {
    NAME("name", "name", Kind.TEXT, 140),
    PRICE("priceExclVAT", "priceExclVat", Kind.AMOUNT, 2),
    BUY_PRICE("buyPrice", "buyPrice", Kind.AMOUNT, 2),
    BAR_CODE("barCode", "barCode", Kind.TEXT, 40),
    WEIGHT("productWeight", "productWeight", Kind.AMOUNT, 3),
    VAT("vatPercent", "vatPercent", Kind.PERCENT, 0),
    STOCK_PRICE("stockPrice", null, Kind.AMOUNT, 2),
    VOLUME("productVolume", null, Kind.AMOUNT, 2),
    SUPPLIER_NO("supplierNo", null, Kind.TEXT, 40),
    SUPPLIER_NAME("supplierName", "supplierName", Kind.TEXT, 100),
    SUPPLIER_BUY_PRICE("supplierBuyPrice", null, Kind.AMOUNT, 2),
    SUPPLIER_ARTICLE_NO("supplierArticleNo", null, Kind.TEXT, 40),
    COUNTRY("manufacturingCountryCode", null, Kind.COUNTRY, 2),
    ORDINARY_PRICE(null, "standardOldPrice", Kind.AMOUNT, 4),
    COMMODITY_CODE(null, "commodityCode", Kind.TEXT, 20),
    SHORT_TEXT(null, "shortText", Kind.TEXT, 4_000),
    LONG_TEXT(null, "longText", Kind.TEXT, 200_000),
    GROUP(null, "articleGroup", Kind.TEXT, 400),
    COMMENT(null, "comment", Kind.TEXT, 4_000),
    MANUFACTURER_ARTICLE_NO(null, "manufacturerArticleNo", Kind.TEXT, 100),
    UNIT(null, "unit", Kind.TEXT, 20);

    private enum Kind {
        TEXT,
        AMOUNT,
        PERCENT,
        COUNTRY
    }

    /** Those that count only for an article with a supplier. */
    static final List<SimArticleField> OF_SUPPLIER =
            List.of(SUPPLIER_NO, SUPPLIER_NAME, SUPPLIER_BUY_PRICE, SUPPLIER_ARTICLE_NO);

    private final @Nullable String written;
    private final @Nullable String told;
    private final Kind kind;
    private final int size;

    /**
     * @param written the parameter without its row, null when the call has none
     * @param told null when the feed is silent about it
     * @param size most characters of a text, most decimals of an amount
     */
    SimArticleField(@Nullable String written, @Nullable String told, Kind kind, int size) {
        this.written = written;
        this.told = told;
        this.kind = kind;
        this.size = size;
    }

    /** Those that a call may carry. */
    static Stream<SimArticleField> inCalls() {
        return Arrays.stream(values()).filter(field -> field.written != null);
    }

    /** The name in the control API and in the write log: that of the feed, else that of the call. */
    public String id() {
        return told == null ? String.valueOf(written) : told;
    }

    /** Where {@code newArticleSubmit} carries the field, and where the feed does; empty where it does not. */
    public Map<String, Optional<String>> places() {
        return new TreeMap<>(Map.of("call", Optional.ofNullable(written), "feed", Optional.ofNullable(told)));
    }

    /** The parameter of a row. */
    String parameter(int row) {
        return written + "_" + row;
    }

    /**
     * The value that a row carries; empty when the parameter is left out.
     *
     * @throws SimRefusal the value cannot be taken
     */
    Optional<String> read(SpecterParameters p, int row) {
        String parameter = parameter(row);
        if (!p.has(parameter)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (kind) {
                    case TEXT -> p.text(parameter, size);
                    case PERCENT -> Integer.toString(p.percent(parameter));
                    case AMOUNT -> amount(p, parameter);
                    case COUNTRY -> country(p, parameter);
                });
    }

    private String amount(SpecterParameters p, String parameter) {
        BigDecimal amount = p.decimal(parameter, size);
        if (amount.signum() < 0) {
            throw SimRefusal.parameter(parameter + " ska vara 0 eller mer");
        }
        return plain(amount);
    }

    private static String country(SpecterParameters p, String parameter) {
        String country = p.text(parameter);
        if (!country.isEmpty() && !country.matches("[A-Z]{2}")) {
            throw SimRefusal.parameter(parameter + " ska vara en landskod med två bokstäver");
        }
        return country;
    }

    /**
     * A value as people give it.
     *
     * @throws IllegalArgumentException it is none of this field
     */
    String accept(String value) {
        boolean right = value.isEmpty()
                || switch (kind) {
                    case TEXT -> value.length() <= size;
                    case PERCENT -> value.matches("\\d{1,2}|100");
                    case AMOUNT -> value.matches("\\d{1,12}([.,]\\d{1,4})?");
                    case COUNTRY -> value.matches("[A-Z]{2}");
                };
        if (!right) {
            throw new IllegalArgumentException(id() + " cannot be '" + value + "'");
        }
        return kind == Kind.AMOUNT && !value.isEmpty() ? plain(new BigDecimal(value.replace(',', '.'))) : value;
    }

    /** @throws IllegalArgumentException there is none; the text lists what there is */
    static SimArticleField byId(String id) {
        return Arrays.stream(values())
                .filter(field -> field.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field " + id + "; there are "
                        + Arrays.stream(values()).map(SimArticleField::id).toList()));
    }

    static String plain(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.setScale(Math.max(0, plain.scale())).toPlainString();
    }
}
