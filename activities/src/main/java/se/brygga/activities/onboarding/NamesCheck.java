package se.brygga.activities.onboarding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.Named;
import se.brygga.clients.shop.ShopNames;
import se.brygga.clients.shop.ShopPrices;
import se.brygga.clients.shop.ShopPrices.PriceList;
import se.brygga.clients.shop.ShopStock;
import se.brygga.setup.Objection;
import se.brygga.setup.OrderSetup;
import se.brygga.setup.PriceSetup;
import se.brygga.setup.StatusSetup;
import se.brygga.setup.StockSetup;

/** Whether a shop has what its set-up names. Asks only for the lists that the set-up names something of. */
final class NamesCheck {

    private final List<Objection> objections = new ArrayList<>();

    private NamesCheck() {}

    /** @return one line each: where it stands in the set-up, what is wrong, and what there is instead */
    static List<Objection> ofStatus(StatusSetup status, ShopNames shop) {
        NamesCheck check = new NamesCheck();
        List<Named> statuses = shop.orderStatuses().stream().map(Named::of).toList();
        status.rules()
                .forEach((event, rule) -> check.one(
                        List.of("status", event.name().toLowerCase(Locale.ROOT), "set"),
                        "order status",
                        rule.set(),
                        statuses));
        status.sequence().forEach(named -> check.one(List.of("status", "sequence"), "order status", named, statuses));
        if (!status.trackers().isEmpty()) {
            List<Named> types = shop.trackingTypes().stream().map(Named::of).toList();
            status.trackers()
                    .forEach((method, named) ->
                            check.one(List.of("status", "trackers", method), "tracking type", named, types));
        }
        return check.objections;
    }

    /** As {@link #ofStatus}. A name that several statuses have means all of them. */
    static List<Objection> ofTransfer(OrderSetup orders, ShopNames shop) {
        NamesCheck check = new NamesCheck();
        List<Named> statuses = shop.orderStatuses().stream().map(Named::of).toList();
        orders.transferWhen()
                .forEach(named -> check.some(List.of("orders", "transferWhen"), "order status", named, statuses));
        return check.objections;
    }

    /** Payment and shipping methods that the shop does not have; orders by them may still be on their way. */
    static List<Objection> ofMethods(OrderSetup orders, ShopNames shop) {
        NamesCheck check = new NamesCheck();
        if (!orders.payments().isEmpty()) {
            List<Named> methods = named(shop.paymentMethods());
            orders.payments()
                    .keySet()
                    .forEach(key -> check.some(List.of("orders", "payments", key), "payment method", key, methods));
        }
        if (!orders.shipping().isEmpty()) {
            List<Named> methods = named(shop.shippingMethods());
            orders.shipping()
                    .keySet()
                    .forEach(key -> check.some(List.of("orders", "shipping", key), "shipping method", key, methods));
        }
        return check.objections;
    }

    /**
     * Shipping methods whose parcels' numbers cannot stand on the order, because no carrier is known: neither the set-up names one,
     * nor is a carrier called as the method.
     */
    static List<Objection> ofCarriers(StatusSetup status, ShopNames shop) {
        if (status.rules().values().stream().noneMatch(StatusSetup.Rule::tracking)) {
            return List.of();
        }
        List<Named> carriers = shop.trackingTypes().stream().map(Named::of).toList();
        List<Named> without = named(shop.shippingMethods()).stream()
                .filter(method -> status.trackers().keySet().stream()
                        .allMatch(key -> Named.find(key, List.of(method)).isEmpty()))
                .filter(method -> method.names().stream()
                        .allMatch(name -> Named.find(name, carriers).isEmpty()))
                .toList();
        return without.isEmpty()
                ? List.of()
                : List.of(objection(
                        List.of("status", "trackers"),
                        "no carrier for the shipping methods " + listed(without)
                                + ". Their parcels' numbers go into a comment. Carriers: " + listed(carriers)));
    }

