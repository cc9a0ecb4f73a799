package se.brygga.starter.desk.sums;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.door.DeskJson;
import se.brygga.starter.desk.jobs.JobBook;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/** Counts the orders of some days, shop by shop, as a job: a shop is asked a hundred of its orders a call. */
@Component
public class SumsDesk {

    /** Days that are counted if the first one is not named. */
    private static final int DAYS = 7;

    /**
     * What to count.
     *
     * @param from first day; null: six days before the last one
     * @param to last day, all of it; null: today, up to now
     * @param tenant null: every tenant
     * @param shop null: every shop
     */
    public record Days(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String tenant,
            @Nullable String shop) {}

    /** Whether the shops are asked for their own lists. */
    public enum Asking implements Word {
        SHOPS_TOO,
        BOOKS_ONLY
    }

    private final JobBook jobs;
    private final DaySums sums;
    private final SetupStore setups;

    SumsDesk(JobBook jobs, DaySums sums, SetupStore setups) {
        this.jobs = jobs;
        this.sums = sums;
        this.setups = setups;
    }

    /**
     * Begins to count the orders that were placed on these days. Changes nothing else.
     *
     * @return the job's id
     * @throws NotFound there is no such tenant or shop
     * @throws RequestRefused the last day comes before the first one, or nobody is named
     */
    public String begin(Days days, Asking asking, Operator operator) {
        operator.requireName();
        NotFound.unless(() -> setups.requireKnown(days.tenant(), days.shop()));
        LocalDate last = days.to() == null ? sums.today() : days.to();
        LocalDate first = days.from() == null ? last.minusDays(DAYS - 1) : days.from();
        DaySums.Range range = new DaySums.Range(first, last, days.tenant(), days.shop());
        List<ShopRef> shops = sums.shops(range);
        return jobs.add(new JobBook.Order(
                JobBook.Kind.SUMS,
                days.tenant(),
                "sums " + first + " " + last + (days.tenant() == null ? "" : " " + days.tenant())
                        + (days.shop() == null ? "" : "/" + days.shop()),
                operator.by(),
                operator.reason(),
                DeskJson.text(new SumsWork.Request(first, last, asking, shops)),
                shops.size()));
    }

    /**
     * What such a job has found so far.
     *
     * @throws NotFound there is no such job
     */
    public OrderSums found(String job) {
        return jobs.find(job).map(SumsWork::found).orElseThrow(() -> NotFound.because(Reason.NO_JOB, job));
    }
}
