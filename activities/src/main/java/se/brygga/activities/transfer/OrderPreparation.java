package se.brygga.activities.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.customers.CustomerCards;
import se.brygga.activities.mapping.OrderTranslator;
import se.brygga.activities.mapping.Translation;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.orders.OrderCodec.OrderReading;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.stock.books.SoldGoodsBook;
import se.brygga.clients.shop.OrderMarks;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.setup.OrderSetup;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.Money;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.transfer.ShopOrderActivities.Fetched;
import se.brygga.workflows.transfer.ShopOrderActivities.OrderFacts;
import se.brygga.workflows.transfer.TransferRules;

/**
 * Decides about an order that was read in its shop, and translates it. The books hold every outcome before it is
 * returned.
 */
final class OrderPreparation {

    private final OrderBook orders;
    private final SubmissionBook submissions;
    private final CustomerCards cards;
    private final ArticleBook articles;
    private final IntakeBook marks;
    private final SoldGoodsBook sold;
    private final OrderCodec codec = new OrderCodec();
    private final OrderTranslator translator = new OrderTranslator();

    OrderPreparation(
            OrderBook orders,
            SubmissionBook submissions,
            CustomerCards cards,
            ArticleBook articles,
            IntakeBook marks,
            SoldGoodsBook sold) {
        this.orders = orders;
        this.submissions = submissions;
        this.cards = cards;
        this.articles = articles;
        this.marks = marks;
        this.sold = sold;
    }

    /** Whether an attempt may have made the order in Specter, and nobody knows. */
    boolean inDoubt(OrderRef order) {
        return submissions.inDoubt(order);
    }

    /**
     * Finishes an order that an attempt may have made. Whatever the shop, the rules and the set-up say now, the same
     * request is sent again. The comparison after the transfer finds what has changed meanwhile.
     */
    Fetched finish(OrderRecord known) {
        OrderRef order = known.order();
        ShopOrder sent = codec.order(orders.content()
                .snapshot(order)
                .orElseThrow(() -> new IllegalStateException("order " + order + " was sent and is not kept")));
        orders.finishing(order);
        return new Fetched.Ready(facts(sent, codec.contentHash(sent)), true, 0, known.invoiceDue());
    }

    /**
     * Decides about an order that was read: a rule skips it, it waits for a person, or it is ready to be sent.
     *
     * @param known what the books said of the order before it was read
     * @param overridden whether an operator wants no rule to hold
     */
    Fetched decide(
            OrderRef order,
            Optional<OrderRecord> known,
            boolean overridden,
            ShopOrder read,
            TenantSetup setup,
            OrderMarks shopMarks) {
        ShopSetup shop = setup.shop(order.shop().shop());
        sold.keep(order, read);
        OrderReading reading = codec.reading(read, shop);
        OrderFacts facts = facts(read, reading.contentHash());
        Optional<String> rule =
                overridden || known.filter(OrderRecord::rulesOverridden).isPresent()
                        ? Optional.empty()
                        : TransferRules.skippedBy(
                                facts, since(order, read), shop.orders().transferWhen());
        if (rule.isPresent()) {
            orders.skipped(order, reading, rule.get());
            return new Fetched.Skipped(rule.get());
        }
        ShopOrder whole = read.remarks().hasComments() ? read.withComments(shopMarks.comments(read.orderId())) : read;
        OrderReading kept = whole.equals(read) ? reading : codec.reading(whole, shop);
        Translation translation = translator.translate(
                whole,
                shop,
                setup.specter(),
                SingletonSupplier.of(() -> cards.lastSent(order.shop(), whole, shop.orders())));
        Optional<String> difference = difference(kept, translation);
        boolean accepted = difference.isPresent() && difference.equals(known.map(OrderRecord::totalsAccepted));
        Optional<Translation.Draft> draft = translation.sendable(accepted);
        if (draft.isPresent()) {
            return ready(order, whole, shop, kept, facts, draft.get());
        }
        Translation.Problem first = translation.problems().getFirst();
        orders.parked(Question.transfer(order), kept, first.cause(), details(translation), first.values());
        difference.ifPresent(offered -> orders.content().totalsOffered(order, offered));
        return new Fetched.Parked(first.cause());
    }

    /**
     * The time from which orders are ours. It lies after any order that the shop had when we began, because the number
     * may say so where the time does not.
     */
    private Instant since(OrderRef order, ShopOrder read) {
        return marks.find(order.shop())
                .map(mark -> mark.isBefore(order.orderId(), read.createdAt()) ? Instant.MAX : mark.since())
                .orElse(Instant.EPOCH);
    }

    /** The difference that an operator may accept, when nothing but the totals speaks against sending the order. */
    private static Optional<String> difference(OrderReading reading, Translation translation) {
        return translation.problems().isEmpty()
                ? Optional.empty()
                : translation.sendable(true).map(draft -> reading.contentHash() + " as " + draft.specterTotal());
    }

    private Fetched ready(
            OrderRef order,
            ShopOrder read,
            ShopSetup shop,
            OrderReading reading,
            OrderFacts facts,
            Translation.Draft translated) {
        ArticleSpelling spelling = ArticleSpelling.of(articles, order.shop(), translated);
        if (!spelling.unclear().isEmpty()) {
            return parked(order, reading, Cause.ARTICLE_SPELLED_TWICE, Detail.lines(spelling.unclear()));
        }
        Translation.Draft draft = spelling.of(translated);
        OrderSetup setup = shop.orders();
        String customerKey = CustomerCards.key(read, setup);
        Optional<Long> customer = cards.known(order.shop(), customerKey, draft.customer());
        int toCreate = setup.createMissingArticles()
                ? ArticleBook.missing(spelling.known(), draft.articleNos()).size()
                : 0;
        boolean invoice = setup.as() == OrderSetup.As.INVOICE;
        orders.ready(
                order,
                reading,
                new OrderReading.Ready(
                        customerKey, customer.orElse(null), invoice, codec.bytes(draft), draft.otherTotals()));
        return new Fetched.Ready(facts, customer.isPresent(), toCreate, invoice);
    }

    /** The result for an order that the shop does not have. */
    Fetched deleted(OrderRef order) {
        if (orders.deletedInShop(order)) {
            marks.countUnknown(order.shop());
        }
        return new Fetched.Skipped(TransferRules.DELETED_IN_SHOP);
    }

    private Fetched parked(OrderRef order, @Nullable OrderReading reading, Cause cause, Detail detail) {
        orders.parked(Question.transfer(order), reading, cause, detail);
        return new Fetched.Parked(cause);
    }

    private static OrderFacts facts(ShopOrder order, String contentHash) {
        ShopOrder.Status status = order.status();
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

    private static Detail details(Translation translation) {
        return Detail.lines(
                translation.problems().stream().map(Translation.Problem::detail).toList());
    }
}
