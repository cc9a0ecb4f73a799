package se.brygga.activities.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.starweb.catalogue.StarwebCatalogue;
import se.brygga.activities.starweb.catalogue.Variant;
import se.brygga.activities.starweb.catalogue.VariantPage;
import se.brygga.activities.starweb.catalogue.VariantRef;
import se.brygga.activities.store.feed.VariantBook;
import se.brygga.workflows.ShopRef;

/**
 * From SKU to variant, kept in the books. A few unknown SKUs are asked for one by one, which may miss variants that are not
 * primary (Starweb reference O-24); for many, and at night, all products are read, and only that says what a shop does not have.
 */
public final class SkuMap {

    /** A sweep of a thousand products costs ten calls, one SKU one. */
    private static final int ASKED_ONE_BY_ONE = 20;

    /** What a shop can hold (Starweb reference section 7.1); others are not asked for. */
    private static final Pattern ALPHABET = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private final VariantBook book;
    private final TransactionTemplate transactions;

    public SkuMap(VariantBook book, TransactionTemplate transactions) {
        this.book = book;
        this.transactions = transactions;
    }

    /**
     * Where the SKUs lie that the shop has.
     *
     * @param swept gets every variant when all products are read for it
     */
    public Map<String, VariantRef> find(
            ShopRef shop, StarwebCatalogue catalogue, Collection<String> skus, Consumer<List<Variant>> swept) {
        Map<String, VariantBook.Entry> known = book.all(shop);
        List<String> unknown = skus.stream()
                .filter(sku -> !known.containsKey(sku) && ALPHABET.matcher(sku).matches())
                .toList();
        if (known.isEmpty() || unknown.size() > ASKED_ONE_BY_ONE) {
            swept.accept(sweep(shop, catalogue, skus));
        } else {
            unknown.forEach(sku -> ask(shop, catalogue, sku));
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

    /** Asks the shop for one SKU, because our map was wrong or knows nothing of it. */
    public Optional<VariantRef> ask(ShopRef shop, StarwebCatalogue catalogue, String sku) {
        Optional<VariantRef> ref = catalogue.findBySku(sku).map(Variant::ref);
        book.put(shop, sku, ref.orElse(null));
        return ref;
    }

    /**
     * Reads all products of the shop and makes the map anew. A page that could not be read whole leaves what was known: absence
     * proves nothing then.
     *
     * @param wanted SKUs that count as missing when the shop does not have them
     */
    public List<Variant> sweep(ShopRef shop, StarwebCatalogue catalogue, Collection<String> wanted) {
        List<Variant> variants = new ArrayList<>();
        boolean whole = true;
        for (int number = 1; ; number++) {
            VariantPage page = catalogue.products(number);
            whole &= page.unreadable().isEmpty();
            for (VariantPage.Product product : page.products()) {
                Variant primary = product.primary();
                if (product.hasSeveralVariants()) {
                    variants.addAll(catalogue.variants(product.productId()));
                } else if (primary != null) {
                    variants.add(primary);
                }
            }
            if (page.last()) {
                break;
            }
        }
        keep(shop, variants, wanted, whole);
        return variants;
    }

    private void keep(ShopRef shop, List<Variant> variants, Collection<String> wanted, boolean whole) {
        transactions.executeWithoutResult(tx -> {
            Map<String, VariantBook.Entry> before = book.all(shop);
            Set<String> there = new HashSet<>();
            for (Variant variant : variants) {
                there.add(variant.sku());
                VariantBook.Entry entry = before.get(variant.sku());
                if (entry == null || !variant.ref().equals(entry.ref())) {
                    book.put(shop, variant.sku(), variant.ref());
                }
            }
            if (whole) {
                Stream.concat(before.keySet().stream(), wanted.stream())
                        .distinct()
                        .filter(sku -> !there.contains(sku) && isNews(before.get(sku)))
                        .forEach(sku -> book.put(shop, sku, null));
            }
        });
    }

    /** Whether it was not known yet that the shop does not have it. */
    private static boolean isNews(VariantBook.@Nullable Entry before) {
        return before == null || before.ref() != null;
    }
}
