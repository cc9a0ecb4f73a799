package se.brygga.activities.prices.push;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.prices.ApprovalBook.Decision;
import se.brygga.activities.prices.ApprovalBook.Request;
import se.brygga.activities.prices.PriceDriftBook.Drift;
import se.brygga.activities.prices.PriceValue;
import se.brygga.activities.prices.ShopPriceBook.PriceKey;
import se.brygga.activities.prices.ShopPriceBook.Shown;
import se.brygga.activities.prices.Wanted;

/**
 * Finds the differences between a shop and what it should show, with the most frequent reason for each. A person takes
 * it from there. Pure.
 *
 * @param inShop the SKUs that the shop has
 * @param before what the books said before the shop was read
 * @param now what they have said since
 */
record PriceDrifts(
        Set<String> inShop,
        Map<PriceKey, Shown> before,
        Map<PriceKey, Shown> now,
        Map<PriceKey, Request> waiting,
        Instant at) {

    /**
     * The difference; empty when the price is as it should be. For a SKU that the shop has lost, tiers are left out. A
     * SKU that the shop never had is no difference.
     */
    Optional<Drift> of(PriceKey key, Wanted wanted) {
        PriceValue shows = shows(now.get(key));
        PriceValue after = switch (wanted) {
            case Wanted.At price -> price.over(shows);
            case Wanted.Gone() -> null;
        };
        boolean there = inShop.contains(key.sku());
        Shown known = before.get(key);
        if (Objects.equals(after, shows) || (!there && (key.fromQty() > 1 || known == null))) {
            return Optional.empty();
        }
        return Optional.of(new Drift(
                key,
                null,
                at,
                wanted instanceof Wanted.At price ? price.over(null) : null,
                known == null ? null : known.sent(),
                shows,
                there ? likely(known, waiting.get(key), shows, after) : "not-in-shop"));
    }

    private static String likely(
            @Nullable Shown known, @Nullable Request waiting, @Nullable PriceValue shows, @Nullable PriceValue after) {
        if (known != null && known.refused() != null) {
            return "refused-by-shop";
        }
        if (waiting != null && waiting.decision() != Decision.APPROVED && Objects.equals(waiting.after(), after)) {
            return waiting.decision() == null ? "waits-for-approval" : "rejected";
        }
        if (known != null && known.unanswered()) {
            // What the shop shows may be our own write, whose answer was lost.
            return "push-pending";
        }
        PriceValue thought = known == null || known.shows() != null ? shows(known) : known.sent();
        if (thought == null) {
            return "never-sent";
        }
        if (thought.equals(shows)) {
            return "push-pending";
        }
        return shows == null || shows.isZero() ? "lost-in-shop" : "changed-in-shop";
    }

    private static @Nullable PriceValue shows(@Nullable Shown shown) {
        return shown == null ? null : shown.shows();
    }
}
