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
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.SetupReason;
import se.brygga.workflows.refusal.SetupReason.Thing;

/** Checks whether a shop has what its set-up names. Reads only the lists of which the set-up names an entry. */
final class NamesCheck {

    private final List<Objection> objections = new ArrayList<>();

    private NamesCheck() {}

    /** @return one objection for each wrong name: where the name is in the set-up, and what the shop has instead */
    static List<Objection> ofStatus(StatusSetup status, ShopNames shop) {
        NamesCheck check = new NamesCheck();
        List<Named> statuses = shop.orderStatuses().stream().map(Named::of).toList();
        status.rules()
                .forEach((event, rule) -> check.one(
                        List.of("status", event.name().toLowerCase(Locale.ROOT), "set"),
                        Thing.ORDER_STATUS,
                        rule.set(),
                        statuses));
        status.sequence()
                .forEach(named -> check.one(List.of("status", "sequence"), Thing.ORDER_STATUS, named, statuses));
        if (!status.trackers().isEmpty()) {
            List<Named> types = shop.trackingTypes().stream().map(Named::of).toList();
            status.trackers()
                    .forEach((method, named) ->
                            check.one(List.of("status", "trackers", method), Thing.TRACKING_TYPE, named, types));
        }
        return check.objections;
    }

    /** As {@link #ofStatus}. A name of several statuses means all of them. */
    static List<Objection> ofTransfer(OrderSetup orders, ShopNames shop) {
        NamesCheck check = new NamesCheck();
        List<Named> statuses = shop.orderStatuses().stream().map(Named::of).toList();
        orders.transferWhen()
                .forEach(named -> check.some(List.of("orders", "transferWhen"), Thing.ORDER_STATUS, named, statuses));
        return check.objections;
    }

    /**
     * Payment and shipping methods that the shop does not have. Orders with such methods may still be on their way.
     */
    static List<Objection> ofMethods(OrderSetup orders, ShopNames shop) {
        NamesCheck check = new NamesCheck();
        if (!orders.payments().isEmpty()) {
            List<Named> methods = named(shop.paymentMethods());
            orders.payments()
                    .keySet()
                    .forEach(key -> check.some(List.of("orders", "payments", key), Thing.PAYMENT_METHOD, key, methods));
        }
        if (!orders.shipping().isEmpty()) {
            List<Named> methods = named(shop.shippingMethods());
            orders.shipping()
                    .keySet()
                    .forEach(
                            key -> check.some(List.of("orders", "shipping", key), Thing.SHIPPING_METHOD, key, methods));
        }
        return check.objections;
    }

    /**
     * Shipping methods whose orders cannot get the parcel's number, because no carrier is known. The set-up names none,
     * and the shop has no carrier with the method's name.
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
                : List.of(new Objection(
                        "",
                        List.of("status", "trackers"),
                        SetupReason.METHODS_WITHOUT_CARRIER.of(listed(without), listed(carriers))));
    }

    private static List<Named> named(List<ShopNames.Method> methods) {
        return methods.stream().map(Named::of).toList();
    }

    /** As {@link #ofStatus}, for stock. */
    static List<Objection> ofStock(StockSetup stock, ShopStock shop) {
        NamesCheck check = new NamesCheck();
        List<Named> statuses = shop.stockStatuses().stream().map(Named::of).toList();
        check.one(List.of("stock", "statuses", "refill"), Thing.STOCK_STATUS, stock.refillStatus(), statuses);
        String soldOut = stock.soldOutStatus();
        if (soldOut != null) {
            check.one(List.of("stock", "statuses", "soldOut"), Thing.STOCK_STATUS, soldOut, statuses);
        }
        if (!stock.locations().isEmpty()) {
            check.eachOnce(
                    List.of("stock", "locations"),
                    Thing.STOCK_LOCATION,
                    stock.locations(),
                    shop.stockLocations().stream().map(Named::of).toList());
        }
        return check.objections;
    }

    /** As {@link #ofStatus}, for prices. */
    static List<Objection> ofPrices(PriceSetup prices, ShopPrices shop) {
        NamesCheck check = new NamesCheck();
        List<PriceList> lists = shop.priceLists();
        Map<String, Named> found = check.eachOnce(
                List.of("prices", "lists"),
                Thing.PRICE_LIST,
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
                        List.of("prices", "base"), SetupReason.MASTER_LIST_CURRENCY.of(currency, prices.currency())));
        found.forEach((list, named) -> {
            if (prices.base() && masters.contains(named.id())) {
                check.object(List.of("prices", "lists", list), SetupReason.MASTER_LIST_TWICE.of(named));
            }
        });
        return check.objections;
    }

    /** The entries by name. Two names for one entry are refused, because one would overwrite the other. */
    private Map<String, Named> eachOnce(
            List<String> path, Thing thing, Map<String, String> texts, List<Named> entries) {
        Map<String, Named> found = new LinkedHashMap<>();
        Set<Long> seen = new HashSet<>();
        texts.keySet().stream().sorted().forEach(key -> {
            Named entry = one(below(path, key), thing, texts.getOrDefault(key, ""), entries);
            if (entry != null) {
                found.put(key, entry);
                if (!seen.add(entry.id())) {
                    object(below(path, key), SetupReason.VALUE_TWICE.of(thing, entry));
                }
            }
        });
        return found;
    }

    private @Nullable Named one(List<String> path, Thing thing, String text, List<Named> entries) {
        List<Named> found = Named.find(text, entries);
        if (found.size() == 1) {
            return found.getFirst();
        }
        object(
                path,
                found.isEmpty()
                        ? SetupReason.SHOP_LACKS.of(thing, text, listed(entries))
                        : SetupReason.SHOP_HAS_SEVERAL.of(text, listed(found)));
        return null;
    }

    /** Checks names of which several entries may be meant. */
    private void some(List<String> path, Thing thing, String text, List<Named> entries) {
        if (Named.find(text, entries).isEmpty()) {
            one(path, thing, text, entries);
        }
    }

    private void object(List<String> path, Refusal what) {
        objections.add(new Objection("", path, what));
    }

    private static List<String> below(List<String> path, String key) {
        return Stream.concat(path.stream(), Stream.of(key)).toList();
    }

    private static String listed(List<Named> entries) {
        return entries.stream().map(Named::toString).collect(Collectors.joining(" · "));
    }
}
