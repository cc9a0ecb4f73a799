package se.brygga.activities.stock;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.shop.ProductsInMemory;
import se.brygga.clients.shop.ShopStock;
import se.brygga.clients.shop.ShopStock.StockLocation;
import se.brygga.clients.shop.ShopStock.StockRow;
import se.brygga.clients.shop.ShopStock.StockStatus;
import se.brygga.clients.shop.Variant;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.Written;

/** A shop's stock in memory, for many threads. */
final class ShelfInMemory extends ProductsInMemory implements ShopStock {

    static final long IN_STOCK = 1;
    static final long SOLD_OUT = 2;
    static final long LOCATION = 7;
    static final long OTHER_LOCATION = 8;

    /** What lies there. */
    record Goods(BigDecimal quantity, long status) {}

    /** What was written, in order: {@code MUGG=3} or {@code MUGG=0 status 2}. */
    final List<String> writes = Collections.synchronizedList(new ArrayList<>());

    /** Whether the shop has a second location, beside the one that web orders are sold from. */
    boolean twoLocations;

    /** What lies at the second location. */
    final Map<VariantRef, BigDecimal> elsewhere = new ConcurrentHashMap<>();

    /** Whether the shop has a location; without one the stock is written on the variant. */
    boolean located;

    private final Map<VariantRef, Goods> goods = new HashMap<>();
    private final Map<String, Deque<Object>> next = new HashMap<>();

    synchronized void put(String sku, int quantity) {
        goods.put(add(sku), new Goods(BigDecimal.valueOf(quantity), quantity > 0 ? IN_STOCK : SOLD_OUT));
    }

    /** Somebody buys: the shop lowers its own stock, and says sold out when there is none. */
    synchronized void sell(String sku, int quantity) {
        Goods before = goods(sku);
        BigDecimal left = before.quantity().subtract(BigDecimal.valueOf(quantity));
        goods.put(ref(sku), new Goods(left, left.signum() > 0 ? before.status() : SOLD_OUT));
    }

    /** Somebody sets the stock status. */
    synchronized void status(String sku, long status) {
        goods.computeIfPresent(ref(sku), (same, before) -> new Goods(before.quantity(), status));
    }

    synchronized Goods goods(String sku) {
        return Objects.requireNonNull(goods.get(ref(sku)));
    }

    /** The next writes of the SKU fail so. */
    ShelfInMemory fails(String sku, RemoteFailure... failures) {
        next.computeIfAbsent(sku, s -> new ArrayDeque<>()).addAll(List.of(failures));
        return this;
    }

    /** This happens just before the next write of the SKU. */
    ShelfInMemory before(String sku, Runnable action) {
        next.computeIfAbsent(sku, s -> new ArrayDeque<>()).add(action);
        return this;
    }

    static RemoteFailure failure(RemoteFailure.Kind kind, RemoteFailure.Why why) {
        return new RemoteFailure(RemoteSystem.STARWEB, kind, why, "scripted " + why.key());
    }

    @Override
    protected synchronized Variant shown(String sku, VariantRef ref) {
        Goods shown = Objects.requireNonNull(goods.get(ref));
        return new Variant(ref, sku, shown.quantity(), shown.status(), visibility(ref), List.of());
    }

    @Override
    public Written setVisibility(VariantRef variant, String sku, Variant.Visibility visibility) {
        Optional<String> now = sku(variant);
        if (now.isEmpty()) {
            return Written.VARIANT_GONE;
        }
        fate(now.get());
        writes.add(now.get() + " " + visibility);
        return super.setVisibility(variant, sku, visibility);
    }

    @Override
    public List<StockLocation> stockLocations() {
        StockLocation web = new StockLocation(LOCATION, null, true, List.of("Lager"));
        StockLocation other = new StockLocation(OTHER_LOCATION, null, false, List.of("Butik"));
        return twoLocations ? List.of(other, web) : located ? List.of(web) : List.of();
    }

    @Override
    public List<StockStatus> stockStatuses() {
        return List.of(
                new StockStatus(IN_STOCK, "inStock", true, true, SOLD_OUT, List.of("I lager")),
                new StockStatus(SOLD_OUT, null, false, false, null, List.of("Slut i lager")));
    }

    @Override
    public Written putStock(
            VariantRef variant, long stockLocationId, BigDecimal quantity, @Nullable Long statusId, long statusIfNew) {
        if (stockLocationId != OTHER_LOCATION) {
            return write(variant, quantity, statusId);
        }
        return sku(variant)
                .map(sku -> {
                    elsewhere.put(variant, quantity);
                    writes.add(sku + "@" + stockLocationId + "=" + quantity.toPlainString());
                    return Written.DONE;
                })
                .orElse(Written.VARIANT_GONE);
    }

    @Override
    public Written setVariantStock(VariantRef variant, String sku, int quantity, @Nullable Long statusId) {
        Written written = write(variant, BigDecimal.valueOf(quantity), statusId);
        boolean other = sku(variant).filter(now -> !now.equals(sku)).isPresent();
        return other ? Written.OTHER_SKU : written;
    }

    private Written write(VariantRef variant, BigDecimal quantity, @Nullable Long statusId) {
        Optional<String> sku = sku(variant);
        if (sku.isEmpty()) {
            return Written.VARIANT_GONE;
        }
        fate(sku.get());
        synchronized (this) {
            Goods before = Objects.requireNonNull(goods.get(variant));
            goods.put(variant, new Goods(quantity, statusId == null ? before.status() : statusId));
        }
        writes.add(sku.get() + "=" + quantity.toPlainString() + (statusId == null ? "" : " status " + statusId));
        return Written.DONE;
    }

    /** What the test wants of this write. */
    private void fate(String sku) {
        Deque<Object> script = next.get(sku);
        Object fate = script == null ? null : script.poll();
        if (fate instanceof Runnable action) {
            action.run();
        } else if (fate instanceof RemoteFailure failure) {
            throw failure;
        }
    }

    @Override
    public Optional<List<StockRow>> stocks(VariantRef variant) {
        return sku(variant).map(sku -> {
            List<StockRow> rows = new ArrayList<>();
            Goods web = goods(sku);
            rows.add(new StockRow(LOCATION, web.quantity(), web.status()));
            BigDecimal other = elsewhere.get(variant);
            if (other != null) {
                rows.add(new StockRow(OTHER_LOCATION, other, IN_STOCK));
            }
            return List.copyOf(rows);
        });
    }
}
