package se.brygga.testbed.specter;

import java.util.List;
import se.brygga.testbed.sim.Page;
import se.brygga.testbed.specter.sales.Order;

/** What a person sees of the simulator. */
final class SpecterPage {

    private static final int LATEST = 15;

    private SpecterPage() {}

    static String render(SpecterSimulator simulator) {
        Page page = new Page("Specter (simulator)", "#2b4a7f", "Affärssystemet. Sidan uppdateras av sig själv.");
        for (long sbmId : simulator.accounts()) {
            List<Order> orders = simulator.orders(sbmId);
            page.table(
                    "Konto " + sbmId + ": " + orders.size() + " order, "
                            + simulator.customers(sbmId).size() + " kunder",
                    List.of("Order", "Webbutikens nr", "Kund", "Rader", "Summa inkl. moms", "Betalsätt"),
                    orders.reversed().stream()
                            .limit(LATEST)
                            .map(SpecterPage::row)
                            .toList());
        }
        page.table(
                "Senaste anrop",
                List.of("Konto", "Action", "Svar"),
                simulator.calls().stream()
                        .limit(LATEST)
                        .map(c -> List.of(Long.toString(c.sbmId()), c.action(), c.answer()))
                        .toList());
        for (long sbmId : simulator.accounts()) {
            page.table(
                    "Lager, konto " + sbmId,
                    List.of("Artikel", "Namn", "Typ", "Disponibelt"),
                    simulator.stock(sbmId).stream()
                            .filter(stock -> stock.type().equals("GW"))
                            .limit(LATEST)
                            .map(stock -> List.of(
                                    stock.articleNo(),
                                    stock.name(),
                                    stock.type(),
                                    stock.available().toPlainString()))
                            .toList());
        }
        page.table(
                "Fel och avvikande uppförande",
                List.of("Var", "Vad", "Hur"),
                java.util.stream.Stream.concat(
                                simulator.faults().played().stream()
                                        .map(p -> List.of(
                                                p.fault().match(),
                                                p.fault().kind().name(),
                                                p.hits() + " gånger")),
                                simulator.accounts().stream()
                                        .flatMap(sbmId -> simulator.quirks(sbmId).unusual().entrySet().stream()
                                                .map(quirk ->
                                                        List.of("konto " + sbmId, quirk.getKey(), quirk.getValue()))))
                        .toList());
        return page.render();
    }

    private static List<String> row(Order order) {
        return List.of(
                Long.toString(order.number()),
                order.externalNo(),
                Long.toString(order.customerId()),
                Integer.toString(order.rows().size()),
                order.total() + " " + order.currency(),
                order.payType());
    }
}
