package se.brygga.activities.products.initial;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.brygga.activities.products.initial.InitialLine.Count;
import se.brygga.activities.products.initial.InitialLine.Kind;
import se.brygga.activities.products.initial.InitialLine.Outcome;
import se.brygga.activities.products.initial.InitialLine.Why;
import se.brygga.activities.products.initial.InitialSync.State;
import se.brygga.activities.products.shop.ToShopScene;
import se.brygga.clients.shop.catalogue.ShopVariant;
import se.brygga.setup.products.Direction;

/** Nothing is written to a shop before a person has had a plan carried out. */
class ToShopGateTest extends ToShopScene {

    private final InitialBook initial = new InitialBook(books.database);
    private final InitialLineBook lines = new InitialLineBook(books.database);

    /** The products have gone the other way so far. */
    @BeforeEach
    void notBegun() {
        initial.begun(SHOP, Direction.TO_SPECTER);
        told(main(), mug("MUG-R", "Röd"), mug("MUG-B", "Blå"), article("TALLRIK", "Tallrik", null, Map.of()));
    }

    @Test
    void aShopIsNotEvenAskedBeforeThat() {
        assertThat(look()).isZero();
        assertThat(look()).isZero();

        assertThat(shop.script.asked).isEmpty();
        assertThat(toShop.hasMore(SHOP)).isFalse();
    }

    @Test
    void onlyWhatARunHasReleasedIsWritten() {
        planned(
                Direction.TO_SHOP,
                line("TALLRIK", Kind.CREATE),
                line("MUG-B", Kind.CREATE),
                line("MUG-R", Kind.CREATE));
        look();
        assertThat(products()).isEmpty();

        lines.release(SHOP, true);
        List<InitialLine> open = lines.underWay(SHOP, 10);
        lines.settle(SHOP, List.of(open.getFirst().settled(Outcome.LEFT, Why.NOTHING)));
        look();

        assertThat(skus()).containsExactlyInAnyOrder("MUG-B", "MUG-R");
    }

    @Test
    void anArticleThatCameAfterThePlanDoesNotGoWithItsProduct() {
        planned(Direction.TO_SHOP, line("TALLRIK", Kind.MATCH), line("MUG-B", Kind.CREATE), line("MUG-R", Kind.CREATE));
        lines.release(SHOP, true);
        told(mug("MUG-G", "Grön"));

        look();
        assertThat(skus()).containsExactlyInAnyOrder("MUG-B", "MUG-R");

        initial.begun(SHOP, Direction.TO_SHOP);
        look();
        assertThat(skus()).contains("MUG-G", "TALLRIK");
    }

    @Test
    void whileAPersonHasToAnswerForOneArticleItsProductWaits() {
        planned(
                Direction.TO_SHOP,
                line("TALLRIK", Kind.CREATE),
                line("MUG-B", Kind.PROPOSED),
                line("MUG-R", Kind.CREATE));
        lines.release(SHOP, true);
        look();
        assertThat(skus()).containsExactly("TALLRIK");

        initial.begun(SHOP, Direction.TO_SHOP);
        look();
        assertThat(skus()).containsExactly("TALLRIK");
        assertThat(toShop.hasMore(SHOP)).isFalse();
    }

    @Test
    void linesOfThePlanForTheOtherDirectionReleaseNothing() {
        planned(Direction.TO_SPECTER, line("TALLRIK", Kind.CREATE), line("MUG-B", Kind.CREATE));
        lines.release(SHOP, true);

        look();

        assertThat(shop.script.asked).isEmpty();
    }

    private List<String> skus() {
        return products().stream()
                .flatMap(product -> product.variants().stream())
                .map(ShopVariant::sku)
                .toList();
    }

    private void planned(Direction direction, InitialLine... all) {
        initial.ask(SHOP, direction, "anna");
        books.transactions.executeWithoutResult(tx -> {
            initial.planned(SHOP, new Count(all.length, 0), true);
            lines.replace(SHOP, Arrays.asList(all));
        });
        initial.move(SHOP, Set.of(State.PLANNED), State.RUNNING);
    }

    private static InitialLine line(String number, Kind kind) {
        return new InitialLine(0, number, kind, null, List.of(), Why.NOTHING, new Count(1, 0), null);
    }
}
