package se.brygga.starter.desk.callbacks;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.status.CallbackBook;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.activities.status.specter.SpecterOrderBook;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.StatusSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.starter.desk.NotFound;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;

/** Lists callbacks, and orders that should have had one. Reads only; a callback that waits is decided at the orders' desk. */
@Component
public class CallbackDesk {

    private final CallbackBook book;
    private final SpecterOrderBook specter;
    private final AttentionBook attention;
    private final SetupStore setups;
    private final InstantSource time;

    CallbackDesk(
            CallbackBook book,
            SpecterOrderBook specter,
            AttentionBook attention,
            SetupStore setups,
            InstantSource time) {
        this.book = book;
        this.specter = specter;
        this.attention = attention;
        this.setups = setups;
        this.time = time;
    }

    /**
     * Which callbacks to list; null means any.
     *
     * @param before id of the last one of the page before; 0 for the first page
     */
    public record Filter(
            @Nullable String tenant,
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
        NotFound.unless(() -> setups.requireKnown(filter.tenant(), null));
        Map<Question, Cause> causes = new HashMap<>();
        attention.open(filter.tenant(), null).forEach(entry -> causes.put(entry.question(), entry.cause()));
        return book
                .list(
                        filter.tenant(),
                        filter.state() == null
                                ? null
                                : CallbackBook.State.valueOf(filter.state().name()),
                        filter.event() == null
                                ? null
                                : OrderEvent.valueOf(filter.event().name()),
                        filter.before(),
                        filter.limit())
                .stream()
                .map(callback -> Callback.of(callback, causes.get(Question.callback(callback.order()))))
                .toList();
    }

    /**
     * Orders of which Specter has said nothing for {@code status.silentDays} of their shop. A shop that is told nothing has no
     * reason to wait for anything.
     *
     * @param shop null: every shop of the tenant
     * @throws NotFound there is no such tenant or shop
     */
    public List<SilentOrder> silent(String tenant, @Nullable String shop) {
        TenantSetup setup = NotFound.orElse(() -> setups.named(tenant));
        List<ShopSetup> shops = shop == null ? setup.shops() : List.of(NotFound.orElse(() -> setup.shop(shop)));
        return shops.stream().flatMap(one -> silent(tenant, one).stream()).toList();
    }

    private List<SilentOrder> silent(String tenant, ShopSetup shop) {
        StatusSetup status = shop.status();
        return status == null
                ? List.of()
                : specter
                        .silent(tenant, shop.shop(), time.instant().minus(Duration.ofDays(status.silentDays())))
                        .stream()
                        .map(one -> new SilentOrder(one.order(), one.specterNumber(), one.since()))
                        .toList();
    }
}
