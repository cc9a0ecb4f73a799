package se.brygga.testbed.starweb;

import java.util.List;
import se.brygga.testbed.sim.Page;

/** What a person sees of the simulator. */
final class StarwebPage {

    private static final int LATEST = 12;

    private StarwebPage() {}

    static String render(StarwebSimulator simulator) {
        Page page = new Page("Starweb (simulator)", "#1f6f54", "Tre webbutiker. Sidan uppdateras av sig själv.");
        for (String shop : simulator.shops()) {
            String orders = "/__sim/shops/" + shop + "/orders";
            page.table(
                    "Butiken " + shop,
                    List.of(
                            new Page.Button("Ny order", orders, "{\"kind\":\"PRIVATE_KLARNA\"}"),
                            new Page.Button("Företag", orders, "{\"kind\":\"COMPANY_INVOICE\"}"),
                            new Page.Button("Flera momssatser", orders, "{\"kind\":\"SEVERAL_VAT_RATES\"}"),
                            new Page.Button("Rabattkod", orders, "{\"kind\":\"DISCOUNT_CODE\"}"),
                            new Page.Button("Paket", orders, "{\"kind\":\"BUNDLE\"}")),
                    List.of("Order", "Status", "Betald", "Summa", "I Specter"),
                    simulator.orders(shop).stream()
                            .limit(LATEST)
                            .map(StarwebPage::row)
                            .toList());
        }
        page.table(
                "Webbkrokar",
                List.of("Butik", "Händelse", "Order", "Försök", "Svar"),
                simulator.webHooks().deliveries().stream()
                        .limit(LATEST)
                        .map(d -> List.of(
                                d.shop(),
                                d.event(),
                                Long.toString(d.id()),
                                Integer.toString(d.attempt()),
                                d.status() == 0 ? "inget svar" : Integer.toString(d.status())))
                        .toList());
        page.table(
                "Mejl och dragningar till kunder",
                List.of("Butik", "Order", "Vad"),
                simulator.shopperActions().stream()
                        .map(a -> List.of(
                                a.shop(),
                                Long.toString(a.orderId()),
                                switch (a.what()) {
                                    case MAIL -> "mejl";
                                    case CAPTURE -> "betalning dragen";
                                    case RELEASE -> "betalning släppt";
                                }))
                        .toList());
        page.table(
                "Avvikande uppförande",
                List.of("Butik", "Fråga", "Svar"),
                simulator.shops().stream()
                        .flatMap(shop -> simulator.quirks(shop).unusual().entrySet().stream()
                                .map(quirk -> List.of(shop, quirk.getKey(), quirk.getValue())))
                        .toList());
        page.table(
                "Fel som spelas",
                List.of("Anrop", "Fel", "Gånger"),
                simulator.faults().played().stream()
                        .map(p -> List.of(p.fault().match(), p.fault().kind().name(), Integer.toString(p.hits())))
                        .toList());
        return page.render();
    }

    private static List<String> row(StarwebSimulator.OrderSummary order) {
        return List.of(
                Long.toString(order.orderId()),
                order.status(),
                order.complete() ? "ja" : "nej",
                order.total() + " " + order.currency(),
                order.externalId().isEmpty() ? "–" : order.externalId());
    }
}
