package se.brygga.clients.starweb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.brygga.clients.shop.ShopProducts;
import se.brygga.clients.shop.ShopProducts.VariantPage;
import se.brygga.clients.shop.Variant;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.Written;
import se.brygga.workflows.Sku;
import tools.jackson.databind.JsonNode;

/** Products and variants over Starweb's API (reference sections 3 and 7). */
final class StarwebProducts implements ShopProducts {

    private final VariantCalls calls;

    StarwebProducts(VariantCalls calls) {
        this.calls = calls;
    }

    @Override
    public VariantPage products(int page) {
        return products("include=primaryVariant,primaryVariant.prices", page);
    }

    @Override
    public VariantPage productsChangedSince(Instant since, int page) {
        return products("include=primaryVariant&updatedSince=" + StarwebCalls.queryTime(since), page);
    }

    private VariantPage products(String query, int page) {
        String path = "/products?sortBy=productId&sortOrder=ASC&" + query + "&page=" + page;
        return productPage(calls.json().get(path, "GET /products", "products"), page);
    }

    private static VariantPage productPage(JsonNode answer, int page) {
        List<VariantPage.Product> products = new ArrayList<>();
        List<Long> unreadable = new ArrayList<>();
        List<JsonNode> rows = JsonCalls.rows(answer, "GET /products");
        for (JsonNode row : rows) {
            CatalogueReader.product(row)
                    .ifPresentOrElse(products::add, () -> unreadable.add(CatalogueReader.id(row, "productId")));
        }
        return new VariantPage(products, JsonCalls.isLast(answer, rows.size(), page), unreadable);
    }

    @Override
    public List<Variant> variants(long productId) {
        Map<VariantRef, Variant> variants = new LinkedHashMap<>();
        for (int page = 1; ; page++) {
            String path = "/products/" + productId + "/variants?include=prices&page=" + page;
            Optional<JsonNode> answer = VariantCalls.unlessGone(
                    () -> calls.json().get(path, "GET /products/{id}/variants", "product " + productId));
            if (answer.isEmpty()) {
                return List.of();
            }
            List<JsonNode> rows = JsonCalls.rows(answer.get(), "GET /products/{id}/variants");
            int before = variants.size();
            for (JsonNode row : rows) {
                CatalogueReader.variant(productId, row).ifPresent(variant -> variants.put(variant.ref(), variant));
            }
            // A shop that ignores the page number would answer the same for ever.
            if (JsonCalls.isLast(answer.get(), rows.size(), page) || variants.size() == before) {
                return List.copyOf(variants.values());
            }
        }
    }

    @Override
    public Optional<Variant> variant(VariantRef variant) {
        return VariantCalls.unlessGone(() -> calls.json()
                        .get(VariantCalls.path(variant), "GET " + VariantCalls.VARIANT, VariantCalls.subject(variant)))
                .flatMap(answer -> CatalogueReader.variant(variant.productId(), answer.path("data")));
    }

    @Override
    public Optional<Variant> findBySku(String sku) {
        if (!Sku.canBeInShop(sku)) {
            return Optional.empty();
        }
        String path =
                "/products?filterSku=" + StarwebCalls.encode(sku) + "&include=primaryVariant,primaryVariant.prices";
        List<VariantPage.Product> products = productPage(calls.json().get(path, "GET /products", "SKU " + sku), 1)
                .products();
        List<Variant> found = products.stream()
                .flatMap(product -> Stream.ofNullable(product.primary()))
                .filter(variant -> variant.sku().equals(Sku.key(sku)))
                .toList();
        if (found.isEmpty() && products.size() == 1 && products.getFirst().hasSeveralVariants()) {
            // The shop may have searched all variants, but shows the primary one only.
            found = variants(products.getFirst().productId()).stream()
                    .filter(variant -> variant.sku().equals(Sku.key(sku)))
                    .toList();
        }
        if (found.size() > 1) {
            throw StarwebAnswers.notUnique("GET /products", sku);
        }
        return found.stream().findFirst();
    }

    @Override
    public Written setVisibility(VariantRef variant, String sku, Variant.Visibility visibility) {
        return calls.patch(variant, sku, Map.of("isActive", visibility == Variant.Visibility.VISIBLE));
    }
}
