package se.brygga.starter.desk.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.TimeKey;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.door.DeskJson;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.RequestRefused;

/** Follows and stops jobs. Each job is made by the desk that its work belongs to. */
@Component
public class JobDesk {

    /**
     * Work that an operator has asked for and that outlives the request.
     *
     * @param name for people
     * @param tenant null: every tenant
     * @param by who has asked for it
     * @param total how many parts it has: orders to decide, or shops to count
     * @param done how many of them are done
     * @param standsFor why it makes no progress just now; null while it makes some
     */
    public record Job(
            String id,
            Kind kind,
            String name,
            @Nullable String tenant,
            String by,
            @Nullable String reason,
            State state,
            Instant madeAt,
            @Nullable Instant endedAt,
            int total,
            int done,
            @Nullable Refusal standsFor) {

        /** What a job does. */
        public enum Kind implements Word {
            DECISION,
            SUMS
        }

        /** Where a job stands. */
        public enum State implements Word {
            RUNNING,
            STOPPED,
            ENDED
        }

        /** The key after which the next page begins. */
        public String key() {
            return new TimeKey(madeAt, id).text();
        }

        static Job of(JobBook.Job job) {
            JobBook.Order order = job.order();
            return new Job(
                    job.id(),
                    Word.twin(Kind.class, order.kind()),
                    order.name(),
                    order.tenant(),
                    order.who(),
                    order.reason(),
                    Word.twin(State.class, job.state()),
                    job.madeAt(),
                    job.endedAt(),
                    order.total(),
                    job.done(),
                    job.standsFor() == null ? null : DeskJson.read(job.standsFor(), Refusal.class));
        }
    }

    private final JobBook book;
    private final SetupStore setups;
    private final AuditBook audit;
    private final TransactionTemplate transactions;

    JobDesk(JobBook book, SetupStore setups, AuditBook audit, TransactionTemplate transactions) {
        this.book = book;
        this.setups = setups;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Jobs, newest first.
     *
     * @param tenants empty for all jobs; otherwise only jobs of a single one of these tenants
     * @param after key of the last job of the page before; null for the first page
     * @throws NotFound there is no such tenant
     * @throws RequestRefused the key has a wrong form
     */
    public List<Job> list(Set<String> tenants, @Nullable String after, int limit) {
        NotFound.unless(() -> tenants.forEach(tenant -> setups.requireKnown(tenant, null)));
        TimeKey key = after == null ? null : TimeKey.parse(after);
        return book.list(tenants, key, limit).stream().map(Job::of).toList();
    }

    /**
     * One job.
     *
     * @throws NotFound there is no such job
     */
    public Job find(String id) {
        return Job.of(kept(id));
    }

    private JobBook.Job kept(String id) {
        return book.find(id).orElseThrow(() -> NotFound.because(Reason.NO_JOB, id));
    }

    /**
     * Stops a job: nothing more of it is begun, and what was done stays done. A job that has ended stays as it is.
     * Idempotent.
     *
     * @throws NotFound there is no such job
     * @throws RequestRefused nobody is named
     */
    public Job stop(String id, Operator operator) {
        operator.requireName();
        JobBook.Order order = kept(id).order();
        transactions.executeWithoutResult(tx -> {
            if (book.stop(id)) {
                List<String> tenants = order.tenant() == null ? setups.tenants() : List.of(order.tenant());
                tenants.forEach(tenant -> audit.add(
                        AuditBook.Deed.of(operator.by(), "stop-job", tenant, "job " + id, operator.reason())));
            }
        });
        return find(id);
    }
}
