package se.brygga.activities.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.clients.specter.order.SpecterCustomer;
import se.brygga.clients.specter.order.SpecterOrder;
import se.brygga.workflows.Money;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * One shop order as Specter's order, and everything that prevents sending it. Nothing is corrected silently: either the
 * totals are equal to the öre and there is no problem, or there is one.
 *
 * @param draft null when a problem leaves nothing to send
 * @param problems empty when the order may be sent; the first is to be shown first
 */
public record Translation(@Nullable Draft draft, List<Problem> problems) {

    public Translation {
        problems = List.copyOf(problems);
        if (draft == null && problems.isEmpty()) {
            throw new IllegalArgumentException("no draft and no problem");
        }
    }

    /**
     * The order that would be sent.
     *
     * @param articles every article that the rows name, once
     * @param specterTotal the total including VAT that Specter will reach
     * @param otherTotals Specter's totals in the readings that we do not assume, where they differ; usually empty
     */
    public record Draft(
            SpecterCustomer customer,
            SpecterOrder order,
            List<SpecterArticle> articles,
            Money specterTotal,
            List<BigDecimal> otherTotals) {
        public Draft {
            articles = List.copyOf(articles);
            otherTotals = List.copyOf(otherTotals);
        }

        /** The numbers of all articles that the rows name. */
        public List<String> articleNos() {
            return articles.stream().map(SpecterArticle::articleNo).toList();
        }
    }

    /**
     * One problem.
     *
     * @param detail codes, ids and amounts that name the place ({@code "row 3, SKU \"AB 1\""}); nothing personal
     * @param values for the cause's text, by their names there; nothing personal
     */
    public record Problem(Cause cause, Detail detail, Map<String, String> values) {

        Problem(Cause cause, Detail detail) {
            this(cause, detail, Map.of());
        }

        Problem(Cause cause, Phrase detail) {
            this(cause, detail.with());
        }
    }

    /** The draft, if nothing prevents sending it, or only what an operator may override. */
    public Optional<Draft> sendable(boolean overridden) {
        boolean allowed =
                problems.stream().allMatch(p -> overridden && p.cause().allows(Decision.Kind.SEND_ANYWAY));
        return allowed ? Optional.ofNullable(draft) : Optional.empty();
    }
}
