package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.bulk.BulkDesk;
import se.brygga.starter.desk.bulk.BulkDesk.BulkWish;
import se.brygga.starter.desk.bulk.BulkDesk.Preview;
import se.brygga.starter.desk.decisions.Result;
import se.brygga.starter.desk.jobs.JobDesk;
import se.brygga.starter.desk.jobs.JobDesk.Job;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;

/** Decisions about many orders, against running apps. */
class JobsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Operator ANNA = new Operator("anna", "paid back");

    @AutoClose
    private static World world;

    @BeforeAll
    static void start() {
        world = new World(48);
    }

    /** A test that fails leaves nothing for the next one to decide. */
    @BeforeEach
    void nothingWaits() {
        await("nothing waits").atMost(PATIENCE).until(() -> {
            Preview waiting = preview();
            if (waiting.count() == 0) {
                return true;
            }
            try {
                ended(desk().decide(wish(), waiting.token()));
            } catch (BulkDesk.PreviewChanged followed) {
                // A worker that came back follows what the test before has decided.
            }
            return false;
        });
    }

    @Test
    void justTheOrdersThatWerePreviewedAreDecidedAndFollowed() {
        OrderRef first = waiting();
        OrderRef second = waiting();
        Preview seen = preview();
        assertThat(seen.count()).isEqualTo(2);
        assertThat(seen.sums()).isEqualTo(Map.of("SEK", new BigDecimal("250.0000")));
        assertThat(seen.first()).containsExactly(first, second);

        OrderRef third = waiting();
        assertThatThrownBy(() -> desk().decide(wish(), seen.token()))
                .isInstanceOf(BulkDesk.PreviewChanged.class)
                .hasMessageContaining("2 orders then, 3 now");
        world.awaitWaiting(first, Cause.PAYMENT_NOT_MAPPED);

        String job = desk().decide(wish(), preview().token());
        OrderRef later = waiting();

        Job ended = ended(job);
        assertThat(ended.total()).isEqualTo(3);
        assertThat(ended.by()).isEqualTo("anna");
        assertThat(desk().progress(job).outcomes()).isEqualTo(Map.of(Outcome.Kind.FOLLOWED, 3));
        assertThat(desk().progress(job).results()).isEqualTo(Map.of(Result.Kind.SKIPPED, 3));
        assertThat(desk().orders(job, 0, 10)).extracting(BulkDesk.Line::order).containsExactly(first, second, third);
        assertThat(desk().orders(job, 2, 10)).extracting(BulkDesk.Line::order).containsExactly(third);
        world.awaitSkipped(first, "operator");
        world.awaitWaiting(later, Cause.PAYMENT_NOT_MAPPED);
    }

    @Test
    void anOrderWhoseStarterEndedBeforeItNotedTheDecisionIsDecidedOnce() {
        OrderRef order = waiting();
        String job = desk().decide(wish(), preview().token());
        ended(job);
        // As if the starter had ended after the decision was followed, and its lease had run out.
        sql("update job_order set outcome = null, came = null, rule = null where job = '" + job + "'");
        sql("update job set state = 'running', ended_at = null, due_at = now() where id = '" + job + "'");

        ended(job);

        assertThat(desk().orders(job, 0, 10))
                .singleElement()
                .satisfies(line -> assertThat(line.outcome())
                        .isEqualTo(new Outcome.Followed<>(order.toString(), new Result.Skipped("operator"))));
        assertThat(world.apps
                        .bean(JdbcClient.class)
                        .sql("select count(*) from audit where subject = :subject")
                        .param("subject", "order " + order)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aJobThatNobodyCouldFollowStandsStillAndCanBeStopped() {
        List<OrderRef> orders = List.of(waiting(), waiting());
        String job;
        world.apps.stopWorker();
        try {
            job = desk().decide(wish(), preview().token());
            await("the job says why it stands still")
                    .atMost(PATIENCE)
                    .until(() -> jobs().find(job).standsFor() != null);

            assertThat(jobs().stop(job, ANNA).state()).isEqualTo(Job.State.STOPPED);
        } finally {
            world.apps.startWorker();
        }

        assertThat(jobs().stop(job, ANNA).state()).as("again").isEqualTo(Job.State.STOPPED);
        assertThat(jobs().list(Set.of("nordkajak"), null, 1))
                .extracting(Job::id)
                .containsExactly(job);
        assertThat(jobs().list(Set.of("tehuset"), null, 1)).isEmpty();
        assertThat(desk().progress(job).undecided()).isPositive();
        assertThat(world.line(orders.getLast()))
                .hasValueSatisfying(line -> assertThat(line.cause()).isEqualTo(Cause.PAYMENT_NOT_MAPPED));
    }

    @Test
    void whatCouldNotBeFollowedIsRefusedBeforeItIsAJob() {
        assertThatThrownBy(() -> desk().preview(Decision.Kind.DONE_BY_HAND, Cause.NO_ROWS, null))
                .hasMessageContaining("one at a time");
        assertThatThrownBy(() -> desk().preview(Decision.Kind.SKIP, Cause.NO_ROWS, "nowhere"))
                .hasMessageContaining("nordkajak");
        BulkWish unsigned =
                new BulkWish(Decision.Kind.SKIP, Cause.PAYMENT_NOT_MAPPED, "nordkajak", new Operator("anna", null));
        assertThatThrownBy(() -> desk().decide(unsigned, "0--")).hasMessageContaining("say why");
    }

    private static BulkDesk desk() {
        return world.apps.bean(BulkDesk.class);
    }

    private static JobDesk jobs() {
        return world.apps.bean(JobDesk.class);
    }

    private static BulkWish wish() {
        return new BulkWish(Decision.Kind.SKIP, Cause.PAYMENT_NOT_MAPPED, "nordkajak", ANNA);
    }

    private static Preview preview() {
        return desk().preview(Decision.Kind.SKIP, Cause.PAYMENT_NOT_MAPPED, "nordkajak");
    }

    private static Job ended(String job) {
        await("the end of the job")
                .atMost(PATIENCE)
                .until(() -> jobs().find(job).state() == Job.State.ENDED);
        return jobs().find(job);
    }

    private static void sql(String text) {
        world.apps.bean(JdbcClient.class).sql(text).update();
    }

    private static OrderRef waiting() {
        OrderRef order = CommandLineIT.unmapped(world);
        world.awaitWaiting(order, Cause.PAYMENT_NOT_MAPPED);
        return order;
    }
}
