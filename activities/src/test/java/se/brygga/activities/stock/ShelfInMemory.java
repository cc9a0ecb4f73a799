package se.brygga.activities.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.shop.ShopProducts;
import se.brygga.clients.shop.ShopProducts.VariantPage;
import se.brygga.clients.shop.ShopStock;
import se.brygga.clients.shop.ShopStock.StockLocation;
import se.brygga.clients.shop.ShopStock.StockRow;
import se.brygga.clients.shop.ShopStock.StockStatus;
import se.brygga.clients.shop.Variant;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.Written;

/** A shop's variants and stock in memory, for many threads; each variant is a product of its own. */
final class ShelfInMemory implements ShopProducts, ShopStock {

    static final long IN_STOCK = 1;
    static final long SOLD_OUT = 2;
    static final long LOCATION = 7;
    static final long OTHER_LOCATION = 8;

    /** What lies there. */
    record Goods(VariantRef ref, BigDecimal quantity, long status) {}

    /** What was written, in order: {@code MUGG=3} or {@code MUGG=0 status 2}. */
    final List<String> writes = Collections.synchronizedList(new ArrayList<>());

    /** SKUs that were asked for one by one. */
    final List<String> asked = new ArrayList<>();

    int sweeps;

    /** How often the shop was asked for what has changed. */
    int looks;

    /** How often the shop was asked for one variant. */
    int looked;

    /** What customers do not see. */
    final Set<VariantRef> hidden = ConcurrentHashMap.newKeySet();

    /** Whether it tells (O-28). */
    boolean tellsChanges = true;

    private final Set<VariantRef> changed = new HashSet<>();

    /** Whether the shop has a second location, beside the one that web orders are sold from. */
    boolean twoLocations;

    /** What lies at the second location. */
    final Map<VariantRef, BigDecimal> elsewhere = new ConcurrentHashMap<>();

    /** Whether the shop has a location; without one the stock is written on the variant. */
    boolean located;

    /** A product that can not be read, so that absence proves nothing. */
    boolean unreadable;

    private final Map<String, Goods> goods = new TreeMap<>();
    private final Map<String, Deque<Object>> next = new HashMap<>();
    private long ids = 100;

    synchronized void put(String sku, int quantity) {
        goods.put(
                sku,
                new Goods(
                        new VariantRef(ids++, ids++),
                        BigDecimal.valueOf(quantity),
                        quantity > 0 ? IN_STOCK : SOLD_OUT));
    }

    /** The variant is deleted; put again, it has other ids. */
    synchronized void delete(String sku) {
        goods.remove(sku);
    }

    /** The same variant is called otherwise. */
    synchronized void rename(String from, String to) {
        Goods renamed = Objects.requireNonNull(goods.remove(from));
        goods.put(to, renamed);
        changed.add(renamed.ref());
    }

    /** Somebody buys: the shop lowers its own stock, and says sold out when there is none. */
    synchronized void sell(String sku, int quantity) {
        Goods before = goods(sku);
        BigDecimal left = before.quantity().subtract(BigDecimal.valueOf(quantity));
        goods.put(sku, new Goods(before.ref(), left, left.signum() > 0 ? before.status() : SOLD_OUT));
    }

    /** Somebody sets the stock status. */
    synchronized void status(String sku, long status) {
        goods.computeIfPresent(sku, (same, before) -> new Goods(before.ref(), before.quantity(), status));
    }

    synchronized Goods goods(String sku) {
        return Objects.requireNonNull(goods.get(sku));
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
    public synchronized VariantPage products(int page) {
        sweeps += page == 1 ? 1 : 0;
        List<VariantPage.Product> products = goods.entrySet().stream()
                .map(entry -> new VariantPage.Product(
                        entry.getValue().ref().productId(), false, variant(entry.getKey(), entry.getValue())))
                .toList();
        return new VariantPage(products, true, unreadable ? List.of(9L) : List.of());
    }

    @Override
    public synchronized VariantPage productsChangedSince(Instant since, int page) {
        looks++;
        List<VariantPage.Product> products = goods.entrySet().stream()
                .filter(entry ->
                        tellsChanges && changed.contains(entry.getValue().ref()))
                .map(entry -> new VariantPage.Product(
                        entry.getValue().ref().productId(), false, variant(entry.getKey(), entry.getValue())))
                .toList();
        return new VariantPage(products, true, List.of());
    }

    private Variant variant(String sku, Goods goods) {
        Variant.Visibility visibility =
                hidden.contains(goods.ref()) ? Variant.Visibility.HIDDEN : Variant.Visibility.VISIBLE;
        return new Variant(goods.ref(), sku, goods.quantity(), goods.status(), visibility, List.of());
    }

    @Override
    public synchronized Optional<Variant> variant(VariantRef variant) {
        looked++;
        return skuOf(variant).map(sku -> variant(sku, goods(sku)));
    }

    @Override
    public Written setVisibility(VariantRef variant, String sku, Variant.Visibility visibility) {
        Optional<String> now = skuOf(variant);
        if (now.isEmpty()) {
            return Written.VARIANT_GONE;
        }
        fate(now.get());
        writes.add(now.get() + " " + visibility);
        if (visibility == Variant.Visibility.HIDDEN) {
            hidden.add(variant);
        } else {
            hidden.remove(variant);
        }
        return now.get().equals(sku) ? Written.DONE : Written.OTHER_SKU;
    }

    @Override
    public synchronized List<Variant> variants(long productId) {
        return goods.entrySet().stream()
                .filter(entry -> entry.getValue().ref().productId() == productId)
                .map(entry -> variant(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public synchronized Optional<Variant> findBySku(String sku) {
        asked.add(sku);
        return Optional.ofNullable(goods.get(sku)).map(found -> variant(sku, found));
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
        return skuOf(variant)
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
        boolean other = skuOf(variant).filter(now -> !now.equals(sku)).isPresent();
        return other ? Written.OTHER_SKU : written;
    }

    private Written write(VariantRef variant, BigDecimal quantity, @Nullable Long statusId) {
        Optional<String> sku = skuOf(variant);
        if (sku.isEmpty()) {
            return Written.VARIANT_GONE;
        }
        fate(sku.get());
        synchronized (this) {
            Goods before = goods(sku.get());
            goods.put(sku.get(), new Goods(variant, quantity, statusId == null ? before.status() : statusId));
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

    private synchronized Optional<String> skuOf(VariantRef variant) {
        return goods.entrySet().stream()
                .filter(entry -> entry.getValue().ref().equals(variant))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public Optional<List<StockRow>> stocks(VariantRef variant) {
        return skuOf(variant).map(sku -> {
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
