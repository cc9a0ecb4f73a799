package se.brygga.testbed.demo.news;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.orders.OrderLists;
import se.brygga.activities.status.CallbackBook;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.goods.CatalogueWrite;
import se.brygga.simulators.starweb.shop.OrderSummary;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;

/**
 * What has come back to the shops: each report of an order, and each quantity and price that was written. The receipts
 * of the till stand before them. Each is told once.
 */
public final class ShopNews {

    private static final int CALLBACKS = 500;

    private final StarwebSimulator starweb;
    private final SpecterTimes times;
    private final TillNews till;
    private final CallbackBook callbacks;
    private final OrderLists orders;
    private final Set<Long> told = new HashSet<>();
    private final Map<String, Integer> writesTold = new HashMap<>();
    private final Map<String, Instant> lastWrites = new HashMap<>();

    public ShopNews(Apps apps, StarwebSimulator starweb, SpecterSimulator specter) {
        this.starweb = starweb;
        this.times = new SpecterTimes(specter);
        this.till = new TillNews(specter);
        this.callbacks = apps.bean(CallbackBook.class);
        this.orders = apps.bean(OrderLists.class);
    }

    /** A line for everything that has come since the last call. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(till.lines());
        for (CallbackBook.Callback callback :
                callbacks.list(Set.of(), null, null, 0, CALLBACKS).reversed()) {
            if (callback.settledAt() != null && told.add(callback.id())) {
                lines.add(line(callback.order().toString(), report(callback), milliseconds(callback)));
            }
        }
        starweb.shops().forEach(shop -> addGoods(lines, shop));
        return lines;
    }

    private static String line(String thing, String what, String milliseconds) {
        return "%-32s %-46s %6s ms".formatted(thing, what, milliseconds);
    }

    private String report(CallbackBook.Callback callback) {
        String happened = callback.event().code() + " in Specter → ";
        return switch (callback.state()) {
            case REPORTED -> happened + shown(callback.order());
            case NOTED, OVERTAKEN, SKIPPED -> happened + "the shop is not told: " + callback.note();
            case PENDING, WAITING -> throw new IllegalStateException("not settled: " + callback.id());
        };
    }

    /** How the shop shows an order now: status, parcel, payment. */
    private String shown(OrderRef order) {
        OrderSummary now = starweb.orderOf(order.shop().shop(), order.orderId()).order();
        return now.status()
                + (now.tracking().isEmpty() ? "" : ", parcel " + now.tracking())
                + (now.paymentStatus().isEmpty() ? "" : ", " + now.paymentStatus());
    }

    private String milliseconds(CallbackBook.Callback callback) {
        Long number = orders.find(callback.order())
                .map(OrderLists.Line::specterNumber)
                .orElse(null);
        return number == null || callback.settledAt() == null
                ? "-"
                : times.milliseconds(
                        Merchants.account(callback.order().shop().shop()),
                        SimFeedKind.ORDERS,
                        Long.toString(number),
                        callback.settledAt());
    }

    private void addGoods(List<String> lines, String shop) {
        List<CatalogueWrite> all = starweb.writes(shop);
        List<CatalogueWrite> news = all.subList(writesTold.getOrDefault(shop, 0), all.size());
        writesTold.put(shop, all.size());
        ShopRef ref = Merchants.order(shop, 1).shop();
        long account = Merchants.account(shop);
        for (CatalogueWrite.Kind kind : CatalogueWrite.Kind.values()) {
            int unasked = 0;
            for (CatalogueWrite write : news) {
                if (write.kind() != kind) {
                    continue;
                }
                Optional<Instant> changed = times.lastChange(account, feed(kind), write.sku(), write.at());
                if (changed.isPresent()) {
                    lines.add(goods(ref, kind, write, changed.get()));
                } else {
                    unasked++;
                }
            }
            if (unasked > 0) {
                // At the start a shop gets what differs from the beginning; nobody reads that line by line.
                lines.add(line(ref.toString(), name(kind) + " as in Specter for " + unasked + " SKUs", "-"));
            }
        }
    }

    /** A write that no change in Specter asked for since the last one follows what the shop itself has done: sold, say. */
    private String goods(ShopRef shop, CatalogueWrite.Kind kind, CatalogueWrite write, Instant changed) {
        Instant before = lastWrites.put(shop + " " + kind + " " + write.sku(), write.at());
        boolean specters = before == null || changed.isAfter(before);
        return line(
                shop + " " + write.sku(),
                name(kind) + " " + plain(write.after()) + (specters ? "" : ", after a change in the shop"),
                specters ? Long.toString(Duration.between(changed, write.at()).toMillis()) : "-");
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "removed" : value.stripTrailingZeros().toPlainString();
    }

    private static String name(CatalogueWrite.Kind kind) {
        return switch (kind) {
            case STOCK -> "stock";
            case PRICE -> "price";
            case TIER -> "price from a quantity";
        };
    }

    private static SimFeedKind feed(CatalogueWrite.Kind kind) {
        return kind == CatalogueWrite.Kind.STOCK ? SimFeedKind.STOCK : SimFeedKind.ARTICLES;
    }
}
