package se.brygga.activities.prices.push;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.activities.goods.SkuMap;
import se.brygga.activities.prices.ApprovalBook;
import se.brygga.activities.prices.ApprovalBook.Request;
import se.brygga.activities.prices.PriceBook;
import se.brygga.activities.prices.PriceBooks;
import se.brygga.activities.prices.ShopPriceBook;
import se.brygga.activities.prices.ShopPriceBook.PriceKey;
import se.brygga.activities.prices.ShopPriceBook.Shown;
import se.brygga.activities.prices.Wanted;
import se.brygga.clients.shop.ShopPrices.PriceList;
import se.brygga.clients.shop.ShopProducts;
import se.brygga.clients.shop.Variant;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.WebShop;
import se.brygga.setup.PriceSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Phrase;

/**
 * Writes the prices of a shop that differ from what they should be, as far as our books know. Large changes wait. The
 * newest change comes first. Each row is checked once more in the moment of writing. No list is ever activated.
 */
final class PricePush {

    private static final List<Cause> NOT_SENT = List.of(
            Cause.PRICE_LIST_IN_OTHER_CURRENCY, Cause.ARTICLE_PRICES_IN_OTHER_CURRENCY, Cause.TWO_PRICE_LISTS_TO_ONE);

    /** The longest push; the next one continues. The engine should see that it lives. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** One SKU in one list. Its row and tiers are written one after the other. */
    private record Unit(String sku, ShopLists.Target target, VariantRef ref, Instant changedAt) {}

    /** One shop during its push. */
    private record Push(PriceRowWriter.To to, PriceRows rows, Map<String, VariantRef> refs) {
        ShopRef shop() {
            return to.shop();
        }
    }

    private final PriceBook book;
    private final ShopPriceBook inShop;
    private final ApprovalBook approvals;
    private final SkuMap skus;
    private final NoticeBook notices;
    private final ShopReading reading;
    private final ListWatch watch;
    private final PriceRowWriter writer;
    private final ShopRounds writers;
    private final InstantSource time;

    PricePush(
            PriceBooks books,
            SkuMap skus,
            NoticeBook notices,
            ShopReading reading,
            ListWatch watch,
            InstantSource time) {
        this.book = books.specter();
        this.inShop = books.inShop();
        this.approvals = books.approvals();
        this.skus = skus;
        this.notices = notices;
        this.reading = reading;
        this.watch = watch;
        this.writer = new PriceRowWriter(inShop, approvals, notices, reading);
        this.writers = new ShopRounds(time);
        this.time = time;
    }

    /**
     * Pushes. Idempotent: finished writes are in the books, so only the others are made.
     *
     * @param served whether the shop is still served
     * @throws se.brygga.clients.remote.RemoteFailure the shop does not answer
     * @throws se.brygga.activities.goods.ShopPush.UnknownName the set-up names something that the shop does not have
     */
    ShopRounds.Count push(ShopRef shop, PriceSetup setup, WebShop webShop, BooleanSupplier served) {
        PriceBook.Specter specter = book.specter(shop.tenant());
        ShopLists lists = watch.lists(shop, setup, webShop.prices(), specter.lists());
        tellOfLists(shop, setup, lists);
        Map<String, VariantRef> refs = refs(shop, lists, webShop.products(), specter);
        PriceRowWriter.To to = new PriceRowWriter.To(
                shop,
                webShop,
                new PriceGuard(setup.approveAbovePercent()),
                notices.subjects(shop.tenant(), shop.shop(), Cause.PRICE_REFUSED));
        Push push = new Push(to, new PriceRows(setup, lists), refs);
        ShopRounds.Count count = writers.write(
                units(push, lists, specter), time.instant().plus(LONGEST), served, unit -> write(push, unit));
        int waiting = approvals.waiting(shop);
        tellOfWaiting(shop, waiting);
        return new ShopRounds.Count(count.written(), Math.max(count.notWritten(), waiting), count.more());
    }

    private void tellOfLists(ShopRef shop, PriceSetup setup, ShopLists lists) {
        Stream.concat(Stream.of(PriceBook.BASE), setup.lists().keySet().stream())
                .forEach(list -> {
                    String subject = list.equals(PriceBook.BASE) ? "base" : list;
                    ShopLists.NotSent why = lists.notSent().get(list);
                    NOT_SENT.stream()
                            .filter(cause -> why == null || why.cause() != cause)
                            .forEach(cause -> notices.close(shop.tenant(), shop.shop(), cause, subject));
                    if (why != null) {
                        notices.open(shop.tenant(), shop.shop(), why.cause(), subject, why.detail());
                    }
                });
    }

