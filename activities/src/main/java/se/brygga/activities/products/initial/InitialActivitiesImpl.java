package se.brygga.activities.products.initial;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.Failures;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.products.initial.InitialLine.Count;
import se.brygga.activities.products.initial.InitialSync.State;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.products.Direction;
import se.brygga.setup.products.ProductSetup;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.products.InitialActivities;

/**
 * Makes the plan of an initial sync, and follows its run. The sync of products does the writing, so that one thing
 * alone writes to a shop or article. A run lets it write the plan's lines, and waits for what comes of each.
 */
final class InitialActivitiesImpl implements InitialActivities {

    /** The pause between two looks at a plan that waits for both systems, or at a run. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

    /** The pause after a call that failed. */
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(30);

    /** Of the notices. */
    private static final String SUBJECT = "initial sync";

    /** Lines that one look settles in one statement. */
    private static final int LINES = 1000;

    /** The books that the activities need. */
    record Books(
            SetupStore setups,
            InitialBook initial,
            InitialLineBook lines,
            NoticeBook notices,
            TransactionTemplate transactions) {}

    private final Books books;
    private final Function<Direction, Sides> sides;

    InitialActivitiesImpl(Books books, Function<Direction, Sides> sides) {
        this.books = books;
        this.sides = sides;
    }

    @Override
    public Next advance(ShopRef shop) {
        Optional<InitialSync> sync = books.initial().find(shop);
        Optional<TenantSetup> setup = books.setups()
                .served(shop)
                .filter(tenant -> tenant.shopsWithProducts().contains(shop));
        if (sync.isEmpty() || setup.isEmpty()) {
            return Next.ENDS;
        }
        if (sync.get().direction() != setup.get().flow().products()) {
            return turned(shop);
        }
        try {
            return advance(setup.get(), shop, sync.get());
        } catch (RemoteFailure failure) {
            noticed(shop, failure);
            throw failure.kind() == RemoteFailure.Kind.OUR_FAULT
                    ? Failures.forRetry(failure)
                    : Failures.later(failure.getMessage(), Failures.typeOf(failure), AGAIN_AFTER);
        }
    }

    private void noticed(ShopRef shop, RemoteFailure failure) {
        if (Failures.needsPerson(failure)) {
            Cause cause = failure.kind() == RemoteFailure.Kind.REFUSED ? Cause.STARWEB_REFUSED : Cause.INTERNAL_ERROR;
            books.notices().open(shop.tenant(), shop.shop(), cause, SUBJECT, failure.told());
        }
    }

    private Next advance(TenantSetup setup, ShopRef shop, InitialSync sync) {
        return switch (sync.state()) {
            case PLANNING -> plan(setup, shop, sync);
            case RUNNING -> run(setup, shop, sides.apply(sync.direction()));
            case PLANNED, PAUSED -> held(shop, Next.WAITS);
            case STOPPED, ENDED -> held(shop, Next.ENDS);
        };
    }

    /** What a look has released while a person paused or stopped the run is taken back. */
    private Next held(ShopRef shop, Next next) {
        books.lines().release(shop, false);
        return next;
    }

    /** The set-up has the products go the other way since. */
    private Next turned(ShopRef shop) {
        books.transactions()
                .executeWithoutResult(tx -> books.initial()
                        .move(shop, Set.of(State.PLANNING, State.PLANNED, State.RUNNING, State.PAUSED), State.STOPPED));
        return held(shop, Next.ENDS);
    }

    private Next plan(TenantSetup setup, ShopRef shop, InitialSync sync) {
        Sides.Both both = sides.apply(sync.direction())
                .read(setup, shop, sync.askedAt())
                .orElseThrow(() -> later("both systems are read"));
        books.notices().closeAll(shop.tenant(), shop.shop(), SUBJECT);
        ProductSetup products =
                Optional.ofNullable(setup.shop(shop.shop()).products()).orElseThrow();
        List<InitialLine> lines = new Planner(products, books.initial().answers(shop, sync.direction()))
                .plan(both.master(), both.other());
        Count read = new Count(Item.count(both.master()), Item.count(both.other()));
        books.transactions().executeWithoutResult(tx -> {
            if (books.initial().planned(shop, read, both.whole())) {
                books.lines().replace(shop, lines);
            }
        });
        return Next.WAITS;
    }

    private Next run(TenantSetup setup, ShopRef shop, Sides sides) {
        match(setup, shop, sides);
        books.lines().leave(shop);
        books.transactions()
                .executeWithoutResult(tx -> sides.released(shop, books.lines().release(shop, true)));
        sides.carry(shop);
        if (settle(shop, sides)) {
            throw later("the run is under way");
        }
        books.transactions().executeWithoutResult(tx -> {
            if (books.initial().move(shop, Set.of(State.RUNNING), State.ENDED)) {
                books.initial().begun(shop, setup.flow().products());
            }
        });
        sides.carry(shop);
        return Next.ENDS;
    }

    private void match(TenantSetup setup, ShopRef shop, Sides sides) {
        List<InitialLine> some = books.lines().equal(shop, LINES);
        while (!some.isEmpty()) {
            books.lines().settle(shop, sides.matched(setup, shop, some));
            some = books.lines().equal(shop, LINES);
        }
    }

    /** Notes what came of released lines. Whether some of them are not written yet. */
    private boolean settle(ShopRef shop, Sides sides) {
        List<InitialLine> some;
        do {
            some = books.lines().underWay(shop, LINES);
            List<InitialLine> settled = sides.settled(shop, some);
            books.lines().settle(shop, settled);
            if (settled.size() < some.size()) {
                return true;
            }
        } while (some.size() == LINES);
        return false;
    }

    private static RuntimeException later(String what) {
        return Failures.later(what, FailureTypes.NOTHING_NEW, LOOK_EVERY);
    }
}
