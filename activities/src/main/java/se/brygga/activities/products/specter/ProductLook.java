package se.brygga.activities.products.specter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.activities.products.specter.ArticlePlan.Change;
import se.brygga.activities.products.specter.ArticlePlan.Create;
import se.brygga.activities.products.specter.ArticleWriter.Creation;
import se.brygga.activities.products.specter.ArticleWriter.Difference;
import se.brygga.activities.products.specter.LookBook.Mark;
import se.brygga.activities.products.specter.ProductRow.Seen;
import se.brygga.activities.products.specter.ProductRow.Standing;
import se.brygga.activities.products.specter.ProductRow.State;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.ShopCatalogue;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.specter.order.SpecterLimits;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.products.ProductSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.products.ProductActivities.Synced;

/** One look: reads what has changed in the shop, and writes the articles that differ. */
final class ProductLook {

    /** Shops' clocks differ from ours, and a shop may show a change late. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    /** By then the shop shows the change that a web hook told of (S-21). */
    private static final Duration SHOWN_BY_THEN = Duration.ofSeconds(30);

    private static final int HEARD_AT_A_TIME = 200;

    /** The books that a look needs. */
    record Books(
            ProductBook products,
            LookBook looks,
            ArticleBook articles,
            ToldArticles told,
            TransactionTemplate transactions) {}

    /** The shop of a look, and what its set-up says. */
    record Whose(TenantSetup tenant, ShopRef shop, ProductSetup setup) {

        /** The shops that decide about an article rather than this one: those above it in the set-up. */
        Set<String> decideFirst() {
            return tenant.shopsWithProducts().stream()
                    .takeWhile(one -> !one.equals(shop))
                    .map(ShopRef::shop)
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** What a sweep depends on. */
        private String fingerprint() {
            return new TreeMap<>(setup.fields()) + "|" + setup.name().template() + "|" + setup.removed() + "|"
                    + setup.removedMark() + "|" + tenant.shopsWithProducts() + "|"
                    + tenant.specter().assumedAdapter();
        }
    }

    private final Whose whose;
    private final ShopRef shop;
    private final Books books;
    private final ShopReading reading;
    private final Renumbering renumbering;
    private final ArticleWriter writer;
    private final ArticlePlans plans;
    private final InstantSource time;
    private int read;

    ProductLook(
            Whose whose,
            Books books,
            ShopReading reading,
            Renumbering renumbering,
            ArticleWriter writer,
            InstantSource time) {
        this.whose = whose;
        this.shop = whose.shop();
        this.books = books;
        this.reading = reading;
        this.renumbering = renumbering;
        this.writer = writer;
        this.plans = new ArticlePlans(whose, books);
        this.time = time;
    }

    /**
     * Makes the look.
     *
     * @param longest no call begins after this time, except for reading
     * @param goesOn asked before each call that writes; false ends the look
     */
    Synced look(ShopCatalogue catalogue, Duration longest, BooleanSupplier goesOn) {
        Instant began = time.instant();
        Mark mark = books.looks().mark(shop);
        if (sweepDue(mark, began)) {
            sweep(catalogue);
            books.looks().move(shop, new Mark(began, began, whose.fingerprint()));
        } else {
            changes(catalogue, mark, began);
            books.looks().move(shop, new Mark(began, mark.sweptAt(), mark.sweptSetup()));
        }
        heard(began.plus(longest));
        Instant until = began.plus(longest);
        int written = renumbering.write(time, until, goesOn) + write(until, goesOn);
        return new Synced(read, written, waiting());
    }

    private int waiting() {
        return books.products().counts(shop).stream()
                .filter(count -> count.state() == State.WAITING)
                .mapToInt(ProductBook.Count::number)
                .sum();
    }

    private boolean sweepDue(Mark mark, Instant now) {
        return new LookBook.Sweep(
                        whose.fingerprint(),
                        whose.setup().sweepAt(),
                        whose.tenant().feeds().zone())
                .isDue(mark, now);
    }

    /** Reads all products. What a complete sweep does not show is gone. */
    private void sweep(ShopCatalogue catalogue) {
        Set<String> seen = new HashSet<>();
        Set<Long> unreadable = new HashSet<>();
        reading.pages(catalogue::products, page -> {
            unreadable.addAll(page.unreadable());
            seen.addAll(take(page.products(), true));
        });
        if (unreadable.contains(0L)) {
            return;
        }
        gone(books.products().there(shop).stream()
                .filter(row -> !seen.contains(row.sku()))
                .filter(row -> !unreadable.contains(row.seen().ref().productId()))
                .toList());
    }

    private void changes(ShopCatalogue catalogue, Mark mark, Instant began) {
        Instant until = mark.changesUntil();
        Instant since = (until == null ? began : until).minus(OVERLAP);
        reading.pages(number -> catalogue.productsChangedSince(since, number), page -> take(page.products(), false));
    }

