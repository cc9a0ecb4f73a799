package se.brygga.activities.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.brygga.clients.shop.order.ShopOrder.DiscountType;
import se.brygga.clients.shop.order.ShopOrder.Item;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.setup.OrderSetup.Bundles;

/** What would be created in Specter if an article were not there: nothing that only one order says. */
class OrderArticlesTest {

    @Test
    void namesEachArticleOnceAndGivesGoodsNeitherPriceNorVat() {
        assertThat(articles(Orders.t1().row("A", "150.00", 1, "25.0")))
                .containsExactly(
                        "A null at null", "RABATT 0 at null", "B null at null", "FRAKT 0 at null", "AVGIFT 0 at null");
    }

    @Test
    void takesSpellingsThatDifferInCaseForOneArticle() {
        assertThat(articles(Orders.order().row("kaj-009", "10", 1, "25").row("KAJ-009", "10", 2, "25")))
                .containsExactly("kaj-009 null at null");
    }

    @Test
    void namesABundleAndItsParts() {
        List<Item> parts = List.of(
                Orders.item("P1", "60", 1, "25", "0", DiscountType.PERCENT, List.of()),
                Orders.item("P2", "40", 1, "25", "0", DiscountType.PERCENT, List.of()));
        Item bundle = Orders.item("SET", "90", 1, "25", "0", DiscountType.PERCENT, parts);

        assertThat(articles(Orders.order().row(bundle).toPay("112.50")))
                .containsExactly("SET null at null", "P1 null at null", "P2 null at null");
    }

    @Test
    void givesTheRoundingArticleNoVat() {
        assertThat(articles(Orders.order().row("A", "94.3396", 100, "6"))).contains("AVRUNDNING 0 at 0");
    }

    private static List<String> articles(Orders order) {
        Translation translation = new OrderTranslator()
                .translate(order.build(), Orders.shop(false, Bundles.WITH_PARTS), Orders.specter(), Orders.NO_CARD);
        assertThat(translation.problems()).isEmpty();
        return Objects.requireNonNull(translation.draft()).articles().stream()
                .map((SpecterArticle a) -> a.articleNo() + " " + a.priceExclVat() + " at " + a.vatPercent())
                .toList();
    }
}
