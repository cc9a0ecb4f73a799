package se.brygga.starter.desk.initial;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.products.initial.InitialBook;
import se.brygga.activities.products.initial.InitialLineBook;
import se.brygga.activities.products.initial.InitialSync;
import se.brygga.activities.products.initial.InitialSync.State;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.products.Direction;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/** The initial sync of a shop's products: what it would do, what it does, and what an operator can say to it. */
@Component
public class InitialDesk {

    /** What an operator can say to an initial sync. */
    public enum Order implements Word {
        RUN,
        PAUSE,
        RESUME,
        STOP
    }

    /** What an operator can say of numbers that differ little. */
    public enum Answer implements Word {
        /** Both are one article: the run gives the shop's variant the article's number. */
        SAME,
        /** They are two articles. Counts from the next plan on. */
        APART
    }

    /** The books that the desk reads and writes. */
    @Component
    record Books(SetupStore setups, InitialBook initial, InitialLineBook lines, AuditBook audit) {}

    private final Books books;
    private final InitialPoke poke;
    private final TransactionTemplate transactions;

    InitialDesk(Books books, InitialPoke poke, TransactionTemplate transactions) {
        this.books = books;
        this.poke = poke;
        this.transactions = transactions;
    }

    /**
     * The last initial sync of a shop.
     *
     * @throws NotFound there is no such shop, or nobody has asked for a plan
     */
    public InitialStory show(ShopRef shop) {
        return InitialStory.of(shop, requireSync(shop), books.lines().sums(shop));
    }

    private InitialSync requireSync(ShopRef shop) {
        direction(shop);
        return books.initial().find(shop).orElseThrow(() -> new NotFound(Reason.INITIAL_NOT_PLANNED.of(shop)));
    }

    /**
     * Lines of the last plan, in their order.
     *
     * @param kind null for all
     * @param outcome null for all
     * @param after position of the last line of the page before; 0 for the first page
     * @throws NotFound as {@link #show}
     */
    public List<InitialLine> lines(
            ShopRef shop,
            InitialLine.@Nullable Kind kind,
            InitialLine.@Nullable Outcome outcome,
            int after,
            int limit) {
        requireSync(shop);
        return books
                .lines()
                .lines(
                        shop,
                        InitialLine.ofBooks(se.brygga.activities.products.initial.InitialLine.Kind.class, kind),
                        InitialLine.ofBooks(se.brygga.activities.products.initial.InitialLine.Outcome.class, outcome),
                        after,
                        limit)
                .stream()
                .map(InitialLine::of)
                .toList();
    }

    /**
     * Asks for a plan, which replaces an earlier one. Writes nothing in either system.
     *
     * @throws NotFound there is no such shop
     */
    public InitialStory plan(ShopRef shop, Operator operator) {
        Direction direction = direction(shop);
        return told(shop, "initial plan", operator, () -> {
            if (!books.initial().ask(shop, direction, operator.by())) {
                throw Reason.INITIAL_UNDER_WAY.refused(shop);
            }
        });
    }

    /**
     * Says something to the initial sync of a shop.
     *
     * @throws NotFound as {@link #show}
     */
    public InitialStory say(ShopRef shop, Order word, Operator operator) {
        requireSync(shop);
        return told(shop, "initial " + word.word(), operator, () -> {
            if (!follows(shop, word, operator)) {
                throw Reason.INITIAL_STANDS.refused(shop);
            }
        });
    }

    private boolean follows(ShopRef shop, Order word, Operator operator) {
        InitialBook book = books.initial();
        return switch (word) {
            case RUN -> book.begin(shop, operator.by());
            case PAUSE -> book.move(shop, Set.of(State.RUNNING), State.PAUSED) && held(shop);
            case RESUME -> book.move(shop, Set.of(State.PAUSED), State.RUNNING);
            case STOP ->
                book.move(shop, Set.of(State.PLANNING, State.PLANNED, State.RUNNING, State.PAUSED), State.STOPPED)
                        && held(shop);
        };
    }

    private boolean held(ShopRef shop) {
        books.lines().release(shop, false);
        return true;
    }

    /**
     * Says whether proposed numbers are the same article.
     *
     * @param numbers null for all that are proposed
     * @return how many of them the answer is about; what the other system cannot hold is never the same
     * @throws NotFound as {@link #show}
     */
    public int answer(ShopRef shop, Answer answer, @Nullable List<String> numbers, Operator operator) {
        requireSync(shop);
        return transacted(
                shop,
                "initial " + answer.word(),
                operator,
                () -> books.lines().say(shop, numbers, answer == Answer.SAME, operator.by()));
    }

    private InitialStory told(ShopRef shop, String what, Operator operator, Runnable change) {
        transacted(shop, what, operator, () -> {
            change.run();
            return 0;
        });
        poke.poke(shop);
        return show(shop);
    }

    private int transacted(ShopRef shop, String what, Operator operator, IntSupplier change) {
        operator.unnamed().ifPresent(why -> {
            throw new RequestRefused(why);
        });
        return Objects.requireNonNull(transactions.execute(tx -> {
            int changed = change.getAsInt();
            books.audit()
                    .add(AuditBook.Deed.of(
                            operator.by(), what, shop.tenant(), "shop " + shop.shop(), operator.reason()));
            return changed;
        }));
    }

    /** Which way the shop's products go. */
    private Direction direction(ShopRef shop) {
        TenantSetup setup = NotFound.orElse(() -> books.setups().named(shop.tenant()));
        if (NotFound.orElse(() -> setup.shop(shop.shop())).products() == null) {
            throw Reason.NO_PRODUCT_SYNC.refused(shop);
        }
        return setup.flow().products();
    }
}
