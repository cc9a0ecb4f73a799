package se.brygga.simulators.starweb.catalogue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.goods.CatalogueWrite;
import se.brygga.simulators.starweb.prices.PriceLists;
import se.brygga.simulators.starweb.prices.SimPriceRow;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.Fields;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;

/** {@code /products/{p}/variants/{v}/prices}: one row per price list, ex VAT. */
final class PricesApi {

    static final BigDecimal MOST = new BigDecimal("1000000000");

    private final Catalogue catalogue;
    private final PriceLists lists;
    private final VolumePricesApi volume;

    PricesApi(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.lists = catalogue.lists();
        this.volume = new VolumePricesApi(catalogue);
    }

    SimResponse handle(ApiCall call, SimVariant variant) {
        if (call.is("GET", 5)) {
            return Answers.ok(CatalogueView.prices(variant));
        }
        if (call.is("POST", 5)) {
            return create(variant, call.body());
        }
        if (call.segments() < 6) {
            throw call.refused();
        }
        long list = call.id(5);
        SimPriceRow row = variant.prices.get(list);
        if (row == null) {
            // Also for PUT, which does not claim to create.
            throw ApiError.notFound();
        }
        if (call.segments() > 6) {
            return volume.handle(call, variant, list, row);
        }
        return switch (call.method()) {
            case "GET" -> Answers.ok(CatalogueView.price(list, row));
            case "PUT", "PATCH" -> Answers.ok(CatalogueView.price(list, change(call, variant, list, row)));
            case "DELETE" -> {
                variant.prices.remove(list);
                note(variant, list, row, null);
                yield SimResponse.empty(204);
            }
            default -> throw call.refused();
        };
    }

    private SimResponse create(SimVariant variant, JsonNode body) {
        long list = check(body);
        if (variant.prices.containsKey(list)) {
            throw ApiError.badRequest("the variant has a price in this list");
        }
        SimPriceRow row = write(new SimPriceRow(BigDecimal.ZERO), body);
        variant.prices.put(list, row);
        note(variant, list, null, row);
        return Answers.created(CatalogueView.price(list, row));
    }

    private SimPriceRow change(ApiCall call, SimVariant variant, long list, SimPriceRow before) {
        JsonNode body = call.body();
        if (check(body) != list) {
            throw ApiError.badRequest("pricelistId is not that of the path");
        }
        SimPriceRow start = call.method().equals("PUT") ? new SimPriceRow(BigDecimal.ZERO) : copy(before);
        SimPriceRow after = write(start, body);
        variant.prices.put(list, after);
        note(variant, list, before, after);
        return after;
    }

    private static SimPriceRow copy(SimPriceRow row) {
        SimPriceRow copy = new SimPriceRow(row.price);
        copy.special = row.special;
        copy.tiers.putAll(row.tiers);
        copy.externalId = row.externalId;
        copy.externalIdType = row.externalIdType;
        return copy;
    }

    /** @return the list that the body names: also a PATCH must */
    private long check(JsonNode body) {
        long list = Fields.required(Fields.integer(body, "pricelistId", 1, Integer.MAX_VALUE), "pricelistId");
        lists.referenced(list);
        price(body);
        special(body);
        Fields.externalId(body, 255);
        if (body.has("volumePrices")) {
            tiers(body);
        }
        return list;
    }

    static Optional<BigDecimal> price(JsonNode body) {
        return Fields.decimal(body, "priceExVat", BigDecimal.ZERO, MOST);
    }

    /** Empty for null as well: no offer. */
    private static Optional<BigDecimal> special(JsonNode body) {
        return body.path("specialPriceExVat").isNull()
                ? Optional.empty()
                : Fields.decimal(body, "specialPriceExVat", BigDecimal.ZERO, MOST);
    }

    private static Map<Long, BigDecimal> tiers(JsonNode body) {
        JsonNode data = body.path("volumePrices").path("data");
        if (!data.isArray()) {
            throw ApiError.badRequest("volumePrices must be {\"data\":[…]}");
        }
        Map<Long, BigDecimal> tiers = new TreeMap<>();
        for (JsonNode tier : data) {
            if (!tier.isObject()) {
                throw ApiError.badRequest("volumePrices must be a list of objects");
            }
            tiers.put(VolumePricesApi.quantity(tier), price(tier).orElse(BigDecimal.ZERO));
        }
        return tiers;
    }

    /** Writes a checked body into a row. */
    private SimPriceRow write(SimPriceRow row, JsonNode body) {
        row.price = lists.kept(price(body).orElse(row.price));
        if (body.has("specialPriceExVat")) {
            row.special = special(body).map(lists::kept).orElse(null);
        }
        if (body.has("externalId")) {
            row.externalId = body.get("externalId");
        }
        if (body.has("externalIdType")) {
            row.externalIdType = body.get("externalIdType");
        }
        String how = catalogue.quirks().get(StarwebQuirk.PRICE_VOLUME_IN_ROW);
        if (body.has("volumePrices") && !how.equals("ignored")) {
            if (how.equals("replace")) {
                row.tiers.clear();
            }
            tiers(body).forEach((quantity, price) -> row.tiers.put(quantity, lists.kept(price)));
        }
        return row;
    }

    /** {@code prices} in a variant's PATCH, in a shop where they count (O-26). */
    void inVariant(SimVariant variant, JsonNode prices) {
        for (JsonNode body : prices) {
            if (!body.isObject()) {
                throw ApiError.badRequest("prices must be a list of objects");
            }
            check(body);
        }
        for (JsonNode body : prices) {
            long list = body.path("pricelistId").asLong();
            SimPriceRow before = variant.prices.get(list);
            SimPriceRow after = write(before == null ? new SimPriceRow(BigDecimal.ZERO) : copy(before), body);
            variant.prices.put(list, after);
            note(variant, list, before, after);
        }
    }

    /** {@code prices} of a variant that is not there yet: not a write of its own. */
    void inNewVariant(SimVariant variant, JsonNode prices) {
        for (JsonNode body : prices) {
            if (!body.isObject()) {
                throw ApiError.badRequest("prices must be a list of objects");
            }
            variant.prices.put(check(body), write(new SimPriceRow(BigDecimal.ZERO), body));
        }
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    private void note(SimVariant variant, long list, @Nullable SimPriceRow before, @Nullable SimPriceRow after) {
        boolean same = before != null
                && after != null
                && before.price.compareTo(after.price) == 0
                && same(before.special, after.special)
                && before.tiers.equals(after.tiers);
        BigDecimal was = before == null ? null : before.price;
        catalogue
                .writes()
                .add(CatalogueWrite.Kind.PRICE, variant.sku, list, was, after == null ? null : after.price, !same);
        catalogue.touched(variant);
    }
}
