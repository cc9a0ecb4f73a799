package se.brygga.activities.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.clients.shop.order.ShopOrder.DiscountType;
import se.brygga.clients.specter.order.SpecterOrder.Row;
import se.brygga.setup.OrderSetup;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Phrase;

class OrderTranslatorTest {

    private final OrderTranslator translator = new OrderTranslator();

    @Test
    void reproducesTheWorkedExampleRowByRow() {
        Translation translation = translate(Orders.t1());

        assertThat(translation.problems()).isEmpty();
        assertThat(draft(translation).specterTotal().amount()).isEqualByComparingTo("804.10");
        assertThat(rows(translation))
                .containsExactly(
                        "A 3 x 159.200 25",
                        "RABATT 1 x -47.760 25",
                        "B 2 x 94.340 6",
                        "RABATT 1 x -20.000 6",
                        "FRAKT 1 x 47.200 25",
                        "AVGIFT 1 x 23.200 25");
    }

    @Test
    void readsAmountDiscountsInclusiveOfVatWhenTheSetUpSaysSo() {
        Translation translation = translator.translate(
                Orders.t1().toPay("805.30").build(),
                Orders.shop(true, OrderSetup.Bundles.PARENT_ONLY),
                Orders.specter(),
                Orders.NO_CARD);

        assertThat(translation.problems()).isEmpty();
        assertThat(draft(translation).specterTotal().amount()).isEqualByComparingTo("805.30");
    }

    @Test
    void holdsTheOrderWhenTheAmountDiscountWasReadTheWrongWay() {
        Translation translation = translate(Orders.t1().toPay("805.30"));

        assertThat(causes(translation)).containsExactly(Cause.TOTALS_DIFFER);
        assertThat(translation.problems().getFirst().values())
                .isEqualTo(Map.of("shop", "805.30 SEK", "specter", "804.10 SEK", "difference", "1.20 SEK"));
        assertThat(translation.sendable(false)).isEmpty();
        assertThat(translation.sendable(true)).isPresent();
    }

    @Test
    void makesANegativeRowWithoutSkuADiscount() {
        Translation translation = translate(Orders.t1().row(null, "40.00", -1, "25.0"));

        assertThat(draft(translation).specterTotal().amount()).isEqualByComparingTo("754.10");
        assertThat(rows(translation)).contains("RABATT 1 x -40.000 25");
    }

    @Test
    void keepsADiscountOnTwoVatRatesApart() {
        Translation translation = translate(Orders.order()
                .row("A", "100", 1, "25")
                .row("B", "100", 1, "6")
                .row(null, "15.00", -1, "25")
                .row(null, "5.00", -1, "6"));

        assertThat(translation.problems()).isEmpty();
        assertThat(rows(translation))
                .containsExactly("A 1 x 100.000 25", "B 1 x 100.000 6", "RABATT 1 x -15.000 25", "RABATT 1 x -5.000 6");
        assertThat(draft(translation).specterTotal().amount()).isEqualByComparingTo("206.95");
    }

    @Test
    void addsUpSmallRowsAsTheShopDoes() {
        Translation translation =
                translate(Orders.order().row("A", "0.10", 1, "25.0").row("B", "0.10", 1, "25.0"));

        assertThat(draft(translation).specterTotal().amount()).isEqualByComparingTo("0.25");
    }

    @Test
    void keepsTheOrdersCurrency() {
        Translation translation = translate(Orders.t1().currency("NOK", 2));

        assertThat(draft(translation).specterTotal().currency()).isEqualTo("NOK");
        assertThat(draft(translation).order().currency()).isEqualTo("NOK");
    }

    @Test
    void mendsTheDecimalsThatAUnitPriceLosesAtTheSameVatRate() {
        Translation translation = translate(Orders.order().row("A", "94.3396", 100, "6.0"));

        assertThat(rows(translation)).containsExactly("A 100 x 94.340 6", "AVRUNDNING 1 x -0.040 6");
        assertThat(translation.problems()).isEmpty();
    }

    @Test
    void mendsWholeKronorWithOneRowWithoutVat() {
        Translation translation = translate(
                Orders.order().row("A", "79.60", 1, "25.0").currency("SEK", 0).toPay("100"));

        assertThat(rows(translation)).containsExactly("A 1 x 79.600 25", "AVRUNDNING 1 x 0.500 0");
        assertThat(draft(translation).specterTotal().amount()).isEqualByComparingTo("100");
    }

    @Test
    void reachesTheTotalAlsoWhereTheRowsWithoutVatEndOnHalfAnOre() {
        Translation translation = translate(Orders.order()
                .row("A", "100", 1, "25.0")
                .row(null, "0.335", -1, "0.0")
                .currency("SEK", 0)
                .toPay("125"));

        assertThat(translation.problems()).isEmpty();
        assertThat(draft(translation).specterTotal().amount()).isEqualByComparingTo("125");
        assertThat(rows(translation)).contains("RABATT 1 x -0.335 0", "AVRUNDNING 1 x 0.339 0");
    }

