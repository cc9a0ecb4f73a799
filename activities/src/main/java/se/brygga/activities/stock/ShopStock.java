package se.brygga.activities.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.catalogue.ShopPush;
import se.brygga.activities.setup.StockSetup;
import se.brygga.activities.starweb.Named;
import se.brygga.activities.starweb.catalogue.StarwebCatalogue;
import se.brygga.activities.starweb.catalogue.StockLocation;
import se.brygga.activities.starweb.catalogue.StockStatus;

/**
 * Where a shop's stock is written, and with which statuses, by the words that the set-up uses.
 *
 * @param targets at least one
 * @param refill status of a SKU that can be bought again
 * @param soldOut null: the shop decides itself
 */
record ShopStock(
        List<Target> targets, long refill, @Nullable Long soldOut) {

    /** The location of a shop without locations: stock is then written on the variant. */
    static final long NO_LOCATION = 0;

    /**
     * One place to write to.
     *
     * @param site the warehouse whose stock goes there; null for all that count
     * @param onVariant whether its quantity is the one that the variant itself shows: web orders are sold from it (Starweb
     *     reference section 9)
     */
    record Target(@Nullable String site, long locationId, boolean onVariant) {}

    /** @throws ShopPush.UnknownName the set-up names what the shop does not have (any more) */
    static ShopStock of(StockSetup setup, StarwebCatalogue catalogue) {
        List<StockLocation> locations = catalogue.stockLocations();
        List<StockStatus> statuses = catalogue.stockStatuses();
        List<Target> targets = new ArrayList<>();
        for (Map.Entry<String, String> entry : setup.locations().entrySet()) {
            long id = location(locations, entry.getValue());
            targets.add(new Target(
                    entry.getKey(),
                    id,
                    locations.stream().anyMatch(location -> location.ecommerce() && location.stockLocationId() == id)));
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
        String soldOut = setup.soldOutStatus();
        return new ShopStock(
                List.copyOf(targets),
                status(statuses, setup.refillStatus()),
                soldOut == null ? null : status(statuses, soldOut));
    }

    /** The place whose quantity came along with the variants, if we write there. */
    Optional<Target> onVariant() {
        return targets.stream().filter(Target::onVariant).findFirst();
    }

    private static long location(List<StockLocation> locations, String name) {
        return find("stock location", name, locations.stream().map(Named::of).toList());
    }

    private static long status(List<StockStatus> statuses, String name) {
        return find("stock status", name, statuses.stream().map(Named::of).toList());
    }

    private static long find(String what, String name, List<Named> all) {
        return Named.find(name, all).stream()
                .findFirst()
                .orElseThrow(() -> new ShopPush.UnknownName(what, name))
                .id();
    }
}
