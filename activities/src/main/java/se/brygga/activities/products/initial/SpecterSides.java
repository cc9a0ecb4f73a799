package se.brygga.activities.products.initial;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.brygga.activities.products.initial.InitialLine.Kind;
import se.brygga.activities.products.initial.InitialLine.Outcome;
import se.brygga.activities.products.initial.InitialLine.Why;
import se.brygga.activities.products.master.ArticleMaster;
import se.brygga.activities.products.specter.ProductRow;
import se.brygga.clients.specter.order.SpecterLimits;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.products.Mode;
import se.brygga.setup.products.ProductField;
import se.brygga.setup.products.ProductSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/** Both systems where the shop decides and Specter follows. The sync of products reads the shop, the feed Specter. */
final class SpecterSides implements Sides {

    private final InitialSyncs.Systems books;
    private final InitialSyncs.Pokes pokes;

    SpecterSides(InitialSyncs.Systems books, InitialSyncs.Pokes pokes) {
        this.books = books;
        this.pokes = pokes;
    }

    @Override
    public Optional<Both> read(TenantSetup setup, ShopRef shop, Instant since) {
        boolean shopIsRead = books.looks().sweptSince(shop, since);
        boolean specterIsRead = books.specterIsRead(setup, since, pokes);
        if (!shopIsRead) {
            books.looks().askForSweep(shop);
            pokes.products().accept(shop);
        }
        return shopIsRead && specterIsRead
                ? Optional.of(new Both(variants(shop), articles(shop.tenant()), InitialSyncs.Systems.tellsAll(setup)))
                : Optional.empty();
    }

    private List<Item> variants(ShopRef shop) {
        return books.products().there(shop).stream()
                .flatMap(SpecterSides::items)
                .toList();
    }

    /** A variant, and another one with the same SKU. */
    private static Stream<Item> items(ProductRow row) {
        Why objection = switch (row.standing().state()) {
            case WAITING -> new Why(row.standing().cause(), row.standing().detail());
            case LEFT -> Why.said(Phrase.PLAN_OTHER_SHOP.with());
            case PENDING, SETTLED -> Why.NOTHING;
        };
        int count = row.seen().traits().kind() == ProductRow.Kind.MAIN ? 0 : 1;
        Item item = new Item(row.seen().spelled(), row.seen().values(), objection, count);
        return row.seen().twin() == null ? Stream.of(item) : Stream.of(item, item);
    }

    private List<Item> articles(String tenant) {
        return books.articles(tenant).stream().map(SpecterSides::item).toList();
    }

    /** A shop can hold any article but one whose number it cannot hold, which matters where a variant is to get that. */
    private static Item item(ArticleMaster article) {
        String articleNo = article.told().articleNo();
        Why objection = Sku.canBeInShop(articleNo)
                ? Why.NOTHING
                : new Why(Cause.SHOP_PRODUCT_NUMBER_NOT_ALLOWED, Detail.value(SpecterLimits.shown(articleNo)));
        return new Item(articleNo, ProductField.read(article.told()), objection);
    }

    @Override
    public void released(ShopRef shop, Collection<String> skus) {
        // What is pending needs no mark.
    }

    @Override
    public void carry(ShopRef shop) {
        pokes.products().accept(shop);
    }

    @Override
    public List<InitialLine> settled(ShopRef shop, List<InitialLine> lines) {
        Map<String, ProductRow> rows = books.products().find(shop, keys(lines));
        return lines.stream().flatMap(line -> settled(line, rowOf(line, rows))).toList();
    }

    /** A variant whose number was accepted lies under its article's number, once the shop has given it that. */
    private static Optional<ProductRow> rowOf(InitialLine line, Map<String, ProductRow> rows) {
        Optional<ProductRow> own = there(rows, line.number());
        return line.kind() == Kind.ACCEPTED ? own.or(() -> there(rows, Objects.requireNonNull(line.other()))) : own;
    }

    private static Optional<ProductRow> there(Map<String, ProductRow> rows, String number) {
        return Optional.ofNullable(rows.get(Sku.key(number)))
                .filter(row -> !row.seen().traits().gone());
    }

    private static Collection<String> keys(List<InitialLine> lines) {
        return lines.stream()
                .flatMap(line -> Stream.concat(Stream.of(line.number()), Stream.ofNullable(line.other())))
                .map(Sku::key)
                .distinct()
                .toList();
    }

    private static Stream<InitialLine> settled(InitialLine line, Optional<ProductRow> row) {
        if (row.isEmpty()) {
            return Stream.of(line.settled(Outcome.LEFT, Why.said(Phrase.PLAN_GONE_SINCE.with())));
        }
        ProductRow.Standing standing = row.get().standing();
        if (line.kind() == Kind.ACCEPTED && isToBeRenumbered(line, row.get())) {
            return Stream.empty();
        }
        return switch (standing.state()) {
            case PENDING -> Stream.empty();
            case SETTLED -> Stream.of(line.settled(done(line.kind()), line.why()));
            case WAITING -> Stream.of(line.settled(Outcome.WAITS, new Why(standing.cause(), standing.detail())));
            case LEFT -> Stream.of(line.settled(Outcome.LEFT, Why.said(Phrase.PLAN_OTHER_SHOP.with())));
        };
    }

    /** Whether the variant still has its own number, and nothing stands in the way of the other one. */
    private static boolean isToBeRenumbered(InitialLine line, ProductRow row) {
        return row.sku().equals(Sku.key(line.number()))
                && row.seen().twin() == null
                && row.standing().cause() != Cause.PRODUCT_NUMBER_NOT_TAKEN;
    }

    private static Outcome done(Kind kind) {
        return kind == Kind.CREATE ? Outcome.CREATED : Outcome.CHANGED;
    }

    @Override
    public List<InitialLine> matched(TenantSetup setup, ShopRef shop, List<InitialLine> lines) {
        ProductSetup products = Objects.requireNonNull(setup.shop(shop.shop()).products());
        Map<String, ProductRow> rows = books.products().find(shop, keys(lines));
        Map<String, ArticleMaster> articles = books.masters().book().find(shop.tenant(), keys(lines));
        Set<String> equal = rows.values().stream()
                .filter(row -> Optional.ofNullable(articles.get(row.sku()))
                        .filter(article -> isEqual(products, row, ProductField.read(article.told())))
                        .isPresent())
                .map(ProductRow::sku)
                .collect(Collectors.toUnmodifiableSet());
        books.products().matched(shop, equal);
        return lines.stream()
                .map(line -> equal.contains(Sku.key(line.number()))
                        ? line.settled(Outcome.MATCHED, line.why())
                        : line.settled(Outcome.LEFT, Why.said(Phrase.PLAN_CHANGED_SINCE.with())))
                .toList();
    }

    private static boolean isEqual(ProductSetup setup, ProductRow row, Map<ProductField, String> article) {
        return row.seen().values().entrySet().stream()
                .filter(value -> setup.mode(value.getKey()) == Mode.FOLLOW)
                .allMatch(value -> value.getValue().equals(article.get(value.getKey())));
    }
}
