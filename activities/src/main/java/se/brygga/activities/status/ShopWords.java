package se.brygga.activities.status;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import se.brygga.clients.shop.Named;
import se.brygga.clients.shop.ShopNames;
import se.brygga.workflows.ShopRef;

/**
 * Finds a shop's statuses and carriers by the words of the set-up. The lists change seldom, so they are cached for a
 * while.
 */
final class ShopWords {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private record Kept<T>(List<T> list, Instant until) {}

    private final InstantSource time;
    private final ConcurrentMap<ShopRef, Kept<ShopNames.OrderStatus>> statuses = new ConcurrentHashMap<>();
    private final ConcurrentMap<ShopRef, Kept<ShopNames.TrackingType>> trackers = new ConcurrentHashMap<>();

    ShopWords(InstantSource time) {
        this.time = time;
    }

    /** The status that the set-up means. The shop is asked again before the answer is "none". */
    Optional<ShopNames.OrderStatus> status(ShopRef shop, ShopNames names, String text) {
        Optional<ShopNames.OrderStatus> known = find(kept(statuses, shop, names::orderStatuses), text);
        return known.isPresent() ? known : find(fresh(statuses, shop, names::orderStatuses), text);
    }

    private static Optional<ShopNames.OrderStatus> find(List<ShopNames.OrderStatus> all, String text) {
        return Named.find(text, all.stream().map(Named::of).toList()).stream()
                .findFirst()
                .flatMap(named -> all.stream()
                        .filter(status -> status.statusId() == named.id())
                        .findFirst());
    }

    /** The carrier that the set-up means, by number or name. */
    Optional<Integer> tracker(ShopRef shop, ShopNames names, String text) {
        List<ShopNames.TrackingType> all = kept(trackers, shop, names::trackingTypes);
        return Named.find(text, all.stream().map(Named::of).toList()).stream()
                .findFirst()
                .map(named -> Math.toIntExact(named.id()));
    }

    private <T> List<T> kept(ConcurrentMap<ShopRef, Kept<T>> cache, ShopRef shop, Supplier<List<T>> ask) {
        Kept<T> kept = cache.get(shop);
        return kept != null && time.instant().isBefore(kept.until()) ? kept.list() : fresh(cache, shop, ask);
    }

    private <T> List<T> fresh(ConcurrentMap<ShopRef, Kept<T>> cache, ShopRef shop, Supplier<List<T>> ask) {
        List<T> list = ask.get();
        cache.put(shop, new Kept<>(list, time.instant().plus(KEPT)));
        return list;
    }
}
