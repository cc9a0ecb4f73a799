package se.brygga.simulators.specter;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.brygga.simulators.Page;
import se.brygga.simulators.Page.Forms;
import se.brygga.simulators.specter.feeds.OpenBatch;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.sales.Order;
import se.brygga.simulators.specter.tables.ArticleTables;
import se.brygga.simulators.specter.writes.ArticleWrites;

/** What a person sees of the simulator and can do in it. */
final class SpecterPage {

    private static final int LATEST = 15;

    private SpecterPage() {}

    static String render(SpecterSimulator simulator) {
        Page page = new Page(
                "Specter (simulator)",
                "#2b4a7f",
                "Affärssystemet. Leverera en order eller ändra lager och pris, och se butiken följa efter."
                        + " Sidan uppdateras av sig själv när inget fält är ifyllt.");
        for (long sbmId : simulator.accounts()) {
            List<Order> orders = simulator.account(sbmId).orders();
            page.wide(
                    "Konto " + sbmId + ": " + orders.size() + " order, "
                            + simulator.account(sbmId).customers().size() + " kunder",
                    OrderTable.render(sbmId, orders));
        }
        for (long sbmId : simulator.accounts()) {
            page.section("Ändringsköer, konto " + sbmId, feeds(simulator, sbmId));
        }
        for (long sbmId : simulator.accounts()) {
            page.section(
                    "Kassan, konto " + sbmId,
                    ArticleTables.till(sbmId, simulator.account(sbmId).receipts()));
        }
        calls(simulator, page);
        articleWrites(simulator, page);
        triggers(simulator, page);
        for (long sbmId : simulator.accounts()) {
            page.wide(
                    "Artiklar, konto " + sbmId,
                    ArticleTables.stock(sbmId, simulator.account(sbmId).stock()));
            page.wide(
                    "Varianthantering, konto " + sbmId,
                    ArticleTables.variants(sbmId, simulator.account(sbmId).cards()));
        }
        odd(simulator, page);
        return page.render();
    }

    private static String feeds(SpecterSimulator simulator, long sbmId) {
        List<OpenBatch> open = simulator.account(sbmId).openBatches();
        StringBuilder table = new StringBuilder("<table><tr><th>Kö<th>Väntar<th>Öppen batch<th>Ändringar<th>Gör");
        for (SimFeedKind kind : SimFeedKind.values()) {
            List<OpenBatch> mine =
                    open.stream().filter(batch -> batch.kind() == kind).toList();
            String path = "/__sim/feeds/" + sbmId + "/" + kind.id() + "/";
            table.append("<tr><td>")
                    .append(name(kind))
                    .append("<td>")
                    .append(simulator.account(sbmId).pending(kind))
                    .append("<td>")
                    .append(mine.stream().map(SpecterPage::batch).collect(Collectors.joining("<br>")))
                    .append("<td>")
                    .append(
                            mine.isEmpty()
                                    ? ""
                                    : mine.stream().mapToInt(OpenBatch::changes).sum())
                    .append("<td>")
                    .append(Forms.post(path + "changed", "Allt ändrat"))
                    .append(mine.isEmpty() ? Forms.post(path + "foreign-batch", "Annans batch") : "");
        }
        return table.append("</table>").toString();
    }

    private static String batch(OpenBatch batch) {
        String number = Page.escape(batch.batchNo());
        return batch.foreign() ? "<span class='b bad'>" + number + " (annans)</span>" : number;
    }

    private static String name(SimFeedKind kind) {
        return switch (kind) {
            case STOCK -> "lager";
            case ARTICLES -> "artiklar";
            case ORDERS -> "order";
            case PRICE_LISTS -> "prislistor";
            case CUSTOMERS -> "kunder";
        };
    }

    private static void calls(SpecterSimulator simulator, Page page) {
        page.table(
                "Senaste anrop",
                List.of("Konto", "Action", "Svar"),
                simulator.calls().stream()
                        .limit(LATEST)
                        .map(c -> List.of(Long.toString(c.sbmId()), c.action(), c.answer()))
                        .toList());
    }

    private static void articleWrites(SpecterSimulator simulator, Page page) {
        page.table(
                "Artiklar som anrop har skrivit",
                List.of("Konto", "Artikel", "Vad"),
                simulator.accounts().stream()
                        .flatMap(sbmId -> simulator.account(sbmId).articleWrites().reversed().stream()
                                .limit(LATEST)
                                .map(write -> List.of(Long.toString(sbmId), write.articleNo(), name(write.outcome()))))
                        .toList());
    }

    private static String name(ArticleWrites.Outcome outcome) {
        return switch (outcome) {
            case CREATED -> "ny";
            case CHANGED -> "ändrad";
            case UNCHANGED -> "oförändrad";
            case LEFT -> "fanns, lämnad i fred";
        };
    }

    private static void triggers(SpecterSimulator simulator, Page page) {
        String registered = simulator.accounts().stream()
                .flatMap(sbmId ->
                        simulator.triggers().registered(sbmId).keySet().stream().map(kind -> sbmId + " " + kind.id()))
                .collect(Collectors.joining(", "));
        page.table(
                "Triggers till butikens sida" + (registered.isEmpty() ? ": inga registrerade" : ": " + registered),
                List.of("Konto", "Trigger", "Uppgifter", "Försök", "Svar"),
                simulator.triggers().deliveries().stream()
                        .limit(LATEST)
                        .map(d -> List.of(
                                Long.toString(d.sbmId()),
                                d.kind().id(),
                                d.data().isEmpty() ? "–" : d.data().toString(),
                                Integer.toString(d.attempt()),
                                d.status() == 0 ? "inget svar" : Integer.toString(d.status())))
                        .toList());
    }

    private static void odd(SpecterSimulator simulator, Page page) {
        Stream<List<String>> faults = simulator.faults().played().stream()
                .map(p -> Arrays.asList(p.fault().match(), p.fault().kind().name(), p.hits() + " gånger"));
        Stream<List<String>> quirks = simulator.accounts().stream()
                .flatMap(sbmId -> simulator.account(sbmId).quirks().unusual().entrySet().stream()
                        .map(quirk -> List.of("konto " + sbmId, quirk.getKey(), quirk.getValue())));
        page.table(
                "Fel och avvikande uppförande",
                List.of("Var", "Vad", "Hur"),
                Stream.concat(faults, quirks).toList());
    }
}
