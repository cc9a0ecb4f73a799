package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.brygga.simulators.Fault;
import se.brygga.simulators.specter.sales.Order;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.starter.desk.Outcome;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;

/** A shop whose orders become invoices: {@code as: invoice}, by the call that we have invented. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvoiceIT {

    private static final String SHOP = "kajak-no";
    private static final long ACCOUNT = 9999;
    private static final String SUBMIT = "action=newOrderSubmit";
    private static final String INVOICE = "action=orderInvoiceSubmit";

    private World world;

    @BeforeAll
    void open() {
        world = new World(81);
        apply(Merchants.file());
    }

    private void apply(String file) {
        String invoices = file.replaceFirst("(?s)(shop: kajak-no.*?)transferWhen", "$1as: invoice\n      transferWhen");
        assertThat(invoices).isNotEqualTo(file);
        Merchants.setUp(world.apps, invoices, Merchants.environment(world.starweb, world.specter), Instant.now());
    }

    @AfterAll
    void close() {
        world.close();
    }

    @AfterEach
    void calm() {
        world.specter.faults().clear();
        world.specter.account(ACCOUNT).quirks().reset();
    }

    @Test
    void anOrderBecomesOneInvoice() {
        OrderRef order = placed();
        world.awaitTransferred(order);
        assertInvoicedOnce(order);
    }

    @Test
    void anOrderWhoseAnswerWasLostBecomesOneInvoiceAllTheSame() {
        world.specter.account(ACCOUNT).quirks().set("order.duplicate", "ERROR_WITH_NO");
        world.specter.faults().add(Fault.times(SUBMIT, Fault.Kind.DROP_AFTER_COMMIT, 1));
        OrderRef order = placed();
        world.awaitTransferred(order);
        assertThat(world.copiesInSpecter(order)).isOne();
        assertInvoicedOnce(order);
    }

    @Test
    void aSentInvoiceThatSurelyDidNotArriveIsSentAgain() {
        world.specter.faults().add(Fault.times(INVOICE, Fault.Kind.STATUS, 1).withStatus(429, null));
        OrderRef order = placed();
        world.awaitTransferred(order);
        assertInvoicedOnce(order);
    }

    @Test
    void aLostAnswerAboutAnInvoiceWaitsForAPersonWhoLooks() {
        world.specter.faults().add(Fault.times(INVOICE, Fault.Kind.DROP_AFTER_COMMIT, 1));
        OrderRef order = placed();
        world.awaitWaiting(order, Cause.INVOICE_UNCERTAIN);
        assertInvoicedOnce(order);

        assertThat(world.decide(order, Decision.Kind.SKIP, "fakturan finns", null))
                .isInstanceOf(Outcome.Followed.class);
        await().until(() -> world.line(order).orElseThrow().cause() == null);
        assertInvoicedOnce(order);
    }

    @Test
    void anInvoiceThatSpecterRefusesWaitsAndIsMadeWhenAPersonTriesAgain() {
        world.specter.account(ACCOUNT).quirks().set("gap.invoices", "off");
        OrderRef order = placed();
        world.awaitWaiting(order, Cause.SPECTER_REFUSED_INVOICE);
        assertThat(inSpecter(order).invoices()).isEmpty();

        world.specter.account(ACCOUNT).quirks().reset();
        world.decide(order, Decision.Kind.RETRY, "", null);
        world.awaitTransferred(order);
        assertThat(world.copiesInSpecter(order)).isOne();
        assertInvoicedOnce(order);
    }

    @Test
    void theSetUpIsRefusedWithoutTheAssumedAdapter() {
        String without = Merchants.file()
                .replace("assumedAdapter: true", "assumedAdapter: false")
                .replace("priceLists: assumed", "priceLists: file");
        assertThatThrownBy(() -> apply(without)).hasMessageContaining("Specter has no known call that makes invoices");
    }

    private OrderRef placed() {
        return Merchants.order(
                SHOP, world.starweb.placeAndPay(SHOP, OrderKind.PRIVATE_KLARNA).orderId());
    }

    private Order inSpecter(OrderRef order) {
        return world.specter.account(ACCOUNT).order(Merchants.externalNo(order)).orElseThrow();
    }

    private void assertInvoicedOnce(OrderRef order) {
        List<Order.Invoice> invoices = inSpecter(order).invoices();
        assertThat(invoices).singleElement().satisfies(invoice -> {
            assertThat(invoice.credit()).isFalse();
            assertThat(invoice.total()).isEqualByComparingTo(inSpecter(order).total());
        });
    }
}