    /** Reads what web hooks told of. A shop may show a change late, so each product is read once more after a while. */
    private void heard(Instant until) {
        List<Long> some;
        do {
            Instant began = time.instant();
            Instant shown = began.minus(SHOWN_BY_THEN);
            some = books.looks().toRead(shop, shown, HEARD_AT_A_TIME);
            for (long productId : some) {
                // What the books know of a product that cannot be read stays as it is.
                ShopRounds.readable(() -> reading.product(productId)
                        .ifPresentOrElse(
                                product -> take(List.of(product), false),
                                () -> gone(books.products().ofProducts(shop, List.of(productId)))));
                books.looks().read(shop, productId, began, shown);
            }
        } while (!some.isEmpty() && time.instant().isBefore(until));
    }

    /**
     * Stores what the shop has of these products.
     *
     * @param sweep whether what Specter refused is tried again, and whatever is missing is looked for later
     * @return the keys of the variants
     */
    private Set<String> take(List<ShopProduct> products, boolean sweep) {
        Map<String, Seen> seen = new LinkedHashMap<>(reading.seen(products));
        read += seen.size();
        Map<String, ProductRow> known = books.products().find(shop, seen.keySet());
        seen.replaceAll((key, one) -> withTwin(key, one, known.get(key)));
        Map<ProductRow, ArticlePlan> planned = plans.of(seen.entrySet().stream()
                .map(entry -> new ProductRow(
                        entry.getKey(), entry.getValue(), sentOf(known.get(entry.getKey())), ArticlePlans.NEW))
                .toList());
        books.transactions()
                .executeWithoutResult(tx -> planned.forEach((row, plan) -> {
                    ProductRow before = known.get(row.sku());
                    Standing standing = ArticlePlans.standing(plan, row, before, sweep);
                    if (before == null || !before.seen().equals(row.seen()) || !isSame(before.standing(), standing)) {
                        books.products().put(shop, row.sku(), row.seen(), standing);
                    }
                }));
        if (!sweep) {
            products.forEach(product -> gone(books.products().ofProducts(shop, List.of(product.productId())).stream()
                    .filter(row -> !seen.containsKey(row.sku()))
                    .toList()));
        }
        return seen.keySet();
    }

    private static ProductRow.@Nullable Sent sentOf(@Nullable ProductRow row) {
        return row == null ? null : row.sent();
    }

    private static boolean isSame(Standing one, Standing other) {
        return one.state() == other.state()
                && one.cause() == other.cause()
                && one.detail().equals(other.detail());
    }

    /** Two variants may have one SKU, and only one of them may have been read now. */
    private Seen withTwin(String key, Seen seen, @Nullable ProductRow before) {
        if (seen.twin() != null || before == null) {
            return seen;
        }
        boolean replaced =
                !before.seen().traits().gone() && !before.seen().ref().equals(seen.ref());
        VariantRef other = replaced ? before.seen().ref() : before.seen().twin();
        return other != null && !other.equals(seen.ref()) && reading.isThere(other, key) ? seen.withTwin(other) : seen;
    }

    private void gone(List<ProductRow> rows) {
        Map<ProductRow, ArticlePlan> planned = plans.of(rows.stream()
                .map(row -> new ProductRow(row.sku(), row.seen().gone(), row.sent(), row.standing()))
                .toList());
        books.transactions()
                .executeWithoutResult(tx -> planned.forEach((row, plan) -> books.products()
                        .put(shop, row.sku(), row.seen(), ArticlePlans.standing(plan, row, null, false))));
    }

    private int write(Instant until, BooleanSupplier goesOn) {
        int written = 0;
        while (time.instant().isBefore(until) && goesOn.getAsBoolean()) {
            List<ProductRow> rows = books.products().pending(shop, SpecterLimits.ARTICLES);
            if (rows.isEmpty()) {
                break;
            }
            try {
                written += write(rows);
            } catch (RemoteFailure lost) {
                // What was written counts, and the next look begins with the rest. Without progress the engine waits.
                if (written == 0 || lost.ofSystem() || !lost.kind().passes()) {
                    throw lost;
                }
                break;
            }
        }
        return written;
    }

    private int write(List<ProductRow> rows) {
        List<Creation> creations = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        plans.of(rows).forEach((row, plan) -> {
            switch (plan) {
                case Create create -> creations.add(new Creation(row, create));
                case Change change -> differences.add(new Difference(row, change));
                case ArticlePlan.Nothing _, ArticlePlan.Left _, ArticlePlan.Waits _ -> {
                    Standing now = ArticlePlans.standing(plan, row, null, false);
                    books.products().stands(shop, row.sku(), now.state(), now.cause(), now.detail());
                }
            }
        });
        return writer.create(creations) + writer.change(differences);
    }
}
