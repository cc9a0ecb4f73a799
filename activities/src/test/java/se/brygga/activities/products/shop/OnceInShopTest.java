package se.brygga.activities.products.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.SampleSetup.SHOP;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.activities.products.shop.ShopLineBook.State;
import se.brygga.activities.products.shop.lists.Names;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.catalogue.CatalogueLists.Attribute;
import se.brygga.clients.shop.catalogue.CatalogueLists.Entry;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.ShopVariant;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.pictures.SpecterPictures.Picture;

/** Products, values and pictures are made once each, whatever is lost on the way and whoever needs them together. */
class OnceInShopTest extends ToShopScene {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void nothingIsMadeTwiceWhateverIsLostBeforeOrAfter(long seed) {
        LossyShop lossyShop = new LossyShop(new Random(seed));
        lossyShop.percent = 12;
        SpecterToShop lossyToShop = new SpecterToShop(
                books.database,
                masters,
                groups,
                books.variants,
                new SpecterToShop.Outside(
                        (ref, of) -> lossyShop.over(shop.client()),
                        (tenant, specter, url) -> Picture.of(
                                        new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) url.charAt(url.length() - 1)})
                                .orElseThrow(),
                        (ref, of, sku) -> true));
        told(main());
        told(IntStream.range(0, 6).mapToObj(i -> mug("MUG-" + i, "Färg " + i)).toArray(ArticleChange[]::new));
        told(IntStream.range(0, 6)
                .mapToObj(i -> article("FAT-" + i, "Fat " + i, null, Map.of()))
                .toArray(ArticleChange[]::new));

        boolean done = false;
        for (int tries = 0; tries < 500 && !done; tries++) {
            time.advance(Duration.ofMinutes(5));
            try {
                lossyToShop.look(setup, SHOP, () -> true);
                done = !lossyToShop.hasMore(SHOP);
            } catch (RemoteFailure lost) {
                assertThat(lost.kind()).isEqualTo(RemoteFailure.Kind.OUTCOME_UNKNOWN);
            }
        }

        assertThat(done).isTrue();
        assertThat(toShop.lines().count(SHOP, State.WAITING)).isZero();
        assertThat(products()).hasSize(7);
        assertThat(products())
                .flatExtracting(ShopProduct::variants)
                .extracting(ShopVariant::sku)
                .doesNotHaveDuplicates()
                .hasSize(12);
        assertThat(products()).allSatisfy(product -> {
            assertThat(product.images()).hasSize(2);
            assertThat(product.categoryIds()).hasSize(1);
        });
        assertNothingTwice();
    }

    private void assertNothingTwice() {
        assertThat(shop.catalogue.files.values()).doesNotHaveDuplicates().hasSize(2);
        assertThat(shop.client().lists().manufacturers()).hasSize(1);
        assertThat(shop.client().lists().units()).hasSize(1);
        assertThat(shop.client().lists().categories()).hasSize(1);
        assertThat(shop.client().lists().attributes()).hasSize(1);
        assertThat(shop.client().lists().attributes().getFirst().values()).hasSize(6);
    }

    @Test
    void tenWorkersThatNeedTheSameValuesTogetherMakeEachOnce() throws Exception {
        List<Callable<Set<Long>>> workers = IntStream.range(0, 10)
                .<Callable<Set<Long>>>mapToObj(i -> this::valuesOfAllColours)
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
            Set<Set<Long>> ids = new HashSet<>();
            for (Future<Set<Long>> worker : threads.invokeAll(workers)) {
                ids.add(worker.get());
            }
            assertThat(ids).hasSize(1);
        }
        List<Attribute> attributes = shop.client().lists().attributes();
        assertThat(attributes).hasSize(1);
        assertThat(attributes.getFirst().values()).extracting(Entry::id).hasSize(5);
    }

    /** One worker; asks again while another one makes what this one needs. */
    private Set<Long> valuesOfAllColours() {
        Set<Long> ids = new HashSet<>();
        for (String colour : List.of("Röd", "Blå", "grön", "Grön", "Gul", "Vit")) {
            boolean found = false;
            while (!found) {
                try {
                    ids.addAll(new Names(books.database, SHOP, shop.client().lists()).values("Färg=" + colour));
                    found = true;
                } catch (RemoteFailure busy) {
                    assertThat(busy.kind()).isEqualTo(RemoteFailure.Kind.BUSY);
                }
            }
        }
        return ids;
    }

    @Test
    void aShopThatIsAwayEndsTheLookAndTheNewsStay() {
        lossy.percent = 100;
        told(main(), mug("MUG-R", "Röd"));

        assertThatThrownBy(this::look).isInstanceOf(RemoteFailure.class);

        assertThat(toShop.hasMore(SHOP)).isTrue();
        lossy.percent = 0;
        lookUntilDone();
        assertThat(only().variants()).hasSize(1);
    }
}
