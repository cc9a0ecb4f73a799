package se.brygga.starter.desk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.TestDatabase;

class JobBookTest {

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private JobBook book;

    @BeforeEach
    void open() {
        book = new JobBook(JdbcClient.create(TestDatabase.empty()), () -> now);
    }

    private String add(String name) {
        return book.add(new JobBook.Order(JobBook.Kind.SUMS, "nordkajak", name, "anna", null, "{}", 3));
    }

    @Test
    void oneStarterWorksOnAJobUntilItsLeaseRunsOut() {
        String job = add("a");

        assertThat(book.take())
                .hasValueSatisfying(taken -> assertThat(taken.id()).isEqualTo(job));
        assertThat(book.take()).as("another starter").isEmpty();
        now = now.plusSeconds(50);
        assertThat(book.renew(job)).isTrue();
        now = now.plusSeconds(50);
        assertThat(book.take()).as("the lease was renewed").isEmpty();
        now = now.plusSeconds(20);
        assertThat(book.take()).as("the first starter has ended").isPresent();
    }

    @Test
    void aJobThatRestsIsTakenUpWhereItWasLeft() {
        String job = add("a");
        book.take();
        book.rest(job, Duration.ofSeconds(5), 2, "Temporal is away", "[1]");

        assertThat(book.take()).isEmpty();
        now = now.plusSeconds(5);
        assertThat(book.take()).hasValueSatisfying(taken -> {
            assertThat(taken.done()).isEqualTo(2);
            assertThat(taken.standsFor()).isEqualTo("Temporal is away");
            assertThat(taken.result()).isEqualTo("[1]");
        });
    }

    @Test
    void aStoppedJobIsNeitherTakenUpNorRenewedNorEnded() {
        String job = add("a");
        book.take();

        assertThat(book.stop(job)).isTrue();

        assertThat(book.renew(job)).isFalse();
        book.rest(job, Duration.ZERO, 3, null, "late");
        book.end(job, 3, "late");
        now = now.plus(Duration.ofHours(1));
        assertThat(book.take()).isEmpty();
        assertThat(book.stop(job)).as("again").isFalse();
        assertThat(book.find(job)).hasValueSatisfying(stopped -> {
            assertThat(stopped.state()).isEqualTo(JobBook.State.STOPPED);
            assertThat(stopped.done()).isZero();
        });
    }

    @Test
    void pagesStayAsTheyWereWhenJobsAreAdded() {
        for (String name : new String[] {"a", "b", "c"}) {
            add(name);
            now = now.plusSeconds(1);
        }
        var first = book.list(null, null, 2);
        add("d");

        assertThat(first).extracting(job -> job.order().name()).containsExactly("c", "b");
        assertThat(book.list("nordkajak", first.getLast().id(), 2))
                .extracting(job -> job.order().name())
                .containsExactly("a");
        assertThat(book.list("tehuset", null, 2)).isEmpty();
    }
}
