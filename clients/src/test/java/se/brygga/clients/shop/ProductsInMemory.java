package se.brygga.clients.shop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import se.brygga.clients.shop.ShopProducts.VariantPage;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.Variant.Visibility;
import se.brygga.workflows.Sku;

/** The variants of a shop in memory, for many threads; each is a product of its own. What it has beside its SKU is the heir's. */
public abstract class ProductsInMemory implements ShopProducts {

    /** How often all products were read. */
    public int sweeps;

    /** How often the shop was asked for what has changed. */
    public int looks;

    /** How often the shop was asked for one variant. */
    public int looked;

    /** SKUs that were asked for one by one. */
    public final List<String> asked = new ArrayList<>();

    /** What customers do not see. */
    public final Set<VariantRef> hidden = ConcurrentHashMap.newKeySet();

    /** Whether the shop tells what has changed (O-28). */
    public boolean tellsChanges = true;

    /** A product that cannot be read, so that absence proves nothing. */
    public boolean unreadableProduct;

    private final Map<String, VariantRef> refs = new TreeMap<>();
    private final Set<VariantRef> changed = new HashSet<>();
    private long ids = 100;

    /** A new variant, with ids of its own also where the SKU was there before. */
    protected final synchronized VariantRef add(String sku) {
        return add(ids++, sku);
    }

    /** A new variant of a product. */
    protected final synchronized VariantRef add(long productId, String sku) {
        VariantRef ref = new VariantRef(productId, ids++);
        refs.put(sku, ref);
        return ref;
    }

    protected final synchronized long newProduct() {
        return ids++;
    }

    /** The variant is deleted; made again, it has other ids. */
    public final synchronized void delete(String sku) {
        refs.remove(sku);
    }

    /** The same variant is called otherwise. */
    public final synchronized void rename(String from, String to) {
        VariantRef renamed = Objects.requireNonNull(refs.remove(from));
        refs.put(to, renamed);
        changed.add(renamed);
    }

    public final synchronized VariantRef ref(String sku) {
        return Objects.requireNonNull(refs.get(sku), sku);
    }

    protected final synchronized Optional<String> sku(VariantRef ref) {
        return refs.entrySet().stream()
                .filter(entry -> entry.getValue().equals(ref))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The variant as the shop shows it. */
    protected abstract Variant shown(String sku, VariantRef ref);

    protected final Visibility visibility(VariantRef ref) {
        return hidden.contains(ref) ? Visibility.HIDDEN : Visibility.VISIBLE;
    }

    private synchronized List<Variant> where(Predicate<VariantRef> which) {
        return refs.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(entry -> shown(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<VariantPage.Product> products(List<Variant> variants) {
        return variants.stream()
                .map(variant -> new VariantPage.Product(variant.ref().productId(), false, variant))
                .toList();
    }

    @Override
    public final synchronized VariantPage products(int page) {
        sweeps += page == 1 ? 1 : 0;
        List<Variant> all = where(ref -> page == 1);
        return new VariantPage(products(all), true, unreadableProduct ? List.of(9L) : List.of());
    }

    @Override
    public final synchronized VariantPage productsChangedSince(Instant since, int page) {
        looks++;
        List<Variant> told = where(ref -> tellsChanges && changed.contains(ref));
        return new VariantPage(products(told), true, List.of());
    }

    @Override
    public final List<Variant> variants(long productId) {
        return where(ref -> ref.productId() == productId);
    }

    @Override
    public final synchronized Optional<Variant> variant(VariantRef variant) {
        looked++;
        return where(variant::equals).stream().findFirst();
    }

    @Override
    public final synchronized Optional<Variant> findBySku(String sku) {
        asked.add(sku);
        return refs.keySet().stream()
                .filter(known -> Sku.same(known, sku))
                .min(Comparator.comparing(known -> !known.equals(sku)))
                .map(known -> shown(known, ref(known)));
    }

    @Override
    public Written setVisibility(VariantRef variant, String sku, Visibility visibility) {
        if (visibility == Visibility.HIDDEN) {
            hidden.add(variant);
        } else {
            hidden.remove(variant);
        }
        return sku(variant)
                .map(now -> Sku.same(now, sku) ? Written.DONE : Written.OTHER_SKU)
                .orElse(Written.VARIANT_GONE);
    }
}
