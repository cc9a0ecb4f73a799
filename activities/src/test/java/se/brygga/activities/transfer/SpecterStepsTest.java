package se.brygga.activities.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;

import io.temporal.failure.ApplicationFailure;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.brygga.activities.SampleSetup;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer.Done;
import se.brygga.clients.specter.feed.StockChange;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.transfer.ShopOrderActivities.Fetched;
import se.brygga.workflows.transfer.StepResult;

/** Customer, articles and invoice: what is known costs no call, what is refused waits, what is lost is tried again. */
@Timeout(120)
class SpecterStepsTest extends TransferScene {

    @Test
    void asksForACustomerOnceAsLongAsItsParticularsStayTheSame() {
        readyToSend();

        assertThat(fetch(sample().price("90.00")))
                .isInstanceOfSatisfying(
                        Fetched.Ready.class,
                        ready -> assertThat(ready.customerKnown()).isTrue());
        assertThat(record().customerId()).isEqualTo(CUSTOMER);
    }

    @Test
    void createsOnlyArticlesThatAreNotKnownToBeThere() {
        readyToSend();

        assertThat(specterOrders.createArticles(ORDER)).isEqualTo(new StepResult.Done(0));

        assertThat(specter.articles).containsExactly(List.of("MUGG"));
    }

    @Test
    void namesTheArticleThatAnOrderHadMadeWhereItsStockOrPriceWouldGoToAShop() {
        readyToSend();
        assertThat(books.notices.open(SHOP.tenant())).isEmpty();

        books.setups.applying().apply(SampleSetup.withStock(SampleSetup.stock()), "tenant: nordkajak", "test");
        books.jdbc.sql("delete from article").update();
        specter.answers(new Done(0));
        specterOrders.createArticles(ORDER);

        assertThat(books.notices.open(SHOP.tenant())).singleElement().satisfies(notice -> {
            assertThat(notice.cause()).isEqualTo(Cause.ARTICLE_MADE_BY_ORDER);
            assertThat(notice.detail()).isEqualTo("MUGG");
        });
    }

    @Test
    void namesItAlsoWhenSpecterHasToldOfItBeforeItsAnswerCame() {
        fetch(sample());
        books.setups.applying().apply(SampleSetup.withStock(SampleSetup.stock()), "tenant: nordkajak", "test");
        specter.fails(Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST);
        failureOf(() -> take("article"));
        tells("MUGG", BigDecimal.ZERO);

        assertThat(specterOrders.createArticles(ORDER)).isEqualTo(new StepResult.Done(0));

        assertThat(books.notices.open(SHOP.tenant()))
                .singleElement()
                .satisfies(notice -> assertThat(notice.detail()).isEqualTo("MUGG"));
    }

    @Test
    void writesAnArticleAsSpecterSpellsItAndHasNoSecondOneMade() {
        tells("mugg");
        specter.answers(new Done(CUSTOMER), new Done(5001));

        assertThat(fetch(sample()))
                .isInstanceOfSatisfying(
                        Fetched.Ready.class,
                        ready -> assertThat(ready.articlesToCreate()).isZero());
        specterOrders.submitCustomer(ORDER);
        specterOrders.submitOrder(ORDER, false);

        assertThat(specter.articles).isEmpty();
        assertThat(specter.orders.getFirst().order().rows().getFirst().articleNo())
                .isEqualTo("mugg");
    }

    @Test
    void hasAnArticleMadeOnceWhenTwoOrdersSpellItDifferently() {
        fetch(sample());
        books.articles.making(SHOP.tenant(), List.of("mugg"));
        specter.answers(new Done(0));

        specterOrders.createArticles(ORDER);

        assertThat(specter.articles).containsExactly(List.of("mugg"));
    }

    @Test
    void waitsWhenSpecterHasTwoArticlesAndTheOrderWritesNeither() {
        tells("mugg");
        tells("Mugg");
        tells("mugg");

        assertThat(fetch(sample())).isEqualTo(new Fetched.Parked(Cause.ARTICLE_SPELLED_TWICE));
        assertWaits(Cause.ARTICLE_SPELLED_TWICE);

        tells("MUGG");
        tells("Mugg");
        books.articles.accept(SHOP.tenant(), "MUGG");
        assertThat(fetch(sample())).isInstanceOf(Fetched.Ready.class);
    }

    private void tells(String articleNo) {
        tells(articleNo, BigDecimal.ONE);
    }

    private void tells(String articleNo, BigDecimal available) {
        books.transactions.executeWithoutResult(tx -> books.stock.changed(
                SHOP.tenant(), List.of(new StockChange(articleNo, "1", available)), books.time.instant()));
    }

