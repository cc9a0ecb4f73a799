package se.brygga.activities.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.activities.mapping.Translation.Problem;
import se.brygga.clients.shop.order.ShopOrder.DiscountType;
import se.brygga.clients.shop.order.ShopOrder.Item;
import se.brygga.setup.OrderSetup.Bundles;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/** Rows that sell nothing hold no order up, and an order that gives money back is no ordinary one. */
class RowsThatAreNoneTest {

    private static final Detail ROW_A = Phrase.WITH_SKU.with(Phrase.ROW.with(1), "A");

    private final OrderTranslator translator = new OrderTranslator();

    @Test
    void sendsNoRowOfAQuantityOfZeroWhateverElseIsWrongWithIt() {
        Translation translation = translate(Orders.order()
                .row("A", "10", 1, "25")
                .row("B", "10", 0, "25")
                .row("Ö D", "10", 0, "7.5")
                .row(null, "10", 0, "25")
                .row("C", "10", 0, "25", "10", DiscountType.PERCENT));

        assertThat(rows(translation)).containsExactly("A 1 x 10.000 25");
        assertThat(Objects.requireNonNull(translation.draft()).articles()).hasSize(1);
    }

    @Test
    void keepsTheMoneyOfADiscountOnARowWithoutQuantity() {
        Translation translation =
                translate(Orders.order().row("A", "10", 2, "25").row("B", "10", 0, "25", "4", DiscountType.AMOUNT));

        assertThat(rows(translation)).containsExactly("A 2 x 10.000 25", "RABATT 1 x -4.000 25");
    }

    @Test
    void takesWhatATextRowSaysAlongForTheStaff() {
        Translation translation = translate(Orders.order()
                .row(text("Slå in i rött papper", "25"))
                .row("A", "10", 1, "25")
                .row(text("Grattis!", "7.5")));

        assertThat(rows(translation)).containsExactly("A 1 x 10.000 25");
        assertThat(Objects.requireNonNull(translation.draft()).order().internalComment())
                .isEqualTo("Webborder 10025\nRad: Slå in i rött papper\nRad: Grattis!");
    }

    @Test
    void takesATextAlongWhateverItsQuantity() {
        Translation translation = translate(Orders.order()
                .row("A", "10", 1, "25")
                .row(Orders.item(null, "0", 0, "25", "0", DiscountType.PERCENT, List.of())));

        assertThat(rows(translation)).containsExactly("A 1 x 10.000 25");
        assertThat(Objects.requireNonNull(translation.draft()).order().internalComment())
                .isEqualTo("Webborder 10025\nRad: Vara null");
    }

    @Test
    void knowsAnotherTextFromTheOneThatWentAlong() {
        ToldOrder then = told(Orders.order().row("A", "10", 1, "25").row(text("Grattis!", "25")));

        assertThat(ToldOrder.Part.TEXTS.differs(
                        then, told(Orders.order().row("A", "10", 1, "25").row(text("Grattis Eva!", "25")))))
                .isTrue();
        assertThat(ToldOrder.Part.TEXTS.differs(
                        then, told(Orders.order().row(text("Grattis!", "25")).row("A", "10", 1, "25"))))
                .isFalse();
    }

    private ToldOrder told(Orders order) {
        return translator.told(
                order.build(), Orders.shop(false, Bundles.PARENT_ONLY), Orders.specter(), Orders.NO_CARD);
    }

    @Test
    void makesADiscountOfATextRowThatTakesMoneyOff() {
        Translation translation =
                translate(Orders.order().row("A", "100", 1, "25").row(null, "0", 1, "25", "20", DiscountType.AMOUNT));

        assertThat(rows(translation)).containsExactly("A 1 x 100.000 25", "RABATT 1 x -20.000 25");
    }

    @Test
    void sendsNoDiscountOfNothing() {
        Translation translation =
                translate(Orders.order().row("A", "10", 1, "25").row("GAVA", "0", 1, "25", "10", DiscountType.PERCENT));

        assertThat(rows(translation)).containsExactly("A 1 x 10.000 25", "GAVA 1 x 0.000 25");
    }

    @Test
    void stillWaitsForGoodsWithoutASku() {
        assertThat(translate(Orders.order().row(null, "10", 1, "25")).problems())
                .containsExactly(new Problem(Cause.SKU_MISSING, Phrase.NO_SKU.with(Phrase.ROW.with(1), "1", "10")));
    }

    @Test
    void leavesOutThePartsThatABundleHasNoneOfAndAllOfABundleThatIsNotSold() {
        Item none = part("P0", 0);
        Item one = part("P1", 1);

        assertThat(rows(withParts(bundle(1, none, one)))).containsExactly("SET 1 x 90.000 25", "P1 1 x 0.000 25");
        assertThat(rows(withParts(
                        bundle(0, none, one), Orders.item("A", "5", 1, "25", "0", DiscountType.PERCENT, List.of()))))
                .containsExactly("A 1 x 5.000 25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", ""})
    void waitsWhenAllRowsVanish(String sku) {
        Orders order = Orders.order().shipping("49");
        order.row(sku.isEmpty() ? null : sku, sku.isEmpty() ? "0" : "10", sku.isEmpty() ? 1 : 0, "25");

        assertThat(translate(order).problems()).extracting(Problem::cause).containsExactly(Cause.NO_ROWS);
    }

