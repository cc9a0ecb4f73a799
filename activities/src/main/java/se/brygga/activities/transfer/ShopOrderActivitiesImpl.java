package se.brygga.activities.transfer;

import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.attention.Failures;
import se.brygga.activities.change.OrderComparison;
import se.brygga.activities.mapping.OrderTranslator;
import se.brygga.activities.mapping.Translation;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.orders.OrderReading;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.setup.OrderSetup;
import se.brygga.activities.setup.ShopSetup;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.setup.kept.NotServed;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.stock.SoldGoods;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.SpecterArticle;
import se.brygga.clients.starweb.StarwebClient;
import se.brygga.clients.starweb.StarwebClients;
import se.brygga.clients.starweb.StarwebOrder;
import se.brygga.workflows.Money;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.transfer.ChangeFound;
import se.brygga.workflows.transfer.Fetched;
import se.brygga.workflows.transfer.OrderFacts;
import se.brygga.workflows.transfer.ShopOrderActivities;
import se.brygga.workflows.transfer.StepResult;
import se.brygga.workflows.transfer.TransferRules;

/** Reading, deciding, translating and marking; every outcome is in the books before it is told. */
public final class ShopOrderActivitiesImpl implements ShopOrderActivities {

    /** Name of our external service on an order that carries another party's mark. */
    private static final String SERVICE_NAME = "Brygga";

    /** A read may show a write late (Starweb reference, O-42): so long after we heard of it the order gets another look. */
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(6);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final SetupStore setups;
    private final StarwebClients starweb;
    private final OrderTranslator translator = new OrderTranslator();
    private final OrderBook orders;
    private final SubmissionBook submissions;
    private final SpecterKnowledge knowledge;
    private final ArticleBook articles;
    private final IntakeBook marks;
    private final OrderCodec codec = new OrderCodec();
    private final CustomerCards cards;
    private final SoldGoods sold;
    private final OrderComparison comparison;
    private final InstantSource time;

    public ShopOrderActivitiesImpl(
            SetupStore setups,
            StarwebClients starweb,
            OrderBook orders,
            SubmissionBook submissions,
            SpecterKnowledge knowledge,
            ArticleBook articles,
            IntakeBook marks,
            SoldGoods sold,
            OrderComparison comparison,
            InstantSource time) {
        this.setups = setups;
        this.starweb = starweb;
        this.orders = orders;
        this.submissions = submissions;
        this.knowledge = knowledge;
        this.articles = articles;
        this.marks = marks;
        this.cards = new CustomerCards(knowledge, orders, codec);
        this.sold = sold;
        this.comparison = comparison;
        this.time = time;
    }

    @Override
    public Fetched fetchOrder(OrderRef order, boolean overridden) {
        // Asked first: an attempt that is settled meanwhile shows its number in what is read next.
        boolean inDoubt = submissions.inDoubt(order);
        Optional<OrderRecord> known = orders.find(order);
        if (known.isPresent()
                && known.get().standing()
                        instanceof OrderRecord.Standing.Transferred(long number, var _, boolean marked)) {
            return new Fetched.AlreadyTransferred(number, marked, known.get().invoiceDue());
        }
        if (known.filter(OrderRecord::leftByOperator).isPresent()) {
            return new Fetched.Skipped(TransferRules.OPERATOR);
        }
        if (inDoubt) {
            return finish(known.orElseThrow());
        }
        Optional<TenantSetup> setup = setups.served(order.shop());
        if (setup.isEmpty()) {
            NotServed why = NotServed.why(setups, order.shop());
            return held(order, null, why.cause(), why.detail());
        }
        ShopSetup shop = setup.get().shop(order.shop().shop());
        try {
            Optional<StarwebOrder> found = client(order, shop).order(order.orderId());
            if (found.filter(StarwebOrder::complete).isEmpty() && heardOfJustNow(known)) {
                throw notShownYet(found.isPresent());
            }
            boolean rulesOff =
                    overridden || known.filter(OrderRecord::rulesOverridden).isPresent();
            return found.map(read -> decide(order, read, setup.get(), shop, rulesOff))
                    .orElseGet(() -> deleted(order));
        } catch (RemoteFailure failure) {
            if (Failures.needsPerson(failure)) {
                return held(order, null, Failures.causeOf(failure, Cause.STARWEB_REFUSED), failure.told());
            }
            throw Failures.forRetry(failure);
        }
    }

