package se.brygga.clients.starweb;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.ShopPrices.PriceList;
import se.brygga.clients.shop.catalogue.CatalogueLists;
import se.brygga.workflows.attention.Phrase;
import tools.jackson.databind.JsonNode;

/** The lists that products refer to, over Starweb's API (reference sections 7 and 10). */
final class StarwebLists implements CatalogueLists {

    private static final String MANUFACTURERS = "/product-manufacturers";
    private static final String UNITS = "/product-units";
    private static final String CATEGORIES = "/product-categories";
    private static final String ATTRIBUTES = "/product-attributes";

    /** The shop's staff seldom changes what {@link Basics} holds, and every product that is read needs it. */
    private static final Duration BASICS_KEPT = Duration.ofHours(1);

    /**
     * What a product is read by.
     *
     * @param language code of the shop's first language
     * @param country code of the shop's own country; empty when the shop did not say
     * @param masterList id of the master price list; null when the shop has none
     */
    record Basics(String language, String country, @Nullable Long masterList, Instant readAt) {}

    private final JsonCalls calls;
    private final InstantSource time;
    private volatile @Nullable Basics basics;

    StarwebLists(JsonCalls calls, InstantSource time) {
        this.calls = calls;
        this.time = time;
    }

    Basics basics() {
        Basics known = basics;
        if (known != null && time.instant().isBefore(known.readAt().plus(BASICS_KEPT))) {
            return known;
        }
        JsonNode shop = shop();
        Long master = calls.list("/pricelists", "GET /pricelists", "price lists").stream()
                .map(CatalogueReader::priceList)
                .filter(PriceList::master)
                .map(PriceList::priceListId)
                .findFirst()
                .orElse(null);
        Basics read = new Basics(languages(shop).getFirst(), country(shop), master, time.instant());
        basics = read;
        return read;
    }

    private JsonNode shop() {
        return calls.get("/shop", "GET /shop", "shop").path("data");
    }

    @Override
    public List<String> languages() {
        return languages(shop());
    }

    private static List<String> languages(JsonNode shop) {
        Set<String> languages = new LinkedHashSet<>();
        Optional.ofNullable(Json.text(shop, "defaultLangCode")).ifPresent(languages::add);
        Json.children(shop, "activeLangCodes").stream()
                .map(code -> code.asString(""))
                .filter(code -> !code.isBlank())
                .forEach(languages::add);
        if (languages.isEmpty()) {
            throw StarwebAnswers.unreadable("GET /shop", Phrase.FIELD_MISSING.with("defaultLangCode"));
        }
        return List.copyOf(languages);
    }

    private static String country(JsonNode shop) {
        return Optional.ofNullable(Json.text(shop, "shopCountryCode"))
                .or(() -> Optional.ofNullable(Json.text(shop, "defaultCustomerCountryCode")))
                .orElse("");
    }

    @Override
    public BigDecimal usualVatRate() {
        JsonNode shop = shop();
        return Json.decimal(shop, "generalDefaultVatRate").orElseGet(() -> vatRateOf(country(shop)));
    }

    private BigDecimal vatRateOf(String country) {
        String path = "/vat-rates/" + StarwebCalls.encode(country);
        JsonNode rates =
                calls.get(path, "GET /vat-rates/{country}", "VAT rates").path("data");
        return Json.decimal(rates, "defaultVatRate")
                .orElseThrow(() -> StarwebAnswers.unreadable(
                        "GET /vat-rates/{country}", Phrase.FIELD_MISSING.with("defaultVatRate")));
    }

    @Override
    public List<Entry> manufacturers() {
        return entries(calls.list(MANUFACTURERS, "GET " + MANUFACTURERS, "manufacturers"), "manufacturerId");
    }

    @Override
    public List<Entry> units() {
        return entries(calls.list(UNITS, "GET " + UNITS, "units"), "unitId");
    }

    private static List<Entry> entries(List<JsonNode> rows, String idField) {
        return rows.stream()
                .filter(row -> Json.number(row, idField) != null)
                .map(row -> new Entry(Json.numberOrZero(row, idField), ProductReader.names(row)))
                .toList();
    }

