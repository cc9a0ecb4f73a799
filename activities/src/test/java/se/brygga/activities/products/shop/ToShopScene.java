package se.brygga.activities.products.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.articles.ArticleJournal.ArticleSink;
import se.brygga.activities.products.groups.ArticleGroups;
import se.brygga.activities.products.initial.InitialBook;
import se.brygga.activities.products.master.ArticleMasters;
import se.brygga.activities.products.shop.ShopLineBook.Line;
import se.brygga.clients.MovableTime;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.shop.ShopInMemory;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.ShopVariant;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.ArticleChange.Assumed;
import se.brygga.clients.specter.feed.ArticleChange.Goods;
import se.brygga.clients.specter.feed.ArticleChange.Image;
import se.brygga.clients.specter.feed.ArticleChange.Master;
import se.brygga.clients.specter.feed.ArticleChange.Texts;
import se.brygga.clients.specter.pictures.SpecterPictures.Picture;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.products.Direction;
import se.brygga.setup.products.ProductSetup;

/** A shop that is not even Starweb, and what Specter tells of articles. */
public abstract class ToShopScene {

    protected final MovableTime time = new MovableTime("2026-11-24T08:00:00Z");
    protected final Books books = new Books(time);
    protected final ShopInMemory shop = new ShopInMemory();
    protected final LossyShop lossy = new LossyShop(new Random(1));
    protected final ArticleMasters masters = new ArticleMasters(books.database);
    protected final ArticleGroups groups = new ArticleGroups(books.database, masters);
    protected final ArticleSink sink = masters.sink(List.of(groups), poked -> {});
    protected final List<String> fetched = Collections.synchronizedList(new ArrayList<>());
    protected final Set<String> lostPictures = new HashSet<>();
    protected boolean onShelf = true;
    protected TenantSetup setup = SampleSetup.withProductsFromSpecter();

    protected final SpecterToShop toShop = new SpecterToShop(
            books.database,
            masters,
            groups,
            books.variants,
            new SpecterToShop.Outside(
                    (ref, of) -> lossy.over(shop.client()),
                    (tenant, specter, url) -> {
                        fetched.add(url);
                        if (lostPictures.contains(url)) {
                            throw new RemoteFailure(
                                    RemoteSystem.SPECTER,
                                    RemoteFailure.Kind.OUTCOME_UNKNOWN,
                                    RemoteFailure.Why.HTTP,
                                    "GET picture: 500");
                        }
                        byte last = (byte) url.charAt(url.length() - 1);
                        return Picture.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', last})
                                .orElseThrow();
                    },
                    (ref, of, sku) -> onShelf));

    protected ToShopScene() {
        new InitialBook(books.database).begun(SHOP, Direction.TO_SHOP);
    }

    protected static ArticleChange mug(String no, String colour) {
        return article(no, "Mugg " + colour, "MUG", Map.of("Färg", colour));
    }

    protected static ArticleChange article(String no, String name, @Nullable String main, Map<String, String> values) {
        return new ArticleChange(no, name, null, null, false, new BigDecimal("25"), "GW", false, List.of())
                .with(new Master(
                        new Goods("731" + no.length(), new BigDecimal("0.35"), new BigDecimal("31.5"), "st", "Lera AB"),
                        new Texts("Kort", "<p>Lång</p>", "Kök"),
                        new Assumed(
                                "id-" + no,
                                null,
                                main,
                                values,
                                List.of(new Image("http://x/fram", "c-fram"), new Image("http://x/bak", "c-bak")))));
    }

    protected static ArticleChange main() {
        return article("MUG", "Mugg", null, Map.of());
    }

    protected void told(ArticleChange... rows) {
        books.transactions.executeWithoutResult(tx -> sink.take(setup, List.of(rows), time.instant()));
    }

    protected int look() {
        time.advance(Duration.ofMinutes(5));
        return toShop.look(setup, SHOP, () -> true).written();
    }

    protected void lookUntilDone() {
        for (int tries = 0; tries < 400; tries++) {
            try {
                look();
                if (!toShop.hasMore(SHOP)) {
                    return;
                }
            } catch (RemoteFailure lost) {
                assertThat(lost.kind().passes()).isTrue();
            }
        }
        throw new AssertionError("not done: " + toShop.lines().list(SHOP, null, 99));
    }

    protected List<ShopProduct> products() {
        return shop.client().catalogue().products(1).products().stream()
                .filter(product -> product.externalId() != null)
                .toList();
    }

    protected ShopProduct only() {
        assertThat(products()).hasSize(1);
        return products().getFirst();
    }

    protected ShopVariant variant(String sku) {
        return only().variants().stream()
                .filter(variant -> variant.sku().equals(sku))
                .findFirst()
                .orElseThrow();
    }

    protected Line line(String articleNo) {
        return toShop.lines().list(SHOP, null, 99).stream()
                .filter(line -> line.articleNo().equals(articleNo))
                .findFirst()
                .orElseThrow();
    }

    protected void visible(boolean visible) {
        ProductSetup from = Objects.requireNonNull(setup.shops().getFirst().products());
        setup = SampleSetup.withProductsFromSpecter(new ProductSetup(
                from.fields(), from.name(), from.removed(), from.removedMark(), visible, from.sweepAt()));
    }
}
