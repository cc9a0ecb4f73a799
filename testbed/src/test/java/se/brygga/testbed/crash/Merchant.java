package se.brygga.testbed.crash;

import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;

/**
 * A small merchant that exists for these tests only, so that many crash points can be stood at side by side: tenant and shop
 * have the same name, and an account in Specter of their own.
 *
 * @param name of tenant and shop
 * @param account in Specter
 * @param use what it has beside the intake of orders
 */
record Merchant(String name, long account, Use use) {

    /** What a merchant has. */
    enum Use {
        ORDERS,
        INVOICES,
        FEEDS,
        PRICE_LISTS
    }

    static Merchant of(int number, Use use) {
        return new Merchant("m%02d".formatted(number), 7000L + number, use);
    }

    ShopRef shop() {
        return new ShopRef(name, name);
    }

    OrderRef order(long orderId) {
        return new OrderRef(shop(), orderId);
    }

    /** Its part of a set-up file. Its loops follow pokes only. */
    String setUp(String shopUrl, String specterUrl) {
        return """
                tenant: %1$s
                package: 100
                flow: combined
                specter:
                  baseUrl: "%3$s/"
                  sbmId: %4$d
                  apiUserId: 3
                  apiUserKey: "%5$s"
                  integrationKey: "%6$s"
                  maxConcurrent: 16
                  assumedAdapter: true
                  priceLists: %9$s
                  authCodes: [10, 11, 12]
                  duplicateOrderCodes: [50]
                  duplicateOrderNumberPattern: "'([0-9]+)'"
                  articleMissingCodes: [41]
                feeds:
                  orders: { every: PT12H, atMost: PT12H }
                  stock: { every: PT12H, atMost: PT12H }
                  prices: { every: PT12H, atMost: PT12H }
                shops:
                  - shop: %1$s
                    webshopId: 1
                    starweb: { baseUrl: "%2$s", clientId: sim.%1$s, clientSecret: secret-%1$s, maxRequestsPerMinute: 30000 }
                    orders:
                      transferWhen: [created]
                      as: %7$s
                      payments:
                        klarna: { code: KG }
                        card: { code: SK }
                        invoice: { code: I }
                        swish: { code: SW }
                      shipping:
                        "1": { article: FRAKT, method: PostNord }
                        "3": { article: FRAKT }
                      articles: { discount: RABATT, fee: AVGIFT, rounding: AVRUNDNING }
                %8$s""".formatted(
                        name,
                        shopUrl,
                        specterUrl,
                        account,
                        SpecterSimulator.USER_KEY_8888,
                        SpecterSimulator.INTEGRATION_KEY,
                        use == Use.INVOICES ? "invoice" : "order",
                        back(),
                        use == Use.PRICE_LISTS ? "assumed" : "file");
    }

    private String back() {
        return switch (use) {
            case ORDERS, INVOICES -> "";
            case FEEDS -> BACK;
            case PRICE_LISTS -> LISTS;
        };
    }

    private static final String BACK = """
                status:
                  delivered: { set: completed, mail: true, capture: true, tracking: true }
                  cancelled: { set: canceled }
                  trackers: { "1": "1" }
                stock:
                  sites: ["1"]
                prices:
                  sales: true
            """;

    private static final String LISTS = """
                prices:
                  lists: { "2": Återförsäljare }
            """;
}
