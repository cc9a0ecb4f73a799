package se.brygga.starter.desk.jobs;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.brygga.starter.desk.door.DeskJson;
import se.brygga.workflows.refusal.Reason;

/** Continues jobs that are due and on which no other starter has a lease. */
@Component
class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private static final int AT_A_TIME = 4;

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(30);

    private final JobBook book;
    private final Map<JobBook.Kind, Work> works;
    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    JobRunner(JobBook book, List<Work> works) {
        this.book = book;
        this.works = works.stream().collect(Collectors.toMap(Work::kind, Function.identity()));
    }

    @Scheduled(fixedDelayString = "PT1S")
    void takeUp() {
        while (places.tryAcquire()) {
            if (!isTakenUp()) {
                return;
            }
        }
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
    void throwAway() {
        try {
            while (book.purge()) {
                LOG.debug("some old jobs were thrown away");
            }
        } catch (DataAccessException away) {
            LOG.debug("no job is thrown away: the database does not answer", away);
        }
    }

    private boolean isTakenUp() {
        Optional<JobBook.Job> due = Optional.empty();
        try {
            due = book.take();
        } catch (DataAccessException away) {
            LOG.debug("no job is taken up: the database does not answer", away);
        }
        if (due.isEmpty()) {
            places.release();
            return false;
        }
        JobBook.Job job = due.get();
        threads.execute(() -> {
            try {
                carryOn(job);
            } finally {
                places.release();
            }
        });
        return true;
    }

    /** Does parts of a job until the job rests, ends or is stopped. */
    void carryOn(JobBook.Job taken) {
        try {
            switch (work(taken).carryOn(taken)) {
                case Work.Progress.More(Duration pause, int done, var why, var result) ->
                    book.rest(taken.id(), pause, done, why == null ? null : DeskJson.text(why), result);
                case Work.Progress.Over(int done, var result) -> book.end(taken.id(), done, result);
                case Work.Progress.Stopped() -> LOG.info("job {} was stopped", taken.id());
            }
        } catch (RuntimeException failed) {
            // The lease expires, and the job is taken up again. The message is left out, because it may hold what must
            // not be shown.
            LOG.warn("job {} failed: {}", taken.id(), failed.getClass().getSimpleName());
            rest(taken, failed);
        }
    }

    private void rest(JobBook.Job taken, RuntimeException failed) {
        try {
            String why =
                    DeskJson.text(Reason.JOB_PART_FAILED.of(failed.getClass().getSimpleName()));
            book.rest(taken.id(), AFTER_A_FAILURE, taken.done(), why, taken.result());
        } catch (DataAccessException away) {
            LOG.debug("job {} is left to its lease", taken.id(), away);
        }
    }

    private Work work(JobBook.Job job) {
        Work work = works.get(job.order().kind());
        if (work == null) {
            throw new IllegalStateException(
                    "nobody does jobs of the kind " + job.order().kind());
        }
        return work;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
        threads.close();
    }
}
