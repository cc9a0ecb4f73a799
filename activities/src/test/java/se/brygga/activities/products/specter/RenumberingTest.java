package se.brygga.activities.products.specter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.brygga.activities.products.initial.InitialBook;
import se.brygga.activities.products.initial.InitialLine;
import se.brygga.activities.products.initial.InitialLine.Count;
import se.brygga.activities.products.initial.InitialLine.Kind;
import se.brygga.activities.products.initial.InitialLine.Why;
import se.brygga.activities.products.initial.InitialLineBook;
import se.brygga.activities.products.initial.InitialLines;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.setup.products.Direction;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;

/** A variant gets its article's number where a person has said that both are the same. */
class RenumberingTest {

    private static final ShopRef SHOP = ProductScene.SHOP;

    private final ProductScene scene = new ProductScene();
    private final PaperShop shop = scene.shop;
    private final InitialLineBook lines = new InitialLineBook(scene.books.database);

    @BeforeEach
    void aPlanProposesANumber() {
        scene.specter.articles.put("KAJ-1", new SpecterArticle("KAJ-1", "Kanot", null, null));
        shop.put(1, "Kajak", "KAJ1");
        new InitialBook(scene.books.database).ask(SHOP, Direction.TO_SPECTER, "anna");
        InitialLine line =
                new InitialLine(0, "KAJ1", Kind.PROPOSED, "KAJ-1", List.of(), Why.NOTHING, new Count(1, 1), null);
        scene.books.transactions.executeWithoutResult(tx -> InitialLines.replace(lines, SHOP, List.of(line)));
    }

    private void accepted() {
        scene.books.transactions.executeWithoutResult(tx -> lines.say(SHOP, null, true, "anna"));
    }

    private void released() {
        accepted();
        lines.release(SHOP, true);
    }

    @Test
    void nothingIsWrittenBeforeTheRun() {
        accepted();

        scene.look();

        assertThat(shop.asked).noneMatch(asked -> asked.startsWith("renumber"));
        assertThat(scene.specter.calls).isEmpty();
    }

    @Test
    void theVariantGetsTheNumberAndTheArticleItsValues() {
        released();

        scene.look();

        assertThat(shop.asked).containsOnlyOnce("renumber KAJ1 KAJ-1");
        assertThat(scene.specter.articles.keySet()).containsExactly("KAJ-1");
        assertThat(scene.specter.article("KAJ-1").name()).isEqualTo("Kajak");
        assertThat(scene.row("KAJ-1").standing().state()).isEqualTo(ProductRow.State.SETTLED);
        assertThat(scene.products.find(SHOP, "KAJ1")).isEmpty();
    }

    @Test
    void afterALostAnswerTheRepeatChangesNothingMore() {
        released();
        shop.lostAnswers = 1;
        assertThatThrownBy(scene::look).isInstanceOf(RemoteFailure.class);

        scene.heardOf(1);
        scene.look();

        assertThat(scene.specter.articles.keySet()).containsExactly("KAJ-1");
        assertThat(scene.row("KAJ-1").standing().state()).isEqualTo(ProductRow.State.SETTLED);
        assertThat(shop.products)
                .extractingByKey(1L)
                .extracting(product -> product.variants().getFirst().sku())
                .isEqualTo("KAJ-1");
    }

    @Test
    void aNumberThatAnotherVariantHasMeanwhileIsNotTakenFromIt() {
        shop.put(2, "Paddel", "KAJ-1");
        released();

        scene.look();

        assertThat(shop.asked).noneMatch(asked -> asked.startsWith("renumber"));
        assertThat(scene.row("KAJ1").standing().cause()).isEqualTo(Cause.PRODUCT_NUMBER_NOT_TAKEN);
        assertThat(scene.specter.articles.keySet()).containsExactly("KAJ-1");
    }

    @Test
    void whatTheShopRefusesWaitsAndIsNotAskedForAgain() {
        shop.refused.add("KAJ-1");
        released();

        scene.look();
        scene.look();

        assertThat(scene.row("KAJ1").standing().cause()).isEqualTo(Cause.PRODUCT_NUMBER_NOT_TAKEN);
        assertThat(shop.asked).containsOnlyOnce("renumber KAJ1 KAJ-1");
    }

    @Test
    void anOldNumberThatComesBackBecomesNoSecondArticle() {
        released();
        scene.look();

        shop.put(3, "Kajak igen", "KAJ1");
        scene.heardOf(3);
        scene.look();

        assertThat(scene.specter.articles.keySet()).containsExactly("KAJ-1");
    }
}
