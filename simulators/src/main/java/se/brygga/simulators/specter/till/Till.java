package se.brygga.simulators.specter.till;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.brygga.simulators.specter.goods.Articles;

/** Sales and returns at the till of an account (POS). No web order has to do with them. Guarded by the account's lock. */
public final class Till {

    /**
     * One receipt.
     *
     * @param quantity below zero for a return
     */
    public record Receipt(long number, String articleNo, BigDecimal quantity, Instant at) {}

    private final Articles articles;
    private final Clock clock;
    private final List<Receipt> receipts = new ArrayList<>();

    public Till(Articles articles, Clock clock) {
        this.articles = articles;
        this.clock = clock;
    }

    /**
     * Somebody buys. The till sells what the customer holds in the hand, whatever the stock says.
     *
     * @throws IllegalArgumentException there is no such article, or nothing of it is sold
     */
    public void sell(String articleNo, BigDecimal quantity) {
        book(articleNo, quantity, quantity);
    }

    /** Somebody brings goods back; they can be sold again at once. */
    public void takeBack(String articleNo, BigDecimal quantity) {
        book(articleNo, quantity, quantity.negate());
    }

    private void book(String articleNo, BigDecimal asked, BigDecimal sold) {
        if (asked.signum() <= 0) {
            throw new IllegalArgumentException("at the till a quantity is more than 0, not " + asked.toPlainString());
        }
        articles.shelves().carryOut(articleNo, sold);
        receipts.add(new Receipt(receipts.size() + 1L, articleNo, sold, clock.instant()));
    }

    /** Oldest first. */
    public List<Receipt> receipts() {
        return List.copyOf(receipts);
    }
}