    private void tellOfWaiting(ShopRef shop, int waiting) {
        if (waiting == 0) {
            notices.close(shop.tenant(), shop.shop(), Cause.PRICES_WAIT_FOR_APPROVAL, "");
        } else {
            notices.open(
                    shop.tenant(), shop.shop(), Cause.PRICES_WAIT_FOR_APPROVAL, "", Phrase.PRICES_WAIT.with(waiting));
        }
    }

    /**
     * The variants of the SKUs. A shop whose lists were never read, or were activated since, is read whole for this.
     */
    private Map<String, VariantRef> refs(
            ShopRef shop, ShopLists lists, ShopProducts products, PriceBook.Specter specter) {
        Collection<String> articles = specter.articles().keySet();
        Map<String, Instant> changed = new HashMap<>();
        specter.articles().forEach((sku, rows) -> changed.put(sku, newest(rows)));
        List<PriceList> unread = watch.unread(shop, lists);
        Instant began = time.instant();
        if (!unread.isEmpty()) {
            List<Variant> variants = skus.sweep(shop, products, articles).variants();
            reading.take(shop, unread, variants, articles, began);
        }
        return skus.find(
                shop, products, changed, variants -> reading.take(shop, lists.read(), variants, articles, began));
    }

    /** What to look at. Changes that wait no more are forgotten. */
    private List<Unit> units(Push push, ShopLists lists, PriceBook.Specter specter) {
        Map<PriceKey, Shown> shown = inShop.all(push.shop());
        Map<PriceKey, Request> waiting = approvals.of(push.shop());
        Map<PriceKey, Request> over = new HashMap<>(waiting);
        List<Unit> units = new ArrayList<>();
        push.refs().forEach((sku, ref) -> {
            List<PriceBook.Row> rows = specter.rows(sku);
            for (ShopLists.Target target : lists.targets()) {
                Map<PriceKey, Wanted> wanted = push.rows().of(target, sku, rows);
                wanted.keySet().forEach(over::remove);
                if (wanted.entrySet().stream().anyMatch(price -> toDo(push, target, price, shown, waiting))) {
                    units.add(new Unit(sku, target, ref, newest(rows)));
                }
            }
        });
        over.keySet().forEach(key -> approvals.forget(push.shop(), key));
        units.sort(
                Comparator.comparing(Unit::changedAt, Comparator.reverseOrder()).thenComparing(Unit::sku));
        return units;
    }

    private static boolean toDo(
            Push push,
            ShopLists.Target target,
            Map.Entry<PriceKey, Wanted> wanted,
            Map<PriceKey, Shown> shown,
            Map<PriceKey, Request> waiting) {
        PriceKey key = wanted.getKey();
        Wanted price = wanted.getValue();
        if (ShopReading.isUnknown(price, shown.get(key))) {
            return true;
        }
        return switch (push.to().guard().verdict(key, price, target.to().parentPriceListId(), shown, waiting)) {
            case PriceGuard.Verdict.Leave() ->
                waiting.containsKey(key) || PriceRowWriter.isRefusedNoMore(price, shown.get(key));
            case PriceGuard.Verdict.Ask ask -> !ask.isKnown(waiting.get(key));
            case PriceGuard.Verdict.Write _, PriceGuard.Verdict.Remove _ -> true;
        };
    }

    private static Instant newest(List<PriceBook.Row> rows) {
        return rows.stream()
                .map(PriceBook.Row::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private ShopRounds.Row write(Push push, Unit unit) {
        ShopRef shop = push.shop();
        List<PriceBook.Row> rows = book.specter(shop.tenant(), unit.sku()).rows(unit.sku());
        Map<PriceKey, Wanted> wanted = push.rows().of(unit.target(), unit.sku(), rows);
        if (wanted.isEmpty()) {
            return ShopRounds.Row.UNCHANGED;
        }
        try {
            return writer.write(push.to(), unit.ref(), unit.target(), unit.sku(), wanted);
        } catch (ShopReading.VariantGone gone) {
            return toItsNewVariant(push, unit, wanted);
        }
    }

    /** Writes to the variant that the SKU belongs to now, as the shop says. */
    private ShopRounds.Row toItsNewVariant(Push push, Unit unit, Map<PriceKey, Wanted> wanted) {
        inShop.forget(push.shop(), unit.sku());
        Optional<VariantRef> newPlace =
                skus.ask(push.shop(), push.to().webShop().products(), unit.sku());
        if (newPlace.isEmpty()) {
            return ShopRounds.Row.REFUSED;
        }
        try {
            return writer.write(push.to(), newPlace.get(), unit.target(), unit.sku(), wanted);
        } catch (ShopReading.VariantGone gone) {
            return ShopRounds.Row.REFUSED;
        }
    }
}
