package se.brygga.starter.desk.prices;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.prices.ApprovalBook;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;

/**
 * A price change that waits for a person.
 *
 * @param listId Starweb's number of the price list
 * @param list the list's name; null when the shop did not tell it
 * @param fromQty 1, or the quantity of a tier
 * @param before the price that the shop shows; null for none
 * @param after the price that it should show; null when the row is to be removed
 * @param changePercent change of the price, or of what a shopper pays, whichever is larger; null when there is nothing
 *     to compare
 */
public record WaitingPrice(
        ShopRef shop,
        long listId,
        @Nullable String list,
        String sku,
        int fromQty,
        @Nullable Price before,
        @Nullable Price after,
        @Nullable BigDecimal changePercent,
        Ground reason,
        Instant since) {

    public WaitingPrice {
        Objects.requireNonNull(shop, "shop");
        Objects.requireNonNull(sku, "sku");
        Objects.requireNonNull(since, "since");
    }

    /** Why the price change waits. */
    public enum Ground implements Word {
        ABOVE_LIMIT,
        TO_ZERO
    }

    /** A person's decision about the price change. */
    public enum Verdict implements Word {
        APPROVED,
        REJECTED
    }

    /** Whether the other one is the same change, however its amounts are written: {@code 80} equals {@code 80.00}. */
    boolean isSame(WaitingPrice other) {
        return shop.equals(other.shop())
                && listId == other.listId()
                && Sku.same(sku, other.sku())
                && fromQty == other.fromQty()
                && Price.same(before, other.before())
                && Price.same(after, other.after())
                && since.equals(other.since());
    }

    static WaitingPrice of(ApprovalBook.Request change) {
        return new WaitingPrice(
                change.shop(),
                change.key().listId(),
                change.listName(),
                change.key().sku(),
                change.key().fromQty(),
                Price.of(change.before()),
                Price.of(change.after()),
                change.changePercent(),
                Word.twin(Ground.class, change.reason()),
                change.since());
    }
}
