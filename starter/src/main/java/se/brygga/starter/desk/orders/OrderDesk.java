package se.brygga.starter.desk.orders;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.attention.AttentionLists;
import se.brygga.activities.orders.OrderLists;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.orders.PagedLists;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.trouble.SystemDesk.OutOfOrder;
import se.brygga.starter.desk.trouble.Trouble;
import se.brygga.starter.desk.trouble.TroubleDesk;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/** Orders as operators look for them. Reads only: {@code DecisionDesk} decides. */
@Component
public class OrderDesk {

    /**
     * A cause for which something waits.
     *
     * @param waiting number of orders, changes and callbacks that wait for it
     * @param since when the oldest of them began to wait
     */
    public record WaitingCause(Cause cause, int waiting, Instant since) {

        /** The causes of several tenants together, the most frequent first. */
        public static List<WaitingCause> together(List<List<WaitingCause>> parts) {
            return parts.stream()
                    .flatMap(List::stream)
                    .collect(Collectors.toMap(WaitingCause::cause, one -> one, WaitingCause::and))
                    .values()
                    .stream()
                    .sorted(Comparator.comparingInt(WaitingCause::waiting)
                            .reversed()
                            .thenComparing(WaitingCause::since))
                    .toList();
        }

        private WaitingCause and(WaitingCause other) {
            return new WaitingCause(cause, waiting + other.waiting, since.isBefore(other.since) ? since : other.since);
        }
    }

    /**
     * A page of a list of orders, newest first.
     *
     * @param total how many there are, shown or not; null when there are more than the desk counts
     * @param next key after which the next page begins; null when this is the last page
     * @param trouble of the listed tenant and shop, or of all
     */
    public record OrderList(
            List<OrderLine> orders,
            @Nullable Integer total,
            @Nullable String next,
            Trouble trouble) {

        /** This page with {@code next} in the form of the caller's medium. */
        public OrderList withNext(UnaryOperator<String> written) {
            return next == null ? this : new OrderList(orders, total, written.apply(next), trouble);
        }
    }

    /**
     * Which orders to list; null means any. Waiting orders are those with an open cause, in Specter or not.
     *
     * @param tenants empty for every tenant
     * @param after {@code next} of the page before; null for the first page
     */
    public record Filter(
            Set<String> tenants,
            @Nullable String shop,
            OrderLine.@Nullable State state,
            @Nullable Cause cause,
            @Nullable String after,
            int limit) {}

    private final SetupStore setups;
    private final OrderLists lists;
    private final PagedLists pages;
    private final AttentionLists attention;
    private final TroubleDesk trouble;
    private final Stories stories;

    OrderDesk(
            SetupStore setups,
            OrderLists lists,
            PagedLists pages,
            AttentionLists attention,
            TroubleDesk trouble,
            Stories stories) {
        this.setups = setups;
        this.lists = lists;
        this.pages = pages;
        this.attention = attention;
        this.trouble = trouble;
        this.stories = stories;
    }

    /**
     * Orders, newest first, and what is wrong besides.
     *
     * @throws NotFound there is no such tenant or shop; the refusal says which there are
     */
    public OrderList list(Filter filter) {
        Set<String> tenants = tenants(filter);
        Trouble wrong = trouble(tenants, filter.shop());
        OrderRecord.State state = filter.state() == null
                ? null
                : OrderRecord.State.valueOf(filter.state().name());
        PagedLists.Key after = filter.after() == null ? null : PagedLists.Key.parse(filter.after());
        PagedLists.Filter wanted =
                new PagedLists.Filter(tenants, filter.shop(), state, filter.cause(), after, filter.limit() + 1);
        List<OrderLists.Line> found = pages.list(wanted);
        List<OrderLists.Line> page = found.subList(0, Math.min(found.size(), filter.limit()));
        return new OrderList(
                page.stream()
                        .map(line -> OrderLine.of(line, behind(line.order(), wrong)))
                        .toList(),
                total(wanted, found.size()),
                page.size() == found.size() ? null : page.getLast().key().text(),
                wrong);
    }

    /** Of several tenants, those that have the shop. */
    private Set<String> tenants(Filter filter) {
        if (filter.shop() == null || filter.tenants().size() < 2) {
            return filter.tenants();
        }
        Set<String> having = setups.everyShop().stream()
                .filter(ref -> ref.shop().equals(filter.shop()))
                .map(ShopRef::tenant)
                .filter(filter.tenants()::contains)
                .collect(Collectors.toSet());
        if (having.isEmpty()) {
            throw NotFound.because(Reason.SHOP_OF_NO_TENANT, filter.shop(), new TreeSet<>(filter.tenants()));
        }
        return having;
    }

    private Trouble trouble(Set<String> tenants, @Nullable String shop) {
        return tenants.isEmpty()
                ? trouble.of(null, shop)
                : Trouble.together(tenants.stream()
                        .sorted()
                        .map(one -> trouble.of(one, shop))
                        .toList());
    }

    /** The number of orders, counted only where it is not known already. */
    private @Nullable Integer total(PagedLists.Filter wanted, int found) {
        if (wanted.after() == null && found < wanted.limit()) {
            return found;
        }
        OptionalInt counted = pages.count(wanted);
        return counted.isPresent() ? counted.getAsInt() : null;
    }

    private static @Nullable Cause behind(OrderRef order, Trouble wrong) {
        return wrong.outages().stream()
                .filter(outage -> outage.concerns(order))
                .map(OutOfOrder::cause)
                .findFirst()
                .orElse(null);
    }

    /**
     * The causes for which something waits, the most frequent first.
     *
     * @param tenant null for all
     * @throws NotFound there is no such tenant
     */
    public List<WaitingCause> causes(@Nullable String tenant) {
        NotFound.unless(() -> setups.requireKnown(tenant, null));
        return attention.waiting(tenant).stream()
                .map(one -> new WaitingCause(one.cause(), one.questions(), one.since()))
                .sorted(Comparator.comparingInt(WaitingCause::waiting)
                        .reversed()
                        .thenComparing(WaitingCause::cause))
                .toList();
    }

    /**
     * Everything about one order.
     *
     * @throws NotFound there is no such order
     */
    public OrderStory story(OrderRef order) {
        return stories.of(lists.find(order).orElseThrow(() -> NotFound.because(Reason.NO_ORDER, order)));
    }

    /**
     * The order with this number, in any shop.
     *
     * @throws NotFound there is no such order
     * @throws RequestRefused there are several; the refusal names them
     */
    public OrderRef withNumber(long orderId) {
        return withNumber(orderId, _ -> true);
    }

    /** The order with this number, in any shop of the tenants that the caller may see. */
    public OrderRef withNumber(long orderId, Predicate<String> tenants) {
        List<OrderRef> candidates = lists.withNumber(orderId).stream()
                .filter(order -> tenants.test(order.shop().tenant()))
                .toList();
        return switch (candidates.size()) {
            case 1 -> candidates.getFirst();
            case 0 -> throw NotFound.because(Reason.NO_ORDER, orderId);
            default -> throw Reason.SEVERAL_ORDERS.refused(orderId, candidates);
        };
    }
}
