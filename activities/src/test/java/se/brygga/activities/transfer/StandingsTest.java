package se.brygga.activities.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import se.brygga.activities.Books;
import se.brygga.activities.orders.OrderCodec.OrderReading;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.clients.MovableTime;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.transfer.TransferRules;

/** The table of docs/process.md that says where an order stands after each deed, against the real books. */
@Timeout(120)
class StandingsTest {

    private static final String NOT_THERE = "not there";
    private static final Pattern DEED = Pattern.compile("`([a-zA-Z]+)`: .+");

    /** Whoever moves an order without the books' deeds is not in the table. */
    private static final Pattern MOVES = Pattern.compile(
            "insert into shop_order|delete from shop_order|update shop_order set(?:(?!where)[^;])*?\\bstate *=",
            Pattern.CASE_INSENSITIVE);

    private final Books books = new Books(new MovableTime("2026-11-02T10:01:00Z"));
    private long lastId = 10_000;

    private Map<String, Consumer<OrderRef>> deeds() {
        Map<String, Consumer<OrderRef>> deeds = new LinkedHashMap<>();
        deeds.put("seen", books.orders::seen);
        deeds.put("onItsWay", books.orders::onItsWay);
        deeds.put("ready", this::ready);
        deeds.put("finishing", books.orders::finishing);
        deeds.put("overrideRules", books.orders::overrideRules);
        deeds.put("parked", this::parked);
        deeds.put("skipped", order -> books.orders.skipped(order, reading(), "a-rule"));
        deeds.put("skip", order -> books.orders.skip(order, TransferRules.OPERATOR));
        deeds.put("deletedInShop", books.orders::deletedInShop);
        deeds.put(
                "read",
                order -> books.transactions.executeWithoutResult(
                        tx -> books.orders.content().read(order, reading())));
        deeds.put("transferred", order -> books.orders.transferred(order, 90_000 + order.orderId(), "hash"));
        deeds.put("marked", books.orders::marked);
        deeds.put("undoSkip", books.orders.undo()::undoSkip);
        deeds.put("undoDoneByHand", books.orders.undo()::undoDoneByHand);
        return deeds;
    }

    /** How an order comes to stand so. */
    private Map<String, Consumer<OrderRef>> beginnings() {
        Map<String, Consumer<OrderRef>> beginnings = new LinkedHashMap<>();
        beginnings.put(NOT_THERE, order -> {});
        beginnings.put("on-its-way", this::ready);
        beginnings.put("waiting", this::parked);
        beginnings.put("skipped", order -> books.orders.skipped(order, reading(), "a-rule"));
        beginnings.put("transferred by us", order -> {
            ready(order);
            books.orders.transferred(order, order.orderId(), "hash");
        });
        beginnings.put("transferred by hand", order -> {
            ready(order);
            books.orders.transferred(order, order.orderId(), null);
        });
        return beginnings;
    }

    @Test
    void eachDeedLeadsWhereTheTableSays() throws IOException {
        List<List<String>> table = table();
        List<String> beginnings = table.getFirst().subList(1, table.getFirst().size());
        assertThat(beginnings).containsExactlyElementsOf(beginnings().keySet());
        assertThat(table.stream().skip(1).map(row -> deed(row.getFirst()))).containsExactlyElementsOf(deeds().keySet());

        for (List<String> row : table.subList(1, table.size())) {
            for (int i = 0; i < beginnings.size(); i++) {
                OrderRef order = OrderRef.of("nordkajak", "kajak-se", ++lastId);
                play(beginnings(), beginnings.get(i), order);

                play(deeds(), deed(row.getFirst()), order);

                assertThat(standing(order))
                        .as("%s of one that is %s", row.getFirst(), beginnings.get(i))
                        .isEqualTo(row.get(i + 1));
            }
        }
    }

    @Test
    void noOtherCodeMovesAnOrder() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> MOVES.matcher(text(file)).find())
                            .map(file -> Objects.toString(file.getFileName())))
                    .containsExactlyInAnyOrder("OrderBook.java", "OrderUndoBook.java");
        }
    }

    /** Also by a statement that does not come through the books. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = 'skipped'",
                "state = 'transferred'",
                "state = 'transferred', specter_number = 7",
                "skipped_by = 'operator'",
                "specter_number = 7",
                "marked_at = now()",
                "sent_hash = 'hash'",
                "state = 'lost'"
            })
    void theTableOfOrdersTakesNoStandingThatDoesNotHoldTogether(String change) {
        OrderRef order = OrderRef.of("nordkajak", "kajak-se", ++lastId);
        ready(order);

        assertThatThrownBy(() -> books.jdbc
                        .sql("update shop_order set " + change + " where order_id = :order")
                        .param("order", order.orderId())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void theFirstNumberStays() {
        OrderRef order = OrderRef.of("nordkajak", "kajak-se", ++lastId);
        books.orders.transferred(order, 5001, "hash");

        books.orders.transferred(order, 5002, null);

        assertThat(books.orders.records().find(order).map(OrderRecord::standing))
                .contains(new OrderRecord.Standing.Transferred(5001, "hash", false));
    }

    @Test
    void aRuleThatComesTooLateIsNotToldOfAnOrderInSpecter() {
        OrderRef order = OrderRef.of("nordkajak", "kajak-se", ++lastId);
        ready(order);
        books.orders.transferred(order, 5001, "hash");

        books.orders.skipped(order, reading(), "a-rule");

        assertThat(books.jdbc
                        .sql("select count(*) from shop_order where skipped_by is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String standing(OrderRef order) {
        return books.orders
                .records()
                .find(order)
                .map(known -> known.state().code())
                .orElse(NOT_THERE);
    }

    private static void play(Map<String, Consumer<OrderRef>> what, String name, OrderRef order) {
        Objects.requireNonNull(what.get(name), name).accept(order);
    }

    private void ready(OrderRef order) {
        books.orders.ready(order, reading(), new OrderReading.Ready("a-key", 42L, false, new byte[] {1}, List.of()));
    }

    private void parked(OrderRef order) {
        books.orders.parked(Question.transfer(order), reading(), Cause.SKU_MISSING, Detail.NONE);
    }

    /** Also of an order that is not in the books, where nothing is changed. */
    @Test
    void aReadingIsKeptInATransactionOnly() {
        assertThatIllegalStateException()
                .isThrownBy(() -> books.orders.content().read(OrderRef.of("nordkajak", "kajak-se", 1), reading()))
                .withMessageContaining("needs a transaction");
    }

    private static OrderReading reading() {
        return new OrderReading(
                new BigDecimal("100.00"),
                "SEK",
                Instant.parse("2026-11-02T10:00:00Z"),
                "hash",
                1,
                true,
                false,
                new byte[] {1},
                Set.of());
    }

    private static String deed(String cell) {
        var deed = DEED.matcher(cell);
        assertThat(deed.matches()).as(cell).isTrue();
        return deed.group(1);
    }

    /** Heading and rows, each without its bars. */
    private static List<List<String>> table() throws IOException {
        return Files.readAllLines(Path.of("../docs/process.md")).stream()
                .dropWhile(line -> !line.startsWith("| Deed of the books"))
                .takeWhile(line -> line.startsWith("|"))
                .filter(line -> !line.startsWith("|---"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
