package se.brygga.activities.products.initial;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.brygga.activities.products.initial.InitialLine.Kind;
import se.brygga.activities.products.initial.InitialLine.Outcome;
import se.brygga.activities.products.initial.InitialLine.Why;
import se.brygga.activities.products.initial.Item.Place;
import se.brygga.activities.products.master.ArticleMaster;
import se.brygga.activities.products.shop.ShopForecast;
import se.brygga.activities.products.shop.ShopForecast.Found;
import se.brygga.activities.products.shop.ShopForecast.Wanted;
import se.brygga.activities.products.shop.ShopLineBook.Line;
import se.brygga.activities.products.shop.ShopLineBook.State;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.products.ProductSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Phrase;

/** Both systems where Specter decides and the shop follows. The feed reads Specter; the plan itself reads the shop. */
final class ShopSides implements Sides {

    private final InitialSyncs.Systems books;
    private final InitialSyncs.Pokes pokes;

    ShopSides(InitialSyncs.Systems books, InitialSyncs.Pokes pokes) {
        this.books = books;
        this.pokes = pokes;
    }

    @Override
    public Optional<Both> read(TenantSetup setup, ShopRef shop, Instant since) {
        if (!books.specterIsRead(setup, since, pokes)) {
            return Optional.empty();
        }
        ShopForecast forecast = books.toShop().forecast(setup, shop);
        ShopForecast.Both both = forecast.read();
        Map<String, Wanted> wanted = both.wanted().stream()
                .collect(Collectors.toMap(article -> Sku.key(article.articleNo()), Function.identity()));
        Set<String> members = forecast.members();
        Set<String> mains = forecast.mains();
        List<Item> articles = books.articles(shop.tenant()).stream()
                .map(article -> wanted.containsKey(article.sku())
                        ? item(Objects.requireNonNull(wanted.get(article.sku())))
                        : aside(article, members, mains))
                .toList();
        return Optional.of(new Both(
                articles, both.found().stream().map(ShopSides::item).toList(), InitialSyncs.Systems.tellsAll(setup)));
    }

    private static Item item(Wanted article) {
        return new Item(
                article.articleNo(),
                article.values(),
                new Why(article.cause(), article.detail()),
                1,
                new Place(null, article.product(), false));
    }

    private static Item item(Found variant) {
        return new Item(variant.spelled(), variant.values(), Why.NOTHING, 1, new Place(null, "", variant.unfinished()));
    }

    /** An article that is no product's variant. */
    private static Item aside(ArticleMaster article, Set<String> members, Set<String> mains) {
        boolean main = mains.contains(article.sku());
        Phrase why = main
                ? Phrase.PLAN_MAIN
                : members.contains(article.sku()) ? Phrase.PLAN_GROUP_PROPOSED : Phrase.PLAN_MADE_BY_ORDER;
        return new Item(
                article.told().articleNo(),
                Map.of(),
                Why.said(why.with()),
                1,
                new Place(main ? Kind.MAIN : Kind.UNDECIDED, "", false));
    }

    @Override
    public void released(ShopRef shop, Collection<String> skus) {
        books.masters().news().mark(shop, skus);
    }

    @Override
    public void carry(ShopRef shop) {
        pokes.products().accept(shop);
    }

    @Override
    public List<InitialLine> settled(ShopRef shop, List<InitialLine> lines) {
        List<String> skus = keys(lines);
        Set<String> open = books.masters().news().marked(shop, skus);
        Map<String, Line> known = books.toShop().lines().find(shop, skus);
        return lines.stream()
                .filter(line -> !open.contains(Sku.key(line.number())))
                .map(line -> settled(line, Optional.ofNullable(known.get(Sku.key(line.number())))))
                .toList();
    }

    private static List<String> keys(List<InitialLine> lines) {
        return lines.stream().map(line -> Sku.key(line.number())).toList();
    }

    /** A look has dealt with the line's article. */
    private static InitialLine settled(InitialLine line, Optional<Line> known) {
        return known.filter(one -> one.state() == State.WAITING)
                .map(one -> line.settled(Outcome.WAITS, new Why(one.cause(), one.detail())))
                .or(() -> known.filter(one -> one.variantId() != null)
                        .map(one -> line.settled(done(line.kind()), line.why())))
                .orElseGet(() -> line.settled(Outcome.LEFT, Why.said(Phrase.PLAN_CHANGED_SINCE.with())));
    }

    private static Outcome done(Kind kind) {
        return kind == Kind.CREATE ? Outcome.CREATED : Outcome.CHANGED;
    }

    @Override
    public List<InitialLine> matched(TenantSetup setup, ShopRef shop, List<InitialLine> lines) {
        ProductSetup products = Objects.requireNonNull(setup.shop(shop.shop()).products());
        ShopForecast.Both both = books.toShop().forecast(setup, shop).known(Set.copyOf(keys(lines)));
        Set<String> equal = new Planner(products, Planner.Answers.NONE)
                        .plan(
                                both.wanted().stream().map(ShopSides::item).toList(),
                                both.found().stream().map(ShopSides::item).toList())
                        .stream()
                        .filter(line -> line.kind() == Kind.MATCH)
                        .map(line -> Sku.key(line.number()))
                        .collect(Collectors.toUnmodifiableSet());
        books.toShop().lines().matched(shop, equal);
        return lines.stream()
                .map(line -> equal.contains(Sku.key(line.number()))
                        ? line.settled(Outcome.MATCHED, line.why())
                        : line.settled(Outcome.LEFT, Why.said(Phrase.PLAN_CHANGED_SINCE.with())))
                .toList();
    }
}
