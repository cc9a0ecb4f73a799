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
import se.brygga.clients.shop.order.ShopOrder.Address;
import se.brygga.clients.shop.order.ShopOrder.Addresses;
import se.brygga.clients.shop.order.ShopOrder.DiscountType;
import se.brygga.clients.shop.order.ShopOrder.Payment;
import se.brygga.clients.shop.order.ShopOrder.Shipping;
import se.brygga.clients.specter.order.SpecterOrder;
import se.brygga.setup.OrderSetup;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Phrase;

/** Everything of an order in Specter but its rows' money, and what keeps an order back. */
class OrderHeaderTest {

    private static final BigDecimal NONE = BigDecimal.ZERO;

    @Test
    void passesPaymentCodeAndReferenceOnUnaltered() {
        SpecterOrder order = sent(
                Orders.t1().payment(paid("INV-77", "invoice", 4L, "res+42/å")),
                OrderSetups.usual().payments(Map.of("inv-77", new OrderSetup.Payment("SP", "eid-9", true))));

        assertThat(order.payType()).isEqualTo("SP");
        assertThat(order.payReference()).isEqualTo("res+42/å");
        assertThat(order.paySystemUser()).isEqualTo("eid-9");
        assertThat(order.prepayment()).isTrue();
    }

    @Test
    void sendsNoPrepaymentAndNoProvidersUserUnlessTheSetUpSaysSo() {
        SpecterOrder order = sent(Orders.t1(), OrderSetups.usual());

        assertThat(order.prepayment()).isFalse();
        assertThat(order.paySystemUser()).isNull();
        assertThat(order.payReference()).isEqualTo("RES-1");
    }

    @ParameterizedTest
    @CsvSource({"ext, E", "code, C", "4, I", "Klarna Checkout, N"})
    void findsThePaymentByTheMostSpecificKeyThatTheSetUpHas(String key, String expected) {
        Map<String, OrderSetup.Payment> all =
                Map.of("ext", payment("E"), "code", payment("C"), "4", payment("I"), "klarna checkout", payment("N"));
        var order = Orders.t1().payment(paid("EXT", "code", 4L, null));

        assertThat(sent(order, OrderSetups.usual().payments(all)).payType()).isEqualTo("E");
        assertThat(sent(order, OrderSetups.usual().payments(Map.of(key, payment(expected))))
                        .payType())
                .isEqualTo(expected);
    }

    @Test
    void namesShopWarehouseAndDeliveryMethod() {
        SpecterOrder order =
                sent(Orders.t1(), OrderSetups.usual().stockSite("2").sendOrderMail());

        assertThat(order.externalOrderNo()).isEqualTo("K10025");
        assertThat(order.webshopId()).isEqualTo(1);
        assertThat(order.stockSiteId()).isEqualTo("2");
        assertThat(order.deliveryMethod()).isEqualTo("PostNord");
        assertThat(order.sendOrderMail()).isTrue();
    }

    @Test
    void sendsNoDeliveryMethodForAnOrderWithoutShipping() {
        SpecterOrder order = sent(
                Orders.order().row("A", "10", 1, "25").shipping(new Shipping(null, null, null, NONE, NONE)),
                OrderSetups.usual());

        assertThat(order.deliveryMethod()).isNull();
    }

    @Test
    void makesARowOfFreeFreightOnlyWhereTheSetUpWantsOne() {
        Orders order = Orders.order().row("A", "10", 1, "25");
        var wanted = Map.of("1", new OrderSetup.Shipping("FRAKT-0", "PostNord", true));

        assertThat(articles(sent(order, OrderSetups.usual()))).containsExactly("A");
        assertThat(articles(sent(order, OrderSetups.usual().shipping(wanted)))).containsExactly("A", "FRAKT-0");
    }

    @ParameterizedTest
    @CsvSource({"sv, SE", "en, EN", "no, NO", "nn, NO", "fi, FI", "da, DA", "es, ES", "de, DE", "fr, SE"})
    void writesTheOrdersLanguageAsSpecterDoes(String code, String expected) {
        assertThat(sent(Orders.t1().language(code), OrderSetups.usual()).language())
                .isEqualTo(expected);
    }

