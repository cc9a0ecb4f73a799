package se.brygga.activities.products.specter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.specter.SpecterClient;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.clients.specter.order.SpecterArticle.Existing;
import se.brygga.clients.specter.order.SpecterCustomer;
import se.brygga.clients.specter.order.SpecterOrder;

/** A Specter that keeps articles, refuses those that a test names, and loses answers when a test says so. */
final class PaperSpecter implements SpecterClient {

    /** What a refused call has stored (O22). */
    enum Partial {
        ALL_OR_NOTHING,
        FIRST_BAD_STOPS,
        SKIP_BAD
    }

    /** A call. */
    record Call(Existing existing, List<String> numbers) {}

    final TreeMap<String, SpecterArticle> articles = new TreeMap<>();
    final List<Call> calls = new ArrayList<>();
    final Set<String> bad = new HashSet<>();
    Partial partial = Partial.ALL_OR_NOTHING;
    /** Whether an overwriting row empties what it leaves out (O22). */
    boolean resets;
    /** The answers of so many calls are lost after they had their effect. */
    int lostAnswers;

    /** The article must be there. */
    SpecterArticle article(String number) {
        SpecterArticle article = articles.get(number);
        if (article == null) {
            throw new AssertionError("Specter has no " + number + " among " + articles.keySet());
        }
        return article;
    }

    @Override
    public SpecterAnswer submitArticles(List<SpecterArticle> rows, Existing existing, String subject) {
        calls.add(
                new Call(existing, rows.stream().map(SpecterArticle::articleNo).toList()));
        boolean refused = rows.stream().anyMatch(row -> bad.contains(row.articleNo()));
        for (SpecterArticle row : rows) {
            boolean isBad = bad.contains(row.articleNo());
            if (isBad && partial == Partial.FIRST_BAD_STOPS) {
                break;
            }
            if (!isBad && (!refused || partial != Partial.ALL_OR_NOTHING)) {
                store(row, existing);
            }
        }
        if (lostAnswers > 0) {
            lostAnswers--;
            throw new RemoteFailure(
                    RemoteSystem.SPECTER,
                    RemoteFailure.Kind.OUTCOME_UNKNOWN,
                    RemoteFailure.Why.CONNECTION_LOST,
                    "newArticleSubmit: lost");
        }
        return refused ? new SpecterAnswer.Refused("41", "nej", false) : new SpecterAnswer.Done(1);
    }

    private void store(SpecterArticle row, Existing existing) {
        SpecterArticle before = articles.get(row.articleNo());
        if (before == null) {
            articles.put(row.articleNo(), row);
        } else if (existing == Existing.OVERWRITE) {
            articles.put(row.articleNo(), resets ? row : together(before, row));
        }
    }

    private static SpecterArticle together(SpecterArticle before, SpecterArticle row) {
        SpecterArticle.Goods old = before.goods();
        SpecterArticle.Goods now = row.goods();
        return new SpecterArticle(
                row.articleNo(),
                or(row.name(), before.name()),
                or(row.priceExclVat(), before.priceExclVat()),
                or(row.vatPercent(), before.vatPercent()),
                new SpecterArticle.Goods(
                        or(now.barCode(), old.barCode()),
                        or(now.weight(), old.weight()),
                        or(now.buyPrice(), old.buyPrice()),
                        or(now.supplierName(), old.supplierName()),
                        old.openingStock()),
                row.assumed().mainArticleNo() == null ? before.assumed() : row.assumed());
    }

    private static <T> @Nullable T or(@Nullable T now, @Nullable T before) {
        return now == null ? before : now;
    }

    @Override
    public SpecterAnswer submitCustomer(SpecterCustomer customer, String subject) {
        throw new AssertionError("products know no customers");
    }

    @Override
    public SpecterAnswer submitOrder(SpecterOrder order, long customerId) {
        throw new AssertionError("products know no orders");
    }

    @Override
    public SpecterAnswer invoiceOrder(long orderNo, String subject) {
        throw new AssertionError("products know no invoices");
    }

    @Override
    public ConnectionCheck check() {
        throw new AssertionError("nobody tests the connection");
    }
}
