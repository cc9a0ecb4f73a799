package se.brygga.simulators.starweb.catalogue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.content.SimContent;
import se.brygga.simulators.starweb.goods.SimProductWrite.Act;
import se.brygga.simulators.starweb.goods.SimProductWrite.Kind;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /products}: reading, with one variant and one slim language (S-5). */
final class ProductsApi {

    private static final Set<String> LIST_INCLUDES = Set.of(
            "primaryVariant",
            "primaryVariant.prices",
            "primaryVariant.attributeValues",
            "attributes",
            "mediaFiles",
            "languages",
            "vatRates",
            "categories",
            "unit",
            "metaData",
            "bundledProducts",
            "bundledProducts.prices",
            "tags");

    /** One product knows the list's, less two (reference, section 3). */
    private static final Set<String> SINGLE_INCLUDES = LIST_INCLUDES.stream()
            .filter(include ->
                    !Set.of("primaryVariant.attributeValues", "attributes").contains(include))
            .collect(Collectors.toUnmodifiableSet());

    private final Catalogue catalogue;
    private final VariantsApi variants;
    private final VariantWrites variantWrites;
    private final CatalogueView view;
    private final Deque<Runnable> afterLists = new ArrayDeque<>();

    ProductsApi(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.variants = new VariantsApi(catalogue);
        this.variantWrites = new VariantWrites(catalogue);
        this.view = new CatalogueView(catalogue);
    }

    /** Happens after the next list of products was read. */
    void afterNextList(Runnable change) {
        afterLists.add(change);
    }

    SimResponse handle(ApiCall call) {
        if (call.is("POST", 1)) {
            Product product = create(call.body());
            catalogue.created(product);
            log(Kind.PRODUCT, Act.CREATED, product, "", JsonMapper.shared().createObjectNode());
            catalogue.echo(watcher -> watcher.created(product.id));
            return Answers.created(view.product(product, Set.of(), true));
        }
        if (call.segments() == 1) {
            return list(call);
        }
        Product product = catalogue.product(call.id(1)).orElseThrow(ApiError::notFound);
        boolean reads = call.method().equals("GET");
        Product seen = reads ? catalogue.seen(product).orElseThrow(ApiError::notFound) : product;
        if (!reads) {
            catalogue.beforeWrite(product);
        }
        if (call.segments() == 2) {
            return one(call, seen);
        }
        return switch (call.segment(2)) {
            case "variants" -> variants.handle(call, seen);
            case "attributes" -> attributes(call, seen);
            default ->
                catalogue
                        .contents()
                        .handle(call, seen.content, (kind, act, key, after) -> changed(kind, act, product, key, after));
        };
    }

    private SimResponse one(ApiCall call, Product product) {
        switch (call.method()) {
            case "GET" -> {
                return Answers.ok(view.product(product, call.includes(SINGLE_INCLUDES), true));
            }
            case "PATCH" ->
                changed(
                        Kind.PRODUCT,
                        Act.CHANGED,
                        product,
                        "",
                        catalogue.contents().patched(product.content, call.body()));
            case "PUT" ->
                changed(
                        Kind.PRODUCT,
                        Act.CHANGED,
                        product,
                        "",
                        catalogue.contents().put(product.content, call.body()));
            case "DELETE" -> {
                catalogue.remove(product);
                ObjectNode nothing = JsonMapper.shared().createObjectNode();
                catalogue.productWrites().add(Kind.PRODUCT, Act.DELETED, product.id, "", logged(product), nothing);
                catalogue.echo(watcher -> watcher.removed(product.id));
                return SimResponse.empty(204);
            }
            default -> throw call.refused();
        }
        return Answers.ok(view.product(product, Set.of(), true));
    }

    private SimResponse attributes(ApiCall call, Product product) {
        List<ObjectNode> attributes = view.attributes(product);
        if (call.is("GET", 3)) {
            return Answers.ok(attributes);
        }
        if (!call.is("GET", 4)) {
            throw call.refused();
        }
        long id = call.id(3);
        return Answers.ok(attributes.stream()
                .filter(attribute -> attribute.path("attributeId").asLong() == id)
                .findFirst()
                .orElseThrow(ApiError::notFound));
    }

    /** A product with its variants, which nobody finds yet: all of it or nothing. */
    Product create(JsonNode body) {
        Product product = catalogue.draft(catalogue.contents().created(body));
        JsonNode bodies = body.path("variants");
        if (!bodies.isArray() || bodies.isEmpty()) {
            throw ApiError.badRequest("variants must have one variant at least");
        }
        for (JsonNode variant : bodies) {
            if (!variant.isObject()) {
                throw ApiError.badRequest("variants must be a list of objects");
            }
            product.variants.add(variantWrites.draft(product, variant, bodies.size() > 1));
        }
        return product;
    }

    /** Puts another content in a product's place, notes the write and tells of it. */
    private void changed(Kind kind, Act act, Product product, String key, SimContent after) {
        ObjectNode before = logged(product);
        product.content = after;
        catalogue.modified(product);
        log(kind, act, product, key, before);
        catalogue.echo(watcher -> watcher.updated(product.id));
    }

    private void log(Kind kind, Act act, Product product, String key, ObjectNode before) {
        catalogue.productWrites().add(kind, act, product.id, key, before, logged(product));
    }

    private static ObjectNode logged(Product product) {
        return product.content.whole();
    }

    private SimResponse list(ApiCall call) {
        if (!call.method().equals("GET")) {
            throw call.refused();
        }
        Set<String> includes = call.includes(LIST_INCLUDES);
        Optional<Instant> created = call.time("createdSince");
        Optional<Instant> updated = call.time("updatedSince");
        call.choice("sortBy", List.of("productId"));
        boolean descending = call.choice("sortOrder", List.of("ASC", "DESC")).equals("DESC");
        boolean visibleOnly = call.flag("filterVisible");
        List<Product> ascending = wanted(call.query("filterSku").orElse("")).stream()
                .flatMap(product -> catalogue.seen(product).stream())
                .filter(product -> !visibleOnly || product.content.visible())
                .filter(product -> since(product.createdAt, created) && since(product.modifiedAt, updated))
                .toList();
        List<Product> rows = descending ? ascending.reversed() : ascending;
        SimResponse answer = Answers.page(rows, call.page(), true, product -> view.product(product, includes, false));
        Runnable change = afterLists.poll();
        if (change != null) {
            change.run();
        }
        return answer;
    }

    private static boolean since(String time, Optional<Instant> bound) {
        return bound.isEmpty() || !OffsetDateTime.parse(time).toInstant().isBefore(bound.get());
    }

    /** By default only a product's first variant is looked at (O-24). */
    private Collection<Product> wanted(String sku) {
        if (!sku.matches("[A-Za-z0-9._-]{0,40}")) {
            throw ApiError.badRequest("filterSku must be letters, digits, dot, underscore or hyphen");
        }
        boolean everyVariant = catalogue.quirks().is(StarwebQuirk.SKU_SCOPE, "all");
        return sku.isEmpty()
                ? catalogue.products()
                : catalogue
                        .find(sku)
                        .filter(variant -> everyVariant || variant.product.variants.getFirst() == variant)
                        .map(variant -> List.of(variant.product))
                        .orElse(List.of());
    }
}
