package se.brygga.simulators.starweb.shop;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import se.brygga.simulators.Article;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders as shoppers place them, by what is special about them. The T kinds are the reference's test vectors. */
public enum OrderKind {
    PRIVATE_KLARNA,
    COMPANY_INVOICE,
    COMPANY_EU_ZERO_VAT,
    SEVERAL_VAT_RATES,
    PERCENT_DISCOUNT,
    AMOUNT_DISCOUNT,
    DISCOUNT_CODE,
    GIFT_CARD,
    FREIGHT_AND_FEE,
    BUNDLE,
    GUEST_SWISH,
    CARD_EUR,
    NOK,
    T1,
    T3,
    T4,
    T5;

    /** One krona in other currencies, as the shops have it. */
    private static final Map<String, BigDecimal> RATES =
            Map.of("NOK", new BigDecimal("0.97"), "EUR", new BigDecimal("0.087"));

    private static final Set<OrderKind> VECTORS = EnumSet.of(T1, T3, T4, T5);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String[][] PEOPLE = {
        {"Åsa", "Öberg", "Björkvägen 3", "asa.oberg"},
        {"Jiří", "Dvořák", "Křižíkova 12", "jiri.dvorak"},
        {"Renée", "Lindqvist", "Ångströmsgatan 8 B", "renee.lindqvist"},
        {"Märta", "Hägglöf 🛶", "Ekgränd 1 ❤", "marta.hagglof"},
        {"Søren", "Mølgård", "Sjøgata 44", "soren.molgard"},
        {"Zoë", "Wallenström", "Södra Förstadsgatan 120", "zoe.wallenstrom"}
    };

    /**
     * A body for {@code POST /__sim/shops/{shop}/orders}.
     *
     * @param random decides on the shopper and the goods
     * @param shopCurrency what the shop sells in unless the kind is about something else
     */
    public ObjectNode body(Random random, List<Article> articles, String shopCurrency) {
        ObjectNode order = JSON.createObjectNode();
        String currency = currency(shopCurrency);
        order.put("currencyCode", currency).put("currencyExchangeRate", RATES.getOrDefault(currency, BigDecimal.ONE));
        order.put("paymentMethod", "klarna").put("shippingMethod", "postnord");
        shopper(order, PEOPLE[random.nextInt(PEOPLE.length)], random);
        ArrayNode items = order.putArray("items");
        switch (this) {
            case T1, T3, T5 -> vector(order, items);
            case T4 -> {
                row(items, "KAJ-900", "Dekal", "0.10", 1, 25);
                row(items, "KAJ-901", "Knapp", "0.10", 1, 25);
                order.put("shippingMethod", "butik");
            }
            case SEVERAL_VAT_RATES -> {
                row(items, "KAJ-100", "Paddelset", "239.20", 2, 25);
                row(items, "KAJ-101", "Energibar", "17.8571", 6, 12);
                row(items, "KAJ-102", "Bok: Kustleder", "94.3396", 1, 6);
            }
            case BUNDLE -> bundle(items);
            default -> goods(items, articles, currency, random);
        }
        special(order, items, random);
        return order;
    }

    private String currency(String shopCurrency) {
        return switch (this) {
            case CARD_EUR -> "EUR";
            case NOK, T5 -> "NOK";
            case T1, T3, T4 -> "SEK";
            default -> shopCurrency;
        };
    }

    private void special(ObjectNode order, ArrayNode items, Random random) {
        switch (this) {
            case COMPANY_INVOICE, COMPANY_EU_ZERO_VAT -> company(order, items);
            case PERCENT_DISCOUNT ->
                ((ObjectNode) items.get(0)).put("discount", 15).put("discountType", "percent");
            case AMOUNT_DISCOUNT ->
                ((ObjectNode) items.get(0)).put("discount", 20).put("discountType", "amount");
            case DISCOUNT_CODE -> {
                order.put("discountCode", "SOMMAR");
                negative(items, "Rabattkod SOMMAR", "40.00", 25);
            }
            case GIFT_CARD -> negative(items, "Presentkort", "50.00", 0);
            case FREIGHT_AND_FEE -> {
                order.put("paymentMethod", "invoice").put("shippingCost", 47.20).put("shippingVatRate", 25);
                order.put("paymentFee", 23.20).put("paymentVatRate", 25);
            }
            case GUEST_SWISH -> order.put("paymentMethod", "swish").put("guest", true);
            case CARD_EUR -> order.put("paymentMethod", "card");
            case NOK, T5 -> order.put("langCode", "no");
            default -> order.put("customInfo1", "");
        }
        if (random.nextInt(3) == 0 && !VECTORS.contains(this) && !order.has("shippingCost")) {
            order.put("shippingCost", 39.20).put("shippingVatRate", this == COMPANY_EU_ZERO_VAT ? 0 : 25);
        }
    }