    private static List<Named> named(List<ShopNames.Method> methods) {
        return methods.stream().map(Named::of).toList();
    }

    /** As above. */
    static List<Objection> ofStock(StockSetup stock, ShopStock shop) {
        NamesCheck check = new NamesCheck();
        List<Named> statuses = shop.stockStatuses().stream().map(Named::of).toList();
        check.one(List.of("stock", "statuses", "refill"), "stock status", stock.refillStatus(), statuses);
        String soldOut = stock.soldOutStatus();
        if (soldOut != null) {
            check.one(List.of("stock", "statuses", "soldOut"), "stock status", soldOut, statuses);
        }
        if (!stock.locations().isEmpty()) {
            check.eachOnce(
                    List.of("stock", "locations"),
                    "stock location",
                    stock.locations(),
                    shop.stockLocations().stream().map(Named::of).toList());
        }
        return check.objections;
    }

    /** As above. */
    static List<Objection> ofPrices(PriceSetup prices, ShopPrices shop) {
        NamesCheck check = new NamesCheck();
        List<PriceList> lists = shop.priceLists();
        Map<String, Named> found = check.eachOnce(
                List.of("prices", "lists"),
                "price list",
                prices.lists(),
                lists.stream().map(Named::of).toList());
        Set<Long> masters = lists.stream()
                .filter(PriceList::master)
                .map(PriceList::priceListId)
                .collect(Collectors.toSet());
        lists.stream()
                .filter(list -> prices.base() && list.master())
                .map(list -> Objects.requireNonNullElse(list.currencyCode(), prices.currency()))
                .filter(currency -> !currency.equals(prices.currency()))
                .forEach(currency -> check.object(
                        List.of("prices", "base"),
                        "the shop's master list is in " + currency + ", the articles' own prices in "
                                + prices.currency()
                                + ". Write base: false, or Specter's currency as prices.currency"));
        found.forEach((list, named) -> {
            if (prices.base() && masters.contains(named.id())) {
                check.object(
                        List.of("prices", "lists", list),
                        named + " is the shop's master list, which gets the base price. Remove it here, or write"
                                + " base: false");
            }
        });
        return check.objections;
    }

    /** Two that are written to the same entry would overwrite each other. */
    private Map<String, Named> eachOnce(
            List<String> path, String what, Map<String, String> texts, List<Named> entries) {
        Map<String, Named> found = new LinkedHashMap<>();
        Set<Long> seen = new HashSet<>();
        texts.keySet().stream().sorted().forEach(key -> {
            Named entry = one(below(path, key), what, texts.getOrDefault(key, ""), entries);
            if (entry != null) {
                found.put(key, entry);
                if (!seen.add(entry.id())) {
                    object(below(path, key), "the " + what + " " + entry + " stands twice. Write each once");
                }
            }
        });
        return found;
    }

    private @Nullable Named one(List<String> path, String what, String text, List<Named> entries) {
        List<Named> found = Named.find(text, entries);
        if (found.size() == 1) {
            return found.getFirst();
        }
        object(
                path,
                found.isEmpty()
                        ? "the shop has no " + what + " \"" + text + "\". There are: " + listed(entries)
                        : "the shop has several of the name \"" + text + "\". Write the number of one: "
                                + listed(found));
        return null;
    }

    /** Where several of a name mean all of them. */
    private void some(List<String> path, String what, String text, List<Named> entries) {
        if (Named.find(text, entries).isEmpty()) {
            one(path, what, text, entries);
        }
    }

    private void object(List<String> path, String text) {
        objections.add(objection(path, text));
    }

    private static Objection objection(List<String> path, String text) {
        return new Objection("", path, String.join(".", path) + ": " + text);
    }

    private static List<String> below(List<String> path, String key) {
        return Stream.concat(path.stream(), Stream.of(key)).toList();
    }

    private static String listed(List<Named> entries) {
        return entries.isEmpty()
                ? "none"
                : entries.stream().map(Named::toString).collect(Collectors.joining(" · "));
    }
}
