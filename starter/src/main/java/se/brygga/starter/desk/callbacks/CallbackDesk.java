package se.brygga.starter.desk.callbacks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.attention.AttentionLists;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.TimeKey;
import se.brygga.activities.status.CallbackBook;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.activities.status.specter.SilentLists;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.StatusSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.starter.desk.NotFound;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * Lists callbacks, and orders that should have had one. Reads only: {@code DecisionDesk} decides about a callback that
 * waits.
 */
@Component
public class CallbackDesk {

    /**
     * An order in Specter, neither delivered nor cancelled, about which Specter has said nothing for long.
     *
     * @param since when Specter last said something about the order, or when it was transferred
     */
    public record SilentOrder(OrderRef order, long specterNumber, Instant since, Instant transferredAt) {

        /** The key after which the next page begins. */
        public String key() {
            return new TimeKey(transferredAt, order.toString()).text();
        }
    }

    private final CallbackBook book;
    private final SilentLists silent;
    private final AttentionLists attention;
    private final SetupStore setups;
    private final InstantSource time;

    CallbackDesk(
            CallbackBook book, SilentLists silent, AttentionLists attention, SetupStore setups, InstantSource time) {
        this.book = book;
        this.silent = silent;
        this.attention = attention;
        this.setups = setups;
        this.time = time;
    }

    /**
     * Which callbacks to list; null means any.
     *
     * @param tenants empty for every tenant
     * @param before id of the last callback of the page before; 0 for the first page
     */
    public record Filter(
            Set<String> tenants,
            Callback.@Nullable State state,
            Callback.@Nullable Event event,
            long before,
            int limit) {}

    /**
     * Callbacks, newest first.
     *
     * @throws NotFound there is no such tenant
     */
    public List<Callback> list(Filter filter) {
        NotFound.unless(() -> filter.tenants().forEach(tenant -> setups.requireKnown(tenant, null)));
        List<CallbackBook.Callback> found = book.list(
                filter.tenants(),
                filter.state() == null
                        ? null
                        : CallbackBook.State.valueOf(filter.state().name()),
                filter.event() == null
                        ? null
                        : OrderEvent.valueOf(filter.event().name()),
                filter.before(),
                filter.limit());
        Map<OrderRef, Cause> causes = attention.ofCallbacks(found.stream()
                .filter(callback -> callback.state() == CallbackBook.State.WAITING)
                .map(CallbackBook.Callback::order)
                .collect(Collectors.toSet()));
        return found.stream()
                .map(callback -> Callback.of(callback, causes.get(callback.order())))
                .toList();
    }

    /**
     * Orders about which Specter has said nothing for {@code status.silentDays} of their shop. Shops that are told
     * nothing are left out. The order that was transferred first comes first.
     *
     * @param shop null for every shop of the tenant
     * @param after key of the last line of the page before; null for the first page
     * @throws NotFound there is no such tenant or shop
     * @throws RequestRefused the key has a wrong form
     */
    public List<SilentOrder> silent(String tenant, @Nullable String shop, @Nullable String after, int limit) {
        TenantSetup setup = NotFound.orElse(() -> setups.named(tenant));
        TimeKey key = after == null ? null : TimeKey.parse(after);
        Map<String, Instant> since = new HashMap<>();
        for (ShopSetup one : shop == null ? setup.shops() : List.of(NotFound.orElse(() -> setup.shop(shop)))) {
            StatusSetup status = one.status();
            if (status != null) {
                since.put(one.shop(), time.instant().minus(Duration.ofDays(status.silentDays())));
            }
        }
        return silent.list(tenant, since, key, limit).stream()
                .map(one -> new SilentOrder(one.order(), one.specterNumber(), one.since(), one.transferredAt()))
                .toList();
    }
}
