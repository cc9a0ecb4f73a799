package se.brygga.activities.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.brygga.activities.setup.OrderSetup.Bundles;
import se.brygga.activities.specter.SpecterArticle;
import se.brygga.activities.starweb.StarwebOrder.DiscountType;
import se.brygga.activities.starweb.StarwebOrder.Item;

/** What would be created in Specter if an article were not there: the article's own price and VAT, or none. */
class OrderArticlesTest {

    @Test
    void namesEachArticleOnceAndGivesCostsNoPriceOfTheirOwn() {
        assertThat(articles(Orders.t1().row("A", "150.00", 1, "25.0")))
                .containsExactly("A 159.20 at 25", "RABATT 0 at 25", "B 94.34 at 6", "FRAKT 0 at 25", "AVGIFT 0 at 25");
    }

    @Test
    void convertsToTheShopsBaseCurrency() {
        assertThat(articles(Orders.order()
                        .row("A", "97.00", 1, "25")
                        .currency("NOK", 2)
                        .exchangeRate("0.97")))
                .containsExactly("A 100.00 at 25");
        assertThat(articles(Orders.order()
                        .row("A", "9.00", 1, "25")
                        .currency("EUR", 2)
                        .exchangeRate("0.0874")))
                .containsExactly("A 102.97 at 25");
    }

    @Test
    void tellsNoPriceInACurrencyWhoseRateIsNotKnown() {
        assertThat(articles(Orders.order().row("A", "97.00", 1, "25").exchangeRate(null)))
                .containsExactly("A null at 25");
    }

    @Test
    void takesNothingFromAnOrderWithoutVat() {
        assertThat(articles(
                        Orders.order().row("A", "100", 1, "0").shipping("50").costVat("0")))
                .containsExactly("A null at null", "FRAKT 0 at null");
        // Freight that costs nothing has the shop's usual rate all the same.
        assertThat(articles(Orders.order().row("A", "100", 1, "0"))).containsExactly("A null at null");
    }

    @Test
    void takesRateZeroOfAnArticleAmongOthersForItsOwn() {
        assertThat(articles(Orders.order().row("BOK", "100", 1, "0").row("A", "10", 1, "25")))
                .containsExactly("BOK 100.00 at 0", "A 10.00 at 25");
    }

    @Test
    void takesNothingFromAFreeRowButFromAnotherRowOfTheSameArticle() {
        assertThat(articles(Orders.order()
                        .row("GIFT", "0", 1, "25")
                        .row("A", "0", 1, "0")
                        .row("A", "80", 1, "25")))
                .containsExactly("GIFT null at null", "A 80.00 at 25");
    }

    @Test
    void takesNothingFromAPartOfABundleWhicheverLevelCarriesTheMoney() {
        List<Item> parts = List.of(
                Orders.item("P1", "60", 1, "25", "0", DiscountType.PERCENT, List.of()),
                Orders.item("P2", "40", 1, "25", "0", DiscountType.PERCENT, List.of()));
        Item bundle = Orders.item("SET", "90", 1, "25", "0", DiscountType.PERCENT, parts);

        assertThat(articles(Orders.order().row(bundle).toPay("112.50")))
                .containsExactly("SET 90.00 at 25", "P1 null at null", "P2 null at null");
        assertThat(articles(Orders.order().row(bundle).row("P1", "70", 1, "25").toPay("212.50")))
                .containsExactly("SET null at null", "P1 70.00 at 25", "P2 null at null");
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
