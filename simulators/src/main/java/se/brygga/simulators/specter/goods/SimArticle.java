package se.brygga.simulators.specter.goods;

import java.math.BigDecimal;
import java.math.RoundingMode;
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

    /** What the article feed tells beside number and type. */
    record Facts(
            String name,
            BigDecimal price,
            @Nullable BigDecimal ordinaryPrice,
            int vatPercent,
            String barCode,
            BigDecimal buyPrice,
            BigDecimal weight) {

        Facts withName(String newName) {
            return new Facts(newName, price, ordinaryPrice, vatPercent, barCode, buyPrice, weight);
        }

        Facts withPrice(BigDecimal newPrice, @Nullable BigDecimal newOrdinaryPrice) {
            return new Facts(name, newPrice, newOrdinaryPrice, vatPercent, barCode, buyPrice, weight);
        }

        Facts withBarCode(String newBarCode) {
            return new Facts(name, price, ordinaryPrice, vatPercent, newBarCode, buyPrice, weight);
        }

        Facts withBuyPrice(BigDecimal newBuyPrice) {
            return new Facts(name, price, ordinaryPrice, vatPercent, barCode, newBuyPrice, weight);
        }

        static Facts of(String name, BigDecimal price, int vatPercent) {
            return new Facts(name, price, null, vatPercent, "", BigDecimal.ZERO, BigDecimal.ZERO);
        }
    }

    /** A variant's place: its main article's number, and for example {@code Färg} to {@code Röd}. */
    record SimVariant(String mainArticleNo, Map<String, String> values) {}

    private final long id;
    private final Map<SimArticle, BigDecimal> components;
    private final Map<Integer, BigDecimal> shelf = new TreeMap<>();
    private final Map<Integer, BigDecimal> reserved = new TreeMap<>();
    private String articleNo;
    private @Nullable String oldArticleNo;
    private Type type;
    private Facts facts;
    private @Nullable SimVariant variant;
    private boolean deleted;
    private boolean supplied;

    /** @param components article to quantity, for a package */
    SimArticle(long id, String articleNo, Type type, Map<SimArticle, BigDecimal> components, Facts facts) {
        this.id = id;
        this.articleNo = articleNo;
        this.type = type;
        this.components = new LinkedHashMap<>(components);
        this.facts = facts;
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

    Facts facts() {
        return facts;
    }

    void facts(Facts newFacts) {
        facts = newFacts;
    }

    @Nullable
    SimVariant variant() {
        return variant;
    }

    void variant(SimVariant newVariant) {
        variant = newVariant;
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

    SimStock view() {
        List<SimStock.Site> sites = Shelves.SITES.stream()
                .map(site -> new SimStock.Site(
                        site, shelf(site), reserved.getOrDefault(site, BigDecimal.ZERO), available(site)))
                .toList();
        return new SimStock(
                id,
                articleNo,
                facts.name(),
                type.name(),
                available(Shelves.DEFAULT_SITE),
                facts.price(),
                facts.ordinaryPrice(),
                sites);
    }
}