    /**
     * An attempt may have made the order: whatever the shop, the rules and the set-up say now, the same is sent again. What
     * has changed meanwhile, the comparison after the transfer finds.
     */
    private Fetched finish(OrderRecord known) {
        OrderRef order = known.order();
        StarwebOrder sent = codec.order(orders.snapshot(order)
                .orElseThrow(() -> new IllegalStateException("order " + order + " was sent and is not kept")));
        orders.finishing(order, workflowId());
        return new Fetched.Ready(facts(sent, codec.contentHash(sent)), true, 0, known.invoiceDue());
    }

    private boolean heardOfJustNow(Optional<OrderRecord> known) {
        return known.filter(record -> time.instant().isBefore(record.heardAt().plus(SHOWN_WITHIN)))
                .isPresent();
    }

    /** Somebody told us of the order a moment ago, and the shop does not show it, or not its payment. */
    private static ApplicationFailure notShownYet(boolean there) {
        return Failures.busy(
                there ? "the shop does not show the payment yet" : "the shop does not show the order yet",
                BETWEEN_LOOKS);
    }

    private Fetched decide(OrderRef order, StarwebOrder read, TenantSetup setup, ShopSetup shop, boolean rulesOff) {
        sold.keep(order, read);
        OrderReading reading = codec.reading(read, shop);
        OrderFacts facts = facts(read, reading.contentHash());
        Optional<String> rule = rulesOff
                ? Optional.empty()
                : TransferRules.skippedBy(
                        facts, since(order, read), shop.orders().transferWhen());
        if (rule.isPresent()) {
            orders.skipped(order, workflowId(), reading, rule.get());
            return new Fetched.Skipped(rule.get());
        }
        StarwebOrder whole = read.remarks().hasComments()
                ? read.withComments(client(order, shop).comments(read.orderId()))
                : read;
        OrderReading kept = whole.equals(read) ? reading : codec.reading(whole, shop);
        Translation translation = translator.translate(
                whole,
                shop,
                setup.specter(),
                SingletonSupplier.of(() -> cards.lastSent(order.shop(), whole, shop.orders())));
        Optional<String> difference = difference(kept, translation);
        boolean accepted =
                difference.isPresent() && difference.equals(orders.find(order).map(OrderRecord::totalsAccepted));
        Optional<Translation.Draft> draft = translation.sendable(accepted);
        if (draft.isPresent()) {
            return ready(order, whole, shop, kept, facts, draft.get());
        }
        Translation.Problem first = translation.problems().getFirst();
        orders.held(order, workflowId(), kept, first.cause(), details(translation), first.values());
        difference.ifPresent(offered -> orders.totalsOffered(order, offered));
        return new Fetched.Held(first.cause());
    }

    /** After any order that was there when the shop began: its number says so where its time does not. */
    private Instant since(OrderRef order, StarwebOrder read) {
        return marks.find(order.shop())
                .map(mark -> mark.isBefore(order.orderId(), read.createdAt()) ? Instant.MAX : mark.since())
                .orElse(Instant.EPOCH);
    }

    /** What an operator is asked to accept, when nothing but the totals speaks against sending the order. */
    private static Optional<String> difference(OrderReading reading, Translation translation) {
        return translation.problems().isEmpty()
                ? Optional.empty()
                : translation.sendable(true).map(draft -> reading.contentHash() + " as " + draft.specterTotal());
    }

