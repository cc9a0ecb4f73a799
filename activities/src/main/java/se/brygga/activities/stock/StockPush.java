package se.brygga.activities.stock;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.activities.goods.SkuMap;
import se.brygga.activities.sql.Database;
import se.brygga.activities.stock.books.ShopStockBook;
import se.brygga.activities.stock.books.StockBook;
import se.brygga.activities.stock.books.StockBooks;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.Variant;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.WebShop;
import se.brygga.clients.shop.Written;
import se.brygga.setup.StockSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * Writes the stock of a shop that differs from what it should be, as far as our books know. Sold-out SKUs come first,
 * then the newest change. Each row is checked once more in the moment of writing, so that no older value is written
 * after a newer one.
 */
final class StockPush {

    /** The longest push; the next one continues. The engine should see that it lives. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** The largest quantity: a whole number of 32 bits in Starweb's interface. */
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    /** One row to write. */
    record Difference(String sku, VariantRef ref, StockPlaces.Target target, BigDecimal wanted, Instant changedAt) {}

    /** One shop during its push. */
    record Push(
            ShopRef shop,
            StockSetup setup,
            WebShop webShop,
            StockPlaces to,
            StockBook.Levels levels,
            Map<String, VariantRef> refs) {}

    private final StockBooks books;
    private final SkuMap skus;
    private final NoticeBook notices;
    private final ShopRounds writers;
    private final GoneVariants gone;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    StockPush(StockBooks books, GoneVariants gone, SkuMap skus, NoticeBook notices, Database database) {
        this.books = books;
        this.gone = gone;
        this.skus = skus;
        this.notices = notices;
        this.writers = new ShopRounds(database.time());
        this.transactions = database.transactions();
        this.time = database.time();
    }

    /**
     * Pushes. Idempotent: finished writes are in the books, so only the others are made.
     *
     * @param served whether the shop is still served
     * @throws RemoteFailure the shop does not answer
     * @throws se.brygga.activities.goods.ShopPush.UnknownName the set-up names something that the shop does not have
     */
    ShopRounds.Count push(ShopRef shop, StockSetup setup, WebShop webShop, BooleanSupplier served) {
        Push push = begin(shop, setup, webShop);
        Instant until = time.instant().plus(LONGEST);
        ShopRounds.Count quantities =
                writers.write(differences(push), until, served, difference -> write(push, difference));
        return quantities.and(gone.push(push, until, served));
    }

    Push begin(ShopRef shop, StockSetup setup, WebShop webShop) {
        StockPlaces to = StockPlaces.of(setup, webShop.stock());
        StockBook.Levels levels = books.specter().levels(shop.tenant());
        Map<String, Instant> changed = new HashMap<>();
        levels.available().forEach((sku, sites) -> changed.put(sku, newest(sites)));
        Map<String, VariantRef> refs =
                skus.find(shop, webShop.products(), changed, variants -> takeAsSent(shop, to, variants));
        return new Push(shop, setup, webShop, to, levels, refs);
    }

    /**
     * Takes what the shop shows as the start, so that only differences are written. A variant shows the quantity of the
     * location that web orders are sold from (Starweb reference section 9). The other locations start as unknown.
     */
    void takeAsSent(ShopRef shop, StockPlaces to, List<Variant> variants) {
        Optional<StockPlaces.Target> target = to.onVariant();
        if (target.isEmpty()) {
            return;
        }
        long location = target.get().locationId();
        transactions.executeWithoutResult(tx -> {
            Map<String, ShopStockBook.Sent> known = sent(shop, location);
            for (Variant variant : variants) {
                BigDecimal quantity = variant.stockQuantity();
                if (quantity != null && !known.containsKey(variant.sku())) {
                    books.inShops()
                            .seen(shop, variant.sku(), location, quantity, variant.stockStatusId(), BigDecimal.ZERO);
                }
            }
        });
    }

    private Map<String, ShopStockBook.Sent> sent(ShopRef shop, long location) {
        Map<String, ShopStockBook.Sent> sent = new HashMap<>();
        books.inShops().sent(shop).stream()
                .filter(s -> s.locationId() == location)
                .forEach(s -> sent.put(s.sku(), s));
        return sent;
    }

    /** The differences in the order in which they are written. */
    List<Difference> differences(Push push) {
        StockLevels stock = new StockLevels(push.setup(), push.levels());
        List<Difference> differences = new ArrayList<>();
        for (StockPlaces.Target target : push.to().targets()) {
            Map<String, ShopStockBook.Sent> sent = sent(push.shop(), target.locationId());
            push.levels().available().forEach((sku, sites) -> {
                VariantRef ref = push.refs().get(sku);
                BigDecimal wanted = stock.wanted(sku, target.site());
                if (ref != null && wanted != null && isToDo(wanted, sent.get(sku))) {
                    differences.add(new Difference(sku, ref, target, wanted, newest(sites)));
                }
            });
        }
        differences.sort(Comparator.comparing((Difference d) -> d.wanted().signum() > 0)
                .thenComparing(Difference::changedAt, Comparator.reverseOrder()));
        return differences;
    }

