package se.brygga.activities.transfer;

import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.attention.Failures;
import se.brygga.activities.mapping.Translation;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.SpecterAnswer;
import se.brygga.clients.specter.SpecterArticle;
import se.brygga.clients.specter.SpecterClient;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.specter.SpecterCustomer;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.transfer.SpecterOrderActivities;
import se.brygga.workflows.transfer.StepResult;

/** Customer, articles, order, invoice; every outcome is in the books before it is told. */
public final class SpecterOrderActivitiesImpl implements SpecterOrderActivities {

    /** Half a minute: an order that takes longer has trouble of its own, and must not make others wait for it. */
    private static final int TRIES_TO_LET_ANOTHER_ORDER_GO_FIRST = 15;

    private static final Duration WHILE_ANOTHER_ORDER_GOES_FIRST = Duration.ofSeconds(2);

    /** More articles than these are counted. */
    private static final int NAMED = 10;

    private final SetupStore setups;
    private final SpecterClients specter;
    private final OrderBook orders;
    private final SubmissionBook submissions;
    private final InvoiceBook invoices;
    private final SpecterKnowledge knowledge;
    private final ArticleBook articles;
    private final OrderCodec codec = new OrderCodec();
    private final CustomerCards cards;

    public SpecterOrderActivitiesImpl(
            SetupStore setups,
            SpecterClients specter,
            OrderBook orders,
            SubmissionBook submissions,
            InvoiceBook invoices,
            SpecterKnowledge knowledge,
            ArticleBook articles) {
        this.setups = setups;
        this.specter = specter;
        this.orders = orders;
        this.submissions = submissions;
        this.invoices = invoices;
        this.knowledge = knowledge;
        this.articles = articles;
        this.cards = new CustomerCards(knowledge, orders, codec);
    }

    @Override
    public StepResult submitCustomer(OrderRef order) {
        SpecterCustomer customer = draft(order).customer();
        String key = orders.customerKey(order);
        String hash = codec.customerHash(customer);
        if (tries() <= TRIES_TO_LET_ANOTHER_ORDER_GO_FIRST && knowledge.cardIsAwaited(order, key, hash)) {
            throw anotherOrderFirst();
        }
        if (cards.wouldLoseCompany(order, customer)) {
            return new StepResult.Stale();
        }
        return calling(
                order,
                Cause.SPECTER_REFUSED_CUSTOMER,
                client -> settled(order, cards.send(client, order, customer), Cause.SPECTER_REFUSED_CUSTOMER));
    }

    private static boolean surelyHadNoEffect(RemoteFailure failure) {
        return switch (failure.kind()) {
            case NOT_SENT, BUSY, NOT_LET_IN -> true;
            case OUTCOME_UNKNOWN, REFUSED, OUR_FAULT -> false;
        };
    }

    private static ApplicationFailure anotherOrderFirst() {
        return Failures.busy(
                "another order of this customer goes first: the card in Specter has its address",
                WHILE_ANOTHER_ORDER_GOES_FIRST);
    }

    @Override
    public StepResult createArticles(OrderRef order) {
        String tenant = order.shop().tenant();
        Translation.Draft draft = draft(order);
        Set<String> missing = articles.missing(tenant, articleNos(draft.articles()));
        if (missing.isEmpty()) {
            return new StepResult.Done(0);
        }
        articles.making(tenant, articleNos(missing, draft.articles()));
        // Another order may have begun to have the same one made, in another spelling.
        List<SpecterArticle> wanted = ArticleSpelling.of(articles, tenant, draft).of(draft).articles().stream()
                .filter(article -> missing.contains(Sku.key(article.articleNo())))
                .toList();
        return calling(order, Cause.SPECTER_REFUSED_ARTICLE, client -> {
            SpecterAnswer answer = client.submitArticles(wanted, subject(order));
            if (answer instanceof SpecterAnswer.Done) {
                articles.made(tenant, missing);
                tellOfMade(order, wanted);
            }
            return settled(order, answer, Cause.SPECTER_REFUSED_ARTICLE);
        });
    }

    /** Of goods, and where their price and stock would go to a shop; freight and fees are priced by each order. */
    private void tellOfMade(OrderRef order, List<SpecterArticle> made) {
        TenantSetup setup = setups.require(order.shop());
        if (setup.follows(Feed.STOCK) || setup.follows(Feed.PRICES)) {
            articles.tellOfMade(
                    setup.tenant(),
                    articleNos(made.stream()
                            .filter(article -> article.priceExclVat() == null)
                            .toList()));
        }
    }