    @Test
    void waitsAsAReturnWhenTheTotalIsBelowZero() {
        Translation back = translate(Orders.order().row("A", "100", -1, "25").payment("gammal"));

        assertThat(back.problems().getFirst())
                .isEqualTo(new Problem(Cause.TOTAL_BELOW_ZERO, Phrase.TOTAL_IS.with("-125.00 SEK")));
        assertThat(back.sendable(true)).isEmpty();
    }

    @Test
    void sendsAnExchangeThatComesToNothingWithBothItsRows() {
        Translation exchange =
                translate(Orders.order().row("A", "100", -1, "25").row("B", "100", 1, "25"));

        assertThat(rows(exchange)).containsExactly("A -1 x 100.000 25", "B 1 x 100.000 25");
        assertThat(Objects.requireNonNull(exchange.draft()).specterTotal().amount())
                .isEqualByComparingTo("0");
    }

    @Test
    void showsTheSkuAndSaysWhetherItIsTooLongOrHasOddCharacters() {
        assertThat(translate(Orders.order().row("S".repeat(60), "10", 1, "25")).problems())
                .containsExactly(new Problem(
                        Cause.SKU_NOT_ALLOWED,
                        Phrase.SKU_TOO_LONG.with(Phrase.ROW.with(1), "S".repeat(60), 60, 40),
                        Map.of("sku", "S".repeat(60))));
        assertThat(translate(Orders.order().row("A/B", "10", 1, "25")).problems())
                .containsExactly(new Problem(
                        Cause.SKU_NOT_ALLOWED,
                        Phrase.SKU_CHARACTERS.with(Phrase.ROW.with(1), "A/B", "\"/\""),
                        Map.of("sku", "A/B")));
    }

    @ParameterizedTest
    @CsvSource({"7.5, VAT_NOT_WHOLE", "125, VAT_OUT_OF_RANGE", "-25, VAT_OUT_OF_RANGE"})
    void saysWhatIsWrongWithAVatRate(String rate, Phrase wrong) {
        assertThat(translate(Orders.order().row("A", "10", 1, rate)).problems())
                .containsExactly(new Problem(Cause.VAT_RATE_NOT_WHOLE, wrong.with(ROW_A, rate)));
    }

    @Test
    void callsNothingTooLongThatIsNot() {
        Orders country = Orders.order()
                .row("A", "10", 1, "25")
                .address(CustomerTranslatorTest.address(
                        "Ekgatan 1", "Åsa", "Öberg", null, null, "412 50", "Göteborg", "Sverige"));

        assertThat(translate(country).problems()).extracting(Problem::cause).containsOnly(Cause.VALUE_NOT_ALLOWED);
        assertThat(translate(country).problems().getFirst().detail())
                .isEqualTo(Phrase.FIELD_NO_CODE.with(Phrase.FIELD_COUNTRY, 2));
        assertThat(translate(Orders.order().row(fraction("0.1234"))).problems())
                .contains(new Problem(Cause.VALUE_NOT_ALLOWED, Phrase.QUANTITY_DECIMALS.with(ROW_A, "0.1234", 3)));
    }

    private static Item fraction(String quantity) {
        Item whole = Orders.item("A", "10", 1, "25", "0", DiscountType.PERCENT, List.of());
        return new Item(
                1,
                whole.sku(),
                whole.description(),
                new BigDecimal(quantity),
                whole.unitPrice(),
                whole.vatRate(),
                whole.discount(),
                whole.discountType(),
                List.of());
    }

    private static Item text(@Nullable String says, String vat) {
        return new Item(
                1,
                null,
                says,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                new BigDecimal(vat),
                BigDecimal.ZERO,
                DiscountType.PERCENT,
                List.of());
    }

    private static Item part(String sku, int quantity) {
        return Orders.item(sku, "0", quantity, "25", "0", DiscountType.PERCENT, List.of());
    }

    private static Item bundle(int quantity, Item... parts) {
        return Orders.item("SET", "90", quantity, "25", "0", DiscountType.PERCENT, List.of(parts));
    }

    private Translation withParts(Item... items) {
        Orders order = Orders.order();
        List.of(items).forEach(order::row);
        return translator.translate(
                order.build(), Orders.shop(false, Bundles.WITH_PARTS), Orders.specter(), Orders.NO_CARD);
    }

    private Translation translate(Orders order) {
        return translator.translate(
                order.build(), Orders.shop(false, Bundles.PARENT_ONLY), Orders.specter(), Orders.NO_CARD);
    }

    private static List<String> rows(Translation translation) {
        assertThat(translation.problems()).isEmpty();
        return Objects.requireNonNull(translation.draft()).order().rows().stream()
                .map(r -> r.articleNo() + " " + r.quantity() + " x " + r.priceExclVat() + " " + r.vatPercent())
                .toList();
    }
}
