package se.brygga.activities.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.brygga.activities.SampleOrder;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.shop.OrderEdit;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.OrderComment;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.transfer.ShopOrderActivities.ChangeFound;
import se.brygga.workflows.transfer.ShopOrderActivities.Fetched;

/** What has become of a transferred order: each change once, by what it is about, and none that Specter was not told of. */
@Timeout(120)
class OrderComparisonTest extends TransferScene {

    private static final CauseTexts ENGLISH = CauseTexts.in(Locale.ENGLISH);

    private static final Question CHANGE = Question.change(ORDER);

    @BeforeEach
    void transferred() {
        assertThat(fetch(sample().withComment())).isInstanceOf(Fetched.Ready.class);
        specter.answers(new SpecterAnswer.Done(CUSTOMER), new SpecterAnswer.Done(5001));
        specterOrders.submitCustomer(ORDER);
        specterOrders.submitOrder(ORDER, false);
        books.time.advance(Duration.ofMinutes(1));
    }

    @Test
    void asksAnewWhenAnOrderIsCancelledOpenedAndCancelledAgain() {
        assertThat(compare(sample().status("canceled"))).isEqualTo(Cause.CANCELLED_AFTER_TRANSFER);

        assertThat(compare(sample().withComment())).as("nobody took note yet").isNull();
        assertNothingWaits();

        assertThat(compare(sample().status("canceled"))).isEqualTo(Cause.CANCELLED_AFTER_TRANSFER);
        note();
        assertThat(compare(sample().status("canceled"))).isNull();

        assertThat(compare(sample().withComment())).isEqualTo(Cause.REOPENED_AFTER_TRANSFER);
        note();
        assertThat(compare(sample().withComment())).isNull();

        assertThat(compare(sample().status("canceled"))).isEqualTo(Cause.CANCELLED_AFTER_TRANSFER);
    }

    @Test
    void withdrawsTheQuestionWhenADeletedOrderIsThereAgain() {
        shop.orders.delete(ORDER.orderId());
        assertThat(shopOrders.compareOrder(ORDER).cause()).isEqualTo(Cause.CANCELLED_AFTER_TRANSFER);

        assertThat(compare(sample().withComment())).isNull();
        assertNothingWaits();
    }

    @Test
    void asksWhenAnOrderIsThereAgainOfWhoseDeletionAPersonTookNote() {
        shop.orders.delete(ORDER.orderId());
        shopOrders.compareOrder(ORDER);
        note();
        assertThat(shopOrders.compareOrder(ORDER).cause()).isNull();

        assertThat(compare(sample())).isEqualTo(Cause.REOPENED_AFTER_TRANSFER);
    }

    @Test
    void asksAboutASecondChangeAfterAFirstWasTakenNoteOf() {
        assertThat(compare(sample().price("90.00"))).isEqualTo(Cause.CHANGED_AFTER_TRANSFER);
        note();
        assertThat(compare(sample().price("90.00"))).isNull();

        assertThat(compare(sample().price("80.00"))).isEqualTo(Cause.CHANGED_AFTER_TRANSFER);
        assertThat(detail()).contains("1 × 90 (25 %) → 1 × 80 (25 %)", "112.50 SEK → 100.00 SEK");
        note();

        assertThat(compare(sample())).as("changed back").isEqualTo(Cause.CHANGED_AFTER_TRANSFER);
    }

    @Test
    void takesNoteOfNothingWhenTheOrderCouldNotBeRead() {
        books.changes.differs(ORDER, null, Cause.STARWEB_REFUSED, Detail.NONE);
        put(sample().price("90.00"));
        note();

        assertThat(compare(sample().price("90.00"))).isEqualTo(Cause.CHANGED_AFTER_TRANSFER);
    }

