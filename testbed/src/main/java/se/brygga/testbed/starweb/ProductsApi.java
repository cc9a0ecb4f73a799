package se.brygga.testbed.starweb;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import se.brygga.testbed.sim.SimResponse;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /products}, as far as orders need them: reading, with one variant and one slim language (S-5). */
final class ProductsApi {

    private static final Set<String> INCLUDES = Set.of(
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
    private static final Set<String> VARIANT_INCLUDES =
            Set.of("prices", "attributeValues", "attributeValues.attribute");
    private static final int MASTER_LIST = 1;

    private final JsonMapper json = JsonMapper.builder().build();
    private final SimShop shop;

    ProductsApi(SimShop shop) {
        this.shop = shop;
    }

    /** An article with its place in the catalogue, which is its id. */
    private record Product(long id, Article article) {}

    SimResponse handle(ApiCall call) {
        if (!call.method().equals("GET")) {
            throw call.refused();
        }
        List<Article> articles = shop.articles();
        if (call.segments() == 1) {
            String sku = call.query("filterSku").orElse("");
            if (!sku.matches("[A-Za-z0-9._-]{0,40}")) {
                throw ApiError.badRequest("filterSku must be letters, digits, dot, underscore or hyphen");
            }
            Set<String> includes = call.includes(INCLUDES);
            List<Product> products = IntStream.range(0, articles.size())
                    .mapToObj(i -> new Product(i + 1L, articles.get(i)))
                    .filter(product -> sku.isEmpty() || product.article().sku().equalsIgnoreCase(sku))
                    .toList();
            return Answers.page(products, call.page(), true, product -> view(product, includes));
        }
        long id = call.id(1);
        if (id < 1 || id > articles.size()) {
            throw ApiError.notFound();
        }
        Product product = new Product(id, articles.get((int) id - 1));
        if (call.segments() == 2) {
            return Answers.ok(view(product, call.includes(INCLUDES)));
        }
        if (call.segments() == 3 && call.segment(2).equals("variants")) {
            boolean meta = shop.quirks().is(StarwebQuirks.VARIANT_META, "meta");
            boolean prices = call.includes(VARIANT_INCLUDES).contains("prices");
            return Answers.page(List.of(product), call.page(), meta, p -> variant(p, prices));
        }
        throw ApiError.notFound();
    }

    private ObjectNode view(Product product, Set<String> includes) {
        ObjectNode view = json.createObjectNode().put("productId", product.id());
        view.put("createdAt", shop.openedAt()).put("modifiedAt", shop.openedAt());
        view.put("defaultVatRate", Integer.toString(product.article().vatRate()));
        view.put("visibility", "visible").put("type", "basic").put("hasSeveralVariants", false);
        view.putNull("externalId").putNull("externalIdType");
        if (includes.contains("primaryVariant") || includes.contains("primaryVariant.prices")) {
            view.set(
                    shop.quirks().get(StarwebQuirks.VARIANT_KEY),
                    Answers.wrapped(variant(product, includes.contains("primaryVariant.prices"))));
        }
        if (includes.contains("languages")) {
            ObjectNode language = json.createObjectNode().put("langCode", "sv");
            language.put("name", product.article().name()).put("shortDescription", "");
            view.set("languages", Answers.wrapped(List.of(language)));
        }
        return view;
    }

    private ObjectNode variant(Product product, boolean prices) {
        ObjectNode variant = json.createObjectNode().put("variantId", product.id());
        variant.put("sku", product.article().sku()).put("isActive", true).put("stockQuantity", 25);
        variant.putArray("attributeValueLinks");
        if (prices) {
            variant.putArray("prices")
                    .addObject()
                    .put("pricelistId", MASTER_LIST)
                    .put("priceExVat", product.article().priceExVat())
                    .putNull("specialPriceExVat");
        }
        return variant;
    }
}
