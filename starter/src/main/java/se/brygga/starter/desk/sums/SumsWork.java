package se.brygga.starter.desk.sums;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import se.brygga.starter.desk.door.DeskJson;
import se.brygga.starter.desk.jobs.JobBook;
import se.brygga.starter.desk.jobs.Work;
import se.brygga.starter.desk.sums.SumsDesk.OrderSums;
import se.brygga.starter.desk.trouble.TroubleDesk;
import se.brygga.workflows.ShopRef;

/** Counts one shop after the other. */
@Component
class SumsWork implements Work {

    /** The request that the job stores. The shops are those that existed when the job was made. */
    record Request(LocalDate from, LocalDate to, SumsDesk.Asking asking, List<ShopRef> shops) {}

    private final JobBook jobs;
    private final DaySums sums;
    private final TroubleDesk trouble;

    SumsWork(JobBook jobs, DaySums sums, TroubleDesk trouble) {
        this.jobs = jobs;
        this.sums = sums;
        this.trouble = trouble;
    }

    @Override
    public JobBook.Kind kind() {
        return JobBook.Kind.SUMS;
    }

    static OrderSums found(JobBook.Job job) {
        return job.result() == null
                ? new OrderSums(List.of(), List.of(), List.of())
                : DeskJson.read(job.result(), OrderSums.class);
    }

    @Override
    public Progress carryOn(JobBook.Job job) {
        Request request = DeskJson.read(job.order().request(), Request.class);
        int done = job.done();
        if (done >= request.shops().size()) {
            return new Progress.Over(done, DeskJson.text(found(job)));
        }
        ShopRef shop = request.shops().get(done);
        AtomicBoolean wanted = new AtomicBoolean(true);
        DaySums.Report counted = sums.count(
                new DaySums.Range(request.from(), request.to(), shop.tenant(), shop.shop()),
                switch (request.asking()) {
                    case SHOPS_TOO -> DaySums.Shops.ASKED;
                    case BOOKS_ONLY -> DaySums.Shops.NOT_ASKED;
                },
                () -> isWanted(job, wanted));
        if (!isWanted(job, wanted)) {
            return new Progress.Stopped();
        }
        OrderSums all = found(job).and(counted, trouble.notServed(shop.tenant(), shop.shop()));
        return new Progress.More(Duration.ZERO, done + 1, null, DeskJson.text(all));
    }

    /** Asked before each page of a shop's list. Also renews the lease. */
    private boolean isWanted(JobBook.Job job, AtomicBoolean wanted) {
        if (wanted.get()) {
            wanted.set(jobs.renew(job.id()));
        }
        return wanted.get();
    }
}
