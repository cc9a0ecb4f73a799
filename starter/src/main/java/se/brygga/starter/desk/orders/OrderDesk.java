package se.brygga.starter.desk.orders;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.orders.OrderLists;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.trouble.OutOfOrder;
import se.brygga.starter.desk.trouble.Trouble;
import se.brygga.starter.desk.trouble.TroubleDesk;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/** Orders as operators look for them. Reads only; decisions are made at the desk of decisions. */
@Component
public class OrderDesk {

    /** Which orders to list; null means any. Waiting orders are those with an open cause, in Specter or not. */
    public record Filter(
            @Nullable String tenant,
            @Nullable String shop,
            OrderLine.@Nullable State state,
            @Nullable Cause cause,
            int limit) {}

    private final SetupStore setups;
    private final OrderLists lists;
    private final AttentionBook attention;
    private final TroubleDesk trouble;
    private final Stories stories;

    OrderDesk(SetupStore setups, OrderLists lists, AttentionBook attention, TroubleDesk trouble, Stories stories) {
        this.setups = setups;
        this.lists = lists;
        this.attention = attention;
        this.trouble = trouble;
        this.stories = stories;
    }

    /**
     * Orders, newest first, and what is wrong beside them.
     *
     * @throws NotFound there is no such tenant or shop; the text says which there are
     */
    public OrderList list(Filter filter) {
        NotFound.unless(() -> setups.requireKnown(filter.tenant(), filter.shop()));
        OrderRecord.State state = filter.state() == null
                ? null
                : OrderRecord.State.valueOf(filter.state().name());
        OrderLists.Filter wanted =
                new OrderLists.Filter(filter.tenant(), filter.shop(), state, filter.cause(), filter.limit());
        List<OrderLists.Line> found = lists.list(wanted);
        Trouble wrong = trouble.of(filter.tenant(), filter.shop());
        return new OrderList(
                found.stream()
                        .map(line -> OrderLine.of(line, behind(line.order(), wrong)))
                        .toList(),
                found.size() < filter.limit() ? found.size() : lists.count(wanted),
                wrong);
    }

    private static @Nullable Cause behind(OrderRef order, Trouble wrong) {
        return wrong.outages().stream()
                .filter(outage -> outage.concerns(order))
                .map(OutOfOrder::cause)
                .findFirst()
                .orElse(null);
    }

    /**
     * What waits for a person, by cause; the most frequent cause first.
     *
     * @param tenant null: of all
     * @throws NotFound there is no such tenant
     */
    public List<WaitingCause> causes(@Nullable String tenant) {
        NotFound.unless(() -> setups.requireKnown(tenant, null));
        Map<Cause, List<AttentionBook.Entry>> waiting =
                attention.open(tenant, null).stream().collect(Collectors.groupingBy(AttentionBook.Entry::cause));
        return waiting.entrySet().stream()
                .map(one -> new WaitingCause(
                        one.getKey(),
                        one.getValue().size(),
                        one.getValue().getFirst().openedAt()))
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
        return stories.of(lists.find(order).orElseThrow(() -> new NotFound("no order " + order + " in the books")));
    }

    /**
     * The order with this number, in whatever shop.
     *
     * @throws NotFound there is no such order
     * @throws IllegalArgumentException there are several; the message has the candidates
     */
    public OrderRef withNumber(long orderId) {
        return withNumber(orderId, _ -> true);
    }

    /** The same, among the tenants that the one who asks may see. */
    public OrderRef withNumber(long orderId, Predicate<String> tenants) {
        List<OrderRef> candidates = lists.withNumber(orderId).stream()
                .filter(order -> tenants.test(order.shop().tenant()))
                .toList();
        return switch (candidates.size()) {
            case 1 -> candidates.getFirst();
            case 0 -> throw new NotFound("no order " + orderId + " in the books");
            default -> throw new IllegalArgumentException("several shops have an order " + orderId + ": " + candidates);
        };
    }
}
