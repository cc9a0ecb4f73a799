package se.brygga.starter.desk.bulk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.decisions.Result;
import se.brygga.starter.desk.door.DeskJson;
import se.brygga.starter.desk.jobs.JobBook;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * Decisions about all orders that wait for a cause. Each is a job about the orders that waited when the decision was
 * made (ADR 16).
 */
@Component
public class BulkDesk {

    /**
     * What a decision about many would be about if it were made now.
     *
     * @param count number of orders that wait
     * @param sums of their totals, by currency
     * @param unread number of orders that nobody has read; they add nothing to the sums
     * @param tenants number of orders of each tenant
     * @param first some of the orders, the one that has waited longest first
     * @param token names exactly this preview; the decision carries it
     */
    public record Preview(
            int count,
            Map<String, BigDecimal> sums,
            int unread,
            Map<String, Integer> tenants,
            List<OrderRef> first,
            String token) {

        static Preview of(BulkBook.Preview kept) {
            return new Preview(
                    kept.count(),
                    kept.sums(),
                    kept.unread(),
                    kept.tenants(),
                    kept.first(),
                    kept.count() + "-" + kept.digest());
        }
    }

    /**
     * A decision about all orders that wait for a cause.
     *
     * @param tenant null for every tenant
     */
    public record BulkWish(
            Decision.Kind decision, Cause cause, @Nullable String tenant, Operator operator) {

        /**
         * Refuses what could not be followed for any order.
         *
         * @throws RequestRefused says what is wrong
         */
        void requireSense() {
            requireAllowed(decision, cause);
            new Decision("", decision, operator.by(), operator.reason(), null, cause)
                    .incomplete()
                    .ifPresent(why -> {
                        throw new RequestRefused(why);
                    });
        }

        static void requireAllowed(Decision.Kind decision, Cause cause) {
            if (decision == Decision.Kind.DONE_BY_HAND) {
                throw Reason.DECISION_ONE_AT_A_TIME.refused();
            }
            if (!cause.allows(decision)) {
                throw new RequestRefused(decision.notAllowed(cause));
            }
        }

        /** The job's name for people. */
        String name() {
            return decision.code() + " " + cause.code() + (tenant == null ? "" : " " + tenant);
        }
    }

    /**
     * One order of such a job.
     *
     * @param position from 1, the order that had waited longest first
     * @param cause what the order waited for
     * @param outcome null while the order is not decided
     */
    public record Line(
            int position,
            OrderRef order,
            Cause cause,
            @Nullable Outcome<Result> outcome) {

        private static Line of(BulkBook.Part part) {
            return new Line(part.position(), part.order(), part.cause(), BulkProgress.outcome(part));
        }
    }

    /**
     * Refuses a decision, because other orders wait than those in the preview, or their sum differs. Nothing was
     * changed.
     */
    public static final class PreviewChanged extends RequestRefused {

        private static final long serialVersionUID = 1;

        /** @param before the token of the preview */
        PreviewChanged(String before, Preview now) {
            super(Reason.PREVIEW_CHANGED.of(before.replaceFirst("-.*", ""), now.count()));
        }
    }

    private final JobBook jobs;
    private final BulkBook book;
    private final SetupStore setups;
    private final TransactionTemplate transactions;

    BulkDesk(JobBook jobs, BulkBook book, SetupStore setups, TransactionTemplate transactions) {
        this.jobs = jobs;
        this.book = book;
        this.setups = setups;
        this.transactions = transactions;
    }

    /**
     * What such a decision would be about. Changes nothing.
     *
     * @param tenant null for every tenant
     * @throws NotFound there is no such tenant
     * @throws RequestRefused this decision does not fit the cause
     */
    public Preview preview(Decision.Kind decision, Cause cause, @Nullable String tenant) {
        BulkWish.requireAllowed(decision, cause);
        BulkWish wish = new BulkWish(decision, cause, tenant, new Operator("", null));
        return Objects.requireNonNull(transactions.execute(tx -> {
            // The orders are listed and not kept, so that the preview finds exactly what the decision will find.
            tx.setRollbackOnly();
            return Preview.of(book.preview(added(wish)));
        }));
    }

    /**
     * Makes the decision. Any starter may follow it.
     *
     * @param token of the preview
     * @return the job's id
     * @throws NotFound there is no such tenant
     * @throws RequestRefused the decision lacks something, or does not fit the cause
     * @throws PreviewChanged other orders wait now than those in the preview
     */
    public String decide(BulkWish wish, String token) {
        wish.requireSense();
        return Objects.requireNonNull(transactions.execute(tx -> {
            String job = added(wish);
            Preview now = Preview.of(book.preview(job));
            if (!now.token().equals(token)) {
                throw new PreviewChanged(token, now);
            }
            jobs.size(job, now.count());
            return job;
        }));
    }

    private String added(BulkWish wish) {
        NotFound.unless(() -> setups.requireKnown(wish.tenant(), null));
        String job = jobs.add(new JobBook.Order(
                JobBook.Kind.DECISION,
                wish.tenant(),
                wish.name(),
                wish.operator().by(),
                wish.operator().reason(),
                DeskJson.text(new BulkWork.Request(wish.decision(), wish.cause())),
                0));
        book.list(job, wish.tenant(), wish.cause());
        return job;
    }

    /** The progress of such a job. */
    public BulkProgress progress(String job) {
        return BulkProgress.of(book.preview(job).sums(), book.tallies(job));
    }

    /**
     * The orders of such a job.
     *
     * @param after position of the last order of the page before; 0 for the first page
     */
    public List<Line> orders(String job, long after, int limit) {
        return book.page(job, after, limit).stream().map(Line::of).toList();
    }
}
