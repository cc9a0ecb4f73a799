package se.brygga.activities.prices.push;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.activities.prices.ApprovalBook;
import se.brygga.activities.prices.ApprovalBook.Request;
import se.brygga.activities.prices.PriceValue;
import se.brygga.activities.prices.ShopPriceBook;
import se.brygga.activities.prices.ShopPriceBook.PriceKey;
import se.brygga.activities.prices.ShopPriceBook.Shown;
import se.brygga.activities.prices.Wanted;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.ShopPrices.SpecialPrice;
import se.brygga.clients.shop.ShopPrices.Tier;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.WebShop;
import se.brygga.clients.shop.Written;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;

/**
 * Writes the row of one variant in one price list, and its tiers. The row comes first, because the shop takes no tier
 * without a row. Unknown prices are read before.
 */
final class PriceRowWriter {

    /**
     * The shop during a push.
     *
     * @param refusals subjects of the open notices about refused prices
     */
    record To(ShopRef shop, WebShop webShop, PriceGuard guard, Set<String> refusals) {}

    private final ShopPriceBook book;
    private final ApprovalBook approvals;
    private final NoticeBook notices;
    private final ShopReading reading;

    PriceRowWriter(ShopPriceBook book, ApprovalBook approvals, NoticeBook notices, ShopReading reading) {
        this.book = book;
        this.approvals = approvals;
        this.notices = notices;
        this.reading = reading;
    }

    /**
     * Writes what differs.
     *
     * @param wanted prices of one SKU in one list
     * @throws ShopReading.VariantGone the shop has no such variant, so nothing more can be written
     * @throws RemoteFailure the shop does not answer, or refuses all our calls
     */
    ShopRounds.Row write(To to, VariantRef ref, ShopLists.Target target, String sku, Map<PriceKey, Wanted> wanted) {
        Map<PriceKey, Shown> shown = reading.ask(to.shop(), to.webShop().prices(), ref, wanted);
        Map<PriceKey, Request> waiting = approvals.of(to.shop(), sku);
        Long parent = target.to().parentPriceListId();
        ShopRounds.Row outcome = ShopRounds.Row.UNCHANGED;
        for (Map.Entry<PriceKey, Wanted> entry : inOrder(wanted)) {
            PriceKey key = entry.getKey();
            PriceGuard.Verdict verdict = to.guard().verdict(key, entry.getValue(), parent, shown, waiting);
            try {
                outcome = both(outcome, follow(to, ref, entry, verdict, waiting.containsKey(key)));
                if (isRefusedNoMore(entry.getValue(), shown.get(key))) {
                    book.free(to.shop(), key);
                }
            } catch (RemoteFailure failure) {
                refused(to.shop(), target, key, verdict, failure);
                Shown before = shown.get(key);
                book.kept(to.shop(), key, before == null ? null : before.shows());
                outcome = both(outcome, ShopRounds.Row.REFUSED);
                if (key.fromQty() == 1) {
                    // The tiers have no row to belong to.
                    return outcome;
                }
            }
        }
        String subject = subject(target, sku);
        if (to.refusals().contains(subject)) {
            closeUnlessRefused(to.shop(), subject, sku, wanted.keySet());
        }
        return outcome;
    }

    private void closeUnlessRefused(ShopRef shop, String subject, String sku, Set<PriceKey> keys) {
        Map<PriceKey, Shown> now = book.of(shop, sku);
        if (keys.stream().noneMatch(key -> isRefused(now, key))) {
            notices.close(shop.tenant(), shop.shop(), Cause.PRICE_REFUSED, subject);
        }
    }

    private static boolean isRefused(Map<PriceKey, Shown> shown, PriceKey key) {
        Shown row = shown.get(key);
        return row != null && row.refused() != null;
    }

    /** Whether the shop has refused another value than this one, which it shows. */
    static boolean isRefusedNoMore(Wanted wanted, @Nullable Shown shown) {
        return shown != null
                && shown.refused() != null
                && wanted instanceof Wanted.At at
                && at.over(shown.shows()).equals(shown.shows());
    }