    @Test
    void holdsTheOrderWhoseOwnRowsDoNotAddUpAlsoWhenSpecterWouldReachItsTotal() {
        Translation translation =
                translate(Orders.order().row("A", "100.0340", 1, "0.0").toPay("100.00"));

        assertThat(causes(translation)).containsExactly(Cause.TOTALS_DIFFER);
    }

    @Test
    void roundsNoMoreThanOneKronaHoweverManyRowsThereAre() {
        Orders order = Orders.order();
        IntStream.range(0, 99).forEach(i -> order.row("A", "1", 1, "0.0"));

        assertThat(translate(order.toPay("100.00")).problems()).isEmpty();
        assertThat(causes(translate(order.toPay("100.01")))).containsExactly(Cause.TOTALS_DIFFER);
    }

    @Test
    void takesTheBundlesPriceOrItsPartsWhicheverGivesTheTotal() {
        var parts = List.of(
                Orders.item("P1", "60", 1, "25", "0", DiscountType.PERCENT, List.of()),
                Orders.item("P2", "40", 1, "25", "0", DiscountType.PERCENT, List.of()));
        var bundle = Orders.item("SET", "90", 1, "25", "0", DiscountType.PERCENT, parts);

        assertThat(rows(translate(Orders.order().row(bundle).toPay("112.50")))).containsExactly("SET 1 x 90.000 25");
        assertThat(rows(translate(Orders.order().row(bundle).toPay("125.00"))))
                .containsExactly("P1 1 x 60.000 25", "P2 1 x 40.000 25");
        assertThat(causes(translate(Orders.order().row(bundle).toPay("300.00"))))
                .contains(Cause.BUNDLE_UNCLEAR);
    }

    @ParameterizedTest
    @CsvSource({"90, 0, 0", "0, 60, 40", "100, 60, 40"})
    void doesNotBlameABundleForTotalsThatDifferForAnotherReason(String price, String firstPart, String secondPart) {
        var parts = List.of(
                Orders.item("P1", firstPart, 1, "25", "0", DiscountType.PERCENT, List.of()),
                Orders.item("P2", secondPart, 1, "25", "0", DiscountType.PERCENT, List.of()));
        var bundle = Orders.item("SET", price, 1, "25", "0", DiscountType.PERCENT, parts);

        Translation translation = translate(Orders.order().row(bundle).toPay("300.00"));

        assertThat(causes(translation)).containsExactly(Cause.TOTALS_DIFFER);
        assertThat(translation.sendable(true)).isPresent();
    }

    @Test
    void sendsTheBundlesPartsAtPriceZeroWhenSpecterMovesStockOnThem() {
        var part = Orders.item("P1", "0", 2, "25", "0", DiscountType.PERCENT, List.of());
        var bundle = Orders.item("SET", "90", 1, "25", "0", DiscountType.PERCENT, List.of(part));

        Translation translation = translator.translate(
                Orders.order().row(bundle).toPay("112.50").build(),
                Orders.shop(false, OrderSetup.Bundles.WITH_PARTS),
                Orders.specter(),
                Orders.NO_CARD);

        assertThat(rows(translation)).containsExactly("SET 1 x 90.000 25", "P1 2 x 0.000 25");
    }

    @Test
    void collectsEverythingThatIsWrong() {
        Translation translation = translate(Orders.order()
                .row("A B", "10", 1, "25")
                .row(null, "10", 1, "25")
                .row("C", "10", 1, "7.5")
                .payment("gammal")
                .email(null)
                .address(Orders.livingAt(null)));

        assertThat(translation.draft()).isNull();
        assertThat(causes(translation))
                .contains(
                        Cause.SKU_NOT_ALLOWED,
                        Cause.SKU_MISSING,
                        Cause.VAT_RATE_NOT_WHOLE,
                        Cause.PAYMENT_NOT_MAPPED,
                        Cause.ADDRESS_UNUSABLE);
    }

    @Test
    void namesTheMethodThatIsNotMappedButNobody() {
        Translation translation = translate(Orders.t1().payment("gammal"));

        assertThat(translation.problems().getFirst())
                .isEqualTo(new Translation.Problem(
                        Cause.PAYMENT_NOT_MAPPED,
                        Phrase.METHOD_NAMED.with("Betalsätt gammal", "idCode gammal, id 1"),
                        Map.of("method", "Betalsätt gammal")));
    }

    @Test
    void refusesAnOrderWithoutRows() {
        assertThat(causes(translate(Orders.order()))).contains(Cause.NO_ROWS);
    }

    private Translation translate(Orders order) {
        return translator.translate(
                order.build(), Orders.shop(false, OrderSetup.Bundles.PARENT_ONLY), Orders.specter(), Orders.NO_CARD);
    }

    private static List<Cause> causes(Translation translation) {
        return translation.problems().stream().map(Translation.Problem::cause).toList();
    }

    private static List<String> rows(Translation translation) {
        return draft(translation).order().rows().stream()
                .map((Row r) -> r.articleNo() + " " + r.quantity() + " x " + r.priceExclVat() + " " + r.vatPercent())
                .toList();
    }

    private static Translation.Draft draft(Translation translation) {
        return Objects.requireNonNull(
                translation.draft(), () -> translation.problems().toString());
    }
}
