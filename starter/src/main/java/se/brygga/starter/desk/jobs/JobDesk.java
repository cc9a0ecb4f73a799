package se.brygga.starter.desk.jobs;

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
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/** Jobs as operators follow and stop them. They are made where their work belongs. */
@Component
public class JobDesk {

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
     * @param tenants empty: all jobs; else those of one of these tenants alone
     * @param after key of the last job of the page before; null for the first page
     * @throws NotFound there is no such tenant
     * @throws IllegalArgumentException the key is none
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