    @ParameterizedTest
    @CsvSource({
        "SPECTER_REFUSED_CUSTOMER, customer",
        "SPECTER_REFUSED_ARTICLE, article",
        "SPECTER_REFUSED_INVOICE, invoice"
    })
    void leavesARefusalToAPersonWithItsCodeAndWithoutSpectersWords(Cause cause, String step) {
        fetch(sample());
        specter.refuses("30");

        assertThat(take(step)).isEqualTo(new StepResult.Parked(cause));

        assertWaits(cause);
        assertThat(books.attention.ofOrder(ORDER).getFirst().detail()).isEqualTo("{specter-answered|30}");
    }

    @ParameterizedTest
    @CsvSource({"customer", "article", "invoice"})
    void staysOnItsWayBehindRefusedCredentials(String step) {
        fetch(sample());
        specter.fails(Kind.NOT_LET_IN, RemoteFailure.Why.CREDENTIALS_REFUSED).answers(new Done(7));

        ApplicationFailure failure = failureOf(() -> take(step));
        assertThat(failure.getType()).isEqualTo(FailureTypes.OUTAGE);
        assertThat(failure.isNonRetryable()).isFalse();
        assertNothingWaits();
        assertThat(take(step)).isEqualTo(new StepResult.Done(7));
    }

    @ParameterizedTest
    @CsvSource({"customer", "article", "invoice"})
    void triesAgainAfterALostAnswer(String step) {
        fetch(sample());
        specter.fails(Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST).answers(new Done(7));

        assertThat(failureOf(() -> take(step)).getType()).isEqualTo(FailureTypes.OUTCOME_UNKNOWN);
        assertNothingWaits();
        assertThat(take(step)).isEqualTo(new StepResult.Done(7));
    }

    @Test
    void asksForAnInvoiceOnce() {
        fetch(sample());
        specter.answers(new Done(7));

        assertThat(take("invoice")).isEqualTo(new StepResult.Done(7));
        assertThat(take("invoice")).isInstanceOf(StepResult.Done.class);
        assertThat(specter.invoiced).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"OUTCOME_UNKNOWN", "OUR_FAULT"})
    void leavesARefusedInvoiceAfterALostAnswerToAPersonWhoLooksInSpecter(Kind lost) {
        fetch(sample());
        specter.fails(lost, RemoteFailure.Why.CONNECTION_LOST)
                .refuses("30")
                .fails(Kind.REFUSED, RemoteFailure.Why.HTTP);
        failureOf(() -> take("invoice"));

        assertThat(take("invoice")).isEqualTo(new StepResult.Parked(Cause.INVOICE_UNCERTAIN));
        assertWaits(Cause.INVOICE_UNCERTAIN);
        assertThat(take("invoice")).isEqualTo(new StepResult.Parked(Cause.INVOICE_UNCERTAIN));
    }

    @Test
    void leavesADefectAfterALostAnswerAboutAnInvoiceToAPersonWhoLooksInSpecter() {
        fetch(sample());
        specter.fails(Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST);
        failureOf(() -> take("invoice"));

        assertThat(bookkeeping.parkOrder(Question.transfer(ORDER), Cause.INTERNAL_ERROR, FailureTypes.OUR_FAULT))
                .isEqualTo(Cause.INVOICE_UNCERTAIN);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_SENT", "BUSY"})
    void knowsThatARefusedInvoiceIsNotMadeAfterAnAttemptThatSurelyDidNothing(Kind kind) {
        fetch(sample());
        specter.fails(kind, RemoteFailure.Why.HTTP).refuses("30");
        failureOf(() -> take("invoice"));

        assertThat(take("invoice")).isEqualTo(new StepResult.Parked(Cause.SPECTER_REFUSED_INVOICE));
    }

    @Test
    void takesAFullSpecterForNothingUnusual() {
        fetch(sample());
        specter.fails(Kind.BUSY, RemoteFailure.Why.NO_PLACE);

        assertThat(failureOf(() -> take("customer"))).satisfies(failure -> {
            assertThat(failure.getType()).isEqualTo(FailureTypes.BUSY);
            assertThat(failure.getCategory().name()).isEqualTo("BENIGN");
        });
    }

    private StepResult take(String step) {
        return switch (step) {
            case "customer" -> specterOrders.submitCustomer(ORDER);
            case "article" -> specterOrders.createArticles(ORDER);
            default -> specterOrders.invoiceOrder(ORDER, 5001);
        };
    }
}