    private static void goods(ArrayNode items, List<Article> articles, String currency, Random random) {
        int rows = 1 + random.nextInt(3);
        for (int i = 0; i < rows; i++) {
            Article article = articles.get(random.nextInt(articles.size()));
            row(
                    items,
                    article.sku(),
                    article.name(),
                    article.priceIn(currency).toPlainString(),
                    1 + random.nextInt(3),
                    article.vatRate());
        }
    }

    /** The worked example of the reference, section 5.2. */
    private void vector(ObjectNode order, ArrayNode items) {
        row(items, "KAJ-100", "Paddelset", "159.20", 3, 25).put("discount", 10).put("discountType", "percent");
        row(items, "KAJ-102", "Bok: Kustleder", "94.3396", 2, 6)
                .put("discount", 20)
                .put("discountType", "amount");
        order.put("shippingCost", 47.20)
                .put("shippingVatRate", 25)
                .put("paymentFee", 23.20)
                .put("paymentVatRate", 25);
        if (this == T3) {
            negative(items, "Rabattkod", "40.00", 25);
        }
    }

    private static void bundle(ArrayNode items) {
        ObjectNode parent = row(items, "KAJ-SET", "Paket: kajak med paddel", "7996.00", 1, 25);
        ArrayNode parts = parent.putArray("bundledItems");
        // The parts have prices of their own, dearer together: only one level counts (O-14).
        row(parts, "KAJ-001", "Havskajak Fjord 520", "6796.00", 1, 25);
        row(parts, "KAJ-003", "Paddel kolfiber 215", "1596.00", 1, 25);
    }

    private void company(ObjectNode order, ArrayNode items) {
        boolean eu = this == COMPANY_EU_ZERO_VAT;
        order.put("paymentMethod", "invoice").put("company", true);
        order.put("nationalIdNo", eu ? "" : "556677-8899").put("vatNo", eu ? "DK12345678" : "SE556677889901");
        ObjectNode address = (ObjectNode) order.get("address");
        address.put("companyName", eu ? "Kystens Kajakker ApS" : "Skärgårdsbolaget i Väst AB");
        address.put("reference", "Ref 4711").put("countryCode", eu ? "DK" : "SE");
        order.put("vatFree", eu);
        if (eu) {
            items.forEach(item -> ((ObjectNode) item).put("vatRate", 0));
        }
    }

    private static void shopper(ObjectNode order, String[] person, Random random) {
        order.put("email", person[3] + random.nextInt(40) + "@example.se").put("nationalIdNo", "");
        ObjectNode address = order.putObject("address");
        address.put("firstName", person[0]).put("lastName", person[1]).put("address", person[2]);
        address.put("postalCode", "4%02d %02d".formatted(random.nextInt(100), random.nextInt(100)));
        address.put("city", "Göteborg").put("countryCode", "SE").put("mobilePhoneNo", "+46701740605");
    }

    private static void negative(ArrayNode items, String text, String amount, int vatRate) {
        ObjectNode row = row(items, "", text, amount, -1, vatRate);
        row.remove("sku");
    }

    private static ObjectNode row(ArrayNode items, String sku, String text, String price, int quantity, int vatRate) {
        return items.addObject()
                .put("sku", sku)
                .put("description", text)
                .put("unitPrice", new BigDecimal(price))
                .put("quantity", quantity)
                .put("vatRate", vatRate)
                .put("discount", 0)
                .put("discountType", "percent");
    }

    /** A body from text, for callers that write their own. */
    public static JsonNode parse(String text) {
        return JSON.readTree(text);
    }
}
