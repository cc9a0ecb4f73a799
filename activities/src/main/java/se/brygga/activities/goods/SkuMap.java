package se.brygga.activities.goods;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.ShopProducts;
import se.brygga.clients.shop.ShopProducts.VariantPage;
import se.brygga.clients.shop.Variant;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;

/**
 * The map from SKU to variant, kept in the books. A few unknown SKUs are searched one by one, which may miss variants
 * that are not primary (Starweb reference O-24). For many SKUs, and at night, all products are read. Only that proves
 * that a shop does not have a SKU.
 *
 * <p>Now and then the changed products of the shop are read, which costs a call. A renamed variant must get its own
 * stock and prices, not those of its old SKU.
 */
public final class SkuMap {

    /** Most SKUs that are searched one by one. A sweep of a thousand products costs ten calls, a search one. */
    private static final int ASKED_ONE_BY_ONE = 20;

    /** The pause before a SKU that the shop does not have is searched again. */
    private static final Duration NOT_SOONER = Duration.ofHours(1);

    /** How long an article counts as new. The shop may get it somewhat later than Specter. */
    private static final Duration NEW = Duration.ofDays(1);

    /**
     * The pause before changed products are read again, however much is written meanwhile. Each time costs one call.
     */
    private static final Duration CHANGES_EVERY = Duration.ofMinutes(15);

    /** How far the shop's clock may be behind ours. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(2);

    /**
     * All variants of the shop.
     *
     * @param unreadable number of products that could not be read
     */
    public record Sweep(List<Variant> variants, int unreadable) {}

    private final VariantBook book;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    public SkuMap(VariantBook book, TransactionTemplate transactions, InstantSource time) {
        this.book = book;
        this.transactions = transactions;
        this.time = time;
    }

    /**
     * The variants of the SKUs that the shop has. A SKU that the shop did not have is searched again when Specter tells
     * of it, at most once an hour.
     *
     * @param skus when Specter last told of each SKU
     * @param swept gets every variant if all products are read
     */
    public Map<String, VariantRef> find(
            ShopRef shop, ShopProducts products, Map<String, Instant> skus, Consumer<List<Variant>> swept) {
        Map<String, VariantBook.Entry> known = book.all(shop);
        List<String> unknown = skus.entrySet().stream()
                .filter(entry -> isUnknown(known.get(entry.getKey()), entry.getValue()))
                .map(Map.Entry::getKey)
                .filter(Sku::canBeInShop)
                .toList();
        if (known.isEmpty() || unknown.size() > ASKED_ONE_BY_ONE) {
            swept.accept(sweep(shop, products, skus.keySet()).variants());
        } else {
            readChanges(shop, products, known);
            unknown.forEach(sku -> ask(shop, products, sku));
        }
        Map<String, VariantRef> found = new HashMap<>();
        book.all(shop).forEach((sku, entry) -> {
            VariantRef ref = entry.ref();
            if (ref != null) {
                found.put(sku, ref);
            }
        });
        return found;
    }

    private boolean isUnknown(VariantBook.@Nullable Entry known, Instant changedAt) {
        if (known == null || known.ref() != null || known.twice()) {
            return known == null;
        }
        Instant now = time.instant();
        boolean news = changedAt.isAfter(known.lookedAt()) || changedAt.isAfter(now.minus(NEW));
        return news && !now.isBefore(known.lookedAt().plus(NOT_SOONER));
    }

    /** Searches the shop for one SKU, because our map is stale or does not know it. */
    public Optional<VariantRef> ask(ShopRef shop, ShopProducts products, String sku) {
        if (book.find(shop, sku).filter(VariantBook.Entry::twice).isPresent()) {
            return Optional.empty();
        }
        try {
            Optional<VariantRef> ref =
                    products.findBySku(book.asSpecterSpells(shop, sku)).map(Variant::ref);
            transactions.executeWithoutResult(tx -> book.put(shop, sku, ref.orElse(null)));
            return ref;
        } catch (RemoteFailure failure) {
            if (failure.why() != RemoteFailure.Why.SKU_NOT_UNIQUE) {
                throw failure;
            }
            transactions.executeWithoutResult(tx -> book.twice(shop, sku));
            return Optional.empty();
        }
    }

    /** Notes that the variant has another SKU than the map said, and searches the shop for ours. */
    public Optional<VariantRef> renamed(ShopRef shop, ShopProducts products, String sku, VariantRef ref) {
        List<Variant> variants = products.variants(ref.productId());
        transactions.executeWithoutResult(tx -> keep(shop, usable(shop, variants)));
        return ask(shop, products, sku);
    }

