package se.brygga.activities.products.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.brygga.activities.products.shop.ShopLineBook.State;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.ArticleChange.Assumed;
import se.brygga.clients.specter.feed.ArticleChange.Image;
import se.brygga.clients.specter.feed.ArticleChange.Master;
import se.brygga.workflows.attention.Cause;

/** Pictures that Specter does not send stop their own products, and not those of others. */
class LostPicturesTest extends ToShopScene {

    private static ArticleChange withPicture(String no) {
        ArticleChange plain = article(no, "Fat " + no, null, Map.of());
        Master master = plain.master();
        return plain.with(new Master(
                master.goods(),
                master.texts(),
                new Assumed("id-" + no, null, null, Map.of(), List.of(new Image("http://x/" + no, null)))));
    }

    @Test
    void aProductWaitsForItsPictureWhileTheOthersGoOn() {
        lostPictures.add("http://x/B");
        told(withPicture("A"), withPicture("B"), withPicture("C"));

        lookUntilDone();

        assertThat(line("B").state()).isEqualTo(State.WAITING);
        assertThat(line("B").cause()).isEqualTo(Cause.SHOP_PRODUCT_REFUSED);
        assertThat(List.of(line("A"), line("C"))).allMatch(line -> line.state() == State.SETTLED);
        assertThat(products()).hasSize(3);

        lostPictures.clear();
        told(withPicture("B"));
        masters.news().markAll(SHOP);
        lookUntilDone();
        assertThat(line("B").state()).isEqualTo(State.SETTLED);
    }

    @Test
    void productsWhosePicturesDidNotComeAreTriedAgainAtNight() {
        List<String> numbers = IntStream.range(0, 40).mapToObj(i -> "D" + i).toList();
        numbers.forEach(no -> lostPictures.add("http://x/" + no));
        told(numbers.stream().map(LostPicturesTest::withPicture).toArray(ArticleChange[]::new));
        lookUntilDone();
        assertThat(toShop.lines().count(SHOP, State.WAITING)).isEqualTo(40);

        lostPictures.clear();
        masters.news().markAll(SHOP);
        lookUntilDone();

        assertThat(toShop.lines().count(SHOP, State.WAITING)).isZero();
        assertThat(products()).hasSize(40);
    }
}
