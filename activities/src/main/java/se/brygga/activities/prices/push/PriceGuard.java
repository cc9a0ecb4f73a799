package se.brygga.activities.prices.push;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.prices.ApprovalBook.Decision;
import se.brygga.activities.prices.ApprovalBook.Ground;
import se.brygga.activities.prices.ApprovalBook.Request;
import se.brygga.activities.prices.PriceValue;
import se.brygga.activities.prices.ShopPriceBook.PriceKey;
import se.brygga.activities.prices.ShopPriceBook.Shown;
import se.brygga.activities.prices.Wanted;

/** Decides which changes of a price may be written without approval. Pure. */
final class PriceGuard {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What is to be done about one price. */
    sealed interface Verdict {

        /** Nothing: the shop shows the price, or has refused it. */
        record Leave() implements Verdict {}

        record Write(PriceValue value) implements Verdict {}

        record Remove() implements Verdict {}

        /**
         * Ask: a person must approve {@code after}.
         *
         * @param meanwhile the price to write until then, because the shop gives the goods away; null for none
         */
        record Ask(
                @Nullable PriceValue before,
                @Nullable PriceValue after,
                Ground reason,
                @Nullable PriceValue meanwhile) implements Verdict {

            /** Whether the books have this request already, and nothing is to be written. */
            boolean isKnown(@Nullable Request waiting) {
                return waiting != null
                        && meanwhile == null
                        && Objects.equals(waiting.before(), before)
                        && Objects.equals(waiting.after(), after);
            }
        }
    }

    private static final Verdict LEAVE = new Verdict.Leave();

    private final BigDecimal percent;

    /** @param percent a larger change than this waits */
    PriceGuard(BigDecimal percent) {
        this.percent = percent;
    }

    /**
     * What to do about a price.
     *
     * @param parent the list whose price counts where this one has none; null if it reads zero then
     * @param shown prices of this SKU at least; a price that is missing here, or unknown, does not exist
     * @param waiting the change that waits or was decided
     */
    Verdict verdict(
            PriceKey key,
            Wanted wanted,
            @Nullable Long parent,
            Map<PriceKey, Shown> shown,
            Map<PriceKey, Request> waiting) {
        Shown row = shown.get(key);
        PriceValue shows = row == null ? null : row.shows();
        return switch (wanted) {
            case Wanted.Gone() ->
                shows == null || isRemovalRefused(row)
                        ? LEAVE
                        : removal(shows, waiting.get(key), otherwise(key, parent, shown));
            case Wanted.At at -> change(at.over(shows), row, waiting.get(key));
        };
    }

    private static boolean isRemovalRefused(@Nullable Shown row) {
        return row != null && row.refused() != null && row.refusedValue() == null;
    }

    /**
     * The price that a shopper pays after the price is removed: the row's instead of a tier's, the parent's instead of
     * a row's.
     */
    private static @Nullable PriceValue otherwise(PriceKey key, @Nullable Long parent, Map<PriceKey, Shown> shown) {
        Long list = key.fromQty() > 1 ? Long.valueOf(key.listId()) : parent;
        Shown row = list == null ? null : shown.get(new PriceKey(list, key.sku(), 1));
        return row == null ? null : row.shows();
    }

    private Verdict change(PriceValue after, @Nullable Shown shown, @Nullable Request waiting) {
        PriceValue shows = shown == null ? null : shown.shows();
        PriceValue sent = shown == null ? null : shown.sent();
        PriceValue refused = shown == null ? null : shown.refusedValue();
        if (after.equals(shows)) {
            return LEAVE;
        }
        // A list that was activated reads zero. What it had before counts.
        boolean lost = shows == null || shows.isZero();
        PriceValue givenAway = lost && sent != null && !sent.isZero() && !sent.equals(refused) ? sent : null;
        if (after.equals(refused)) {
            return givenAway == null ? LEAVE : new Verdict.Write(givenAway);
        }
        PriceValue before = lost ? sent : shows;
        Ground reason = objection(before, after);
        if (reason == null || isApproved(waiting, after)) {
            return new Verdict.Write(after);
        }
        return new Verdict.Ask(before, after, reason, givenAway);
    }

    private Verdict removal(PriceValue shows, @Nullable Request waiting, @Nullable PriceValue otherwise) {
        Ground reason = otherwise == null || otherwise.isZero() ? Ground.TO_ZERO : objection(shows, otherwise);
        return reason == null || isApproved(waiting, null)
                ? new Verdict.Remove()
                : new Verdict.Ask(shows, null, reason, null);
    }

    private static boolean isApproved(@Nullable Request waiting, @Nullable PriceValue after) {
        return waiting != null && waiting.decision() == Decision.APPROVED && Objects.equals(waiting.after(), after);
    }

    /** A first price needs no approval, unless it is zero. When an offer ends, the ordinary price counts. */
    private @Nullable Ground objection(@Nullable PriceValue before, PriceValue after) {
        if (after.isZero()) {
            return Ground.TO_ZERO;
        }
        if (before == null || before.isZero()) {
            return null;
        }
        boolean offerEnds = after.special() == null && after.paid().compareTo(before.paid()) > 0;
        boolean tooMuch =
                isBeyond(before.price(), after.price()) || (!offerEnds && isBeyond(before.paid(), after.paid()));
        return tooMuch ? Ground.ABOVE_LIMIT : null;
    }

    private boolean isBeyond(BigDecimal before, BigDecimal after) {
        return after.subtract(before).abs().multiply(HUNDRED).compareTo(before.multiply(percent)) > 0;
    }
}
