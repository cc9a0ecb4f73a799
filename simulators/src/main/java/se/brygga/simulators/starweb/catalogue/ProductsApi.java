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
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
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
    private final Deque<Runnable> afterLists = new ArrayDeque<>();

    ProductsApi(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.variants = new VariantsApi(catalogue);
    }

    /** Happens after the next list of products was read. */
    void afterNextList(Runnable change) {
        afterLists.add(change);
    }

    SimResponse handle(ApiCall call) {
        if (call.segments() == 1) {
            return list(call);
        }
        Product product = catalogue.product(call.id(1)).orElseThrow(ApiError::notFound);
        if (call.segments() == 2) {
            if (!call.method().equals("GET")) {
                throw call.refused();
            }
            return Answers.ok(view(product, call.includes(SINGLE_INCLUDES), true));
        }
        if (!call.segment(2).equals("variants")) {
            throw ApiError.notFound();
        }
        return variants.handle(call, product);
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
        // All that are seeded are visible.
        boolean hiddenOnly = call.query("filterVisible")
                .filter(value -> !call.flag("filterVisible"))
                .isPresent();
        List<Product> ascending = wanted(call.query("filterSku").orElse("")).stream()
                .filter(product -> !hiddenOnly)
                .filter(product -> since(product.createdAt, created) && since(product.modifiedAt, updated))
                .toList();
        List<Product> rows = descending ? ascending.reversed() : ascending;
        SimResponse answer = Answers.page(rows, call.page(), true, product -> view(product, includes, false));
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

    private ObjectNode view(Product product, Set<String> includes, boolean alone) {
        return CatalogueView.product(product, includes, alone, catalogue.quirks(), catalogue.stocks());
    }
}
