package se.brygga.simulators.starweb;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import se.brygga.simulators.Page;
import se.brygga.simulators.starweb.goods.CatalogueWrite;
import se.brygga.simulators.starweb.products.ProductsPage;
import se.brygga.simulators.starweb.shop.ShopperAction;

/** What a person sees of the simulator, and can do in it. */
final class StarwebPage {

    private static final int LATEST = 12;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Europe/Stockholm"));

    private record Written(String shop, CatalogueWrite write) {}

    private StarwebPage() {}

    static String render(StarwebSimulator simulator) {
        Page page = new Page("Starweb (simulator)", "#1f6f54", "Tre webbutiker. Sidan uppdateras av sig själv.");
        for (String shop : simulator.shops()) {
            page.wide("Butiken " + shop + ": order", OrderTable.render(simulator, shop));
        }
        page.table(
                "Mejl och dragningar till kunder",
                List.of("Kl.", "Butik", "Order", "Vad", "Vid status"),
                simulator.shopperActions().reversed().stream()
                        .limit(LATEST)
                        .map(StarwebPage::action)
                        .toList());
        page.table("Skrivet av klienten", List.of("Kl.", "Butik", "SKU", "Vad", "Före", "Efter"), written(simulator));
        for (String shop : simulator.shops()) {
            String products = "<p><a href=\"" + ProductsPage.path(shop) + "\">Produkter, varianter och bilder</a></p>";
            page.wide("Butiken " + shop + ": varor", products + GoodsTable.render(simulator, shop));
        }
        workings(page, simulator);
        return page.render();
    }

    private static List<String> action(ShopperAction action) {
        String what = switch (action.what()) {
            case MAIL -> "mejl";
            case CAPTURE -> "betalning dragen";
            case RELEASE -> "betalning släppt";
        };
        return List.of(
                CLOCK.format(action.at()),
                action.shop(),
                Long.toString(action.orderId()),
                what,
                OrderTable.status(action.status()));
    }

    private static List<List<String>> written(StarwebSimulator simulator) {
        Comparator<Written> newest = Comparator.comparing(
                        (Written written) -> written.write().at(), Instant::compareTo)
                .reversed();
        return simulator.shops().stream()
                .flatMap(shop -> latest(simulator, shop))
                .sorted(newest)
                .limit(LATEST)
                .map(StarwebPage::row)
                .toList();
    }

    private static Stream<Written> latest(StarwebSimulator simulator, String shop) {
        return simulator.goods(shop, goods -> goods.latestWrites(LATEST)).stream()
                .map(write -> new Written(shop, write));
    }

    private static List<String> row(Written written) {
        CatalogueWrite write = written.write();
        String what = switch (write.kind()) {
            case STOCK -> "lager";
            case PRICE -> "pris, lista " + write.target();
            case TIER -> "stafflat pris, lista " + write.target();
        };
        return List.of(
                CLOCK.format(write.at()),
                written.shop(),
                write.sku(),
                what,
                GoodsTable.plain(write.before()),
                GoodsTable.plain(write.after()) + (write.changed() ? "" : " (oförändrat)"));
    }

    private static void workings(Page page, StarwebSimulator simulator) {
        page.table(
                "Webbkrokar",
                List.of("Butik", "Händelse", "Nummer", "Försök", "Svar"),
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
    }
}