    @Test
    void keepsTheDiscountCodeForTheStaff() {
        assertThat(sent(Orders.t1().discountCode("VÅR10"), OrderSetups.usual()).internalComment())
                .isEqualTo("Webborder 10025, rabattkod VÅR10");
    }

    @Test
    void takesTheReferenceFromTheAddressThatIsInvoiced() {
        Address chosen =
                CustomerTranslatorTest.address("Kajen 4", "Åsa", "Öberg", null, "Inköp 7", "412 50", "Göteborg", "SE");
        Address passedOver =
                CustomerTranslatorTest.address("Ekgatan 1", "Åsa", "Öberg", null, "Gammal", "412 50", "Göteborg", "SE");

        SpecterOrder order = sent(
                Orders.t1().addresses(new Addresses(passedOver, null, null, null, chosen, null)), OrderSetups.usual());

        assertThat(order.customerReference()).isEqualTo("Inköp 7");
    }

    @Test
    void waitsForAShippingMethodThatIsNotMapped() {
        Orders order =
                Orders.t1().shipping(new Shipping(9L, "dhl", "DHL", new BigDecimal("47.20"), new BigDecimal(25)));

        assertThat(translate(order, OrderSetups.usual()).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.cause()).isEqualTo(Cause.SHIPPING_NOT_MAPPED);
                    assertThat(problem.detail().stored()).contains("dhl", "9");
                });
    }

    @Test
    void waitsWithMoreRowsThanTheSetUpAllows() {
        Orders order = Orders.order()
                .row("A", "10", 1, "25", "10", DiscountType.PERCENT)
                .row("B", "10", 1, "25");

        assertThat(translate(order, OrderSetups.usual().maxRows(3)).problems()).isEmpty();
        assertThat(causes(translate(order, OrderSetups.usual().maxRows(2)))).containsExactly(Cause.TOO_MANY_ROWS);
    }

    @Test
    void waitsWithATextThatMustNotBeCut() {
        Orders order = Orders.t1()
                .address(CustomerTranslatorTest.address(
                        "Ekgatan 1", "Å".repeat(51), "Öberg", null, null, "412 50", "Göteborg", "SE"));

        assertThat(translate(order, OrderSetups.usual()).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.cause()).isEqualTo(Cause.TEXT_TOO_LONG);
                    assertThat(problem.detail()).isEqualTo(Phrase.FIELD_TOO_LONG.with(Phrase.FIELD_FIRST_NAME, 51, 50));
                });
    }

    @Test
    void waitsWithoutAnEMailAddress() {
        assertThat(causes(translate(Orders.t1().email(null), OrderSetups.usual())))
                .containsExactly(Cause.EMAIL_MISSING);
    }

    private static Payment paid(String externalId, String idCode, long id, @Nullable String reference) {
        return new Payment(
                id,
                idCode,
                externalId,
                "Klarna Checkout",
                new BigDecimal("23.20"),
                new BigDecimal(25),
                reference,
                "reserved");
    }

    private static OrderSetup.Payment payment(String code) {
        return new OrderSetup.Payment(code, null, false);
    }

    private static Translation translate(Orders order, OrderSetups setups) {
        return new OrderTranslator()
                .translate(order.build(), Orders.shop(setups.build()), Orders.specter(), Orders.NO_CARD);
    }

    private static SpecterOrder sent(Orders order, OrderSetups setups) {
        Translation translation = translate(order, setups);
        assertThat(translation.problems()).isEmpty();
        return Objects.requireNonNull(translation.draft()).order();
    }

    private static List<Cause> causes(Translation translation) {
        return translation.problems().stream().map(Translation.Problem::cause).toList();
    }

    private static List<String> articles(SpecterOrder order) {
        return order.rows().stream().map(SpecterOrder.Row::articleNo).toList();
    }
}
