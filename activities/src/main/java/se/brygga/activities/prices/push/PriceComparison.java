package se.brygga.activities.prices.push;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.goods.ComparisonBook.Found;
import se.brygga.activities.goods.ComparisonBook.Run;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.activities.goods.SkuMap;
import se.brygga.activities.prices.ApprovalBook;
import se.brygga.activities.prices.ApprovalBook.Request;
import se.brygga.activities.prices.PriceBook;
import se.brygga.activities.prices.PriceBooks;
import se.brygga.activities.prices.PriceDriftBook;
import se.brygga.activities.prices.PriceDriftBook.Drift;
import se.brygga.activities.prices.ShopPriceBook;
import se.brygga.activities.prices.ShopPriceBook.PriceKey;
import se.brygga.activities.prices.ShopPriceBook.Shown;
import se.brygga.activities.prices.Wanted;
import se.brygga.activities.sql.Database;
import se.brygga.clients.shop.ShopPrices;
import se.brygga.clients.shop.Variant;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.WebShop;
import se.brygga.setup.PriceSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;

/**
 * Reads all prices of a shop and reports the differences from what it should show, with the likely cause. The next push
 * mends them through the same guard. It also tries again what the shop has refused.
 */
final class PriceComparison {

    /** The push after the comparison takes up to ten of the fifteen minutes that the engine gives both. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    /** The prices of one variant in one list that must be asked for. */
    private record Question(VariantRef ref, Map<PriceKey, Wanted> wanted) {}

    private final PriceBook book;
    private final ShopPriceBook inShop;
    private final ApprovalBook approvals;
    private final PriceDriftBook reports;
    private final SkuMap skus;
    private final NoticeBook notices;
    private final ShopReading reading;
    private final ListWatch watch;
    private final ShopRounds readers;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    PriceComparison(
            PriceBooks books,
            SkuMap skus,
            NoticeBook notices,
            ShopReading reading,
            ListWatch watch,
            Database database) {
        this.book = books.specter();
        this.inShop = books.inShop();
        this.approvals = books.approvals();
        this.reports = books.drifts();
        this.skus = skus;
        this.notices = notices;
        this.reading = reading;
        this.watch = watch;
        this.readers = new ShopRounds(database.time());
        this.transactions = database.transactions();
        this.time = database.time();
    }

    /**
     * Compares. A SKU that the shop never had is counted, and is no difference.
     *
     * @param run is told the progress and the findings
     */
    Found compare(ShopRef shop, PriceSetup setup, WebShop webShop, Run run) {
        // Read before the shop: a change during the reading may then show as a difference, but never hide one.
        PriceBook.Specter specter = book.specter(shop.tenant());
        ShopLists lists = watch.lists(shop, setup, webShop.prices(), specter.lists());
        Map<PriceKey, Shown> before = inShop.all(shop);
        Map<PriceKey, Request> waiting = approvals.of(shop);
        Collection<String> articles = specter.articles().keySet();
        Instant began = time.instant();
        SkuMap.Sweep sweep = skus.sweep(shop, webShop.products(), articles, run::read);
        List<Variant> variants = sweep.variants();
        reading.take(shop, lists.read(), variants, articles, began);
        Map<String, VariantRef> refs =
                variants.stream().collect(Collectors.toMap(Variant::sku, Variant::ref, (one, other) -> one));
        List<Map<PriceKey, Wanted>> wanted = wanted(new PriceRows(setup, lists), lists, specter);
        Set<PriceKey> unread = ask(shop, webShop.prices(), questions(wanted, refs, before, inShop.all(shop)), run);
        run.read(variants.size());
        wanted.forEach(ofList -> ofList.keySet().removeAll(unread));
        PriceDrifts drifts = new PriceDrifts(refs.keySet(), before, inShop.all(shop), waiting, time.instant());
        List<Drift> different = wanted.stream()
                .flatMap(ofList -> ofList.entrySet().stream())
                .flatMap(price -> drifts.of(price.getKey(), price.getValue()).stream())
                .toList();
        Found found = found(wanted, refs.keySet(), different.size(), unread.size() + sweep.unreadable());
        report(shop, different, () -> run.done(found));
        return found;
    }

    private static Found found(List<Map<PriceKey, Wanted>> wanted, Set<String> inShop, int different, int unread) {
        List<String> skus = wanted.stream()
                .flatMap(ofList -> ofList.keySet().stream())
                .map(PriceKey::sku)
                .toList();
        return new Found((int) skus.stream().filter(inShop::contains).count(), different, unread, (int)
                skus.stream().filter(sku -> !inShop.contains(sku)).distinct().count());
    }

    /** The wanted prices, one map for each SKU in each list. */
    private static List<Map<PriceKey, Wanted>> wanted(PriceRows rows, ShopLists lists, PriceBook.Specter specter) {
        return specter.articles().entrySet().stream()
                .flatMap(article ->
                        lists.targets().stream().map(target -> rows.of(target, article.getKey(), article.getValue())))
                .toList();
    }

    /**
     * The questions to ask: all tiers, because they never come with the variants, and those missing rows that existed
     * once.
     */
    private static List<Question> questions(
            List<Map<PriceKey, Wanted>> wanted,
            Map<String, VariantRef> refs,
            Map<PriceKey, Shown> before,
            Map<PriceKey, Shown> now) {
        List<Question> questions = new ArrayList<>();
        for (Map<PriceKey, Wanted> ofList : wanted) {
            Map<PriceKey, Wanted> open = new HashMap<>(ofList);
            open.entrySet()
                    .removeIf(price -> !refs.containsKey(price.getKey().sku())
                            || (price.getKey().fromQty() == 1 && !before.containsKey(price.getKey()))
                            || !ShopReading.isUnknown(price.getValue(), now.get(price.getKey())));
            open.keySet().stream()
                    .findAny()
                    .map(key -> refs.get(key.sku()))
                    .ifPresent(ref -> questions.add(new Question(ref, open)));
        }
        return questions;
    }

    /** Asks the shop. Returns what was not answered, which is left to the push and not reported. */
    private Set<PriceKey> ask(ShopRef shop, ShopPrices prices, List<Question> questions, Run run) {
        Set<PriceKey> unread = ConcurrentHashMap.newKeySet();
        questions.forEach(question -> unread.addAll(question.wanted().keySet()));
        readers.write(questions, time.instant().plus(LONGEST), run::isWanted, question -> {
            try {
                return ShopRounds.readable(() -> {
                    reading.ask(shop, prices, question.ref(), question.wanted());
                    unread.removeAll(question.wanted().keySet());
                });
            } catch (ShopReading.VariantGone gone) {
                return ShopRounds.Row.UNCHANGED;
            }
        });
        return unread;
    }

    private void report(ShopRef shop, List<Drift> different, Runnable done) {
        transactions.executeWithoutResult(tx -> {
            inShop.free(shop);
            notices.closeAll(shop.tenant(), shop.shop(), Cause.PRICE_REFUSED);
            reports.report(shop, different);
            done.run();
        });
    }
}
