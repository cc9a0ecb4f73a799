package se.brygga.clients.starweb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Why;
import se.brygga.clients.shop.ShopCatalogue;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.Written;
import se.brygga.clients.shop.catalogue.NewProduct;
import se.brygga.clients.shop.catalogue.NewVariant;
import se.brygga.clients.shop.catalogue.ProductChange;
import se.brygga.clients.shop.catalogue.ProductText;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.ShopVariant;
import se.brygga.clients.shop.catalogue.VariantChange;
import se.brygga.workflows.Sku;
import tools.jackson.databind.JsonNode;

/** Whole products over Starweb's API (reference sections 3 and 7). */
final class StarwebCatalogue implements ShopCatalogue {

    private static final String PRODUCTS = "/products";
    private static final String PRODUCT = "/products/{id}";
    private static final String LANGUAGES = PRODUCT + "/languages";
    private static final String VARIANTS = PRODUCT + "/variants";
    private static final String CATEGORIES = PRODUCT + "/categories";
    private static final String IMAGES = PRODUCT + "/media-files";

    private static final String PAGE_INCLUDE =
            "primaryVariant,primaryVariant.prices,primaryVariant.attributeValues," + "categories,vatRates,languages";

    private final VariantCalls variants;
    private final JsonCalls calls;
    private final StarwebLists lists;
    private final String externalIdType;

    StarwebCatalogue(VariantCalls variants, StarwebLists lists, String externalIdType) {
        this.variants = variants;
        this.calls = variants.json();
        this.lists = lists;
        this.externalIdType = externalIdType;
    }

    @Override
    public ProductPage products(int page) {
        return products("", page);
    }

    @Override
    public ProductPage productsChangedSince(Instant since, int page) {
        return products("&updatedSince=" + StarwebCalls.queryTime(since), page);
    }

    private ProductPage products(String query, int page) {
        ProductReader reader = new ProductReader(lists.basics());
        JsonNode answer = calls.get(
                PRODUCTS + "?sortBy=productId&sortOrder=ASC&include=" + PAGE_INCLUDE + query + "&page=" + page,
                "GET /products",
                "products");
        List<JsonNode> rows = JsonCalls.rows(answer, "GET /products");
        List<ShopProduct> products = new ArrayList<>();
        List<Long> unreadable = new ArrayList<>();
        for (JsonNode row : rows) {
            try {
                product(reader, row, ProductReader.texts(Json.children(row, "languages")))
                        .ifPresent(products::add);
            } catch (RemoteFailure failure) {
                unreadable.add(idOfUnreadable(row, failure));
            }
        }
        return new ProductPage(products, JsonCalls.isLast(answer, rows.size(), page), unreadable);
    }

    /** Only an answer that cannot be read concerns the one product. Any other failure concerns the whole shop. */
    private static long idOfUnreadable(JsonNode row, RemoteFailure failure) {
        if (failure.why() != Why.UNREADABLE_ANSWER) {
            throw failure;
        }
        return row.path("productId").asLong(0);
    }

    /** @return empty when the product was deleted meanwhile */
    private Optional<ShopProduct> product(ProductReader reader, JsonNode row, List<ProductText> texts) {
        long productId = ProductReader.id(row, "productId");
        Optional<ShopVariant> only = reader.only(row);
        return only.isPresent()
                ? only.map(variant -> reader.product(row, texts, List.of(variant)))
                : variants(reader, productId).map(all -> reader.product(row, texts, all));
    }

    @Override
    public Optional<ShopProduct> product(long productId) {
        ProductReader reader = new ProductReader(lists.basics());
        String path = path(productId);
        String include = "?include=primaryVariant,primaryVariant.prices,mediaFiles,vatRates,categories";
        return VariantCalls.unlessGone(() -> calls.get(path + include, "GET " + PRODUCT, subject(productId)))
                .map(answer -> answer.path("data"))
                .flatMap(row -> texts(productId).flatMap(texts -> product(reader, row, texts)));
    }

    /** Nobody knows how many languages a product's own answer holds (O-5). */
    private Optional<List<ProductText>> texts(long productId) {
        return VariantCalls.unlessGone(
                        () -> calls.list(path(productId) + "/languages", "GET " + LANGUAGES, subject(productId)))
                .map(ProductReader::texts);
    }

    private Optional<List<ShopVariant>> variants(ProductReader reader, long productId) {
        Map<Long, ShopVariant> all = new LinkedHashMap<>();
        for (int page = 1; ; page++) {
            String path =
                    path(productId) + "/variants?include=prices,attributeValues,attributeValues.attribute&page=" + page;
            Optional<JsonNode> answer =
                    VariantCalls.unlessGone(() -> calls.get(path, "GET " + VARIANTS, subject(productId)));
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            List<JsonNode> rows = JsonCalls.rows(answer.get(), "GET " + VARIANTS);
            int before = all.size();
            rows.stream().map(reader::variant).forEach(variant -> all.put(variant.variantId(), variant));
            // A shop that ignores the page number would answer the same for ever.
            if (JsonCalls.isLast(answer.get(), rows.size(), page) || all.size() == before) {
                return Optional.of(List.copyOf(all.values()));
            }
        }
    }

    @Override
    public long create(NewProduct product) {
        String action = "POST " + PRODUCTS;
        Map<String, @Nullable Object> body = CatalogueBodies.product(product, externalIdType, action);
        return calls.create(PRODUCTS, body, action, "product of " + product.externalId(), "productId");
    }

