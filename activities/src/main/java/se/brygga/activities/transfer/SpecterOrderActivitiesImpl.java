package se.brygga.activities.transfer;

import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.attention.Failures;
import se.brygga.activities.customers.CustomerCards;
import se.brygga.activities.mapping.Translation;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.clients.specter.order.SpecterCustomer;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.transfer.SpecterOrderActivities;
import se.brygga.workflows.transfer.StepResult;

/** Creates customer, articles, order and invoice in Specter. The books hold every outcome before it is returned. */
final class SpecterOrderActivitiesImpl implements SpecterOrderActivities {

    /**
     * Tries during half a minute. An order that takes longer has trouble of its own, and must not make others wait.
     */
    private static final int TRIES_TO_LET_ANOTHER_ORDER_GO_FIRST = 15;

    private static final Duration WHILE_ANOTHER_ORDER_GOES_FIRST = Duration.ofSeconds(2);

    private final SpecterStep step;
    private final OrderSubmission submission;
    private final InvoiceBook invoices;
    private final CustomerCards cards;
    private final ArticleBook articles;

    SpecterOrderActivitiesImpl(
            SpecterStep step,
            OrderSubmission submission,
            InvoiceBook invoices,
            CustomerCards cards,
            ArticleBook articles) {
        this.step = step;
        this.submission = submission;
        this.invoices = invoices;
        this.cards = cards;
        this.articles = articles;
    }

    @Override
    public StepResult submitCustomer(OrderRef order) {
        SpecterCustomer customer = step.draft(order).customer();
        if (tries() <= TRIES_TO_LET_ANOTHER_ORDER_GO_FIRST && cards.isAwaited(order, customer)) {
            throw anotherOrderFirst();
        }
        @Nullable SpecterCustomer card = cards.lastSent(order, customer);
        if (CustomerCards.wouldLoseCompany(customer, card)) {
            return new StepResult.Stale();
        }
        return step.calling(
                order,
                Cause.SPECTER_REFUSED_CUSTOMER,
                client -> step.settled(
                        order,
                        cards.send(client, order, customer, card, SpecterStep.subject(order)),
                        Cause.SPECTER_REFUSED_CUSTOMER));
    }

    private static ApplicationFailure anotherOrderFirst() {
        return Failures.busy(
                "another order of this customer goes first: the card in Specter has its address",
                WHILE_ANOTHER_ORDER_GOES_FIRST);
    }

    @Override
    public StepResult createArticles(OrderRef order) {
        String tenant = order.shop().tenant();
        Translation.Draft draft = step.draft(order);
        Set<String> missing = articles.missing(tenant, draft.articleNos());
        if (missing.isEmpty()) {
            // Specter's journals may have told of the articles after a call whose answer was lost.
            tellOfMade(order, draft.articles());
            return new StepResult.Done(0);
        }
        articles.making(
                tenant,
                draft.articleNos().stream()
                        .filter(no -> missing.contains(Sku.key(no)))
                        .toList());
        // Another order may have begun to create the same article in another spelling.
        List<SpecterArticle> wanted = ArticleSpelling.of(articles, order.shop(), draft).of(draft).articles().stream()
                .filter(article -> missing.contains(Sku.key(article.articleNo())))
                .toList();
        return step.calling(order, Cause.SPECTER_REFUSED_ARTICLE, client -> {
            SpecterAnswer answer =
                    client.submitArticles(wanted, SpecterArticle.Existing.LEAVE, SpecterStep.subject(order));
            if (answer instanceof SpecterAnswer.Done) {
                articles.made(tenant, missing);
                tellOfMade(order, wanted);
            }
            return step.settled(order, answer, Cause.SPECTER_REFUSED_ARTICLE);
        });
    }

    /**
     * Opens the notice about created articles. It names goods only, and only where prices and stock would go to a shop.
     * Freight and fees have a price on each order.
     */
    private void tellOfMade(OrderRef order, List<SpecterArticle> made) {
        TenantSetup setup = step.setup(order);
        if (setup.follows(Feed.STOCK) || setup.follows(Feed.PRICES)) {
            articles.tellOfMade(
                    setup.tenant(),
                    made.stream()
                            .filter(article -> article.priceExclVat() == null)
                            .map(SpecterArticle::articleNo)
                            .toList());
        }
    }

    @Override
    public StepResult submitOrder(OrderRef order, boolean mayBeStale) {
        return submission.submit(order, mayBeStale);
    }

    @Override
    public StepResult invoiceOrder(OrderRef order, long specterNumber) {
        InvoiceBook.Before before = invoices.begin(order);
        if (before == InvoiceBook.Before.MADE) {
            return new StepResult.Done(0);
        }
        boolean uncertain = before == InvoiceBook.Before.UNCERTAIN;
        try {
            return switch (step.client(order).invoiceOrder(specterNumber, SpecterStep.subject(order))) {
                case SpecterAnswer.Done(long number) -> {
                    invoices.made(order);
                    yield new StepResult.Done(number);
                }
                case SpecterAnswer.Duplicate duplicate ->
                    invoiceParked(
                            order, uncertain, Cause.SPECTER_REFUSED_INVOICE, SpecterStep.answered(duplicate.code()));
                case SpecterAnswer.Refused refused ->
                    invoiceParked(
                            order, uncertain, Cause.SPECTER_REFUSED_INVOICE, SpecterStep.answered(refused.code()));
            };
        } catch (RemoteFailure failure) {
            if (SpecterStep.surelyHadNoEffect(failure)) {
                invoices.withoutEffect(order);
            }
            if (failure.kind() == RemoteFailure.Kind.REFUSED) {
                Cause cause = Failures.causeOf(failure, Cause.SPECTER_REFUSED_INVOICE);
                return invoiceParked(order, uncertain, cause, failure.told());
            }
            throw Failures.forRetry(failure);
        }
    }

    /**
     * Parks a refused invoice. After a lost answer a refusal may mean that the invoice exists already, and a person
     * must look.
     */
    private StepResult invoiceParked(OrderRef order, boolean uncertain, Cause otherwise, Detail detail) {
        Cause cause = uncertain ? Cause.INVOICE_UNCERTAIN : otherwise;
        invoices.parked(order, cause, detail);
        return new StepResult.Parked(cause);
    }

    private static int tries() {
        return Activity.getExecutionContext().getInfo().getAttempt();
    }
}