    @Override
    public List<Category> categories() {
        Map<Long, Category> found = new LinkedHashMap<>();
        for (int page = 1; ; page++) {
            JsonNode answer =
                    calls.get(CATEGORIES + "?include=languages&page=" + page, "GET " + CATEGORIES, "categories");
            List<JsonNode> rows = JsonCalls.rows(answer, "GET " + CATEGORIES);
            int before = found.size();
            rows.stream()
                    .filter(row -> Json.number(row, "categoryId") != null)
                    .map(row -> new Category(
                            Json.numberOrZero(row, "categoryId"),
                            Json.number(row, "parentId"),
                            ProductReader.names(row)))
                    .forEach(category -> found.put(category.id(), category));
            // A shop that ignores the page number would answer the same for ever.
            if (JsonCalls.isLast(answer, rows.size(), page) || found.size() == before) {
                return parentsFirst(found);
            }
        }
    }

    /** A category whose parent is not there counts as one at the top. So do categories that are their own ancestors. */
    private static List<Category> parentsFirst(Map<Long, Category> categories) {
        Map<Long, Category> sorted = new LinkedHashMap<>();
        List<Category> left = new ArrayList<>(categories.values());
        while (!left.isEmpty()) {
            List<Category> next = left.stream()
                    .filter(category ->
                            !categories.containsKey(category.parentId()) || sorted.containsKey(category.parentId()))
                    .toList();
            List<Category> taken = next.isEmpty() ? List.copyOf(left) : next;
            taken.forEach(category -> sorted.put(category.id(), category));
            left.removeAll(taken);
        }
        return List.copyOf(sorted.values());
    }

    @Override
    public List<Attribute> attributes() {
        return calls.list(ATTRIBUTES, "GET " + ATTRIBUTES, "attributes").stream()
                .filter(row -> Json.number(row, "attributeId") != null)
                .map(this::attribute)
                .toList();
    }

    private Attribute attribute(JsonNode row) {
        long attributeId = Json.numberOrZero(row, "attributeId");
        List<Entry> values = VariantCalls.unlessGone(() -> calls.list(
                        values(attributeId), "GET " + ATTRIBUTES + "/{id}/values", "attribute " + attributeId))
                .map(found -> entries(found, "attributeValueId"))
                .orElse(List.of());
        return new Attribute(attributeId, ProductReader.names(row), values);
    }

    private static String values(long attributeId) {
        return ATTRIBUTES + "/" + attributeId + "/values";
    }

    @Override
    public long createManufacturer(String name) {
        String action = "POST " + MANUFACTURERS;
        Map<String, @Nullable Object> body = CatalogueBodies.named(name, CatalogueBodies.MANUFACTURER, action);
        return calls.create(MANUFACTURERS, body, action, "manufacturers", "manufacturerId");
    }

    @Override
    public long createUnit(String name) {
        String action = "POST " + UNITS;
        return calls.create(UNITS, CatalogueBodies.unit(basics().language(), name, action), action, "units", "unitId");
    }

    @Override
    public long createCategory(String name, @Nullable Long parentId) {
        String action = "POST " + CATEGORIES;
        Map<String, @Nullable Object> body = inFirstLanguage(name, CatalogueBodies.CATEGORY, action);
        body.put("visibility", "visible");
        if (parentId != null) {
            body.put("parentId", parentId);
        }
        return calls.create(CATEGORIES, body, action, "categories", "categoryId");
    }

    @Override
    public long createAttribute(String name) {
        String action = "POST " + ATTRIBUTES;
        Map<String, @Nullable Object> body = inFirstLanguage(name, CatalogueBodies.ATTRIBUTE, action);
        return calls.create(ATTRIBUTES, body, action, "attributes", "attributeId");
    }

    @Override
    public long createAttributeValue(long attributeId, String name) {
        String action = "POST " + ATTRIBUTES + "/{id}/values";
        Map<String, @Nullable Object> body = inFirstLanguage(name, CatalogueBodies.ATTRIBUTE, action);
        return calls.create(values(attributeId), body, action, "attribute " + attributeId, "attributeValueId");
    }

    private Map<String, @Nullable Object> inFirstLanguage(String name, int longest, String action) {
        return CatalogueBodies.named(basics().language(), name, longest, action);
    }
}
