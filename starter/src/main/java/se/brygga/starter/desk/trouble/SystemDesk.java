package se.brygga.starter.desk.trouble;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.outage.OutageBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.Patience;
import se.brygga.starter.desk.Place;
import se.brygga.starter.desk.Word;

/** Remote systems that are out of order, and the end of a pause. */
@Component
public class SystemDesk {

    /** What a system is found to be. */
    public enum State implements Word {
        /** It was not known to be out of order; nothing was changed. */
        NOT_OUT_OF_ORDER,
        IN_ORDER_AGAIN,
        STILL_OUT_OF_ORDER,
        /** Nobody has tried it in the time that was given; the next call does. */
        NOT_TRIED_YET
    }

    /** @param outages what is still wrong */
    public record Tried(State state, List<OutOfOrder> outages) {}

    private final OutageBook outages;
    private final TroubleDesk trouble;
    private final SetupStore setups;
    private final AuditBook audit;
    private final InstantSource time;

    SystemDesk(OutageBook outages, TroubleDesk trouble, SetupStore setups, AuditBook audit, InstantSource time) {
        this.outages = outages;
        this.trouble = trouble;
        this.setups = setups;
        this.audit = audit;
        this.time = time;
    }

    /** Systems that are out of order, with all other trouble. */
    public Trouble list() {
        return trouble.of(null, null);
    }

    /**
     * Ends the pause of a tenant's Specter, or of a shop: the next call tries it. Waits until one has. May be repeated.
     *
     * @param patience how long to wait; the next call tries the system also after that
     * @throws IllegalArgumentException there is no such tenant or shop, or nobody is named
     */
    public Outcome<Tried> retry(Place system, Operator operator, Duration patience) {
        operator.requireName();
        requireKnown(system);
        Instant asked = time.instant();
        if (outages.tryNow(system.tenant(), List.of(system.shopOrNone())) == 0) {
            return new Outcome.Followed<>(system.toString(), new Tried(State.NOT_OUT_OF_ORDER, List.of()));
        }
        audit.add(AuditBook.Deed.of(
                operator.by(), "retry-system", system.tenant(), "system " + system, operator.reason()));
        return new Outcome.Followed<>(
                system.toString(),
                Patience.until(patience, tried -> tried.state() != State.NOT_TRIED_YET, () -> look(system, asked)));
    }

    private Tried look(Place system, Instant asked) {
        List<OutageBook.Told> still = outages.of(system.tenant(), system.shopOrNone());
        State state = still.isEmpty()
                ? State.IN_ORDER_AGAIN
                : still.stream().anyMatch(told -> told.outage().lastAt().isAfter(asked))
                        ? State.STILL_OUT_OF_ORDER
                        : State.NOT_TRIED_YET;
        return new Tried(state, still.stream().map(OutOfOrder::of).toList());
    }

    private void requireKnown(Place system) {
        TenantSetup setup = setups.named(system.tenant());
        if (system.shop() != null && setup.shops().stream().map(ShopSetup::shop).noneMatch(system.shop()::equals)) {
            throw new IllegalArgumentException("tenant " + system.tenant() + " has no shop \"" + system.shop() + "\"");
        }
    }
}
