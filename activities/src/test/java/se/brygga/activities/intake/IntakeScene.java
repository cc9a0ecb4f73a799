package se.brygga.activities.intake;

import static se.brygga.activities.SampleSetup.SHOP;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import se.brygga.activities.Books;
import se.brygga.activities.SampleOrder;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.orders.OrderCodec.OrderReading;
import se.brygga.activities.orders.TransferStarter;
import se.brygga.clients.MovableTime;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.shop.OrderEdit;
import se.brygga.clients.shop.ShopInMemory;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.intake.IntakeActivities.Looked;

/** A shop, its intake with the real books and a Temporal on which nobody works; the first look of all is over. */
abstract class IntakeScene {

    static final String BEGIN = "2026-11-02T10:00:00Z";

    final MovableTime time = new MovableTime(BEGIN);
    final Books books = new Books(time);
    final NoticeBook notices = new NoticeBook(books.jdbc, time);
    final ShopInMemory shop = new ShopInMemory();

    @AutoClose
    final Engine engine = new Engine();

    final OrderCodec codec = new OrderCodec();
    final TransferStarter starter = new TransferStarter(engine.client(), books.orders);
    final Intake intake = new Intake(
            books.setups,
            (_, _) -> shop.client(),
            books.marks,
            notices,
            new OrderLook(books.orders, books.changes, starter, books.sold, time),
            time);

    IntakeScene() {
        books.marks.begin(SHOP, IntakeBook.Beginning.at(Instant.parse(BEGIN)));
        // The first look of all sweeps; the tests are about those that follow.
        intake.look(SHOP, false);
        shop.script.asked.clear();
        shop.orders.askedCreatedAfter.clear();
        time.advance(Duration.ofMinutes(1));
    }

    Looked scan() {
        return intake.look(SHOP, false);
    }

    Instant watermark() {
        return books.marks.find(SHOP).orElseThrow().watermark();
    }

    void put(SampleOrder order) {
        shop.orders.put(order.build());
    }

    void put(long id, String created) {
        put(SampleOrder.of(id, created));
    }

    void put(long id, String created, String modified) {
        put(SampleOrder.of(id, created).modified(modified));
    }

    /** The order as it would be with other rows, also with such as no reader lets pass. */
    static ShopOrder selling(ShopOrder order, ShopOrder.Item... rows) {
        return OrderEdit.of(order, edit -> edit.items = List.of(rows));
    }

    static ShopOrder.Item one(String sku) {
        return new ShopOrder.Item(
                1,
                sku,
                "mug",
                BigDecimal.ONE,
                BigDecimal.TEN,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                ShopOrder.DiscountType.PERCENT,
                List.of());
    }

    void putMany(long first, long last, String time) {
        LongStream.rangeClosed(first, last).forEach(id -> put(id, time));
    }

    void skipped(SampleOrder order, String rule) {
        books.orders.skipped(ref(order.id()), reading(order), rule);
    }

    void transferred(SampleOrder order, long number) {
        OrderReading reading = reading(order);
        books.orders.parked(transfer(order.id()), reading, Cause.TOTALS_DIFFER, Detail.NONE);
        books.orders.transferred(ref(order.id()), number, reading.contentHash());
    }

    OrderReading reading(SampleOrder order) {
        var read = order.build();
        return new OrderReading(
                read.amountToPay(),
                read.currency(),
                read.createdAt(),
                codec.contentHash(read),
                read.status().statusId(),
                read.complete(),
                false,
                codec.bytes(read),
                Set.of());
    }

    boolean started(long... ids) {
        return LongStream.of(ids).allMatch(id -> engine.knows(transfer(id)));
    }

    static RemoteFailure failure(RemoteFailure.Kind kind, RemoteFailure.Why why) {
        return new RemoteFailure(RemoteSystem.STARWEB, kind, why, "GET /orders: " + why.key());
    }

    static OrderRef ref(long id) {
        return new OrderRef(SHOP, id);
    }

    static Question transfer(long id) {
        return Question.transfer(ref(id));
    }

    static Question change(long id) {
        return Question.change(ref(id));
    }
}
