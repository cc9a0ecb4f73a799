package se.brygga.starter.desk.trouble;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.outage.OutageBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.remote.Door;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.Place;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/** Remote systems that are out of order, and how their pause is ended. */
@Component
public class SystemDesk {

    /**
     * A remote system that does not answer as it should.
     *
     * @param shop null for a tenant's Specter
     * @param cause what is wrong
     * @param lastAnswer a code, or the system's own words, masked
     * @param waiting number of orders that wait for the system and go on by themselves
     */
    public record OutOfOrder(
            Remote system,
            String tenant,
            @Nullable String shop,
            Cause cause,
            Instant since,
            Instant lastAt,
            int tries,
            String lastAnswer,
            Instant nextTryAt,
            long waiting) {

        /** The two systems that Brygga calls. */
        public enum Remote implements Word {
            STARWEB,
            SPECTER
        }

        /** The system as an operator names it: {@code nordkajak} is its Specter, {@code nordkajak/kajak-se} a shop. */
        public String owner() {
            return new Place(tenant, shop).toString();
        }

        /** Whether the order needs this system. */
        public boolean concerns(OrderRef order) {
            return tenant.equals(order.shop().tenant())
                    && (shop == null || shop.equals(order.shop().shop()));
        }

        /** The view of an outage in the books. */
        public static OutOfOrder of(OutageBook.Told told) {
            Door door = told.outage().door();
            return new OutOfOrder(
                    Word.twin(Remote.class, door.system()),
                    door.tenant(),
                    door.shop().isEmpty() ? null : door.shop(),
                    told.outage().cause(),
                    told.outage().since(),
                    told.outage().lastAt(),
                    told.outage().tries(),
                    told.outage().lastAnswer(),
                    told.outage().nextTryAt(),
                    told.waiting());
        }
    }

    /** The state of a system. */
    public enum State implements Word {
        /** The system was not known to be out of order, and nothing was changed. */
        NOT_OUT_OF_ORDER,
        IN_ORDER,
        STILL_OUT_OF_ORDER,
        /** No call has tried the system yet; the next one does. */
        NOT_TRIED_YET
    }

    /**
     * What came of ending a pause.
     *
     * @param asked when the pause was ended
     * @param outages what is still wrong
     */
    public record Tried(State state, Instant asked, List<OutOfOrder> outages) {}

    private final OutageBook outages;
    private final SetupStore setups;
    private final AuditBook audit;
    private final InstantSource time;

    SystemDesk(OutageBook outages, SetupStore setups, AuditBook audit, InstantSource time) {
        this.outages = outages;
        this.setups = setups;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Ends the pause of a tenant's Specter, or of a shop, so that the next call probes the system. Idempotent.
     *
     * @throws NotFound there is no such tenant or shop
     * @throws RequestRefused nobody is named
     */
    public Outcome<Tried> retry(Place system, Operator operator) {
        operator.requireName();
        requireKnown(system);
        Instant asked = time.instant();
        if (outages.tryNow(system.tenant(), List.of(system.shopOrNone())) == 0) {
            return new Outcome.Followed<>(system.toString(), new Tried(State.NOT_OUT_OF_ORDER, asked, List.of()));
        }
        audit.add(AuditBook.Deed.of(
                operator.by(), "retry-system", system.tenant(), "system " + system, operator.reason()));
        return new Outcome.Followed<>(system.toString(), look(system, asked));
    }

    /**
     * The state of the system since its pause was ended.
     *
     * @param asked {@code asked} of the answer of {@link #retry}
     * @throws NotFound there is no such tenant or shop
     */
    public Tried tried(Place system, Instant asked) {
        requireKnown(system);
        return look(system, asked);
    }

    private Tried look(Place system, Instant asked) {
        List<OutageBook.Told> still = outages.of(system.tenant(), system.shopOrNone());
        State state = still.isEmpty()
                ? State.IN_ORDER
                : still.stream().anyMatch(told -> told.outage().lastAt().isAfter(asked))
                        ? State.STILL_OUT_OF_ORDER
                        : State.NOT_TRIED_YET;
        return new Tried(state, asked, still.stream().map(OutOfOrder::of).toList());
    }

    private void requireKnown(Place system) {
        TenantSetup setup = NotFound.orElse(() -> setups.named(system.tenant()));
        if (system.shop() != null && setup.shops().stream().map(ShopSetup::shop).noneMatch(system.shop()::equals)) {
            throw NotFound.because(Reason.TENANT_HAS_NO_SHOP, system.tenant(), system.shop());
        }
    }
}
