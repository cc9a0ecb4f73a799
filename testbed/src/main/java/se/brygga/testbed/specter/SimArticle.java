package se.brygga.testbed.specter;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** One article of an account, with its stock in each warehouse. Guarded by the account's lock. */
final class SimArticle {

    /** What Specter does with its stock. */
    enum Type {
        /** A stocked article. */
        GW,
        /** A package: stock moves on its components. */
        PA,
        /** Not stocked; the code is invented. */
        EL
    }

    private final String articleNo;
    private final Type type;
    private final Map<String, BigDecimal> components;
    private final Map<Integer, BigDecimal> shelf = new TreeMap<>();
    private final Map<Integer, BigDecimal> reserved = new TreeMap<>();
    private String name;
    private BigDecimal price = BigDecimal.ZERO;
    private int vatPercent = 25;

    /** @param components article number to quantity, for a package */
    SimArticle(String articleNo, String name, Type type, Map<String, BigDecimal> components) {
        this.articleNo = articleNo;
        this.name = name;
        this.type = type;
        this.components = Map.copyOf(components);
    }

    String articleNo() {
        return articleNo;
    }

    String name() {
        return name;
    }

    Type type() {
        return type;
    }

    Map<String, BigDecimal> components() {
        return components;
    }

    void describe(String newName, BigDecimal newPrice, int newVatPercent) {
        name = newName;
        price = newPrice;
        vatPercent = newVatPercent;
    }

    BigDecimal price() {
        return price;
    }

    int vatPercent() {
        return vatPercent;
    }

    void stock(int site, BigDecimal quantity) {
        shelf.put(site, quantity);
    }

    void reserve(int site, BigDecimal quantity) {
        reserved.merge(site, quantity, BigDecimal::add);
    }

    /** Shelf less reserved; may be negative. */
    BigDecimal available(int site) {
        return shelf.getOrDefault(site, BigDecimal.ZERO).subtract(reserved.getOrDefault(site, BigDecimal.ZERO));
    }
}