    private static Instant newest(List<StockBook.Site> sites) {
        return sites.stream()
                .map(StockBook.Site::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static boolean isToDo(BigDecimal wanted, ShopStockBook.@Nullable Sent sent) {
        return differs(wanted, sent) || isRefusedNoMore(wanted, sent);
    }

    /** Whether another quantity than this was refused, and nothing is to be written any more. */
    private static boolean isRefusedNoMore(BigDecimal wanted, ShopStockBook.@Nullable Sent sent) {
        BigDecimal refusedValue = sent == null ? null : sent.refusedValue();
        return refusedValue != null && refusedValue.compareTo(wanted) != 0 && !differs(wanted, sent);
    }

    private static boolean differs(BigDecimal wanted, ShopStockBook.@Nullable Sent sent) {
        if (sent == null) {
            return true;
        }
        BigDecimal refusedValue = sent.refusedValue();
        if (refusedValue != null && refusedValue.compareTo(wanted) == 0) {
            return false;
        }
        BigDecimal before = sent.known();
        return before == null
                || before.compareTo(wanted) != 0
                || sent.changedByShopSince().signum() != 0;
    }

    private ShopRounds.Row write(Push push, Difference difference) {
        String sku = difference.sku();
        long location = difference.target().locationId();
        // Read first what the shop has changed itself. An order that comes after that makes the written value stale.
        Optional<ShopStockBook.Sent> sent = books.inShops().sent(push.shop(), sku, location);
        BigDecimal wanted = new StockLevels(
                        push.setup(), books.specter().levels(push.shop().tenant(), sku))
                .wanted(sku, difference.target().site());
        if (wanted == null || !differs(wanted, sent.orElse(null))) {
            if (wanted != null && isRefusedNoMore(wanted, sent.orElse(null))) {
                books.inShops().free(push.shop(), sku, location);
                closeNotice(push, sku);
            }
            return ShopRounds.Row.UNCHANGED;
        }
        if (wanted.abs().compareTo(MOST) > 0) {
            return refuse(
                    push,
                    difference,
                    wanted,
                    "too-large",
                    Phrase.QUANTITY_TOO_LARGE.with(wanted.toPlainString(), MOST));
        }
        try {
            return writeWhereItLies(push, difference, wanted, sent.orElse(null));
        } catch (RemoteFailure failure) {
            if (failure.kind() != RemoteFailure.Kind.REFUSED || ShopRounds.concernsAll(failure)) {
                throw failure;
            }
            sent.ifPresent(before -> books.inShops().kept(push.shop(), before));
            return refuse(push, difference, wanted, failure.code(), failure.told());
        }
    }

    private ShopRounds.Row refuse(Push push, Difference difference, BigDecimal wanted, String code, Detail detail) {
        String sku = difference.sku();
        books.inShops().refused(push.shop(), sku, difference.target().locationId(), wanted, code);
        notices.open(push.shop().tenant(), push.shop().shop(), Cause.STOCK_REFUSED, sku, detail);
        return ShopRounds.Row.REFUSED;
    }

    private ShopRounds.Row writeWhereItLies(
            Push push, Difference difference, BigDecimal wanted, ShopStockBook.@Nullable Sent sent) {
        String sku = difference.sku();
        long location = difference.target().locationId();
        Long status = statusFor(push.to(), wanted, sent);
        Written written = put(push, sku, difference.ref(), location, wanted, status);
        if (written != Written.DONE) {
            Optional<VariantRef> newPlace = variantChanged(push, difference, written);
            // Nothing is known of what another variant shows.
            status = statusFor(push.to(), wanted, null);
            if (newPlace.isEmpty() || put(push, sku, newPlace.get(), location, wanted, status) != Written.DONE) {
                return ShopRounds.Row.REFUSED;
            }
        }
        BigDecimal changedByShopThen = sent == null ? BigDecimal.ZERO : sent.changedByShop();
        books.inShops().sent(push.shop(), sku, location, wanted, status, changedByShopThen);
        closeNotice(push, sku);
        return ShopRounds.Row.DONE;
    }

    /** The variant that the SKU belongs to now, as the shop says. */
    private Optional<VariantRef> variantChanged(Push push, Difference difference, Written written) {
        return written == Written.OTHER_SKU
                ? skus.renamed(push.shop(), push.webShop().products(), difference.sku(), difference.ref())
                : skus.ask(push.shop(), push.webShop().products(), difference.sku());
    }

    /** Closes the notice, unless another location of the SKU needs it. */
    private void closeNotice(Push push, String sku) {
        if (push.to().targets().size() == 1
                || books.inShops().sent(push.shop(), sku).stream().allMatch(row -> row.refused() == null)) {
            notices.close(push.shop().tenant(), push.shop().shop(), Cause.STOCK_REFUSED, sku);
        }
    }

    private Written put(
            Push push, String sku, VariantRef ref, long location, BigDecimal wanted, @Nullable Long status) {
        books.inShops().telling(push.shop(), sku, location);
        if (location == StockPlaces.NO_LOCATION) {
            return push.webShop().stock().setVariantStock(ref, sku, wanted.intValueExact(), status);
        }
        Long soldOut = push.to().soldOut();
        long statusIfNew = wanted.signum() > 0 || soldOut == null ? push.to().refill() : soldOut;
        return push.webShop().stock().putStock(ref, location, wanted, status, statusIfNew);
    }

    /**
     * The status to write with a quantity. The shop at most moves to "sold out" by itself, and never back (Starweb
     * reference section 9), so both are sent.
     */
    private static @Nullable Long statusFor(StockPlaces to, BigDecimal wanted, ShopStockBook.@Nullable Sent sent) {
        BigDecimal before = sent == null ? null : sent.known();
        boolean wasThere = sent != null
                && before != null
                && before.subtract(sent.changedByShopSince()).signum() > 0;
        boolean isThere = wanted.signum() > 0;
        if (isThere) {
            return wasThere ? null : to.refill();
        }
        return wasThere || before == null ? to.soldOut() : null;
    }
}
