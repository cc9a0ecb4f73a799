package se.brygga.simulators.starweb.catalogue;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.stock.Stocks;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.BodyRules;
import se.brygga.simulators.starweb.wire.Fields;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;

/** {@code /products/{p}/variants} and what lies below it. */
final class VariantsApi {

    /** What a PATCH may change and nothing else looks at. */
    static final Set<String> PLAIN = Set.of(
            "externalId",
            "externalIdType",
            "isActive",
            "sortIndex",
            "weightInKg",
            "costPrice",
            "ean",
            "mpn",
            "imageFileId",
            "attributeValueLinks",
            "volumePricingInheritancePricelistIds");

    private static final BodyRules BODY = new BodyRules()
            .text(40, "externalId", "mpn", "sku")
            .text(20, "externalIdType", "ean", "costPrice")
            .truth("isActive")
            .whole(0, 10_000, "sortIndex")
            .id("imageFileId", "stockStatusId")
            .number(0, "weightInKg")
            .ids("attributeValueLinks", "volumePricingInheritancePricelistIds");

    private static final Set<String> INCLUDES = Set.of("prices", "attributeValues", "attributeValues.attribute");
    private static final long MOST = 100_000_000;

    private final Catalogue catalogue;
    private final Stocks stocks;
    private final StocksApi stocksApi;
    private final PricesApi pricesApi;

    VariantsApi(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.stocks = catalogue.stocks();
        this.stocksApi = new StocksApi(catalogue);
        this.pricesApi = new PricesApi(catalogue);
    }

    SimResponse handle(ApiCall call, Product product) {
        if (call.segments() == 3) {
            return list(call, product);
        }
        long id = call.id(3);
        SimVariant variant = product.variants.stream()
                .filter(candidate -> candidate.id == id)
                .findFirst()
                .orElseThrow(ApiError::notFound);
        if (call.segments() == 4) {
            return one(call, variant);
        }
        return switch (call.segment(4)) {
            case "stocks" -> stocksApi.handle(call, variant);
            case "prices" -> pricesApi.handle(call, variant);
            default -> throw ApiError.notFound();
        };
    }

    private SimResponse list(ApiCall call, Product product) {
        if (!call.method().equals("GET")) {
            throw call.refused();
        }
        boolean meta = catalogue.quirks().is(StarwebQuirk.VARIANT_META, "meta");
        boolean prices = call.includes(INCLUDES).contains("prices");
        boolean values = values(call);
        return Answers.page(product.variants, call.page(), meta, v -> CatalogueView.variant(v, prices, values, stocks));
    }

    private static boolean values(ApiCall call) {
        return call.includes(INCLUDES).stream().anyMatch(name -> name.startsWith("attributeValues"));
    }

    private SimResponse one(ApiCall call, SimVariant variant) {
        return switch (call.method()) {
            case "GET" ->
                Answers.ok(CatalogueView.variant(
                        variant, call.includes(INCLUDES).contains("prices"), values(call), stocks));
            case "PATCH" -> {
                patch(variant, call.body());
                yield Answers.ok(CatalogueView.variant(variant, false, false, stocks));
            }
            default -> throw call.refused();
        };
    }

    private void patch(SimVariant variant, JsonNode body) {
        body.propertyStream()
                .filter(field -> field.getValue().isNull())
                .findFirst()
                .ifPresent(field -> {
                    throw ApiError.badRequest(field.getKey() + " must not be null");
                });
        BODY.check(body);
        Optional<Long> quantity = Fields.integer(body, "stockQuantity", -MOST, MOST);
        Optional<Long> status = Fields.integer(body, "stockStatusId", 1, Integer.MAX_VALUE);
        status.ifPresent(stocks.settings()::status);
        boolean counts = catalogue.quirks().is(StarwebQuirk.PRICE_IN_VARIANT, "written")
                || catalogue.quirks().is(StarwebQuirk.CONTRACT, "GUIDE_2024");
        if (counts && body.has("prices")) {
            pricesApi.inVariant(variant, body.get("prices"));
        }
        Fields.text(body, "sku", 40).ifPresent(sku -> catalogue.rename(variant, sku));
        catalogue.describe(variant, body);
        if (quantity.isPresent() || status.isPresent()) {
            stock(variant, quantity.map(BigDecimal::valueOf).orElse(null), status.orElse(null));
        }
        catalogue.touched(variant);
    }

    private void stock(SimVariant variant, @Nullable BigDecimal quantity, @Nullable Long status) {
        long home = stocks.settings().home();
        Stocks.Row before = variant.stocks.get(home);
        Stocks.Row old = stocks.home(variant.stocks);
        Stocks.Row after = stocks.set(
                variant.stocks,
                home,
                new Stocks.Row(
                        quantity == null ? old.quantity() : quantity,
                        status == null ? old.statusId() : status,
                        old.shelfSpace()));
        boolean rules = catalogue.quirks().is(StarwebQuirk.STOCK_RULES_ON_VARIANT, "yes");
        if (rules && status == null) {
            after = stocks.change(variant.stocks, home, after.quantity());
        }
        catalogue.stockWritten(variant, home, before, after);
    }
}