    @Override
    public StepResult submitOrder(OrderRef order, boolean mayBeStale) {
        OrderRecord record = orders.find(order).orElseThrow();
        Translation.Draft draft = draft(order);
        long customerId = required(record.customerId(), "customer", order);
        Optional<SubmissionBook.Attempt> begun = submissions.begin(
                order,
                draft.order().externalOrderNo(),
                customerId,
                codec.bytes(draft.order()),
                required(record.contentHash(), "content hash", order),
                () -> knowledge.claimCard(order, customerId, codec.customerHash(draft.customer())));
        if (begun.isEmpty()) {
            // Another order has overwritten the card. Each does so once unknowingly, and then waits its turn.
            return new StepResult.Stale();
        }
        SubmissionBook.Attempt attempt = begun.get();
        Long number = attempt.specterNumber();
        if (number != null) {
            return confirmed(order, number);
        }
        try {
            SpecterAnswer answer = client(order).submitOrder(codec.request(attempt.request()), attempt.customerId());
            return book(order, attempt, answer, mayBeStale);
        } catch (RemoteFailure failure) {
            return broken(order, attempt, failure);
        }
    }

    private StepResult book(OrderRef order, SubmissionBook.Attempt attempt, SpecterAnswer answer, boolean mayBeStale) {
        return switch (answer) {
            case SpecterAnswer.Done(long number) -> confirmed(order, number);
            case SpecterAnswer.Duplicate duplicate -> duplicate(order, attempt, duplicate);
            case SpecterAnswer.Refused refused
            when attempt.uncertain() -> hold(order, Cause.REFUSED_AFTER_UNCERTAIN_SEND, answered(refused.code()));
            case SpecterAnswer.Refused refused -> {
                forget(order);
                if (mayBeStale) {
                    submissions.withoutEffect(order);
                    yield new StepResult.Stale();
                }
                yield refused.articleMissing()
                        ? hold(
                                order,
                                Cause.ARTICLE_UNKNOWN,
                                answered(refused.code()),
                                Map.of("articles", articles(order)))
                        : hold(order, Cause.SPECTER_REFUSED_ORDER, answered(refused.code()));
            }
        };
    }

    /** "Already there" is success only if our own record shows an attempt that may have put it there. */
    private StepResult duplicate(OrderRef order, SubmissionBook.Attempt attempt, SpecterAnswer.Duplicate duplicate) {
        if (!attempt.uncertain()) {
            return hold(order, Cause.NUMBER_ALREADY_USED, answered(duplicate.code()));
        }
        Long number = duplicate.orderNo();
        return number != null
                ? confirmed(order, number)
                : hold(order, Cause.SENT_NUMBER_UNKNOWN, answered(duplicate.code()));
    }

    private StepResult confirmed(OrderRef order, long number) {
        try {
            submissions.confirmed(order, workflowId(), number);
            return new StepResult.Done(number);
        } catch (DuplicateKeyException numberTaken) {
            // Stays "under way": the order was sent, so whatever comes next must take it for uncertain.
            Detail detail = Phrase.NUMBER_OF_ANOTHER.with(number);
            orders.held(order, workflowId(), null, Cause.SENT_NUMBER_UNKNOWN, detail);
            return new StepResult.Held(Cause.SENT_NUMBER_UNKNOWN);
        }
    }

    private StepResult hold(OrderRef order, Cause cause, Detail detail) {
        return hold(order, cause, detail, Map.of());
    }

    private StepResult hold(OrderRef order, Cause cause, Detail detail, Map<String, String> named) {
        return submissions
                .held(order, workflowId(), cause, detail, named)
                .<StepResult>map(StepResult.Done::new)
                .orElseGet(() -> new StepResult.Held(cause));
    }

    private StepResult broken(OrderRef order, SubmissionBook.Attempt attempt, RemoteFailure failure) {
        if (surelyHadNoEffect(failure)) {
            submissions.withoutEffect(order);
        }
        if (failure.kind() == RemoteFailure.Kind.REFUSED) {
            Cause cause = attempt.uncertain()
                    ? Cause.REFUSED_AFTER_UNCERTAIN_SEND
                    : Failures.causeOf(failure, Cause.SPECTER_REFUSED_ORDER);
            return hold(order, cause, failure.told());
        }
        // OUR_FAULT and OUTCOME_UNKNOWN stay "under way": the next attempt takes them for uncertain.
        throw Failures.forRetry(failure);
    }

