package se.brygga.activities.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.sql.Sql;
import se.brygga.activities.sql.TestDatabase;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/** A list that is read page by page while orders come in. */
class OrderPagesTest {

    private static final Instant DAY = Instant.parse("2026-11-24T10:00:00Z");

    private JdbcClient jdbc;
    private PagedLists pages;

    @BeforeEach
    void thirtyOrders() {
        jdbc = JdbcClient.create(TestDatabase.empty());
        pages = new PagedLists(jdbc);
        AttentionBook attention = new AttentionBook(jdbc, () -> DAY);
        for (int number = 1; number <= 10; number++) {
            // Three at each moment, two of them with the same number, and one that nobody has read.
            Instant at = DAY.plusSeconds(number / 2);
            place(OrderRef.of("nordkajak", "kajak-se", number), at, at);
            place(OrderRef.of("nordkajak", "kajak-no", number), at, at);
            place(OrderRef.of("tehuset", "te", number + 100), null, at);
        }
        OrderRef twice = OrderRef.of("nordkajak", "kajak-se", 5);
        attention.open(Question.transfer(twice), Cause.NO_ROWS, Detail.value("a"));
        attention.open(Question.change(twice), Cause.CHANGED_AFTER_TRANSFER, Detail.value("b"));
    }

    private void place(OrderRef order, @Nullable Instant placed, Instant seen) {
        jdbc.sql("""
                insert into shop_order (tenant, shop, order_id, state, placed_at, first_seen_at, updated_at)
                values (:tenant, :shop, :order, 'on-its-way', :placed, :seen, :seen)""")
                .params(Sql.named(order))
                .param("placed", placed == null ? null : Sql.at(placed))
                .param("seen", Sql.at(seen))
                .update();
    }

    private List<OrderLists.Line> page(PagedLists.@Nullable Key after, int limit) {
        return pages.list(new PagedLists.Filter(Set.of(), null, null, null, after, limit));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 31})
    void everyLineIsOnOnePageAlsoWhenOrdersComeInMeanwhile(int limit) {
        List<OrderLists.Line> all = page(null, 100);
        assertThat(all).hasSize(31);

        List<OrderLists.Line> read = new ArrayList<>(page(null, limit));
        for (List<OrderLists.Line> next = read; next.size() == limit; read.addAll(next)) {
            place(OrderRef.of("nordkajak", "kajak-se", 1000 + read.size()), DAY.plusSeconds(90), DAY);
            next = page(PagedLists.Key.parse(read.getLast().key().text()), limit);
        }

        assertThat(read).containsExactlyElementsOf(all);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void whatWaitsIsReadPageByPageAsWell(int limit) {
        assertThat(everyPage(Set.of(), OrderRecord.State.WAITING, limit))
                .extracting(OrderLists.Line::cause)
                .containsExactly(Cause.CHANGED_AFTER_TRANSFER, Cause.NO_ROWS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100})
    void severalTenantsAreOneListAndOthersAreNotInIt(int limit) {
        place(OrderRef.of("bageriet", "bullar", 7), DAY.plusSeconds(3), DAY);

        List<OrderLists.Line> read = everyPage(Set.of("bageriet", "tehuset"), null, limit);

        assertThat(read)
                .extracting(line -> line.order().shop().tenant())
                .hasSize(11)
                .containsOnly("bageriet", "tehuset");
        assertThat(read).extracting(line -> line.key().at()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(pages.count(new PagedLists.Filter(Set.of("bageriet", "tehuset"), null, null, null, null, limit)))
                .hasValue(11);
    }

    private List<OrderLists.Line> everyPage(Set<String> tenants, OrderRecord.@Nullable State state, int limit) {
        List<OrderLists.Line> read = new ArrayList<>();
        List<OrderLists.Line> next;
        do {
            PagedLists.Key after = read.isEmpty() ? null : read.getLast().key();
            next = pages.list(new PagedLists.Filter(tenants, null, state, null, after, limit));
            read.addAll(next);
        } while (next.size() == limit);
        return read;
    }

    @Test
    void anOrderThatWaitsNoMoreIsNotOnTheNextPageAgain() {
        List<OrderLists.Line> all = page(null, 100);
        int last = IntStream.range(0, all.size())
                .filter(n -> all.get(n).cause() == Cause.NO_ROWS)
                .findFirst()
                .orElseThrow();
        jdbc.sql("update attention set closed_at = opened_at").update();

        assertThat(page(all.get(last).key(), 3)).containsExactlyElementsOf(all.subList(last + 1, last + 4));
    }

    @Test
    void moreThanAThousandLinesAreNotCounted() {
        jdbc.sql("""
                insert into shop_order (tenant, shop, order_id, state, first_seen_at, updated_at)
                select 'bageriet', 'bullar', n, 'on-its-way', :day, :day from generate_series(1, 1001) n""").param("day", Sql.at(DAY)).update();

        assertThat(pages.count(new PagedLists.Filter(Set.of("bageriet"), null, null, null, null, 1)))
                .isEmpty();
        jdbc.sql("delete from shop_order where tenant = 'bageriet' and order_id = 1")
                .update();
        assertThat(pages.count(new PagedLists.Filter(Set.of("bageriet"), null, null, null, null, 1)))
                .hasValue(1000);
    }

    @Test
    void aListIsCountedFromItsBeginning() {
        PagedLists.Key after = page(null, 3).getLast().key();

        assertThat(pages.count(new PagedLists.Filter(Set.of("tehuset"), null, null, null, after, 3)))
                .hasValue(10);
    }

    @Test
    void aForeignCursorIsRefused() {
        for (String text : new String[] {
            "",
            "a b c",
            "2026-11-24T10:00:00Z nordkajak/kajak-se/1",
            "2026-11-24T10:00:00Z nordkajak/kajak-se/1 0 1",
            "+999999999-12-31T23:59:59Z nordkajak/kajak-se/1 0",
            "-99999-12-31T23:59:59Z nordkajak/kajak-se/1 0",
            "x nordkajak/kajak-se/1 0"
        }) {
            assertThatThrownBy(() -> PagedLists.Key.parse(text)).hasMessageContaining("after is no cursor");
        }
    }
}
