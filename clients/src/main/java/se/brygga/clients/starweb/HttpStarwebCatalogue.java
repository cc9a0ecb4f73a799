package se.brygga.clients.starweb;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Why;
import se.brygga.clients.remote.Urgency;
import se.brygga.clients.starweb.catalogue.PriceList;
import se.brygga.clients.starweb.catalogue.PriceRow;
import se.brygga.clients.starweb.catalogue.SpecialPrice;
import se.brygga.clients.starweb.catalogue.StarwebCatalogue;
import se.brygga.clients.starweb.catalogue.StockLocation;
import se.brygga.clients.starweb.catalogue.StockRow;
import se.brygga.clients.starweb.catalogue.StockStatus;
import se.brygga.clients.starweb.catalogue.Tier;
import se.brygga.clients.starweb.catalogue.Variant;
import se.brygga.clients.starweb.catalogue.VariantPage;
import se.brygga.clients.starweb.catalogue.VariantRef;
import se.brygga.clients.starweb.catalogue.Written;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Phrase;
import tools.jackson.databind.JsonNode;

/** The API's paths and bodies, as far as variants, stock and prices go: one method for each, and the few rules between. */
final class HttpStarwebCatalogue implements StarwebCatalogue {

    private static final String VARIANT = "/products/{id}/variants/{id}";
    private static final String STOCK = VARIANT + "/stocks/{id}";
    private static final String PRICE = VARIANT + "/prices/{id}";
    private static final String TIER = PRICE + "/volume/{quantity}";

    /** What a shop takes as a SKU (reference section 7.1). */
    private static final Pattern SKU = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private static final int PRICE_DECIMALS = 4;

    private final JsonCalls calls;

