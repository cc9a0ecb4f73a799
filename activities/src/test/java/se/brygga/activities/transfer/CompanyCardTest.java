package se.brygga.activities.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.activities.SampleOrder;
import se.brygga.clients.shop.OrderEdit;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.Address;
import se.brygga.clients.shop.order.ShopOrder.Customer;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer.Done;
import se.brygga.clients.specter.order.SpecterCustomer;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.transfer.ShopOrderActivities.Fetched;
import se.brygga.workflows.transfer.StepResult;

/** Specter finds a card by e-mail or number, whoever buys: a company's card must stay a company's. */
@Timeout(120)
class CompanyCardTest extends TransferScene {

    private static final String EMAIL = "inkop@firman.example.se";
    private static final String NUMBER = "556677-8899";
    private static final OrderRef NEXT = new OrderRef(ORDER.shop(), 10026);

    private static final Customer COMPANY = new Customer(7L, true, EMAIL, NUMBER, null);

    @Test
    void aGuestWithTheCompanysEMailLeavesTheCardACompanys() {
        transferred(ORDER, COMPANY, "Firman AB", 5001);

        transferred(NEXT, new Customer(null, false, EMAIL, null, null), null, 5002);

        assertThat(companySentLast()).isEqualTo("Firman AB");
        assertThat(sentLast().contactPerson()).isEqualTo("Åsa Öberg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inkop@FIRMAN.example.se", "Inkop@firman.example.se"})
    void soDoesACustomerOfAnotherNumberWhoWritesTheEMailOtherwise(String email) {
        transferred(ORDER, COMPANY, "Firman AB", 5001);

        transferred(NEXT, new Customer(8L, false, email, null, null), null, 5002);

        assertThat(companySentLast()).isEqualTo("Firman AB");
    }

    /** A sole trader's number is the person's own. */
    @ParameterizedTest
    @ValueSource(strings = {"556677-8899", "5566778899", "16556677-8899"})
    void soDoesAGuestOfAnotherEMailWithTheCompanysNumber(String number) {
        transferred(ORDER, COMPANY, "Firman AB", 5001);

        transferred(NEXT, new Customer(null, false, "hemma@example.se", number, null), null, 5002);

        assertThat(companySentLast()).isEqualTo("Firman AB");
    }

    @Test
    void whoHasNeitherEMailNorNumberOfTheCompanyIsAPerson() {
        transferred(ORDER, COMPANY, "Firman AB", 5001);

        transferred(NEXT, new Customer(null, false, "hemma@example.se", null, null), null, 5002);

        assertThat(specter.customers.getLast().company()).isNull();
    }

    @Test
    void aPersonWhoBecomesACompanyIsOne() {
        transferred(ORDER, new Customer(7L, false, EMAIL, null, null), null, 5001);

        transferred(NEXT, COMPANY, "Firman AB", 5002);

        assertThat(companySentLast()).isEqualTo("Firman AB");
    }

    @Test
    void aNewNameThatTheCompanyWritesIsItsName() {
        transferred(ORDER, COMPANY, "Firman AB", 5001);

        transferred(NEXT, COMPANY, "Firman i Göteborg AB", 5002);

        assertThat(companySentLast()).isEqualTo("Firman i Göteborg AB");
    }

    /** The e-mail goes first in Specter, so a number that is another card's stays that card's. */
    @Test
    void aNumberThatLedToOneCardIsNotAnothersBecauseAnEMailCameWithIt() {
        transferred(ORDER, COMPANY, "Firman AB", 5001);
        specter.answers(new Done(43));
        fetch(NEXT, new Customer(null, false, "hemma@example.se", null, null), null);
        specterOrders.submitCustomer(NEXT);
        OrderRef both = new OrderRef(ORDER.shop(), 10027);
        fetch(both, new Customer(null, false, "hemma@example.se", NUMBER, null), null);
        specter.answers(new Done(43));
        specterOrders.submitCustomer(both);

        OrderRef numberOnly = new OrderRef(ORDER.shop(), 10028);
        transferred(numberOnly, new Customer(null, false, null, NUMBER, null), null, 5004);

        assertThat(companySentLast()).isEqualTo("Firman AB");
    }

    @Test
    void anOrderThatWasReadBeforeTheCompanysIsReadAgain() {
        fetch(NEXT, new Customer(null, false, EMAIL, null, null), null);
        transferred(ORDER, COMPANY, "Firman AB", 5001);

        assertThat(specterOrders.submitCustomer(NEXT)).isEqualTo(new StepResult.Stale());
        assertThat(companySentLast()).isEqualTo("Firman AB");

        transferred(NEXT, new Customer(null, false, EMAIL, null, null), null, 5002);
        assertThat(companySentLast()).isEqualTo("Firman AB");
    }

    @Test
    void theDatabaseShowsNeitherEMailNorNumber() {
        transferred(ORDER, COMPANY, "Firman AB", 5001);

        assertThat(books.jdbc
                        .sql("select encode(entry, 'escape') from customer_card_entry")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .noneMatch(entry -> entry.contains("firman") || entry.contains("8899"));
    }

    private SpecterCustomer.Company sentLast() {
        return Objects.requireNonNull(specter.customers.getLast().company());
    }

    private String companySentLast() {
        return sentLast().name();
    }

    private Fetched fetch(OrderRef order, Customer customer, @Nullable String company) {
        put(SampleOrder.of(order.orderId(), PLACED).edited(o -> of(o, customer, company)));
        return shopOrders.fetchOrder(order, false);
    }

    private void transferred(OrderRef order, Customer customer, @Nullable String company, long number) {
        assertThat(fetch(order, customer, company)).isInstanceOf(Fetched.Ready.class);
        specter.answers(new Done(CUSTOMER));
        assertThat(specterOrders.submitCustomer(order)).isEqualTo(new StepResult.Done(CUSTOMER));
        specter.answers(new Done(number));
        assertThat(specterOrders.submitOrder(order, false)).isEqualTo(new StepResult.Done(number));
    }

    private static ShopOrder of(ShopOrder o, Customer customer, @Nullable String company) {
        Address at = Objects.requireNonNull(o.addresses().originalInvoice());
        Address home = new Address(
                company,
                at.firstName(),
                at.lastName(),
                null,
                null,
                null,
                at.address(),
                at.postalCode(),
                at.city(),
                null,
                at.countryCode(),
                null,
                null);
        return OrderEdit.of(o, edit -> {
            edit.customer = customer;
            edit.addresses = new ShopOrder.Addresses(home, null, null, null, null, null);
        });
    }
}
