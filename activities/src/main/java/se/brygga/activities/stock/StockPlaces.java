package se.brygga.activities.stock;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.goods.ShopPush;
import se.brygga.clients.shop.Named;
import se.brygga.clients.shop.ShopStock;
import se.brygga.clients.shop.ShopStock.StockLocation;
import se.brygga.clients.shop.ShopStock.StockStatus;
import se.brygga.setup.StockSetup;
import se.brygga.workflows.attention.Phrase;

/**
 * Where a shop's stock is written, and with which statuses, by the words of the set-up.
 *
 * @param targets at least one
 * @param refill status of a SKU that can be bought again
 * @param soldOut null to let the shop decide
 * @param whenOut status of a SKU that has run out. Either the shop sets it by itself and never takes it back, or we set
 *     it
 */
record StockPlaces(
        List<Target> targets, long refill, @Nullable Long soldOut, Set<Long> whenOut) {

    /** The location of a shop without locations, where stock is written on the variant. */
    static final long NO_LOCATION = 0;

    /**
     * One place to write to.
     *
     * @param site the warehouse whose stock goes there; null for all that count
     * @param onVariant whether the variant itself shows this quantity, because web orders are sold from here (Starweb
     *     reference section 9)
     */
    record Target(@Nullable String site, long locationId, boolean onVariant) {}

    /**
     * The places of a shop.
     *
     * @throws ShopPush.UnknownName the set-up names something that the shop does not have
     */
    static StockPlaces of(StockSetup setup, ShopStock shop) {
        List<StockLocation> locations = shop.stockLocations();
        List<StockStatus> statuses = shop.stockStatuses();
        ShopPush.Names names = new ShopPush.Names();
        List<Target> targets = new ArrayList<>();
        for (Map.Entry<String, String> entry : setup.locations().entrySet()) {
            location(locations, entry.getValue(), names)
                    .ifPresent(id -> targets.add(new Target(entry.getKey(), id, isSoldFrom(locations, id))));
        }
        if (targets.isEmpty()) {
            targets.add(new Target(
                    null,
                    locations.stream()
                            .filter(StockLocation::ecommerce)
                            .findFirst()
                            .map(StockLocation::stockLocationId)
                            .orElse(NO_LOCATION),
                    true));
        }
        String named = setup.soldOutStatus();
        Long soldOut = named == null ? null : status(statuses, named, names).orElse(null);
        long refill = status(statuses, setup.refillStatus(), names).orElse(0L);
        names.check();
        return new StockPlaces(List.copyOf(targets), refill, soldOut, whenOut(statuses, refill, soldOut));
    }

    private static Set<Long> whenOut(List<StockStatus> statuses, long refill, @Nullable Long soldOut) {
        Stream<Long> byItself = statuses.stream()
                .filter(status -> status.stockStatusId() == refill)
                .flatMap(status -> Stream.ofNullable(status.stockoutNewStatusId()));
        return Stream.concat(byItself, Stream.ofNullable(soldOut))
                .filter(status -> status != refill)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether the status says "sold out" although there is stock, or the other way round. Other statuses are the shop's
     * own.
     */
    boolean isStatusWrong(BigDecimal wanted, @Nullable Long statusId) {
        if (statusId == null) {
            return false;
        }
        return wanted.signum() > 0 ? whenOut.contains(statusId) : soldOut != null && statusId == refill;
    }

    /** The place whose quantity the variants themselves have, if we write there. */
    Optional<Target> onVariant() {
        return targets.stream().filter(Target::onVariant).findFirst();
    }

    private static boolean isSoldFrom(List<StockLocation> locations, long id) {
        return locations.stream().anyMatch(location -> location.ecommerce() && location.stockLocationId() == id);
    }

    private static Optional<Long> location(List<StockLocation> locations, String name, ShopPush.Names names) {
        return find(
                Phrase.STOCK_LOCATION, name, locations.stream().map(Named::of).toList(), names);
    }

    private static Optional<Long> status(List<StockStatus> statuses, String name, ShopPush.Names names) {
        return find(Phrase.STOCK_STATUS, name, statuses.stream().map(Named::of).toList(), names);
    }

    private static Optional<Long> find(Phrase what, String name, List<Named> all, ShopPush.Names names) {
        return names.require(what.with(name), Named.find(name, all).stream().findFirst())
                .map(Named::id);
    }
}
