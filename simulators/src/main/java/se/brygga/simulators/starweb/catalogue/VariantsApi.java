package se.brygga.simulators.starweb.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.goods.SimProductWrite.Act;
import se.brygga.simulators.starweb.goods.SimProductWrite.Kind;
import se.brygga.simulators.starweb.stock.Stocks;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.Fields;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /products/{p}/variants} and what lies below it. */
final class VariantsApi {

    private static final Set<String> INCLUDES = Set.of("prices", "attributeValues", "attributeValues.attribute");

    private final Catalogue catalogue;
    private final Stocks stocks;
    private final PricesApi pricesApi;
    private final VariantWrites writes;
    private final CatalogueView view;

    VariantsApi(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.stocks = catalogue.stocks();
        this.pricesApi = new PricesApi(catalogue);
        this.writes = new VariantWrites(catalogue);
        this.view = new CatalogueView(catalogue);
    }

    SimResponse handle(ApiCall call, Product product) {
        if (call.is("POST", 3)) {
            return create(call, product);
        }
        if (call.segments() == 3) {
            return list(call, product);
        }
        SimVariant variant = of(product, call.id(3));
        if (call.segments() == 4) {
            return one(call, variant);
        }
        return switch (call.segment(4)) {
            case "stocks" ->
                stocks.handle(
                        call,
                        variant.stocks,
                        (place, before, after) -> catalogue.stockWritten(variant, place, before, after));
            case "prices" -> pricesApi.handle(call, variant);
            default -> throw ApiError.notFound();
        };
    }

    private static SimVariant of(Product product, long id) {
        return product.variants.stream()
                .filter(candidate -> candidate.id == id)
                .findFirst()
                .orElseThrow(ApiError::notFound);
    }

    private SimResponse create(ApiCall call, Product product) {
        SimVariant variant = writes.draft(product, call.body(), true);
        catalogue.add(variant);
        written(Act.CREATED, variant, null, variant);
        return Answers.created(view.variant(variant, false, false, false));
    }

    private SimResponse list(ApiCall call, Product product) {
        if (!call.method().equals("GET")) {
            throw call.refused();
        }
        boolean meta = catalogue.quirks().is(StarwebQuirk.VARIANT_META, "meta");
        Set<String> includes = call.includes(INCLUDES);
        return Answers.page(product.variants, call.page(), meta, variant -> view(variant, includes));
    }

    private ObjectNode view(SimVariant variant, Set<String> includes) {
        boolean attributes = includes.contains("attributeValues.attribute");
        return view.variant(variant, includes.contains("prices"), includes.contains("attributeValues"), attributes);
    }

    private SimResponse one(ApiCall call, SimVariant variant) {
        switch (call.method()) {
            case "GET" -> {
                return Answers.ok(view(variant, call.includes(INCLUDES)));
            }
            case "PATCH" -> patch(variant, call.body());
            case "PUT" -> put(variant, call.body());
            case "DELETE" -> {
                catalogue.remove(variant);
                written(Act.DELETED, variant, variant, null);
                return SimResponse.empty(204);
            }
            default -> throw call.refused();
        }
        return Answers.ok(view.variant(variant, false, false, false));
    }

    /** Notes a write and tells of it. A write of nothing but stock and prices has its own logs and news. */
    private void written(Act act, SimVariant variant, @Nullable SimVariant before, @Nullable SimVariant after) {
        long product = variant.product.id;
        catalogue
                .productWrites()
                .add(
                        Kind.VARIANT,
                        act,
                        product,
                        variant.sku,
                        VariantWrites.logged(before),
                        VariantWrites.logged(after));
        catalogue.touched(variant);
        boolean gone = variant.product.variants.isEmpty();
        catalogue.echo(watcher -> {
            if (gone) {
                watcher.removed(product);
            } else {
                watcher.updated(product);
            }
        });
    }

    private void patch(SimVariant variant, JsonNode body) {
        body.propertyStream()
                .filter(field -> field.getValue().isNull())
                .findFirst()
                .ifPresent(field -> {
                    throw ApiError.badRequest(field.getKey() + " must not be null");
                });
        VariantWrites.BODY.check(body);
        change(variant, body, false);
    }

    private void put(SimVariant variant, JsonNode body) {
        writes.checkWhole(body);
        change(variant, body, true);
    }

    private void change(SimVariant variant, JsonNode body, boolean whole) {
        writes.checkReferences(body);
        writes.checkStock(body);
        if (body.has("attributeValueLinks")) {
            List<SimVariant> siblings = VariantWrites.siblings(variant);
            writes.checkLinks(body.path("attributeValueLinks"), siblings, !siblings.isEmpty());
        }
        Optional<String> sku = Fields.text(body, "sku", 40);
        sku.ifPresent(text -> catalogue.checkSku(text, variant));
        SimVariant before = variant.copy(variant.product);
        boolean counts = catalogue.quirks().is(StarwebQuirk.PRICE_IN_VARIANT, "written")
                || catalogue.quirks().is(StarwebQuirk.CONTRACT, "GUIDE_2024");
        if (counts && body.has("prices")) {
            pricesApi.inVariant(variant, body.get("prices"));
        }
        sku.ifPresent(text -> catalogue.rename(variant, text));
        if (whole) {
            VariantWrites.describeAnew(variant, body);
        } else {
            VariantWrites.describe(variant, body);
        }
        if (VariantWrites.describes(body)) {
            written(Act.CHANGED, variant, before, variant);
        }
        Optional<Long> quantity = VariantWrites.quantity(body);
        Optional<Long> status = VariantWrites.status(body);
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
