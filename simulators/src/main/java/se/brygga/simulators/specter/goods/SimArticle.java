package se.brygga.simulators.specter.goods;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One article of an account, with its stock in each warehouse. Guarded by the account's lock. */
public final class SimArticle {

    /** What Specter does with its stock. */
    enum Type {
        /** A stocked article. */
        GW,
        /** A package: stock moves on its components. */
        PA,
        /** Not stocked; the code is invented. */
        EL
    }

    /** A variant's place: its main article's number, and for example {@code Färg} to {@code Röd}. */
    public record SimVariant(String mainArticleNo, Map<String, String> values) {}

    /**
     * An article as people see it.
     *
     * @param variant null when the article is no variant
     * @param pictures their names, in their order
     */
    public record Card(
            String articleNo,
            String type,
            Map<SimArticleField, String> fields,
            @Nullable SimVariant variant,
            List<String> pictures) {

        /** Empty when the article has none. */
        public String text(SimArticleField field) {
            return fields.getOrDefault(field, "");
        }
    }

    private final long id;
    private final Map<SimArticle, BigDecimal> components;
    private final Map<SimArticleField, String> fields;
    private final Map<Integer, BigDecimal> shelf = new TreeMap<>();
    private final Map<Integer, BigDecimal> reserved = new TreeMap<>();
    private String articleNo;
    private @Nullable String oldArticleNo;
    private Type type;
    private @Nullable SimVariant variant;
    private List<String> pictures;
    private boolean deleted;
    private boolean supplied;

    /** @param components article to quantity, for a package */
    SimArticle(
            long id,
            String articleNo,
            Type type,
            Map<SimArticle, BigDecimal> components,
            Map<SimArticleField, String> fields) {
        this.id = id;
        this.articleNo = articleNo;
        this.type = type;
        this.components = new LinkedHashMap<>(components);
        this.fields = new EnumMap<>(SimArticleField.class);
        fields.forEach(this::set);
        this.pictures = type == Type.EL ? List.of() : List.of(Long.toString(id));
    }

    /** The fields that every article has. */
    static Map<SimArticleField, String> fields(String name, BigDecimal price, int vatPercent) {
        return Map.of(
                SimArticleField.NAME, name,
                SimArticleField.PRICE, SimArticleField.plain(price),
                SimArticleField.VAT, Integer.toString(vatPercent));
    }

    long id() {
        return id;
    }

    /** The key of its changes, which a new number does not change. */
    String key() {
        return Long.toString(id);
    }

    public String articleNo() {
        return articleNo;
    }

    @Nullable
    String oldArticleNo() {
        return oldArticleNo;
    }

    void rename(String newArticleNo) {
        oldArticleNo = articleNo;
        articleNo = newArticleNo;
    }

    Type type() {
        return type;
    }

    void type(Type newType) {
        type = newType;
    }

    /** All values, empty ones left out. */
    Map<SimArticleField, String> fields() {
        return fields;
    }

    /** Empty when the article has none. */
    String text(SimArticleField field) {
        return fields.getOrDefault(field, "");
    }

    /** Zero when the article has none. */
    BigDecimal number(SimArticleField field) {
        return text(field).isEmpty() ? BigDecimal.ZERO : new BigDecimal(text(field));
    }

    /** The price before the sale; null while there is no sale. */
    @Nullable
    BigDecimal ordinaryPrice() {
        String price = text(SimArticleField.ORDINARY_PRICE);
        return price.isEmpty() ? null : new BigDecimal(price);
    }

    /** @param value empty to take it away */
    void set(SimArticleField field, String value) {
        if (value.isEmpty()) {
            fields.remove(field);
        } else {
            fields.put(field, value);
        }
    }

    @Nullable
    SimVariant variant() {
        return variant;
    }

    void variant(@Nullable SimVariant newVariant) {
        variant = newVariant;
    }

    List<String> pictures() {
        return pictures;
    }

    void pictures(List<String> newPictures) {
        pictures = List.copyOf(newPictures);
    }

    boolean deleted() {
        return deleted;
    }

    void delete() {
        deleted = true;
    }

    boolean hasSupplier() {
        return supplied;
    }

    void supply() {
        supplied = true;
    }

    Map<SimArticle, BigDecimal> components() {
        return components;
    }

    void stock(int site, BigDecimal quantity) {
        shelf.put(site, quantity);
    }

    BigDecimal shelf(int site) {
        return shelf.getOrDefault(site, BigDecimal.ZERO);
    }

    void move(int site, BigDecimal onShelf, BigDecimal onReserved) {
        shelf.merge(site, onShelf, BigDecimal::add);
        reserved.merge(site, onReserved, BigDecimal::add);
    }

    /**
     * Shelf less reserved, which may be negative; of a package, how many can be put together from what is available of its
     * components.
     */
    BigDecimal available(int site) {
        if (type != Type.PA) {
            return shelf(site).subtract(reserved.getOrDefault(site, BigDecimal.ZERO));
        }
        return components.entrySet().stream()
                .map(part -> part.getKey().available(site).divide(part.getValue(), 0, RoundingMode.FLOOR))
                .min(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    /** The sum over all warehouses. */
    BigDecimal total() {
        return Shelves.SITES.stream().map(this::available).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Card card() {
        return new Card(articleNo, type.name(), Map.copyOf(fields), variant, pictures);
    }

    SimStock view() {
        List<SimStock.Site> sites = Shelves.SITES.stream()
                .map(site -> new SimStock.Site(
                        site, shelf(site), reserved.getOrDefault(site, BigDecimal.ZERO), available(site)))
                .toList();
        return new SimStock(
                id,
                articleNo,
                text(SimArticleField.NAME),
                type.name(),
                available(Shelves.DEFAULT_SITE),
                number(SimArticleField.PRICE),
                ordinaryPrice(),
                sites);
    }
}