    /** Rows before their tiers. Removals come last, tiers before their rows. */
    private static List<Map.Entry<PriceKey, Wanted>> inOrder(Map<PriceKey, Wanted> wanted) {
        Comparator<Map.Entry<PriceKey, Wanted>> byQuantity =
                Comparator.comparingInt(entry -> entry.getKey().fromQty());
        return Stream.concat(
                        wanted.entrySet().stream()
                                .filter(entry -> entry.getValue() instanceof Wanted.At)
                                .sorted(byQuantity),
                        wanted.entrySet().stream()
                                .filter(entry -> entry.getValue() instanceof Wanted.Gone)
                                .sorted(byQuantity.reversed()))
                .toList();
    }

    private static ShopRounds.Row both(ShopRounds.Row one, ShopRounds.Row other) {
        return one.compareTo(other) == 0 || other == ShopRounds.Row.UNCHANGED
                ? one
                : one == ShopRounds.Row.UNCHANGED ? other : ShopRounds.Row.DONE;
    }

    private ShopRounds.Row follow(
            To to, VariantRef ref, Map.Entry<PriceKey, Wanted> entry, PriceGuard.Verdict verdict, boolean waited) {
        PriceKey key = entry.getKey();
        switch (verdict) {
            case PriceGuard.Verdict.Leave() -> {}
            case PriceGuard.Verdict.Write(PriceValue value) -> put(to, ref, key, entry.getValue(), value);
            case PriceGuard.Verdict.Remove() -> remove(to, ref, key);
            case PriceGuard.Verdict.Ask ask -> {
                approvals.ask(to.shop(), key, ask.before(), ask.after(), ask.reason());
                PriceValue meanwhile = ask.meanwhile();
                if (meanwhile == null) {
                    return ShopRounds.Row.REFUSED;
                }
                put(to, ref, key, entry.getValue(), meanwhile);
                return ShopRounds.Row.DONE;
            }
        }
        if (waited) {
            approvals.forget(to.shop(), key);
        }
        return verdict instanceof PriceGuard.Verdict.Leave ? ShopRounds.Row.UNCHANGED : ShopRounds.Row.DONE;
    }

    private void put(To to, VariantRef ref, PriceKey key, Wanted wanted, PriceValue value) {
        book.telling(to.shop(), key);
        Written written = key.fromQty() > 1
                ? to.webShop().prices().putTier(ref, key.listId(), new Tier(key.fromQty(), value.price()))
                : to.webShop().prices().putPrice(ref, key.listId(), value.price(), special(wanted, value));
        if (written == Written.VARIANT_GONE) {
            throw new ShopReading.VariantGone();
        }
        book.sent(to.shop(), key, value);
    }

    private static SpecialPrice special(Wanted wanted, PriceValue value) {
        BigDecimal offer = value.special();
        if (wanted instanceof Wanted.At(BigDecimal _, SpecialPrice.Untouched untouched)) {
            return untouched;
        }
        return offer == null ? new SpecialPrice.None() : new SpecialPrice.At(offer);
    }

    private void remove(To to, VariantRef ref, PriceKey key) {
        book.telling(to.shop(), key);
        if (key.fromQty() > 1) {
            to.webShop().prices().deleteTier(ref, key.listId(), key.fromQty());
        } else {
            to.webShop().prices().deletePrice(ref, key.listId());
        }
        book.gone(to.shop(), key);
    }

    /** @throws RemoteFailure the refusal is not about this price */
    private void refused(
            ShopRef shop, ShopLists.Target target, PriceKey key, PriceGuard.Verdict verdict, RemoteFailure failure) {
        if (failure.kind() != RemoteFailure.Kind.REFUSED || ShopRounds.concernsAll(failure)) {
            throw failure;
        }
        PriceValue value = switch (verdict) {
            case PriceGuard.Verdict.Write write -> write.value();
            case PriceGuard.Verdict.Ask ask -> ask.meanwhile();
            case PriceGuard.Verdict.Leave _, PriceGuard.Verdict.Remove _ -> null;
        };
        book.refused(shop, key, value, failure.code());
        notices.open(shop.tenant(), shop.shop(), Cause.PRICE_REFUSED, subject(target, key.sku()), failure.told());
    }

    private static String subject(ShopLists.Target target, String sku) {
        String name = target.to().name();
        return sku + " in "
                + (name == null || name.isBlank() ? "list " + target.to().priceListId() : name);
    }
}
