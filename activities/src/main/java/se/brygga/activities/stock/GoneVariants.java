package se.brygga.activities.stock;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.activities.goods.SkuMap;
import se.brygga.activities.stock.HiddenBook.State;
import se.brygga.activities.stock.books.StockBook;
import se.brygga.activities.stock.books.StockBooks;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.Variant;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.Variant.Visibility;
import se.brygga.clients.shop.Written;
import se.brygga.setup.StockSetup;
import se.brygga.workflows.attention.Cause;

/**
 * Hides variants whose article is gone in Specter, where the set-up says so, and shows them when the article is back.
 * Shows only what we have hidden. So before hiding, this class looks whether the shop's own staff had hidden the
 * variant.
 */
final class GoneVariants {

    /** @param known what the books know of the variant; null for nothing */
    private record Change(VariantRef ref, String sku, Visibility to, HiddenBook.@Nullable Hidden known) {}

    private final HiddenBook book;
    private final StockBooks stock;
    private final SkuMap skus;
    private final NoticeBook notices;
    private final ShopRounds writers;

    GoneVariants(HiddenBook book, StockBooks stock, SkuMap skus, NoticeBook notices, InstantSource time) {
        this.book = book;
        this.stock = stock;
        this.skus = skus;
        this.notices = notices;
        this.writers = new ShopRounds(time);
    }

    /**
     * Hides and shows variants. Idempotent. Called after a push of the quantities, so that a hidden variant shows 0
     * already.
     */
    ShopRounds.Count push(StockPush.Push push, Instant until, BooleanSupplier served) {
        return writers.write(changes(push), until, served, change -> switch (change.to()) {
            case HIDDEN -> hide(push, change);
            case VISIBLE -> show(push, change);
        });
    }

    private List<Change> changes(StockPush.Push push) {
        Map<VariantRef, HiddenBook.Hidden> known = book.of(push.shop());
        List<Change> changes = new ArrayList<>();
        if (hides(push)) {
            push.levels().gone().forEach(sku -> {
                VariantRef ref = push.refs().get(sku);
                if (ref != null && isToHide(known.get(ref))) {
                    changes.add(new Change(ref, sku, Visibility.HIDDEN, known.get(ref)));
                }
            });
        }
        Map<VariantRef, String> skuNow = new HashMap<>();
        push.refs().forEach((sku, ref) -> skuNow.put(ref, sku));
        known.forEach((ref, hidden) -> {
            String sku = skuNow.getOrDefault(ref, hidden.sku());
            if (hidden.state() != State.SHOW_REFUSED && isToShow(push, sku, push.levels())) {
                changes.add(new Change(ref, sku, Visibility.VISIBLE, hidden));
            }
        });
        return changes;
    }

    private static boolean hides(StockPush.Push push) {
        return push.setup().gone() == StockSetup.Gone.HIDE;
    }

    private static boolean isToHide(HiddenBook.@Nullable Hidden known) {
        return known == null
                || switch (known.state()) {
                    case HIDING, SHOW_REFUSED -> true;
                    case HIDDEN, HIDDEN_BEFORE, HIDE_REFUSED -> false;
                };
    }

    /** Whether an article is back. One that is withheld, or of which nothing is known, is not. */
    private static boolean isToShow(StockPush.Push push, String sku, StockBook.Levels levels) {
        return !hides(push)
                || (levels.available().containsKey(sku) && !levels.gone().contains(sku));
    }

    private ShopRounds.Row hide(StockPush.Push push, Change change) {
        if (!levels(push, change).gone().contains(change.sku())) {
            return ShopRounds.Row.UNCHANGED;
        }
        State state =
                change.known() == null ? look(push, change) : change.known().state();
        return switch (state) {
            case HIDING -> write(push, change);
            // The variant is still hidden, which is right by now.
            case SHOW_REFUSED -> {
                book.put(push.shop(), change.ref(), change.sku(), State.HIDDEN);
                yield ShopRounds.Row.UNCHANGED;
            }
            case HIDDEN, HIDDEN_BEFORE, HIDE_REFUSED -> ShopRounds.Row.UNCHANGED;
        };
    }

    /** Reads who has hidden the variant. This happens before any write, because nobody can tell afterwards. */
    private State look(StockPush.Push push, Change change) {
        Optional<Variant> variant = push.webShop().products().variant(change.ref());
        if (variant.isEmpty() || !variant.get().sku().equals(change.sku())) {
            skus.renamed(push.shop(), push.webShop().products(), change.sku(), change.ref());
            return State.HIDDEN_BEFORE;
        }
        State state = switch (variant.get().visibility()) {
            case VISIBLE -> State.HIDING;
            case HIDDEN -> State.HIDDEN_BEFORE;
        };
        book.put(push.shop(), change.ref(), change.sku(), state);
        return state;
    }

    private ShopRounds.Row show(StockPush.Push push, Change change) {
        if (!isToShow(push, change.sku(), levels(push, change))) {
            return ShopRounds.Row.UNCHANGED;
        }
        State state = change.known() == null ? State.HIDDEN : change.known().state();
        return switch (state) {
            case HIDING, HIDDEN -> write(push, change);
            case HIDDEN_BEFORE, HIDE_REFUSED -> {
                book.forget(push.shop(), change.ref());
                closeNotice(push, change);
                yield ShopRounds.Row.UNCHANGED;
            }
            case SHOW_REFUSED -> ShopRounds.Row.UNCHANGED;
        };
    }

    private StockBook.Levels levels(StockPush.Push push, Change change) {
        return stock.specter().levels(push.shop().tenant(), change.sku());
    }

    private ShopRounds.Row write(StockPush.Push push, Change change) {
        boolean hiding = change.to() == Visibility.HIDDEN;
        try {
            Written written = push.webShop().products().setVisibility(change.ref(), change.sku(), change.to());
            if (written == Written.OTHER_SKU) {
                skus.renamed(push.shop(), push.webShop().products(), change.sku(), change.ref());
            }
            if (hiding && written != Written.VARIANT_GONE) {
                book.put(push.shop(), change.ref(), change.sku(), State.HIDDEN);
            } else {
                book.forget(push.shop(), change.ref());
            }
            closeNotice(push, change);
            return written == Written.VARIANT_GONE ? ShopRounds.Row.REFUSED : ShopRounds.Row.DONE;
        } catch (RemoteFailure failure) {
            if (failure.kind() != RemoteFailure.Kind.REFUSED || ShopRounds.concernsAll(failure)) {
                throw failure;
            }
            State refused = hiding ? State.HIDE_REFUSED : State.SHOW_REFUSED;
            book.put(push.shop(), change.ref(), change.sku(), refused);
            notices.open(push.shop().tenant(), push.shop().shop(), Cause.STOCK_REFUSED, change.sku(), failure.told());
            return ShopRounds.Row.REFUSED;
        }
    }

    /** Closes the notice, unless it is about the quantity. */
    private void closeNotice(StockPush.Push push, Change change) {
        if (stock.inShops().sent(push.shop(), change.sku()).stream().allMatch(row -> row.refused() == null)) {
            notices.close(push.shop().tenant(), push.shop().shop(), Cause.STOCK_REFUSED, change.sku());
        }
    }
}