    HttpStarwebCatalogue(StarwebCalls calls) {
        this.calls = new JsonCalls(calls, Urgency.LATER);
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
        return productPage(calls.get(path, "GET /products", "products"), page);
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
            Optional<JsonNode> answer =
                    unlessGone(() -> calls.get(path, "GET /products/{id}/variants", "product " + productId));
            if (answer.isEmpty()) {
                return List.of();
            }
            List<JsonNode> rows = JsonCalls.rows(answer.get(), "GET /products/{id}/variants");
            int before = variants.size();
            for (JsonNode row : rows) {
                CatalogueReader.variant(productId, row).ifPresent(variant -> variants.put(variant.ref(), variant));
            }
            // A shop that takes no notice of the page would answer the same for ever.
            if (JsonCalls.isLast(answer.get(), rows.size(), page) || variants.size() == before) {
                return List.copyOf(variants.values());
            }
        }
    }

    @Override
    public Optional<Variant> variant(VariantRef variant) {
        return unlessGone(() -> calls.get(path(variant), "GET " + VARIANT, subject(variant)))
                .flatMap(answer -> CatalogueReader.variant(variant.productId(), answer.path("data")));
    }

    @Override
    public Optional<Variant> findBySku(String sku) {
        if (!SKU.matcher(sku).matches()) {
            return Optional.empty();
        }
        String path =
                "/products?filterSku=" + StarwebCalls.encode(sku) + "&include=primaryVariant,primaryVariant.prices";
        List<VariantPage.Product> products =
                productPage(calls.get(path, "GET /products", "SKU " + sku), 1).products();
        List<Variant> found = products.stream()
                .flatMap(product -> Stream.ofNullable(product.primary()))
                .filter(variant -> variant.sku().equals(Sku.key(sku)))
                .toList();
        if (found.isEmpty() && products.size() == 1 && products.getFirst().hasSeveralVariants()) {
            // The shop may have looked at all variants, but shows the primary one only.
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
    public List<StockLocation> stockLocations() {
        return calls.list("/stock-locations", "GET /stock-locations", "stock locations").stream()
                .map(CatalogueReader::stockLocation)
                .toList();
    }

    @Override
    public List<StockStatus> stockStatuses() {
        return calls.list("/product-stock-statuses", "GET /product-stock-statuses", "stock statuses").stream()
                .map(CatalogueReader::stockStatus)
                .toList();
    }

    @Override
    public Optional<List<StockRow>> stocks(VariantRef variant) {
        String action = "GET " + VARIANT + "/stocks";
        return unlessGone(() -> calls.list(path(variant) + "/stocks", action, subject(variant)))
                .map(rows -> rows.stream().map(CatalogueReader::stockRow).toList());
    }

    @Override
    public Written putStock(
            VariantRef variant, long stockLocationId, BigDecimal quantity, @Nullable Long statusId, long statusIfNew) {
        String path = path(variant) + "/stocks/" + stockLocationId;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("stockQuantity", plain(quantity));
        if (statusId != null) {
            body.put("stockStatusId", statusId);
        }
        if (isThere(() -> calls.write("PATCH", path, body, "PATCH " + STOCK, subject(variant)))) {
            return Written.DONE;
        }
        body.putIfAbsent("stockStatusId", statusIfNew);
        return isThere(() -> calls.write("PUT", path, body, "PUT " + STOCK, subject(variant)))
                ? Written.DONE
                : goneUnlessThere(variant, "PUT " + STOCK, Why.STOCK_LOCATION_GONE, Phrase.STOCK_LOCATION_GONE);
    }

    @Override
    public Written setVariantStock(VariantRef variant, String sku, int quantity, @Nullable Long statusId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("stockQuantity", quantity);
        if (statusId != null) {
            body.put("stockStatusId", statusId);
        }
        return patch(variant, sku, body);
    }

    @Override
    public Written setVisibility(VariantRef variant, String sku, Variant.Visibility visibility) {
        return patch(variant, sku, Map.of("isActive", visibility == Variant.Visibility.VISIBLE));
    }

    private Written patch(VariantRef variant, String sku, Map<String, Object> body) {
        return unlessGone(() -> calls.write("PATCH", path(variant), body, "PATCH " + VARIANT, subject(variant)))
                .map(answer -> hasOtherSku(answer.path("data"), sku) ? Written.OTHER_SKU : Written.DONE)
                .orElse(Written.VARIANT_GONE);
    }

    private static boolean hasOtherSku(JsonNode variant, String sku) {
        String now = Json.text(variant, "sku");
        return now != null && !Sku.same(now, sku);
    }

    @Override
    public List<PriceList> priceLists() {
        return calls.list("/pricelists", "GET /pricelists", "price lists").stream()
                .map(CatalogueReader::priceList)
                .toList();
    }

    @Override
    public Optional<List<PriceRow>> prices(VariantRef variant) {
        String action = "GET " + VARIANT + "/prices";
        return unlessGone(() -> calls.list(path(variant) + "/prices", action, subject(variant)))
                .map(CatalogueReader::priceRows);
    }

    @Override
    public Written putPrice(VariantRef variant, long priceListId, BigDecimal priceExVat, SpecialPrice special) {
        String path = path(variant) + "/prices";
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("pricelistId", priceListId);
        body.put("priceExVat", price(priceExVat));
        switch (special) {
            case SpecialPrice.At(BigDecimal offer) -> body.put("specialPriceExVat", price(offer));
            case SpecialPrice.None() -> body.put("specialPriceExVat", null);
            case SpecialPrice.Untouched() -> {}
        }
        return isThere(() -> calls.write("PATCH", path + "/" + priceListId, body, "PATCH " + PRICE, subject(variant)))
                        // A list that the shop does not have is refused in the body; only the variant is left in the
                        // path.
                        || isThere(
                                () -> calls.write("POST", path, body, "POST " + VARIANT + "/prices", subject(variant)))
                ? Written.DONE
                : Written.VARIANT_GONE;
    }

    @Override
    public void deletePrice(VariantRef variant, long priceListId) {
        calls.delete(path(variant) + "/prices/" + priceListId, "DELETE " + PRICE, subject(variant));
    }

    @Override
    public List<Tier> tiers(VariantRef variant, long priceListId) {
        String action = "GET " + PRICE + "/volume";
        return unlessGone(() -> calls.list(volume(variant, priceListId), action, subject(variant)))
                .map(rows -> rows.stream().map(CatalogueReader::tier).toList())
                .orElse(List.of());
    }

    @Override
    public Written putTier(VariantRef variant, long priceListId, Tier tier) {
        String path = volume(variant, priceListId);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("quantity", tier.quantity());
        body.put("priceExVat", price(tier.priceExVat()));
        String create = "POST " + PRICE + "/volume";
        return isThere(() -> calls.write(
                                "PATCH", path + "/" + tier.quantity(), body, "PATCH " + TIER, subject(variant)))
                        || isThere(() -> calls.write("POST", path, body, create, subject(variant)))
                ? Written.DONE
                : goneUnlessThere(variant, create, Why.PRICE_ROW_GONE, Phrase.PRICE_ROW_GONE);
    }

    @Override
    public void deleteTier(VariantRef variant, long priceListId, int quantity) {
        calls.delete(volume(variant, priceListId) + "/" + quantity, "DELETE " + TIER, subject(variant));
    }

    /** Something in a path is gone. If it is not the variant, a person must know, and no map of SKUs can be mended. */
    private Written goneUnlessThere(VariantRef variant, String action, Why otherwise, Phrase told) {
        if (isThere(() -> calls.get(path(variant), "GET " + VARIANT, subject(variant)))) {
            throw StarwebAnswers.gone(action, otherwise, told);
        }
        return Written.VARIANT_GONE;
    }

    private static boolean isThere(Supplier<JsonNode> call) {
        return unlessGone(call).isPresent();
    }

    private static <T> Optional<T> unlessGone(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (RemoteFailure failure) {
            if (JsonCalls.isNotFound(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static String path(VariantRef variant) {
        return "/products/" + variant.productId() + "/variants/" + variant.variantId();
    }

    private static String volume(VariantRef variant, long priceListId) {
        return path(variant) + "/prices/" + priceListId + "/volume";
    }

    private static String subject(VariantRef variant) {
        return "variant " + variant;
    }

    /** Four decimals, as far as anybody knows that the shop keeps them (O-29). */
    private static BigDecimal price(BigDecimal exVat) {
        return exVat.setScale(PRICE_DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal plain(BigDecimal quantity) {
        BigDecimal shortest = quantity.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
