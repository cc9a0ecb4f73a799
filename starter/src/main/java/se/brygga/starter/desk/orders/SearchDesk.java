package se.brygga.starter.desk.orders;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.orders.OrderLists;
import se.brygga.activities.orders.SearchBook;
import se.brygga.activities.orders.SearchTerm;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * Finds orders by what people know of them. The text may name a shopper, so the desk never repeats it, not even in a
 * refusal.
 */
@Component
public class SearchDesk {

    /**
     * What a search found, grouped by what matched. An order that matches in several ways is in several groups.
     *
     * @param groups only groups in which something was found
     */
    public record Finds(List<Group> groups) {

        /** What of an order matched. */
        public enum By implements Word {
            ORDER_NUMBER,
            SPECTER_NUMBER,
            PARCEL,
            PAYMENT_REFERENCE,
            SKU,
            EMAIL,
            PHONE,
            NAME
        }

        /**
         * Orders that matched in one way, newest first.
         *
         * @param more whether there are more than the limit of the search
         */
        public record Group(By by, List<OrderLine> orders, boolean more) {}
    }

    private static final int LONGEST = 200;

    /**
     * What to look for.
     *
     * @param text a number, a SKU, an e-mail, or words of a name in any order
     * @param tenant null for all that the caller reaches
     * @param limit of each group
     */
    public record Question(String text, @Nullable String tenant, int limit) {

        /** Leaves out the text, which may name a shopper. */
        @Override
        public String toString() {
            return "Question[tenant=" + tenant + ", limit=" + limit + "]";
        }
    }

    private final SetupStore setups;
    private final SearchBook searches;
    private final OrderLists lists;

    SearchDesk(SetupStore setups, SearchBook searches, OrderLists lists) {
        this.setups = setups;
        this.searches = searches;
        this.lists = lists;
    }

    /**
     * Orders that match the text.
     *
     * @param reached the tenants that the caller may see
     * @throws NotFound there is no such tenant
     * @throws RequestRefused the text is empty or too long
     */
    public Finds find(Question question, Predicate<String> reached) {
        if (question.text().isBlank() || question.text().length() > LONGEST) {
            throw Reason.SEARCH_TEXT_LENGTH.refused(LONGEST);
        }
        NotFound.unless(() -> setups.requireKnown(question.tenant(), null));
        List<String> tenants = setups.tenants().stream()
                .filter(reached)
                .filter(tenant -> question.tenant() == null || question.tenant().equals(tenant))
                .toList();
        Map<SearchTerm.Kind, Set<SearchTerm>> terms = SearchTerm.typed(question.text()).stream()
                .collect(Collectors.groupingBy(SearchTerm::kind, Collectors.toSet()));
        return new Finds(terms.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> group(one.getKey(), searches.find(one.getValue(), tenants, question.limit() + 1), question))
                .filter(group -> !group.orders().isEmpty())
                .toList());
    }

    private Finds.Group group(SearchTerm.Kind kind, List<SearchBook.Find> finds, Question question) {
        List<OrderRef> orders = finds.stream()
                .limit(question.limit())
                .map(SearchBook.Find::order)
                .toList();
        Map<OrderRef, OrderLists.Line> lines = lists.of(orders);
        return new Finds.Group(
                Word.twin(Finds.By.class, kind),
                orders.stream()
                        .filter(lines::containsKey)
                        .map(lines::get)
                        .map(line -> OrderLine.of(line, null))
                        .toList(),
                finds.size() > orders.size());
    }
}
