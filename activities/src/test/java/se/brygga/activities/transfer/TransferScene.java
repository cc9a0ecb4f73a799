package se.brygga.activities.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static se.brygga.activities.SampleSetup.SHOP;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import se.brygga.activities.Books;
import se.brygga.activities.SampleOrder;
import se.brygga.activities.ScriptedSpecter;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.change.OrderComparison;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.stock.books.SoldGoodsBook;
import se.brygga.clients.MovableTime;
import se.brygga.clients.shop.ShopInMemory;
import se.brygga.clients.shop.WebShop;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.transfer.BookkeepingActivities;
import se.brygga.workflows.transfer.ShopOrderActivities;
import se.brygga.workflows.transfer.ShopOrderActivities.Fetched;
import se.brygga.workflows.transfer.SpecterOrderActivities;

/** The activities of a transfer over the real books, a shop and a Specter in memory, each tried once as Temporal would. */
abstract class TransferScene {

    static final OrderRef ORDER = new OrderRef(SHOP, 10025);
    static final String PLACED = "2026-11-02T10:00:00Z";
    static final long CUSTOMER = 42;

    final Books books = new Books(new MovableTime("2026-11-02T10:01:00Z"));
    final ShopInMemory shop = new ShopInMemory();
    final ScriptedSpecter specter = new ScriptedSpecter();
    final OrderCodec codec = new OrderCodec();

    private final TestActivityEnvironment engine = worker();
    private final TestActivityEnvironment otherEngine = worker();
    final ShopOrderActivities shopOrders = stub(engine, ShopOrderActivities.class);
    final SpecterOrderActivities specterOrders = stub(engine, SpecterOrderActivities.class);
    final BookkeepingActivities bookkeeping = stub(engine, BookkeepingActivities.class);

    /** The same on another worker, beside the first. */
    final SpecterOrderActivities specterOrdersElsewhere = stub(otherEngine, SpecterOrderActivities.class);

    TransferScene() {
        books.marks.begin(SHOP, IntakeBook.Beginning.at(Instant.parse(PLACED)));
    }

    private TestActivityEnvironment worker() {
        TestActivityEnvironment worker = TestActivityEnvironment.newInstance();
        SoldGoodsBook sold = books.sold;
        worker.registerActivitiesImplementations(
                books.transfer.shopOrders(
                        books.setups,
                        (_, _) -> webShop(),
                        books.articles,
                        books.marks,
                        sold,
                        new OrderComparison(books.orders, books.changes, books.notices, books.specterOrders, sold)),
                books.transfer.specterOrders(
                        books.setups, new SpecterClients((tenant, setup) -> specter), books.articles),
                books.transfer.bookkeeping(books.changes));
        return worker;
    }

    /** The shop that orders are read from. */
    WebShop webShop() {
        return shop.client();
    }

    private static <T> T stub(TestActivityEnvironment worker, Class<T> type) {
        return worker.newActivityStub(
                type,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .setRetryOptions(
                                RetryOptions.newBuilder().setMaximumAttempts(1).build())
                        .build());
    }

    @AfterEach
    void stop() {
        engine.close();
        otherEngine.close();
    }

    static SampleOrder sample() {
        return SampleOrder.of(ORDER.orderId(), PLACED);
    }

    void put(SampleOrder now) {
        shop.orders.put(now.build());
    }

    Fetched fetch(SampleOrder now) {
        put(now);
        return shopOrders.fetchOrder(ORDER, false);
    }

    /** The order is read, and its customer and articles are in Specter. */
    void readyToSend() {
        assertThat(fetch(sample())).isInstanceOf(Fetched.Ready.class);
        specter.answers(new SpecterAnswer.Done(CUSTOMER), new SpecterAnswer.Done(0));
        specterOrders.submitCustomer(ORDER);
        specterOrders.createArticles(ORDER);
    }

    OrderRecord record() {
        return books.orders.records().find(ORDER).orElseThrow();
    }

    /** What is known of the order, which is in Specter. */
    OrderRecord.Standing.Transferred inSpecter() {
        return record().transferred().orElseThrow();
    }

    /** The order waits for this and nothing else. */
    void assertWaits(Cause cause) {
        assertThat(record().state()).isEqualTo(OrderRecord.State.WAITING);
        assertThat(books.attention.open(SHOP.tenant(), null))
                .extracting(AttentionBook.Entry::cause)
                .containsExactly(cause);
        assertThat(books.attention.ofOrder(ORDER).toString()).doesNotContain("Åsa", "Öberg", "asa@example.se");
    }

    void assertNothingWaits() {
        assertThat(books.attention.open(SHOP.tenant(), null)).isEmpty();
    }

    /** What Temporal is told of a try that failed. */
    static ApplicationFailure failureOf(ThrowingCallable call) {
        Throwable failure = catchThrowable(call);
        assertThat(failure).isInstanceOf(ActivityFailure.class);
        assertThat(failure.getCause()).isInstanceOf(ApplicationFailure.class);
        return (ApplicationFailure) failure.getCause();
    }
}