    @Override
    public StepResult invoiceOrder(OrderRef order, long specterNumber) {
        InvoiceBook.Before before = invoices.begin(order);
        if (before == InvoiceBook.Before.MADE) {
            return new StepResult.Done(0);
        }
        boolean uncertain = before == InvoiceBook.Before.UNCERTAIN;
        try {
            return switch (client(order).invoiceOrder(specterNumber, subject(order))) {
                case SpecterAnswer.Done(long number) -> {
                    invoices.made(order);
                    yield new StepResult.Done(number);
                }
                case SpecterAnswer.Duplicate duplicate ->
                    invoiceHeld(order, uncertain, Cause.SPECTER_REFUSED_INVOICE, answered(duplicate.code()));
                case SpecterAnswer.Refused refused ->
                    invoiceHeld(order, uncertain, Cause.SPECTER_REFUSED_INVOICE, answered(refused.code()));
            };
        } catch (RemoteFailure failure) {
            if (surelyHadNoEffect(failure)) {
                invoices.withoutEffect(order);
            }
            if (failure.kind() == RemoteFailure.Kind.REFUSED) {
                Cause cause = Failures.causeOf(failure, Cause.SPECTER_REFUSED_INVOICE);
                return invoiceHeld(order, uncertain, cause, failure.told());
            }
            throw Failures.forRetry(failure);
        }
    }

    /** After a lost answer a "no" may mean that the invoice is there already, and a person must look. */
    private StepResult invoiceHeld(OrderRef order, boolean uncertain, Cause otherwise, Detail detail) {
        Cause cause = uncertain ? Cause.INVOICE_UNCERTAIN : otherwise;
        invoices.held(order, workflowId(), cause, detail);
        return new StepResult.Held(cause);
    }

    private interface Call {
        StepResult with(SpecterClient client);
    }

    private StepResult calling(OrderRef order, Cause refused, Call call) {
        try {
            return call.with(client(order));
        } catch (RemoteFailure failure) {
            if (!Failures.needsPerson(failure)) {
                throw Failures.forRetry(failure);
            }
            Cause cause = Failures.causeOf(failure, refused);
            orders.held(order, workflowId(), null, cause, failure.told());
            return new StepResult.Held(cause);
        }
    }

    private StepResult settled(OrderRef order, SpecterAnswer answer, Cause cause) {
        return switch (answer) {
            case SpecterAnswer.Done(long number) -> new StepResult.Done(number);
            case SpecterAnswer.Duplicate duplicate -> refused(order, cause, duplicate.code());
            case SpecterAnswer.Refused refused -> refused(order, cause, refused.code());
        };
    }

    private StepResult refused(OrderRef order, Cause cause, String code) {
        orders.held(order, workflowId(), null, cause, answered(code));
        return new StepResult.Held(cause);
    }

    /** Which of them it is, Specter says in words of its own only, and those may name anybody. */
    private String articles(OrderRef order) {
        List<String> all = articleNos(draft(order).articles());
        String names = all.stream().limit(NAMED).collect(Collectors.joining(", "));
        return all.size() <= NAMED ? names : names + " + " + (all.size() - NAMED);
    }

    private void forget(OrderRef order) {
        knowledge.forgetCustomer(order.shop(), orders.customerKey(order));
        articles.doubt(order.shop().tenant(), articleNos(draft(order).articles()));
    }

    private Translation.Draft draft(OrderRef order) {
        return codec.draft(orders.draft(order)
                .orElseThrow(() -> new IllegalStateException("order " + order + " was not translated")));
    }

    private SpecterClient client(OrderRef order) {
        TenantSetup setup = setups.require(order.shop());
        return specter.forTenant(setup.tenant(), setup.specter());
    }

    private static List<String> articleNos(Set<String> keys, List<SpecterArticle> articles) {
        return articleNos(articles).stream()
                .filter(no -> keys.contains(Sku.key(no)))
                .toList();
    }

    private static List<String> articleNos(List<SpecterArticle> articles) {
        return articles.stream().map(SpecterArticle::articleNo).toList();
    }

    private static Detail answered(String code) {
        return Phrase.SPECTER_ANSWERED.with(code);
    }

    static String subject(OrderRef order) {
        return "order " + order.shop().shop() + "/" + order.orderId();
    }

    private static <T> T required(@Nullable T value, String what, OrderRef order) {
        if (value == null) {
            throw new IllegalStateException("order " + order + " has no " + what);
        }
        return value;
    }

    private static int tries() {
        return Activity.getExecutionContext().getInfo().getAttempt();
    }

    private static String workflowId() {
        return Activity.getExecutionContext().getInfo().getWorkflowId();
    }
}
