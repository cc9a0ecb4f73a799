package se.brygga.simulators.starweb.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A shop's stock statuses and stock locations. Their ids differ from shop to shop. */
public final class StockSettings {

    /** Where stock lies in a shop without locations: on the variant itself. */
    private static final long NOWHERE = 0;

    /** @param whenOut the status that follows when the quantity runs out; null: this one stays */
    public record Status(
            long id, String idCode, String name, @Nullable Long whenOut, boolean buyable, boolean inStock) {}

    private record Location(long id, String name, boolean ecommerce) {}

    private final Quirks quirks;
    private final List<Status> statuses;
    private final List<Location> locations = new ArrayList<>();

    /** @param places names of the locations; the first is the e-commerce one */
    public StockSettings(Quirks quirks, List<String> places, Random random) {
        this.quirks = quirks;
        long first = 2L + random.nextInt(40);
        this.statuses = List.of(
                new Status(first, "inStock", "I lager", first + 1, true, true),
                new Status(first + 1, "outOfStock", "Slut i lager", null, false, false),
                new Status(first + 2, "backOrder", "Beställningsvara", null, true, false));
        long place = 2L + random.nextInt(40);
        // The e-commerce location has not the lowest number: only its mark tells.
        for (int i = places.size() - 1; i >= 0; i--) {
            locations.add(new Location(place++, places.get(i), i == 0));
        }
    }

    public long inStock() {
        return statuses.getFirst().id();
    }

    public long soldOut() {
        return statuses.get(1).id();
    }

    public boolean hasLocations() {
        return !locations.isEmpty();
    }

    /** {@code /product-stock-statuses} and {@code /stock-locations}. */
    public SimResponse handle(ApiCall call) {
        return switch (call.segment(0)) {
            case "product-stock-statuses" -> stockStatuses(call);
            case "stock-locations" -> locations(call);
            default -> throw ApiError.notFound();
        };
    }

    private SimResponse stockStatuses(ApiCall call) {
        if (call.is("GET", 1)) {
            return Answers.ok(statusList());
        }
        if (call.is("GET", 2)) {
            return Answers.ok(statusList().stream()
                    .filter(status -> status.path("stockStatusId").asString().equals(call.segment(1)))
                    .findFirst()
                    .orElseThrow(ApiError::notFound));
        }
        throw call.refused();
    }

    private SimResponse locations(ApiCall call) {
        if (call.is("GET", 1)) {
            return Answers.ok(locationList());
        }
        if (call.is("GET", 2)) {
            return Answers.ok(location(call.id(1)));
        }
        throw ApiError.forbidden("stock locations are not written by this client");
    }

    /** The e-commerce location, which the variant itself mirrors. */
    public long home() {
        return locations.stream()
                .filter(Location::ecommerce)
                .mapToLong(Location::id)
                .findFirst()
                .orElse(NOWHERE);
    }

    public List<Long> locationIds() {
        return locations.stream().map(Location::id).toList();
    }

    /** A name for people. */
    public String place(long locationId) {
        return locations.stream()
                .filter(location -> location.id() == locationId)
                .map(Location::name)
                .findFirst()
                .orElse("");
    }

    /** A location in a path that does not exist is a missing object. */
    public long requireLocation(long locationId) {
        if (!locationIds().contains(locationId)) {
            throw ApiError.notFound();
        }
        return locationId;
    }

    public Status status(long statusId) {
        return statuses.stream()
                .filter(status -> status.id() == statusId)
                .findFirst()
                .orElseThrow(() -> ApiError.badRequest("unknown stockStatusId " + statusId));
    }

    private List<ObjectNode> statusList() {
        return statuses.stream().map(this::view).toList();
    }

    private ObjectNode view(Status status) {
        boolean named = status.idCode().equals("inStock") || quirks.is(StarwebQuirk.STOCK_ID_CODES, "all");
        ObjectNode view = JsonMapper.shared().createObjectNode().put("stockStatusId", status.id());
        view.put("idCode", named ? status.idCode() : null).put("sortIndex", statuses.indexOf(status) + 1);
        view.put("stockoutNewStatusId", status.whenOut()).put("productBuyable", status.buyable());
        view.put("inStock", status.inStock()).set("languages", Answers.inSwedish(status.name()));
        return view;
    }

    private List<ObjectNode> locationList() {
        return locations.stream().map(this::view).toList();
    }

    private ObjectNode location(long locationId) {
        requireLocation(locationId);
        return locations.stream()
                .filter(location -> location.id() == locationId)
                .map(this::view)
                .findFirst()
                .orElseThrow(ApiError::notFound);
    }

    private ObjectNode view(Location location) {
        ObjectNode view = JsonMapper.shared().createObjectNode().put("stockLocationId", location.id());
        view.putNull("externalId").putNull("externalIdType").put("visibility", "show_if_in_stock");
        view.put("sortIndex", locations.indexOf(location) + 1).put("ecommerceStockLocation", location.ecommerce());
        view.set("languages", Answers.inSwedish(location.name()));
        return view;
    }
}
