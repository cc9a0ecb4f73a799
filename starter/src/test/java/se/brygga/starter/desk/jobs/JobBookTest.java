package se.brygga.starter.desk.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.TestDatabase;
import se.brygga.activities.sql.TimeKey;

class JobBookTest {

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private JdbcClient jdbc;
    private JobBook book;

    @BeforeEach
    void open() {
        jdbc = JdbcClient.create(TestDatabase.empty());
        book = new JobBook(jdbc, () -> now);
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
        var first = book.list(Set.of(), null, 2);
        TimeKey after = new TimeKey(first.getLast().madeAt(), first.getLast().id());
        add("d");

        assertThat(first).extracting(job -> job.order().name()).containsExactly("c", "b");
        assertThat(book.list(Set.of("nordkajak"), after, 2))
                .extracting(job -> job.order().name())
                .containsExactly("a");
        assertThat(book.list(Set.of("tehuset"), null, 2)).isEmpty();
    }

    @Test
    void jobsOfSeveralTenantsAreOneListAndNoOthersAreInIt() {
        add("a");
        for (@Nullable String tenant : new String[] {"tehuset", null, "bageriet", "tehuset"}) {
            now = now.plusSeconds(1);
            book.add(new JobBook.Order(JobBook.Kind.SUMS, tenant, "of " + tenant, "anna", null, "{}", 3));
        }

        assertThat(book.list(Set.of("nordkajak", "tehuset"), null, 3))
                .extracting(job -> job.order().name())
                .containsExactly("of tehuset", "of tehuset", "a");
        assertThat(book.list(Set.of(), null, 9)).hasSize(5);
    }

    @Test
    void onlyJobsThatEndedLongAgoAreThrownAway() {
        String ended = add("ended");
        String stopped = add("stopped");
        String runs = add("runs");
        book.end(ended, 3, null);
        now = now.plusSeconds(1);
        book.stop(stopped);
        now = now.plus(Duration.ofDays(29));
        assertThat(book.purge()).isFalse();
        assertThat(book.find(ended)).isPresent();
        now = now.plus(Duration.ofDays(2));
        String young = add("young");
        book.end(young, 3, null);

        assertThat(book.purge()).isFalse();

        assertThat(book.list(Set.of(), null, 9)).extracting(JobBook.Job::id).containsExactlyInAnyOrder(runs, young);
    }

    @Test
    void theOrdersOfAnOldJobAreThrownAwayAThousandAtATimeAndThenTheJob() {
        String old = add("old");
        String runs = add("runs");
        orders(old, 2500);
        orders(runs, 2);
        book.end(old, 3, null);
        now = now.plus(Duration.ofDays(31));

        assertThat(book.purge()).isTrue();
        assertThat(ordersOf(old)).isEqualTo(1500);
        assertThat(book.find(old)).as("some of its orders are left").isPresent();
        assertThat(book.purge()).isTrue();
        assertThat(book.purge()).isFalse();

        assertThat(ordersOf(old)).isZero();
        assertThat(book.find(old)).isEmpty();
        assertThat(ordersOf(runs)).isEqualTo(2);
    }

    private void orders(String job, int count) {
        jdbc.sql("""
                insert into job_order (job, position, tenant, shop, order_id, attention, kind, cause, since, tries)
                select :job, n, 'nordkajak', 'kajak-se', n, n, 'transfer', 'no-article', now(), 0
                from generate_series(1, :count) n""").param("job", job).param("count", count).update();
    }

    private int ordersOf(String job) {
        return jdbc.sql("select count(*) from job_order where job = :job")
                .param("job", job)
                .query(Integer.class)
                .single();
    }
}
