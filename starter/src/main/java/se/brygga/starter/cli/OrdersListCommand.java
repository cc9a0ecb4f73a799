package se.brygga.starter.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.brygga.activities.outage.OutageBook;
import se.brygga.activities.store.IntakeBook;
import se.brygga.activities.store.OrderLists;
import se.brygga.activities.store.OrderRecord;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.store.Standing;
import se.brygga.activities.store.feed.NoticeBook;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.CauseTexts;

/** {@code brygga orders list}. */
@Component
@Command(name = "list", description = "Lists orders, newest first; without options those that wait for a person.")
final class OrdersListCommand implements Callable<Integer> {

    /** What programs get. */
    private record Listing(
            List<OrderLists.Line> orders,
            List<OutageBook.Told> outages,
            List<NoticeBook.Notice> notices,
            List<IntakeBook.Unswept> unswept,
            List<Standing> notServed,
            Standstill.Found standstill) {}

    private final OrderLists lists;
    private final OutageBook outages;
    private final NoticeBook notices;
    private final IntakeBook marks;
    private final SetupStore setups;
    private final Standstill standstill;
    private final InstantSource time;

    @Option(names = "--tenant", description = "only of this tenant")
    private @Nullable String tenant;

    @Option(names = "--shop", description = "only of this shop")
    private @Nullable String shop;

    @Option(names = "--state", description = "on-its-way, waiting, skipped, transferred or all; default: waiting")
    private String state = "waiting";

    @Option(
            names = "--cause",
            converter = CauseArgument.class,
            description = "only those that wait for this, for example totals-differ")
    private @Nullable Cause cause;

    @Option(names = "--limit", description = "at most so many; default: ${DEFAULT-VALUE}")
    private int limit = 100;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--json", description = "for programs")
    private boolean json;

    OrdersListCommand(
            OrderLists lists,
            OutageBook outages,
            NoticeBook notices,
            IntakeBook marks,
            SetupStore setups,
            Standstill standstill,
            InstantSource time) {
        this.lists = lists;
        this.outages = outages;
        this.notices = notices;
        this.marks = marks;
        this.setups = setups;
        this.standstill = standstill;
        this.time = time;
    }

    @Override
    public Integer call() {
        OrderRecord.State wanted = state.equals("all") ? null : OrderRecord.State.ofCode(state);
        List<OrderLists.Line> lines = lists.list(new OrderLists.Filter(tenant, shop, wanted, cause, limit));
        Listing listing =
                new Listing(lines, knownOutages(), openNotices(), unswept(), notServed(), standstill.look(tenant));
        if (json) {
            System.out.println(Output.json(listing));
            return 0;
        }
        listing.standstill().lines().forEach(System.out::println);
        printWhatNoOrderWaitsFor(listing);
        Table table = new Table("ORDER", "PLACED", "TOTAL", "STATE", "CAUSE OR RULE", "SPECTER");
        lines.forEach(line -> table.row(
                line.order(),
                Output.time(line.placedAt()),
                Output.money(line.total(), line.currency()),
                line.cause() == null ? line.state().code() : "waiting",
                line.cause() == null
                        ? heldBy(line, listing.outages())
                        : line.cause().code(),
                line.specterNumber()));
        System.out.print(table.isEmpty() ? nothing(wanted, listing.standstill()) : table);
        return 0;
    }

    /** While nothing moves, that nothing is in the books is no good news. */
    private static String nothing(OrderRecord.@Nullable State wanted, Standstill.Found standstill) {
        String nothing = "Nothing" + (wanted == null ? "" : " is " + wanted.code());
        String why = standstill.whyNothingMoves();
        return why.isEmpty()
                ? nothing + ".\n"
                : nothing + " as far as the books know, and nothing moves: " + why + ".\n";
    }

    /** The rule that skipped it, or the system that it waits for on its way. */
    private static @Nullable String heldBy(OrderLists.Line line, List<OutageBook.Told> outages) {
        return line.state() == OrderRecord.State.ON_ITS_WAY
                ? outages.stream()
                        .filter(told -> told.concerns(line.order()))
                        .map(told -> "behind " + told.outage().cause().code())
                        .findFirst()
                        .orElse(null)
                : line.skippedBy();
    }

    private List<OutageBook.Told> knownOutages() {
        return outages.known().stream()
                .filter(told -> tenant == null || told.outage().door().tenant().equals(tenant))
                .filter(told -> shop == null
                        || told.outage().door().shop().isEmpty()
                        || told.outage().door().shop().equals(shop))
                .toList();
    }

    private List<NoticeBook.Notice> openNotices() {
        return notices.open(tenant).stream()
                .filter(notice ->
                        shop == null || notice.shop().isEmpty() || notice.shop().equals(shop))
                .toList();
    }

    private List<IntakeBook.Unswept> unswept() {
        return marks.unswept(setups.allServed(), time.instant()).stream()
                .filter(line -> tenant == null || line.shop().tenant().equals(tenant))
                .filter(line -> shop == null || line.shop().shop().equals(shop))
                .toList();
    }

    private List<Standing> notServed() {
        return setups.standings().stream()
                .filter(standing -> tenant == null || standing.place().tenant().equals(tenant))
                .filter(standing -> shop == null
                        || standing.place().shop().isEmpty()
                        || standing.place().shop().equals(shop))
                .toList();
    }

    private void printWhatNoOrderWaitsFor(Listing listing) {
        listing.notServed().forEach(standing -> System.out.printf("! %s%n", standing));
        CauseTexts texts = language.texts();
        OutageLines.print(listing.outages(), texts);
        listing.notices()
                .forEach(notice -> System.out.printf(
                        "! %s/%s%s: %s, since %s (%d times): %s%n",
                        notice.tenant(),
                        notice.shop(),
                        notice.subject().isEmpty() ? "" : ", " + notice.subject(),
                        texts.title(notice.cause()),
                        Output.time(notice.openedAt()),
                        notice.times(),
                        texts.detail(notice.detail())));
        listing.unswept()
                .forEach(line -> System.out.printf(
                        "! %s was last looked through %s; orders may be missing here%n",
                        line.shop(), line.sweptAt() == null ? "never" : "at " + Output.time(line.sweptAt())));
    }
}
