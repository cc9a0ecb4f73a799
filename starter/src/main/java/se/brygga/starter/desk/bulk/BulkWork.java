package se.brygga.starter.desk.bulk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.brygga.starter.desk.Engine;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.decisions.DecisionDesk;
import se.brygga.starter.desk.decisions.DecisionDesk.Wish;
import se.brygga.starter.desk.decisions.Result;
import se.brygga.starter.desk.decisions.Waiting;
import se.brygga.starter.desk.door.DeskJson;
import se.brygga.starter.desk.jobs.JobBook;
import se.brygga.starter.desk.jobs.Work;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;

/** Carries a decision about many to each of its orders. Then looks for the results until all are known. */
@Component
class BulkWork implements Work {

    /** The request that the job stores. */
    record Request(Decision.Kind decision, Cause cause) {}

    private static final int AT_A_TIME = 20;

    /** After this many decisions without an answer, the next order has its turn. */
    private static final int TRIES = 5;

    private static final Duration AFTER_NO_ANSWER = Duration.ofSeconds(5);

    /**
     * An outage may keep an order on its way for long. After this time the job ends; the order goes on, and its own
     * story shows how.
     */
    private static final Duration FOLLOWED_FOR = Duration.ofDays(1);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final JobBook jobs;
    private final BulkBook book;
    private final DecisionDesk desk;
    private final Engine engine;
    private final InstantSource time;

    BulkWork(JobBook jobs, BulkBook book, DecisionDesk desk, Engine engine, InstantSource time) {
        this.jobs = jobs;
        this.book = book;
        this.desk = desk;
        this.engine = engine;
        this.time = time;
    }

    @Override
    public JobBook.Kind kind() {
        return JobBook.Kind.DECISION;
    }

    @Override
    public Progress carryOn(JobBook.Job job) {
        List<BulkBook.Part> next = book.undecided(job.id(), AT_A_TIME);
        return next.isEmpty() ? look(job) : decide(job, next);
    }

    private Progress decide(JobBook.Job job, List<BulkBook.Part> next) {
        Optional<Refusal> nobody =
                engine.refusal().or(() -> engine.noWorkerSince().map(Reason.NO_WORKER_SINCE::of));
        if (nobody.isPresent()) {
            return new Progress.More(AFTER_NO_ANSWER, decided(job), nobody.get(), null);
        }
        for (BulkBook.Part part : next) {
            if (!jobs.renew(job.id())) {
                return new Progress.Stopped();
            }
            Outcome<Result> outcome = desk.decide(waiting(part), wish(job, part));
            if (outcome instanceof Outcome.Unknown<Result> && part.tries() + 1 < TRIES) {
                // The decision has the same id at each try, so it counts once.
                book.tried(job.id(), part.position());
                return new Progress.More(
                        AFTER_NO_ANSWER, decided(job), Reason.JOB_ORDER_UNANSWERED.of(part.order()), null);
            }
            book.know(job.id(), part.position(), fate(outcome));
        }
        return new Progress.More(Duration.ZERO, decided(job), null, null);
    }

    private int decided(JobBook.Job job) {
        return book.tallies(job.id()).stream()
                .filter(tally -> tally.outcome() != null)
                .mapToInt(BulkBook.Tally::orders)
                .sum();
    }

    private static Waiting waiting(BulkBook.Part part) {
        return new Waiting(part.question(), part.cause(), part.since());
    }

    /** The decision, with an id by which it counts once, whichever starter sends it and however often. */
    private static Wish wish(JobBook.Job job, BulkBook.Part part) {
        JobBook.Order asked = job.order();
        Request request = DeskJson.read(asked.request(), Request.class);
        return Wish.of(request.decision(), new Operator(asked.who(), asked.reason()))
                .withId(job.id() + "/" + part.position());
    }

    private static BulkBook.Fate fate(Outcome<Result> outcome) {
        return switch (outcome) {
            case Outcome.Followed<Result>(String _, Result result) ->
                new BulkBook.Fate(BulkBook.Outcome.FOLLOWED, null, BulkProgress.kept(result));
            case Outcome.Refused<Result>(String _, Refusal why) ->
                new BulkBook.Fate(BulkBook.Outcome.REFUSED, DeskJson.text(why), null);
            case Outcome.Unknown<Result>(String _, Refusal why) ->
                new BulkBook.Fate(BulkBook.Outcome.UNKNOWN, DeskJson.text(why), null);
        };
    }

    /** Looks at the orders that were on their way at the last look. */
    private Progress look(JobBook.Job job) {
        int left = 0;
        for (BulkBook.Part part : book.onTheirWay(job.id())) {
            if (!jobs.renew(job.id())) {
                return new Progress.Stopped();
            }
            Result came = desk.result(waiting(part));
            if (came instanceof Result.OnItsWay) {
                left++;
            } else {
                book.know(
                        job.id(),
                        part.position(),
                        new BulkBook.Fate(BulkBook.Outcome.FOLLOWED, null, BulkProgress.kept(came)));
            }
        }
        boolean isOver = left == 0 || job.madeAt().plus(FOLLOWED_FOR).isBefore(time.instant());
        return isOver
                ? new Progress.Over(job.order().total(), null)
                : new Progress.More(pause(left), job.order().total(), null, null);
    }

    /** The pause between two looks, which grows with the number of orders. */
    private static Duration pause(int orders) {
        Duration wanted = Duration.ofSeconds(1).plusMillis(10L * orders);
        return wanted.compareTo(LONGEST_PAUSE) < 0 ? wanted : LONGEST_PAUSE;
    }
}