    @Override
    public Written change(long productId, ProductChange change) {
        String action = "PATCH " + PRODUCT;
        return written(VariantCalls.isThere(() -> calls.write(
                "PATCH", path(productId), CatalogueBodies.change(change, action), action, subject(productId))));
    }

    @Override
    public Written setText(long productId, ProductText text) {
        if (text.name() != null) {
            return writeText(productId, text);
        }
        // Each write of a text has to name the product.
        return texts(productId)
                .map(texts -> writeText(productId, withName(text, texts)))
                .orElse(Written.VARIANT_GONE);
    }

    private static ProductText withName(ProductText text, List<ProductText> texts) {
        return texts.stream()
                .filter(now -> now.language().equals(text.language()))
                .findFirst()
                .map(now -> new ProductText(text.language(), now.name(), text.shortText(), text.longText()))
                .orElse(text);
    }

    private Written writeText(long productId, ProductText text) {
        String action = "PATCH " + LANGUAGES + "/{language}";
        Map<String, @Nullable Object> body = CatalogueBodies.text(text, action);
        String path = path(productId) + "/languages";
        return written(VariantCalls.isThere(() -> calls.write(
                        "PATCH", path + "/" + StarwebCalls.encode(text.language()), body, action, subject(productId)))
                || VariantCalls.isThere(
                        () -> calls.write("POST", path, body, "POST " + LANGUAGES, subject(productId))));
    }

    @Override
    public Optional<VariantRef> addVariant(long productId, NewVariant variant) {
        String action = "POST " + VARIANTS;
        Map<String, @Nullable Object> body = CatalogueBodies.variant(variant, action);
        return VariantCalls.unlessGone(() ->
                        calls.create(path(productId) + "/variants", body, action, subject(productId), "variantId"))
                .map(variantId -> new VariantRef(productId, variantId));
    }

    @Override
    public Written changeVariant(VariantRef variant, String sku, VariantChange change) {
        String action = "PATCH " + VariantCalls.VARIANT;
        Map<String, @Nullable Object> body = CatalogueBodies.change(change, action);
        return change.sku() == null ? variants.patch(variant, sku, body) : rename(variant, sku, change.sku(), body);
    }

    /** Looks first, because the answer to the change would show the new SKU only. */
    private Written rename(VariantRef variant, String from, String to, Map<String, @Nullable Object> body) {
        Optional<JsonNode> before = VariantCalls.unlessGone(() ->
                calls.get(VariantCalls.path(variant), "GET " + VariantCalls.VARIANT, VariantCalls.subject(variant)));
        String sku = before.map(answer -> Json.text(answer.path("data"), "sku")).orElse(null);
        if (sku != null && !Sku.same(sku, from) && !Sku.same(sku, to)) {
            return Written.OTHER_SKU;
        }
        return before.isEmpty() ? Written.VARIANT_GONE : variants.patch(variant, to, body);
    }

    @Override
    public Written putInCategory(long productId, long categoryId) {
        String path = path(productId) + "/categories";
        return written(VariantCalls.isThere(
                        () -> calls.get(path + "/" + categoryId, "GET " + CATEGORIES + "/{id}", subject(productId)))
                || VariantCalls.isThere(() -> calls.write(
                        "POST", path, Map.of("categoryId", categoryId), "POST " + CATEGORIES, subject(productId))));
    }

    @Override
    public long upload(String fileName, byte[] content) {
        String action = "POST /media-files";
        return JsonCalls.newId(
                calls.write("POST", "/media-files", Multipart.file(fileName, content, action), action, "picture"),
                action,
                "mediaFileId");
    }

    @Override
    public Optional<Long> file(String fileName) {
        for (int page = 1; ; page++) {
            JsonNode answer = calls.get("/media-files?page=" + page, "GET /media-files", "pictures");
            List<JsonNode> rows = JsonCalls.rows(answer, "GET /media-files");
            Optional<Long> found = rows.stream()
                    .filter(row -> fileName.equals(Json.text(row, "name")))
                    .flatMap(row -> Stream.ofNullable(Json.number(row, "mediaFileId")))
                    .findFirst();
            if (found.isPresent() || JsonCalls.isLast(answer, rows.size(), page)) {
                return found;
            }
        }
    }

    @Override
    public Written addImage(long productId, long mediaFileId) {
        String path = path(productId) + "/media-files";
        Optional<List<JsonNode>> images =
                VariantCalls.unlessGone(() -> calls.list(path, "GET " + IMAGES, subject(productId)));
        if (images.isEmpty()) {
            return Written.VARIANT_GONE;
        }
        boolean shown = images.get().stream().anyMatch(image -> Json.numberOrZero(image, "mediaFileId") == mediaFileId);
        Map<String, @Nullable Object> body =
                Map.of("mediaFileId", mediaFileId, "sortIndex", images.get().size());
        return written(shown
                || VariantCalls.isThere(() -> calls.write("POST", path, body, "POST " + IMAGES, subject(productId))));
    }

    private static Written written(boolean there) {
        return there ? Written.DONE : Written.VARIANT_GONE;
    }

    private static String path(long productId) {
        return PRODUCTS + "/" + productId;
    }

    private static String subject(long productId) {
        return "product " + productId;
    }
}
