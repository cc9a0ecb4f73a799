package se.brygga.activities.transfer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.attention.Failures;
import se.brygga.activities.customers.CustomerCards;
import se.brygga.activities.mapping.Translation;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;
import se.brygga.workflows.transfer.StepResult;

/** Sends an order to Specter, and never twice. The books hold an attempt before it is sent. */
final class OrderSubmission {

    /** Most articles that a detail names. The others are counted. */
    private static final int NAMED = 10;

    private final SpecterStep step;
    private final OrderBook orders;
    private final SubmissionBook submissions;
    private final CustomerCards cards;
    private final ArticleBook articles;
    private final OrderCodec codec = new OrderCodec();

    OrderSubmission(
            SpecterStep step, OrderBook orders, SubmissionBook submissions, CustomerCards cards, ArticleBook articles) {
        this.step = step;
        this.orders = orders;
        this.submissions = submissions;
        this.cards = cards;
        this.articles = articles;
    }

    StepResult submit(OrderRef order, boolean mayBeStale) {
        OrderRecord record = orders.records().find(order).orElseThrow();
        Translation.Draft draft = step.draft(order);
        long customerId = required(record.customerId(), "customer", order);
        Optional<SubmissionBook.Attempt> begun = submissions.begin(
                order,
                draft.order().externalOrderNo(),
                customerId,
                codec.bytes(draft.order()),
                required(record.contentHash(), "content hash", order),
                () -> cards.claim(order, customerId, draft.customer()));
        if (begun.isEmpty()) {
            // Another order has overwritten the card. Each order does so once without knowing, and then waits for its
            // turn.
            return new StepResult.Stale();
        }
        SubmissionBook.Attempt attempt = begun.get();
        Long number = attempt.specterNumber();
        if (number != null) {
            return confirmed(order, number);
        }
        try {
            SpecterAnswer answer =
                    step.client(order).submitOrder(codec.request(attempt.request()), attempt.customerId());
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
            when attempt.uncertain() ->
                park(order, Cause.REFUSED_AFTER_UNCERTAIN_SEND, SpecterStep.answered(refused.code()));
            case SpecterAnswer.Refused refused -> {
                forget(order);
                if (mayBeStale) {
                    submissions.withoutEffect(order);
                    yield new StepResult.Stale();
                }
                yield refused.articleMissing()
                        ? park(
                                order,
                                Cause.ARTICLE_UNKNOWN,
                                SpecterStep.answered(refused.code()),
                                Map.of("articles", articles(order)))
                        : park(order, Cause.SPECTER_REFUSED_ORDER, SpecterStep.answered(refused.code()));
            }
        };
    }

    /**
     * Decides about "already there". This is success only if our own record shows an attempt that may have created the
     * order.
     */
    private StepResult duplicate(OrderRef order, SubmissionBook.Attempt attempt, SpecterAnswer.Duplicate duplicate) {
        if (!attempt.uncertain()) {
            return park(order, Cause.NUMBER_ALREADY_USED, SpecterStep.answered(duplicate.code()));
        }
        Long number = duplicate.orderNo();
        return number != null
                ? confirmed(order, number)
                : park(order, Cause.SENT_NUMBER_UNKNOWN, SpecterStep.answered(duplicate.code()));
    }

    private StepResult confirmed(OrderRef order, long number) {
        try {
            submissions.confirmed(order, number);
            return new StepResult.Done(number);
        } catch (DuplicateKeyException numberTaken) {
            // The attempt stays under way. The order was sent, so whatever comes next must count the attempt as
            // uncertain.
            Detail detail = Phrase.NUMBER_OF_ANOTHER.with(number);
            orders.parked(Question.transfer(order), null, Cause.SENT_NUMBER_UNKNOWN, detail);
            return new StepResult.Parked(Cause.SENT_NUMBER_UNKNOWN);
        }
    }

    private StepResult park(OrderRef order, Cause cause, Detail detail) {
        return park(order, cause, detail, Map.of());
    }

    private StepResult park(OrderRef order, Cause cause, Detail detail, Map<String, String> named) {
        return submissions
                .parked(order, cause, detail, named)
                .<StepResult>map(StepResult.Done::new)
                .orElseGet(() -> new StepResult.Parked(cause));
    }

    private StepResult broken(OrderRef order, SubmissionBook.Attempt attempt, RemoteFailure failure) {
        if (SpecterStep.surelyHadNoEffect(failure)) {
            submissions.withoutEffect(order);
        }
        if (failure.kind() == RemoteFailure.Kind.REFUSED) {
            Cause cause = attempt.uncertain()
                    ? Cause.REFUSED_AFTER_UNCERTAIN_SEND
                    : Failures.causeOf(failure, Cause.SPECTER_REFUSED_ORDER);
            return park(order, cause, failure.told());
        }
        // After OUR_FAULT and OUTCOME_UNKNOWN the attempt stays under way, and the next attempt counts it as uncertain.
        throw Failures.forRetry(failure);
    }

    /** The order's articles. Specter says only in its own words which one is missing, and these may name anybody. */
    private String articles(OrderRef order) {
        List<String> all = step.draft(order).articleNos();
        String names = all.stream().limit(NAMED).collect(Collectors.joining(", "));
        return all.size() <= NAMED ? names : names + " + " + (all.size() - NAMED);
    }

    private void forget(OrderRef order) {
        cards.forget(order);
        articles.doubt(order.shop().tenant(), step.draft(order).articleNos());
    }

    private static <T> T required(@Nullable T value, String what, OrderRef order) {
        if (value == null) {
            throw new IllegalStateException("order " + order + " has no " + what);
        }
        return value;
    }
}
