package se.brygga.simulators.starweb.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.goods.CatalogueWrite;
import se.brygga.simulators.starweb.prices.SimPriceRow;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.Fields;
import tools.jackson.databind.JsonNode;

/** {@code …/prices/{list}/volume}: prices from a quantity on. */
final class VolumePricesApi {

    private final Catalogue catalogue;

    VolumePricesApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    SimResponse handle(ApiCall call, SimVariant variant, long list, SimPriceRow row) {
        if (!call.segment(6).equals("volume") || call.segments() > 8) {
            throw ApiError.notFound();
        }
        if (call.is("GET", 7)) {
            return Answers.ok(CatalogueView.tiers(list, row));
        }
        if (call.is("POST", 7)) {
            JsonNode body = call.body();
            long quantity = quantity(body);
            if (row.tiers.containsKey(quantity)) {
                throw ApiError.badRequest("there is a price from this quantity on");
            }
            return Answers.created(
                    CatalogueView.tier(list, quantity, write(variant, list, row, quantity, body, BigDecimal.ZERO)));
        }
        if (call.segments() != 8) {
            throw call.refused();
        }
        return one(call, variant, list, row);
    }

    private SimResponse one(ApiCall call, SimVariant variant, long list, SimPriceRow row) {
        long quantity = call.id(7);
        BigDecimal before = row.tiers.get(quantity);
        if (before == null) {
            throw ApiError.notFound();
        }
        return switch (call.method()) {
            case "GET" -> Answers.ok(CatalogueView.tier(list, quantity, before));
            case "PUT", "PATCH" -> {
                JsonNode body = call.body();
                if (quantity(body) != quantity) {
                    throw ApiError.badRequest("quantity is not that of the path");
                }
                BigDecimal otherwise = call.method().equals("PUT") ? BigDecimal.ZERO : before;
                yield Answers.ok(
                        CatalogueView.tier(list, quantity, write(variant, list, row, quantity, body, otherwise)));
            }
            case "DELETE" -> {
                row.tiers.remove(quantity);
                note(variant, list, before, null);
                yield SimResponse.empty(204);
            }
            default -> throw call.refused();
        };
    }

    /** Required in every body. */
    static long quantity(JsonNode body) {
        return Fields.required(Fields.integer(body, "quantity", 2, Integer.MAX_VALUE), "quantity");
    }

    private BigDecimal write(
            SimVariant variant, long list, SimPriceRow row, long quantity, JsonNode body, BigDecimal otherwise) {
        Fields.externalId(body, 255);
        BigDecimal price = catalogue.lists().kept(PricesApi.price(body).orElse(otherwise));
        note(variant, list, row.tiers.put(quantity, price), price);
        return price;
    }

    private void note(SimVariant variant, long list, @Nullable BigDecimal before, @Nullable BigDecimal after) {
        boolean same = before != null && after != null && before.compareTo(after) == 0;
        catalogue.writes().add(CatalogueWrite.Kind.TIER, variant.sku, list, before, after, !same);
        catalogue.touched(variant);
    }
}
