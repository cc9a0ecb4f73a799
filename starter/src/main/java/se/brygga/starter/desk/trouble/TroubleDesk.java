package se.brygga.starter.desk.trouble;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.intake.WebHookInbox;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.outage.OutageBook;
import se.brygga.activities.push.SleepBook;
import se.brygga.activities.push.SleepBook.Sleep;
import se.brygga.activities.setup.kept.ServiceState;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.setup.TenantSetup;
import se.brygga.starter.desk.Engine;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.trouble.NoticeDesk.Notice;
import se.brygga.starter.desk.trouble.SystemDesk.OutOfOrder;
import se.brygga.starter.desk.trouble.Trouble.Standstill;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/** Shows what is out of order for many at once. Reads only. */
@Component
public class TroubleDesk {

    /** The books that know of trouble. */
    @Component
    record Books(OutageBook outages, NoticeBook notices, IntakeBook intake, WebHookInbox webHooks, SleepBook sleeps) {}

    private final Engine engine;
    private final SetupStore setups;
    private final Books books;
    private final InstantSource time;

    TroubleDesk(Engine engine, SetupStore setups, Books books, InstantSource time) {
        this.engine = engine;
        this.setups = setups;
        this.books = books;
        this.time = time;
    }

    /**
     * All trouble of one shop, one tenant, or everybody.
     *
     * @param tenant null for all
     * @param shop null for all shops
     * @throws NotFound there is no such tenant
     */
    public Trouble of(@Nullable String tenant, @Nullable String shop) {
        NotFound.unless(() -> setups.requireKnown(tenant, shop));
        List<TenantSetup> served = setups.allServed().stream()
                .filter(setup -> tenant == null || tenant.equals(setup.tenant()))
                .toList();
        return new Trouble(
                standstill(tenant, served),
                notServed(tenant, shop),
                outages(tenant, shop),
                notices(tenant, shop),
                books.intake().unswept(served, time.instant()).stream()
                        .map(one -> new Trouble.Unswept(one.shop(), one.sweptAt()))
                        .filter(one -> isOf(
                                tenant, shop, one.shop().tenant(), one.shop().shop()))
                        .toList(),
                books.sleeps().wanted(served).stream()
                        .map(TroubleDesk::notWritten)
                        .filter(one -> isOf(
                                tenant, shop, one.shop().tenant(), one.shop().shop()))
                        .toList());
    }

    private List<OutOfOrder> outages(@Nullable String tenant, @Nullable String shop) {
        return books.outages().known().stream()
                .map(OutOfOrder::of)
                .filter(one -> isOf(tenant, shop, one.tenant(), one.shop()))
                .toList();
    }

    private List<Notice> notices(@Nullable String tenant, @Nullable String shop) {
        return books.notices().open(tenant).stream()
                .map(Notice::of)
                .filter(one -> isOf(tenant, shop, one.tenant(), one.shop()))
                .toList();
    }

    /** Tenants and shops that were suspended or removed; null means all, as in {@link #of}. */
    public List<Trouble.NotServed> notServed(@Nullable String tenant, @Nullable String shop) {
        return setups.serviceStates().stream()
                .map(TroubleDesk::notServed)
                .filter(one -> isOf(tenant, shop, one.tenant(), one.shop()))
                .toList();
    }

    /** The systems out of order that the order needs. */
    public List<OutOfOrder> behind(OrderRef order) {
        return books.outages().knownTo(order).stream().map(OutOfOrder::of).toList();
    }

    /** Why no stock, or no prices, are written to the shop; empty when they are. */
    public Optional<Trouble.NotWritten> notWritten(Feed feed, ShopRef shop) {
        return books.sleeps().of(feed, shop).map(TroubleDesk::notWritten);
    }

    private Standstill standstill(@Nullable String tenant, List<TenantSetup> served) {
        return new Standstill(
                engine.trouble()
                        .map(trouble -> new Standstill.EngineTrouble(
                                Word.twin(Standstill.EngineFault.class, trouble.kind()), trouble.refusal()))
                        .orElse(null),
                engine.noWorkerSince().orElse(null),
                books.webHooks()
                        .overdue(tenant)
                        .map(left -> new Standstill.WebHooks(left.count(), left.oldest()))
                        .orElse(null),
                engine.loops().late(served).stream()
                        .map(look -> new Standstill.LateLoop(look.workflowId(), look.lookedAt(), look.expectedAt()))
                        .toList());
    }

    /** Trouble of a tenant as a whole also counts for each of its shops. */
    private static boolean isOf(
            @Nullable String tenant, @Nullable String shop, String itsTenant, @Nullable String itsShop) {
        return (tenant == null || tenant.equals(itsTenant))
                && (shop == null || itsShop == null || Objects.equals(shop, itsShop));
    }

    private static Trouble.NotServed notServed(ServiceState serviceState) {
        return new Trouble.NotServed(
                serviceState.place().tenant(),
                serviceState.place().shop().isEmpty()
                        ? null
                        : serviceState.place().shop(),
                Word.twin(Trouble.Leave.class, serviceState.state()),
                serviceState.since(),
                serviceState.by(),
                serviceState.reason());
    }

    private static Trouble.NotWritten notWritten(Sleep sleep) {
        return new Trouble.NotWritten(
                sleep.shop(), sleep.feed(), sleep.code(), sleep.detail(), sleep.since(), sleep.tries(), sleep.until());
    }
}
