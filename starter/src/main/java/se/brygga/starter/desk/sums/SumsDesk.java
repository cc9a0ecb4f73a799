package se.brygga.starter.desk.sums;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.door.DeskJson;
import se.brygga.starter.desk.jobs.JobBook;
import se.brygga.starter.desk.sums.DaySums.DaySum;
import se.brygga.starter.desk.trouble.Trouble;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/** Counts the orders of some days as a job, shop by shop. A shop is asked for a hundred of its orders in a call. */
@Component
public class SumsDesk {

    /**
     * The orders of some days, counted in the books and in the shops.
     *
     * @param sums newest day first, without days of which neither the books nor the shop know an order
     * @param notAsked shops that did not answer with their list
     * @param notServed tenants and shops that were suspended or removed
     */
    public record OrderSums(List<Day> sums, List<NotAsked> notAsked, List<Trouble.NotServed> notServed) {

        /**
         * The orders that were placed in one shop on one day. Amounts are by currency.
         *
         * @param day the shop's, from midnight to midnight
         * @param placed orders transferred, on their way, waiting and skipped; each order is in exactly one of these
         * @param unread orders of {@code placed} that are known by number only
         * @param inShop null when the shop was not asked, or did not answer
         */
        public record Day(
                ShopRef shop,
                LocalDate day,
                int placed,
                int transferred,
                int onTheirWay,
                int waiting,
                int skipped,
                int unread,
                Map<String, BigDecimal> placedSum,
                Map<String, BigDecimal> transferredSum,
                @Nullable InShop inShop) {}

        /**
         * The shop's own list of the day.
         *
         * @param onlyInShop numbers of orders that the books do not have
         * @param onlyHere numbers of orders that the list does not have
         */
        public record InShop(int count, Map<String, BigDecimal> sum, List<Long> onlyInShop, List<Long> onlyHere) {}

        /**
         * A shop that was not asked, or did not answer.
         *
         * @param why what the shop answered, in phrases of {@link se.brygga.workflows.attention.CauseTexts#detail}
         */
        public record NotAsked(ShopRef shop, String why) {}

        /** These sums, with those of one more shop. */
        OrderSums and(DaySums.Report more, List<Trouble.NotServed> ofShop) {
            return new OrderSums(
                    Stream.concat(sums.stream(), more.sums().stream().map(OrderSums::day))
                            .sorted(Comparator.comparing(Day::day)
                                    .reversed()
                                    .thenComparing(day -> day.shop().toString()))
                            .toList(),
                    Stream.concat(
                                    notAsked.stream(),
                                    more.notAsked().stream()
                                            .map(one -> new NotAsked(
                                                    one.shop(), one.why().stored())))
                            .toList(),
                    Stream.concat(notServed.stream(), ofShop.stream())
                            .distinct()
                            .toList());
        }

        private static Day day(DaySum sum) {
            DaySum.InShop inShop = sum.inShop();
            return new Day(
                    sum.shop(),
                    sum.day(),
                    sum.placed(),
                    sum.transferred(),
                    sum.onTheirWay(),
                    sum.waiting(),
                    sum.skipped(),
                    sum.unread(),
                    sum.placedSum(),
                    sum.transferredSum(),
                    inShop == null
                            ? null
                            : new InShop(inShop.count(), inShop.sum(), inShop.onlyInShop(), inShop.onlyHere()));
        }
    }

    /** Number of days that are counted if the request does not name the first. */
    private static final int DAYS = 7;

    /**
     * What to count.
     *
     * @param from first day; null for six days before the last one
     * @param to last day, the whole of it; null for today, up to now
     * @param tenant null for every tenant
     * @param shop null for every shop
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
     * Begins a job that counts the orders of these days. Changes nothing else.
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
