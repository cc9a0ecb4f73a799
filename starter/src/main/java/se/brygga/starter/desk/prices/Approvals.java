package se.brygga.starter.desk.prices;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.prices.ApprovalBook;
import se.brygga.starter.desk.LoopPoke;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.refusal.Reason;

/** Stores decisions about price changes that wait. A call stores all of its decisions, or none. */
@Component
class Approvals {

    private final ApprovalBook book;
    private final DirtyBook dirty;
    private final AuditBook audit;
    private final TransactionTemplate transactions;
    private final LoopPoke loop;

    Approvals(ApprovalBook book, DirtyBook dirty, AuditBook audit, TransactionTemplate transactions, LoopPoke loop) {
        this.book = book;
        this.dirty = dirty;
        this.audit = audit;
        this.transactions = transactions;
        this.loop = loop;
    }

    List<WaitingPrice> waiting(@Nullable String tenant) {
        return book.waiting(tenant).stream().map(WaitingPrice::of).toList();
    }

    List<Outcome<WaitingPrice>> decide(
            Collection<WaitingPrice> shown, WaitingPrice.Verdict verdict, Operator operator) {
        operator.requireReason();
        Set<ShopRef> shops = new LinkedHashSet<>();
        shown.forEach(one -> shops.add(one.shop()));
        List<Outcome<WaitingPrice>> outcomes = new ArrayList<>();
        transactions.executeWithoutResult(tx -> {
            List<ApprovalBook.Request> waiting = shops.stream()
                    .map(ShopRef::tenant)
                    .distinct()
                    .flatMap(tenant -> book.waiting(tenant).stream())
                    .toList();
            shown.forEach(one -> outcomes.add(decide(one, waiting, verdict, operator)));
            dirty.mark(Feed.PRICES, shops);
        });
        shops.stream()
                .map(shop -> Feed.PRICES.workflowId(shop.tenant()))
                .distinct()
                .forEach(loop::poke);
        return List.copyOf(outcomes);
    }

    private Outcome<WaitingPrice> decide(
            WaitingPrice shown, List<ApprovalBook.Request> waiting, WaitingPrice.Verdict verdict, Operator operator) {
        String subject =
                "%s from %d in list %d of %s".formatted(shown.sku(), shown.fromQty(), shown.listId(), shown.shop());
        ApprovalBook.Decision decision = ApprovalBook.Decision.valueOf(verdict.name());
        boolean decided = waiting.stream()
                .filter(change -> WaitingPrice.of(change).isSame(shown))
                .anyMatch(change -> book.decide(change, decision, operator.by()));
        if (!decided) {
            return new Outcome.Refused<>(subject, Reason.PRICE_NOT_AS_SHOWN.of());
        }
        audit.add(AuditBook.Deed.of(
                operator.by(),
                "price-" + decision.code(),
                shown.shop().tenant(),
                "price of " + subject + ": " + shown.before() + " to " + shown.after(),
                operator.reason()));
        return new Outcome.Followed<>(subject, shown);
    }
}
