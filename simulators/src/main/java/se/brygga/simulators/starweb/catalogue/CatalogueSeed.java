package se.brygga.simulators.starweb.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import se.brygga.simulators.Article;
import se.brygga.simulators.starweb.content.SimContent;
import se.brygga.simulators.starweb.lists.SimListKind;
import se.brygga.simulators.starweb.lists.SimLists;
import se.brygga.simulators.starweb.prices.PriceLists;
import se.brygga.simulators.starweb.prices.SimPriceList;
import se.brygga.simulators.starweb.prices.SimPriceRow;
import se.brygga.simulators.starweb.stock.StockSettings;
import se.brygga.simulators.starweb.stock.Stocks;

/**
 * What a shop has at the start: products with one to four variants, tens of each in stock. There are prices in a master
 * list, two country lists, of which one is not active, and a customer list.
 */
final class CatalogueSeed {

    private record Group(String product, int variants) {}

    /** By the SKU of the first variant; the next articles are the others. */
    private static final Map<String, Group> GROUPS = Map.of(
            "KAJ-001", new Group("Kajak", 2),
            "KAJ-003", new Group("Paddel", 2),
            "KAJ-008", new Group("Torrsäck", 2),
            "KAJ-017", new Group("Sova ute", 3),
            "TE-001", new Group("Svart te", 4),
            "TE-005", new Group("Grönt te", 3),
            "TE-008", new Group("Örtte", 3));

    /** What the order kinds sell beside the assortment. */
    private static final List<Article> BESIDE = List.of(
            beside("KAJ-100", "Paddelset", "159.2000", 25),
            beside("KAJ-101", "Energibar", "17.8571", 12),
            beside("KAJ-102", "Bok: Kustleder", "94.3396", 6),
            beside("KAJ-SET", "Paket: kajak med paddel", "7996.0000", 25),
            beside("KAJ-900", "Dekal", "0.1000", 25),
            beside("KAJ-901", "Knapp", "0.1000", 25));

    private static Article beside(String sku, String name, String price, int vatRate) {
        BigDecimal sek = new BigDecimal(price);
        return new Article(sku, name, sek, times(sek, "1.05"), times(sek, "0.092"), vatRate);
    }

    private final Catalogue catalogue;
    private final SimPriceList master;
    private final SimPriceList country;
    private final SimPriceList dealers;
    private final long sort;
    private int seeded;

    private CatalogueSeed(Catalogue catalogue) {
        this.catalogue = catalogue;
        PriceLists lists = catalogue.lists();
        this.country = lists.add(SimPriceList.Kind.COUNTRY, "Norge", "NOK", true, null);
        country.region = "selected";
        country.countryCodes = "NO";
        this.sort = catalogue.references().add(SimListKind.ATTRIBUTE, "Sort", null);
        this.master = lists.add(SimPriceList.Kind.MASTER, "Standard", "SEK", true, null);
        this.dealers = lists.add(SimPriceList.Kind.CUSTOMER, "Återförsäljare", "SEK", true, master.id);
        lists.add(SimPriceList.Kind.COUNTRY, "EU", "EUR", false, null).region = "EU";
    }

    /** What products may refer to; the seeded ones do not. */
    private void references() {
        SimLists references = catalogue.references();
        List.of("st", "kg", "m").forEach(unit -> references.add(SimListKind.UNIT, unit, null));
        List.of("Skärgårdsverken", "Nordkust").forEach(name -> references.add(SimListKind.MANUFACTURER, name, null));
        long top = references.add(SimListKind.CATEGORY, "Sortiment", null);
        references.add(SimListKind.CATEGORY, "Nyheter", top);
        references.add(SimListKind.META_DATA_TYPE, "Material", null);
    }

    static void fill(Catalogue catalogue, List<Article> assortment) {
        CatalogueSeed seed = new CatalogueSeed(catalogue);
        seed.references();
        Deque<Article> left = new ArrayDeque<>(assortment);
        while (!left.isEmpty()) {
            Article first = left.getFirst();
            seed.product(left, GROUPS.getOrDefault(first.sku(), new Group(first.name(), 1)));
        }
        if (!assortment.isEmpty() && assortment.getFirst().sku().startsWith("KAJ")) {
            Deque<Article> beside = new ArrayDeque<>(BESIDE);
            while (!beside.isEmpty()) {
                seed.product(beside, new Group(beside.getFirst().name(), 1));
            }
        }
    }

    private void product(Deque<Article> left, Group group) {
        Product product = catalogue.draft(
                SimContent.named(group.product(), left.getFirst().vatRate(), "sv", "no"));
        for (int i = 0; i < group.variants(); i++) {
            Article article = left.removeFirst();
            SimVariant variant = catalogue.draft(product, article.sku());
            product.variants.add(variant);
            if (group.variants() > 1) {
                long value = catalogue.references().add(SimListKind.ATTRIBUTE_VALUE, article.name(), sort);
                variant.written.putArray("attributeValueLinks").add(value);
            }
            prices(variant, article);
            stock(variant);
            seeded++;
        }
        catalogue.add(product);
    }

    private void prices(SimVariant variant, Article article) {
        BigDecimal price = article.priceExVat();
        variant.prices.put(master.id, new SimPriceRow(price));
        if (seeded % 5 != 4) {
            variant.prices.put(country.id, new SimPriceRow(article.nokExVat()));
        }
        if (seeded % 2 == 0) {
            SimPriceRow dealer = new SimPriceRow(times(price, "0.8"));
            dealer.tiers.put(10L, times(price, "0.7"));
            variant.prices.put(dealers.id, dealer);
        }
    }

    private static BigDecimal times(BigDecimal price, String factor) {
        return price.multiply(new BigDecimal(factor)).setScale(4, RoundingMode.HALF_UP);
    }

    /** One variant in nine lies nowhere yet, and not every one lies at every location. */
    private void stock(SimVariant variant) {
        Stocks stocks = catalogue.stocks();
        StockSettings settings = stocks.settings();
        int quantity = 25 + seeded * 7 % 40;
        if (seeded % 9 != 8 || !settings.hasLocations()) {
            stocks.set(
                    variant.stocks, settings.home(), new Stocks.Row(new BigDecimal(quantity), settings.inStock(), ""));
        }
        for (long location : settings.locationIds()) {
            if (location != settings.home() && seeded % 3 == 0) {
                BigDecimal there = new BigDecimal("4.5");
                stocks.set(variant.stocks, location, new Stocks.Row(there, settings.inStock(), "A" + seeded));
            }
        }
    }

    /** A numbered product for tests of many: one variant, one price, stock at the e-commerce location. */
    static void numbered(Catalogue catalogue, int number) {
        String sku = "LOAD-%05d".formatted(number);
        Product product = catalogue.draft(SimContent.named(sku, 25, "sv", "no"));
        SimVariant variant = catalogue.draft(product, sku);
        product.variants.add(variant);
        catalogue.add(product);
        variant.prices.put(catalogue.lists().master().id, new SimPriceRow(new BigDecimal("100.0000")));
        StockSettings settings = catalogue.stocks().settings();
        catalogue
                .stocks()
                .set(variant.stocks, settings.home(), new Stocks.Row(new BigDecimal(25), settings.inStock(), ""));
    }
}
