package se.brygga.activities.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.SampleSetup.SHOP;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;
import se.brygga.activities.Books;
import se.brygga.clients.MovableTime;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.refusal.Refusal;

/** The questions about an order are told apart by what they are about, and never by the name of a workflow. */
class QuestionsTest {

    /** The number of one begins as that of the other. */
    private static final OrderRef ORDER = new OrderRef(SHOP, 10);

    private static final OrderRef OTHER = new OrderRef(SHOP, 101);

    private final Books books = new Books(new MovableTime("2026-11-24T10:00:00Z"));
    private final AttentionBook attention = books.attention;

    @ParameterizedTest
    @EnumSource
    void aDecisionAnswersItsQuestionAndNoOther(Question.Kind kind) {
        allAbout(ORDER).forEach(this::ask);
        allAbout(OTHER).forEach(this::ask);

        Question decided = new Question(ORDER, kind);
        attention.decided(decided, retry());

        assertThat(attention.causeOf(decided)).isEmpty();
        assertThat(attention.isRetried(decided)).isTrue();
        assertThat(attention.open(SHOP.tenant(), null))
                .extracting(AttentionBook.Entry::question)
                .hasSize(5)
                .doesNotContain(decided)
                .containsAll(allAbout(OTHER));
    }

    @Test
    void aQuestionWaitsForOneThingAtATime() {
        ask(Question.change(ORDER));
        attention.open(Question.change(ORDER), Cause.ORDER_NOT_READABLE, Detail.NONE);

        assertThat(attention.open(null, null)).singleElement().satisfies(entry -> {
            assertThat(entry.question()).isEqualTo(Question.change(ORDER));
            assertThat(entry.cause()).isEqualTo(Cause.ORDER_NOT_READABLE);
        });
    }

    @Test
    void aContradictionIsSoughtAmongTheDecisionsAboutTheSameQuestion() {
        allAbout(ORDER).forEach(this::ask);
        attention.decided(Question.change(ORDER), retry());

        assertThat(contradiction(Question.change(ORDER))).isPresent();
        assertThat(contradiction(Question.transfer(ORDER))).isEmpty();
    }

    @Test
    void onlyAQuestionAboutAChangeKeepsAnOrderToBeCompared() {
        ask(Question.transfer(ORDER));
        ask(Question.callback(ORDER));
        assertThat(books.changes.open(SHOP)).isEmpty();

        ask(Question.change(OTHER));
        assertThat(books.changes.open(SHOP)).containsExactly(OTHER);
    }

    @Test
    void theQuestionsThatWaitForACauseAreThoseOfTheShop() {
        allAbout(ORDER).forEach(this::ask);
        ask(Question.change(OrderRef.of(SHOP.tenant(), "kajak-no", 10)));

        assertThat(attention.questions(SHOP, Cause.NO_ROWS)).containsExactlyElementsOf(allAbout(ORDER));
    }

    @Test
    void theBooksTakeNoOtherKindOfQuestion() {
        ask(Question.change(ORDER));

        assertThatThrownBy(() -> books.jdbc
                        .sql("update attention set kind = :kind")
                        .param("kind", "refund")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private static List<Question> allAbout(OrderRef order) {
        return List.of(Question.transfer(order), Question.change(order), Question.callback(order));
    }

    private void ask(Question question) {
        attention.open(question, Cause.NO_ROWS, Detail.NONE);
    }

    private Optional<Refusal> contradiction(Question question) {
        Decision skip = new Decision("d-2", Decision.Kind.SKIP, "bertil", "because", null, Cause.NO_ROWS);
        return books.inTransaction(() -> attention.contradiction(question, skip));
    }

    private static Decision retry() {
        return new Decision("d-1", Decision.Kind.RETRY, "anna", null, null, Cause.NO_ROWS);
    }
}
