package se.brygga.starter.desk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.crypto.Keyset;
import se.brygga.activities.crypto.Vault;
import se.brygga.activities.sql.TestDatabase;
import se.brygga.starter.desk.access.AnswerBook.Begun;

class AnswerBookTest {

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private JdbcClient jdbc;
    private AnswerBook book;
    private String anna;
    private String bo;

    @BeforeEach
    void twoTokens() {
        jdbc = JdbcClient.create(TestDatabase.empty());
        TokenBook tokens = new TokenBook(jdbc, () -> now);
        anna = tokens.make("anna", Set.of(Right.DECIDE), Set.of(), "root")
                .token()
                .id();
        bo = tokens.make("bo", Set.of(Right.DECIDE), Set.of(), "root").token().id();
        book = new AnswerBook(jdbc, Vault.demo(), () -> now);
    }

    @Test
    void anAnswerLiesInTheBooksEncryptedAndWithoutItsKeyIsLost() {
        book.begin(anna, "k", "make a token");
        book.answer(anna, "k", "brygga_secret");

        assertThat(jdbc.sql("select encode(answer, 'escape') from kept_answer")
                        .query(String.class)
                        .single())
                .doesNotContain("brygga_secret");
        assertThat(new AnswerBook(jdbc, Vault.of(Keyset.random().text()), () -> now).begin(anna, "k", "make a token"))
                .isEqualTo(new Begun.Lost());
    }

    @Test
    void theSameRequestAgainIsGivenTheFirstAnswer() {
        assertThat(book.begin(anna, "k", "skip 1")).isEqualTo(new Begun.First());
        assertThat(book.begin(anna, "k", "skip 1")).isEqualTo(new Begun.UnderWay());
        book.answer(anna, "k", "skipped");

        assertThat(book.begin(anna, "k", "skip 1")).isEqualTo(new Begun.Answered("skipped"));
        assertThat(book.begin(anna, "k", "skip 2")).isEqualTo(new Begun.OfAnother());
        assertThat(book.begin(bo, "k", "skip 1")).as("another token's key").isEqualTo(new Begun.First());
    }

    @Test
    void aFailedRequestGivesItsKeyBackAndAnAnswerDoesNot() {
        book.begin(anna, "k", "skip 1");
        book.forget(anna, "k");
        assertThat(book.begin(anna, "k", "skip 1")).isEqualTo(new Begun.First());

        book.answer(anna, "k", "skipped");
        book.forget(anna, "k");
        assertThat(book.begin(anna, "k", "skip 1")).isEqualTo(new Begun.Answered("skipped"));
    }

    @Test
    void aRequestWhoseAppHasEndedIsNotFollowedAgain() {
        book.begin(anna, "k", "skip 1");
        now = now.plus(Duration.ofHours(1));
        assertThat(book.begin(anna, "k", "skip 1")).isEqualTo(new Begun.Lost());

        now = now.plus(Duration.ofDays(1));
        assertThat(book.begin(anna, "k", "skip 1")).as("a day later").isEqualTo(new Begun.First());
    }
}