    static Stream<Change> changes() {
        return Stream.of(
                new Change(
                        Cause.CHANGED_AFTER_TRANSFER,
                        "1 × 100 (25 %) → 2 × 100 (25 %)",
                        items(item -> new Quantity(2).of(item))),
                new Change(
                        Cause.CHANGED_AFTER_TRANSFER,
                        "The delivery method has changed: PostNord → Bring.",
                        order -> with(order, Part.SHIPPING)),
                new Change(
                        Cause.PAYMENT_CHANGED_AFTER_TRANSFER,
                        "The payment reference has changed.",
                        order -> with(order, Part.REFERENCE)),
                new Change(
                        Cause.CUSTOMER_CHANGED_AFTER_TRANSFER,
                        "The e-mail address has changed.",
                        order -> with(order, Part.EMAIL)),
                new Change(
                        Cause.CUSTOMER_CHANGED_AFTER_TRANSFER,
                        "The delivery address has changed.",
                        order -> with(order, Part.STREET)),
                new Change(
                        Cause.CUSTOMER_CHANGED_AFTER_TRANSFER,
                        "The language has changed.",
                        order -> with(order, Part.LANGUAGE)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void saysWhatDiffers(Change change) {
        assertThat(compare(sample().withComment().edited(change.edit()))).isEqualTo(change.cause());

        assertThat(detail()).contains(change.says()).doesNotContain("Åsa", "Ekgatan", "Storgatan", "@", "RES-");
    }

    @Test
    void asksAboutACommentThatWentAlongAndIsNoMoreThere() {
        shop.orders.comment = "Ring INTE på hos grannen";

        assertThat(compare(sample().withComment())).isEqualTo(Cause.CUSTOMER_CHANGED_AFTER_TRANSFER);

        shop.orders.comment = "Ring på hos grannen. Skickad 12/11.";
        assertThat(compare(sample().withComment())).isNull();
    }

    @ParameterizedTest
    @MethodSource("untold")
    void asksNothingAboutWhatSpecterWasNotTold(UnaryOperator<ShopOrder> edit) {
        assertThat(compare(sample().withComment().edited(edit))).isNull();
    }

    static Stream<UnaryOperator<ShopOrder>> untold() {
        return Stream.of(Part.CARD, Part.SHOP_NOTE, Part.PAYMENT_STATUS).map(part -> order -> with(order, part));
    }

    @Test
    void listsAChangedAddressOfADeliveredOrderAndAsksNobody() {
        books.jdbc
                .sql(
                        "insert into specter_order (tenant, specter_number, delivery_status, settled, first_seen_at, changed_at)"
                                + " values (:tenant, 5001, 'D', true, now(), now())")
                .param("tenant", SHOP.tenant())
                .update();

        assertThat(compare(sample().withComment().livingAt("-"))).isNull();
        assertThat(compare(sample().withComment().livingAt("-"))).isNull();

        assertNothingWaits();
        assertThat(books.notices.open(SHOP.tenant())).singleElement().satisfies(notice -> {
            assertThat(notice.cause()).isEqualTo(Cause.CUSTOMER_CHANGED_AFTER_DELIVERY);
            assertThat(notice.detail()).isEqualTo("10025");
            assertThat(notice.times()).isEqualTo(1);
        });
        assertThat(books.attention.ofOrder(ORDER).getFirst().detail()).contains("{invoice-address-changed}");

        assertThat(compare(sample().withComment().livingAt("-").price("90.00")))
                .as("its money is another matter")
                .isEqualTo(Cause.CHANGED_AFTER_TRANSFER);
    }

    @Test
    void saysOfACancelledOrderThatSpecterHasDeliveredIt() {
        assertThat(compare(sample().status("canceled"))).isEqualTo(Cause.CANCELLED_AFTER_TRANSFER);
        assertThat(detail()).contains("Specter has told of no delivery");
        assertThat(books.changes.overtaken(SHOP)).isEmpty();

        books.time.advance(Duration.ofMinutes(1));
        books.jdbc
                .sql(
                        "insert into specter_order (tenant, specter_number, delivery_status, settled, first_seen_at, changed_at)"
                                + " values (:tenant, 5001, 'D', true, :firstSeenAt, :changedAt)")
                .param("tenant", SHOP.tenant())
                .param("firstSeenAt", Sql.at(books.time.instant()))
                .param("changedAt", Sql.at(books.time.instant()))
                .update();
        assertThat(books.changes.overtaken(SHOP)).containsExactly(ORDER);

        books.time.advance(Duration.ofMinutes(1));
        assertThat(compare(sample().status("canceled"))).isEqualTo(Cause.CANCELLED_AFTER_TRANSFER);
        assertThat(detail()).contains("The order is delivered in Specter already.");
        assertThat(books.changes.overtaken(SHOP)).isEmpty();
    }

    @Test
    void withdrawsTheQuestionWhenTheOrderIsCancelledInSpecterToo() {
        compare(sample().status("canceled"));
        books.jdbc
                .sql("insert into specter_order (tenant, specter_number, status_id, settled, first_seen_at, changed_at)"
                        + " values (:tenant, 5001, '5', true, now(), now())")
                .param("tenant", SHOP.tenant())
                .update();

        assertThat(compare(sample().status("canceled"))).isNull();
        assertNothingWaits();
    }

    @Test
    void countsAsToBeLookedUpUntilItWasCompared() {
        assertThat(books.orders.records().toBeLookedUp(SHOP)).isZero();

        books.orders.content().compareLater(ORDER);
        assertThat(books.orders.records().toBeLookedUp(SHOP)).isEqualTo(1);

        compare(sample().withComment());
        assertThat(books.orders.records().toBeLookedUp(SHOP)).isZero();
    }

    @Test
    void namesTheGravestOfSeveralChangesAndTellsAll() {
        assertThat(compare(sample().withComment().livingAt("Storgatan 2").price("90.00")))
                .isEqualTo(Cause.CHANGED_AFTER_TRANSFER);

        assertThat(detail()).contains("Article MUGG", "The total has changed", "The invoice address has changed.");
    }

    private @Nullable Cause compare(SampleOrder now) {
        put(now);
        ChangeFound found = shopOrders.compareOrder(ORDER);
        return found.cause();
    }

    /** A person takes note, as the change's workflow would have it recorded. */
    private void note() {
        bookkeeping.recordDecision(
                CHANGE,
                new Decision(
                        "d-" + books.time.instant(), Decision.Kind.SKIP, "anna", "changed in Specter too", null, null));
        books.time.advance(Duration.ofMinutes(1));
        assertNothingWaits();
    }

    private String detail() {
        return books.attention.open(SHOP.tenant(), null).stream()
                .map(AttentionBook.Entry::detail)
                .map(ENGLISH::detail)
                .findFirst()
                .orElseThrow();
    }

    /**
     * A change in the shop.
     *
     * @param says what people read of it
     */
    record Change(Cause cause, String says, UnaryOperator<ShopOrder> edit) {
        @Override
        public String toString() {
            return says;
        }
    }

    private record Quantity(int pieces) {
        ShopOrder.Item of(ShopOrder.Item item) {
            return new ShopOrder.Item(
                    item.itemId(),
                    item.sku(),
                    item.description(),
                    BigDecimal.valueOf(pieces),
                    item.unitPrice(),
                    item.vatRate(),
                    item.discount(),
                    item.discountType(),
                    item.bundled());
        }
    }

    private static UnaryOperator<ShopOrder> items(UnaryOperator<ShopOrder.Item> edit) {
        return order -> OrderEdit.of(
                order, copy -> copy.items = copy.items.stream().map(edit).toList());
    }

    private enum Part {
        SHIPPING,
        REFERENCE,
        EMAIL,
        STREET,
        LANGUAGE,
        CARD,
        SHOP_NOTE,
        PAYMENT_STATUS
    }

    private static ShopOrder with(ShopOrder order, Part part) {
        return OrderEdit.of(order, copy -> change(order, part, copy));
    }

    private static void change(ShopOrder order, Part part, OrderEdit copy) {
        ShopOrder.Payment p = order.payment();
        switch (part) {
            case SHIPPING ->
                copy.shipping = new ShopOrder.Shipping(2L, null, "Bring", BigDecimal.ZERO, BigDecimal.ZERO);
            case REFERENCE ->
                copy.payment = new ShopOrder.Payment(
                        p.methodId(), p.idCode(), null, p.name(), p.fee(), p.vatRate(), "RES-2", p.status());
            case PAYMENT_STATUS ->
                copy.payment = new ShopOrder.Payment(
                        p.methodId(), p.idCode(), null, p.name(), p.fee(), p.vatRate(), p.reference(), "captured");
            case EMAIL -> copy.customer = new ShopOrder.Customer(7L, false, "asa@example.org", null, null);
            case STREET ->
                copy.addresses = new ShopOrder.Addresses(
                        order.addresses().originalInvoice(), street("Storgatan 2"), null, null, null, null);
            case LANGUAGE -> copy.langCode = "en";
            case CARD ->
                copy.addresses = new ShopOrder.Addresses(
                        order.addresses().originalInvoice(), null, street("Storgatan 2"), null, null, null);
            case SHOP_NOTE ->
                copy.remarks = new ShopOrder.Remarks(
                        order.remarks().hasComments(), "plockad av Nils", List.of(), List.<OrderComment>of());
        }
    }

    private static ShopOrder.Address street(String street) {
        return new ShopOrder.Address(
                null, "Åsa", "Öberg", null, null, null, street, "412 50", "Göteborg", null, "SE", null, null);
    }
}