    /** Reads the changed products, as far as the shop tells them (O-28). The sweep at night misses none. */
    private void readChanges(ShopRef shop, ShopProducts products, Map<String, VariantBook.Entry> known) {
        Instant began = time.instant();
        Instant readUntil = book.readUntil(shop).orElse(began.minus(CHANGES_EVERY));
        if (began.isBefore(readUntil.plus(CHANGES_EVERY))) {
            return;
        }
        List<Variant> variants = new ArrayList<>();
        List<Long> several = new ArrayList<>();
        VariantPage page;
        for (int number = 1; ; number++) {
            page = products.productsChangedSince(readUntil.minus(CLOCKS_APART), number);
            for (VariantPage.Product product : page.products()) {
                Stream.ofNullable(product.primary()).forEach(variants::add);
                if (product.hasSeveralVariants()) {
                    several.add(product.productId());
                }
            }
            if (page.last()) {
                break;
            }
        }
        Set<Long> ours = known.values().stream()
                .flatMap(entry -> Stream.ofNullable(entry.ref()))
                .map(VariantRef::productId)
                .collect(Collectors.toSet());
        // Where our own writes count as changes, every product may be here. The night has more time for them.
        several.stream()
                .filter(ours::contains)
                .limit(ASKED_ONE_BY_ONE)
                .forEach(product -> variants.addAll(products.variants(product)));
        transactions.executeWithoutResult(tx -> {
            keep(shop, usable(shop, variants));
            book.readUntil(shop, began);
        });
    }

    /**
     * Reads all products of the shop and makes the map anew. If a page could not be read whole, known entries stay:
     * absence proves nothing then.
     *
     * @param wanted SKUs that count as missing when the shop does not have them
     */
    public Sweep sweep(ShopRef shop, ShopProducts products, Collection<String> wanted) {
        return sweep(shop, products, wanted, _ -> {});
    }

    /**
     * As {@link #sweep(ShopRef, ShopProducts, Collection)}, with progress.
     *
     * @param read gets the number of variants read after each page. Its exception ends the sweep, and leaves the map
     *     unchanged
     */
    public Sweep sweep(ShopRef shop, ShopProducts products, Collection<String> wanted, IntConsumer read) {
        Instant began = time.instant();
        List<Variant> variants = new ArrayList<>();
        int unreadable = 0;
        for (int number = 1; ; number++) {
            VariantPage page = products.products(number);
            unreadable += page.unreadable().size();
            for (VariantPage.Product product : page.products()) {
                Variant primary = product.primary();
                if (product.hasSeveralVariants()) {
                    variants.addAll(products.variants(product.productId()));
                } else if (primary != null) {
                    variants.add(primary);
                }
            }
            read.accept(variants.size());
            if (page.last()) {
                break;
            }
        }
        boolean all = unreadable == 0;
        List<Variant> usable = variants.stream().filter(Variant::canBeAnArticle).toList();
        transactions.executeWithoutResult(tx -> {
            Map<String, VariantBook.Entry> before = book.all(shop);
            refs(usable).forEach((sku, refs) -> keep(shop, sku, refs, before.get(sku)));
            if (all) {
                keepAbsent(shop, before, usable, wanted);
                book.namesNoOther(shop, variants);
            }
            usable(shop, variants);
            book.lookedForAbsent(shop);
            book.readUntil(shop, began);
        });
        return new Sweep(usable, unreadable);
    }

    /**
     * The variants whose SKU an article can have. A notice names the others until they are mended, because nothing of
     * Specter reaches them.
     */
    private List<Variant> usable(ShopRef shop, List<Variant> variants) {
        book.read(shop, variants);
        return variants.stream().filter(Variant::canBeAnArticle).toList();
    }

    /**
     * Keeps variants that were read without a sweep. If two variants have the same SKU, only one of them may have been
     * read, and only a sweep shows that.
     */
    private void keep(ShopRef shop, List<Variant> variants) {
        Map<String, VariantBook.Entry> before = book.all(shop);
        refs(variants).forEach((sku, refs) -> {
            VariantBook.Entry entry = before.get(sku);
            boolean twice = entry != null && entry.twice();
            if (!twice) {
                keep(shop, sku, refs, entry);
            }
        });
    }

    private void keep(ShopRef shop, String sku, Set<VariantRef> refs, VariantBook.@Nullable Entry before) {
        VariantRef ref = refs.iterator().next();
        if (refs.size() > 1) {
            book.twice(shop, sku);
        } else if (before == null || !ref.equals(before.ref())) {
            book.put(shop, sku, ref);
        }
    }

    private static Map<String, Set<VariantRef>> refs(List<Variant> variants) {
        return variants.stream()
                .collect(Collectors.groupingBy(
                        Variant::sku, Collectors.mapping(Variant::ref, Collectors.toCollection(LinkedHashSet::new))));
    }

    private void keepAbsent(
            ShopRef shop, Map<String, VariantBook.Entry> before, List<Variant> there, Collection<String> wanted) {
        Set<String> skus = there.stream().map(Variant::sku).collect(Collectors.toSet());
        Stream.concat(before.keySet().stream(), wanted.stream())
                .distinct()
                .filter(sku -> !skus.contains(sku) && isNews(before.get(sku)))
                .forEach(sku -> book.put(shop, sku, null));
    }

    /** Whether this is the first time that the shop does not have the SKU. */
    private static boolean isNews(VariantBook.@Nullable Entry before) {
        return before == null || before.ref() != null;
    }
}