    private Fetched ready(
            OrderRef order,
            StarwebOrder read,
            ShopSetup shop,
            OrderReading reading,
            OrderFacts facts,
            Translation.Draft translated) {
        ArticleSpelling spelling = ArticleSpelling.of(articles, order.shop().tenant(), translated);
        if (!spelling.unclear().isEmpty()) {
            return held(order, reading, Cause.ARTICLE_SPELLED_TWICE, Detail.lines(spelling.unclear()));
        }
        Translation.Draft draft = spelling.of(translated);
        OrderSetup setup = shop.orders();
        String customerKey = CustomerCards.key(read, setup);
        Optional<Long> customer = knowledge.customer(order.shop(), customerKey, codec.customerHash(draft.customer()));
        int toCreate = setup.createMissingArticles()
                ? ArticleBook.missing(spelling.known(), articleNos(draft)).size()
                : 0;
        boolean invoice = setup.as() == OrderSetup.As.INVOICE;
        orders.ready(
                order,
                workflowId(),
                reading,
                new OrderReading.Ready(
                        customerKey, customer.orElse(null), invoice, codec.bytes(draft), draft.otherTotals()));
        return new Fetched.Ready(facts, customer.isPresent(), toCreate, invoice);
    }

    private Fetched deleted(OrderRef order) {
        if (orders.deletedInShop(order, workflowId())) {
            marks.countUnknown(order.shop());
        }
        return new Fetched.Skipped(TransferRules.DELETED_IN_SHOP);
    }

    private Fetched held(OrderRef order, @Nullable OrderReading reading, Cause cause, Detail detail) {
        orders.held(order, workflowId(), reading, cause, detail);
        return new Fetched.Held(cause);
    }

    @Override
    public StepResult markOrder(OrderRef order, long specterNumber) {
        boolean foreignMark = orders.find(order).map(OrderRecord::foreignMark).orElse(false);
        try {
            StarwebClient client =
                    client(order, setups.require(order.shop()).shop(order.shop().shop()));
            if (foreignMark) {
                client.putExternalService(order.orderId(), SERVICE_NAME, Long.toString(specterNumber));
            } else {
                client.linkOrder(order.orderId(), Long.toString(specterNumber));
            }
        } catch (RemoteFailure failure) {
            if (!Failures.needsPerson(failure)) {
                throw Failures.forRetry(failure);
            }
            Cause cause = Failures.causeOf(failure, Cause.NOT_MARKED_IN_SHOP);
            orders.held(order, workflowId(), null, cause, failure.told());
            return new StepResult.Held(cause);
        }
        orders.marked(order, workflowId());
        return new StepResult.Done(specterNumber);
    }

    @Override
    public ChangeFound compareOrder(OrderRef order) {
        if (setups.served(order.shop()).isEmpty()) {
            NotServed why = NotServed.why(setups, order.shop());
            orders.held(order, workflowId(), null, why.cause(), why.detail());
            return new ChangeFound(why.cause());
        }
        TenantSetup setup = setups.require(order.shop());
        return comparison.compare(order, client(order, setup.shop(order.shop().shop())), setup);
    }

    private static OrderFacts facts(StarwebOrder order, String contentHash) {
        StarwebOrder.Status status = order.status();
        List<String> statusKeys = Stream.of(
                        Stream.ofNullable(status.idCode()),
                        Stream.of(Long.toString(status.statusId())),
                        status.names().stream())
                .flatMap(keys -> keys)
                .toList();
        return new OrderFacts(
                order.createdAt(),
                order.complete(),
                statusKeys,
                new Money(order.amountToPay(), order.currency()),
                order.items().size(),
                contentHash);
    }

    private static List<String> articleNos(Translation.Draft draft) {
        return draft.articles().stream().map(SpecterArticle::articleNo).toList();
    }

    private static Detail details(Translation translation) {
        return Detail.lines(
                translation.problems().stream().map(Translation.Problem::detail).toList());
    }

    private StarwebClient client(OrderRef order, ShopSetup shop) {
        return starweb.forShop(order.shop(), shop.starweb());
    }

    private static String workflowId() {
        return Activity.getExecutionContext().getInfo().getWorkflowId();
    }
}
