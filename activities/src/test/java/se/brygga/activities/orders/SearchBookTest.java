package se.brygga.activities.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.SampleSetup.SHOP;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.activities.Books;
import se.brygga.activities.SampleOrder;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.orders.OrderCodec.OrderReading;
import se.brygga.activities.orders.SearchTerm.Kind;
import se.brygga.activities.setup.kept.LeavingBook.Deed;
import se.brygga.clients.MovableTime;
import se.brygga.clients.shop.OrderEdit;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.specter.feed.OrderChange;
import se.brygga.setup.OutsideSystem.Place;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/** What an order is found by, and when no more. */
class SearchBookTest {

    private static final OrderRef ORDER = new OrderRef(SHOP, 10025);
    private static final OrderRef LATER = new OrderRef(SHOP, 10026);
    private static final OrderRef FOREIGN = OrderRef.of("tehuset", "te-se", 10025);
    private static final String TENANT = SHOP.tenant();

    private final Books books = new Books(new MovableTime("2026-11-24T10:00:00Z"));
    private final OrderCodec codec = new OrderCodec();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10025",
                "#10025",
                "asa@example.se",
                " ASA@Example.se",
                "Åsa",
                "öberg åsa",
                "RES-1",
                "res-1",
                "mugg"
            })
    void anOrderIsFoundByWhatItHolds(String typed) {
        read(ORDER, UnaryOperator.identity());

        assertThat(found(typed)).containsExactly(ORDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asa@example.com", "Åsa Berg", "Göteborg", "1002", "RES", "Asa", "' or 1=1", "\0"})
    void anOrderIsNotFoundByAnythingElse(String typed) {
        read(ORDER, UnaryOperator.identity());

        assertThat(found(typed)).isEmpty();
    }

    @Test
    void theNewestOrderComesFirstAndTheLimitCutsTheOldest() {
        read(ORDER, UnaryOperator.identity());
        read(LATER, UnaryOperator.identity());

        assertThat(found("Åsa")).containsExactly(LATER, ORDER);
        assertThat(find(Kind.NAME, "åsa öberg", 1, TENANT)).containsExactly(LATER);
        assertThat(find(Kind.SKU, "mugg", 1, TENANT)).containsExactly(LATER);
    }

    @Test
    void anotherTenantsOrdersAreFoundOnlyByWhoMaySeeThem() {
        read(ORDER, UnaryOperator.identity());
        read(FOREIGN, UnaryOperator.identity());

        for (String typed : List.of("åsa", "åsa öberg", "asa@example.se", "10025", "mugg", "res-1")) {
            assertThat(found(typed)).as(typed).containsExactly(ORDER);
            assertThat(foundBy(typed, TENANT, "tehuset")).as(typed).containsExactlyInAnyOrder(ORDER, FOREIGN);
            assertThat(foundBy(typed, "other")).as(typed).isEmpty();
        }
    }

    @Test
    void whatTheOrderNoLongerHoldsFindsItNoMore() {
        read(ORDER, UnaryOperator.identity());
        read(ORDER, SearchBookTest::byBo);

        assertThat(found("asa@example.se")).isEmpty();
        assertThat(found("åsa öberg")).isEmpty();
        assertThat(found("bo ek")).containsExactly(ORDER);
        assertThat(found("070 123 45 67")).containsExactly(ORDER);
        assertThat(found("mugg")).containsExactly(ORDER);
    }

    @Test
    void aRemovedTenantsOrdersAreFoundByTheirNumbersOnly() {
        read(ORDER, UnaryOperator.identity());
        books.setups.leaving().remove(new Place(TENANT, ""), new Deed("anna", "leaves"));

        read(ORDER, SearchBookTest::byBo);

        assertThat(count()).isZero();
        assertThat(found("bo ek")).isEmpty();
        assertThat(found("10025")).containsExactly(ORDER);
    }

    @Test
    void aRemovedShopsOrdersAreFoundByTheirNumbersOnly() {
        OrderRef other = new OrderRef(new ShopRef(TENANT, "other"), 7);
        read(ORDER, UnaryOperator.identity());
        read(other, UnaryOperator.identity());

        books.setups.leaving().remove(new Place(TENANT, SHOP.shop()), new Deed("anna", "leaves"));

        assertThat(found("åsa")).containsExactly(other);
    }

    @Test
    void anOrderInSpecterIsFoundByItsNumberThereAndByItsParcels() {
        read(ORDER, UnaryOperator.identity());
        books.orders.transferred(ORDER, 5001, "h");
        books.specterOrders.changed(
                TENANT,
                new OrderChange(
                        5001,
                        "D",
                        null,
                        OrderChange.Deliveries.bare(true, List.of("3733 7777-72se", "UA1")),
                        List.of()));

        assertThat(found("5001")).containsExactly(ORDER);
        assertThat(found("37337777 72SE")).containsExactly(ORDER);
        assertThat(found("ua1")).containsExactly(ORDER);
        assertThat(foundBy("ua1", "tehuset")).isEmpty();
    }

    @Test
    void nothingStandsInClear() {
        read(ORDER, SearchBookTest::byBo);

        assertThat(books.jdbc
                        .sql("select entry from order_entry")
                        .query((rs, n) -> new String(rs.getBytes("entry"), StandardCharsets.UTF_8))
                        .list())
                .isNotEmpty()
                .noneMatch(entry -> entry.contains("bo") || entry.contains("0701234567"));
    }

    @Test
    void entriesAreWrittenWithTheOrderOrNotAtAll() {
        read(ORDER, UnaryOperator.identity());
        OrderReading reading = reading(ORDER, SearchBookTest::byBo);

        assertThatThrownBy(() -> books.orders.content().read(ORDER, reading)).isInstanceOf(IllegalStateException.class);
    }

    private static ShopOrder byBo(ShopOrder order) {
        var address = new ShopOrder.Address(
                null, "Bo", "Ek", null, null, null, "Vägen 1", "412 50", "Lund", null, "SE", null, "+46701234567");
        return OrderEdit.of(order, edit -> {
            edit.customer = new ShopOrder.Customer(7L, false, "bo@example.se", null, null);
            edit.addresses = new ShopOrder.Addresses(address, null, null, null, null, null);
        });
    }

    private OrderReading reading(OrderRef order, UnaryOperator<ShopOrder> edit) {
        return codec.reading(
                SampleOrder.of(order.orderId(), "2026-11-24T09:00:00Z")
                        .edited(edit)
                        .build(),
                SampleSetup.tenant().shop(SHOP.shop()));
    }

    private void read(OrderRef order, UnaryOperator<ShopOrder> edit) {
        books.orders.parked(Question.transfer(order), reading(order, edit), Cause.NO_ROWS, Detail.NONE);
    }

    private Set<OrderRef> found(String typed) {
        return foundBy(typed, TENANT);
    }

    private Set<OrderRef> foundBy(String typed, String... tenants) {
        return SearchTerm.typed(typed).stream()
                .map(SearchTerm::kind)
                .distinct()
                .flatMap(kind -> find(kind, typed, 10, tenants).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<OrderRef> find(Kind kind, String typed, int limit, String... tenants) {
        Set<SearchTerm> terms = SearchTerm.typed(typed).stream()
                .filter(term -> term.kind() == kind)
                .collect(Collectors.toSet());
        return books.searches.find(terms, List.of(tenants), limit).stream()
                .map(SearchBook.Find::order)
                .toList();
    }

    private int count() {
        return books.jdbc
                .sql("select count(*) from order_entry")
                .query(Integer.class)
                .single();
    }
}
