package se.brygga.simulators.starweb.catalogue;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Article;
import se.brygga.simulators.starweb.goods.SimProductLog;
import se.brygga.simulators.starweb.lists.SimListKind;
import se.brygga.simulators.starweb.prices.SimPriceRow;
import se.brygga.simulators.starweb.samples.SimSamples;
import se.brygga.simulators.starweb.samples.SimSamples.Dirt;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a shop owner does to products by hand, and what the client has written to them. */
public final class SimProducts {

    private final Catalogue catalogue;
    private final ProductsApi api;
    private final List<Article> articles;
    private final CatalogueView view;
    private final VariantWrites writes;

    /** @param articles what shoppers choose from, kept in step */
    SimProducts(Catalogue catalogue, ProductsApi api, List<Article> articles) {
        this.catalogue = catalogue;
        this.api = api;
        this.articles = articles;
        this.view = new CatalogueView(catalogue);
        this.writes = new VariantWrites(catalogue);
    }

    /** The writes through the API to products and to the lists that they refer to. */
    public SimProductLog writes() {
        return catalogue.productWrites();
    }

    /** What is there twice under one name or with one content, which no product needs. For people. */
    public List<String> doubles() {
        Map<String, Long> names = catalogue.products().stream()
                .map(product -> "PRODUCT " + product.content.name())
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        names.values().removeIf(count -> count == 1);
        return Stream.concat(names.keySet().stream(), catalogue.references().doubles().stream())
                .toList();
    }

    public int count() {
        return catalogue.products().size();
    }

    public int countVariants() {
        return catalogue.countVariants();
    }

    /** Products as people look at them, from a number on, in the order of their ids. */
    public List<ObjectNode> list(int from, int most) {
        return catalogue.products().stream()
                .skip(from)
                .limit(most)
                .map(view::forPeople)
                .toList();
    }

    /** The product to which a SKU belongs, as people look at it. */
    public ObjectNode product(String sku) {
        return view.forPeople(catalogue.require(sku).product);
    }

    /**
     * The shop owner adds a product by hand. Manufacturer, unit, category, attributes and values are given by name, and
     * made when they are missing.
     */
    public ObjectNode add(JsonNode wish) {
        Product product = api.create(body(wish));
        catalogue.add(product);
        for (int i = 0; i < product.variants.size(); i++) {
            price(product.variants.get(i), wish.path("variants").path(i));
        }
        catalogue.watcher().created(product.id);
        return view.forPeople(product);
    }

    /**
     * Fills the shop with an assortment.
     *
     * @param dirtyPercent how many of a hundred products are odd
     * @return how many products have which dirt
     */
    public Map<Dirt, Integer> fill(long seed, int products, int variants, int dirtyPercent) {
        Set<Dirt> without = EnumSet.noneOf(Dirt.class);
        if (catalogue.quirks().is(StarwebQuirk.SKU_CASE, "false")) {
            without.add(Dirt.SKU_IN_OTHER_CASE);
        }
        if (catalogue.quirks().is(StarwebQuirk.NESTED_BUNDLES, "refused")) {
            without.add(Dirt.BUNDLE_OF_BUNDLES);
        }
        Map<Dirt, Integer> dirt = new EnumMap<>(Dirt.class);
        for (SimSamples.Sample sample : SimSamples.of(seed, products, variants, dirtyPercent, without)) {
            add(sample.wish());
            sample.dirt().forEach(kind -> dirt.merge(kind, 1, Integer::sum));
        }
        return dirt;
    }

    /** Removes all products; the lists that they referred to stay. */
    public void removeAll() {
        List.copyOf(catalogue.products()).forEach(product -> removeProduct(product.variants.getFirst().sku));
    }

    /** The shop owner changes a product; what is left out stays. Fields as in {@link #add}. */
    public ObjectNode change(String sku, JsonNode wish) {
        Product product = catalogue.require(sku).product;
        product.content = catalogue.contents().patched(product.content, fields(wish, product.content.name()));
        catalogue.modified(product);
        catalogue.watcher().updated(product.id);
        return view.forPeople(product);
    }

    /** The shop owner changes a variant: {@code ean}, {@code weight}, {@code active}. */
    public void changeVariant(String sku, JsonNode wish) {
        SimVariant variant = catalogue.require(sku);
        VariantWrites.describe(variant, VariantWrites.BODY.check(variantFields(wish)));
        catalogue.touched(variant);
        catalogue.watcher().updated(variant.product.id);
    }

    /** The shop owner adds a variant to the product of another SKU. */
    public void addVariant(String sku, JsonNode wish) {
        Product product = catalogue.require(sku).product;
        SimVariant first = product.variants.getFirst();
        if (first.links().isEmpty()) {
            ArrayNode links = first.written.putArray("attributeValueLinks");
            wish.path("values").propertyNames().forEach(attribute -> links.add(value(attribute, "Standard")));
        }
        SimVariant variant = writes.draft(product, variantBody(wish), true);
        catalogue.add(variant);
        price(variant, wish);
        catalogue.touched(variant);
        catalogue.watcher().updated(product.id);
    }

    private ObjectNode body(JsonNode wish) {
        ObjectNode body = fields(wish, "");
        ArrayNode variants = body.putArray("variants");
        wish.path("variants").forEach(variant -> variants.add(variantBody(variant)));
        if (wish.has("parts")) {
            body.put("type", "bundle");
            ArrayNode parts = body.putArray("bundledProducts");
            wish.path("parts")
                    .properties()
                    .forEach(part -> parts.addObject()
                            .put("bundledProductId", catalogue.require(part.getKey()).product.id)
                            .put("variantSku", part.getKey())
                            .put("quantity", part.getValue().asInt()));
        }
        return body;
    }

    /** The fields of a body in the API's words. */
    private ObjectNode fields(JsonNode wish, String name) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        copy(wish, "vatRate", body, "defaultVatRate");
        copy(wish, "externalId", body, "externalId");
        if (wish.has("visible")) {
            body.put("visibility", wish.path("visible").asBoolean(true) ? "visible" : "hidden");
        }
        if (wish.has("manufacturer")) {
            body.put(
                    "manufacturerId",
                    entry(SimListKind.MANUFACTURER, wish.path("manufacturer").asString(), null));
        }
        if (wish.has("unit")) {
            body.put("unitId", entry(SimListKind.UNIT, wish.path("unit").asString(), null));
        }
        if (wish.has("category")) {
            long category = entry(SimListKind.CATEGORY, wish.path("category").asString(), null);
            body.putArray("categories").addObject().put("categoryId", category);
        }
        if (wish.has("name") || wish.has("shortText") || wish.has("longText")) {
            String language = wish.path("language").asString("sv");
            ObjectNode text = body.putArray("languages").addObject().put("langCode", language);
            text.put("name", wish.path("name").asString(name));
            copy(wish, "shortText", text, "shortDescription");
            copy(wish, "longText", text, "longDescription");
        }
        if (wish.has("pictures")) {
            ArrayNode pictures = body.putArray("mediaFiles");
            wish.path("pictures").forEach(colour -> pictures.addObject().put("mediaFileId", picture(colour.asInt())));
        }
        return body;
    }

    /** Far apart colours for numbers that are near. */
    private long picture(int number) {
        return catalogue.references().addFile("bild-" + number + ".png", SimSamples.picture(number * 0x3779B1));
    }

    private static void copy(JsonNode from, String name, ObjectNode to, String as) {
        if (from.has(name)) {
            to.set(as, from.get(name));
        }
    }

    private long entry(SimListKind kind, String name, @Nullable Long parent) {
        return catalogue.references().named(kind, name).stream()
                .filter(id -> parent == null || catalogue.references().attributeOf(id) == parent)
                .findFirst()
                .orElseGet(() -> catalogue.references().add(kind, name, parent));
    }

    private long value(String attribute, String name) {
        return entry(SimListKind.ATTRIBUTE_VALUE, name, entry(SimListKind.ATTRIBUTE, attribute, null));
    }

    private ObjectNode variantBody(JsonNode wish) {
        ObjectNode body = variantFields(wish);
        copy(wish, "sku", body, "sku");
        copy(wish, "stock", body, "stockQuantity");
        ArrayNode links = body.putArray("attributeValueLinks");
        wish.path("values")
                .properties()
                .forEach(value ->
                        links.add(value(value.getKey(), value.getValue().asString())));
        return body;
    }

    private static ObjectNode variantFields(JsonNode wish) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        copy(wish, "ean", body, "ean");
        copy(wish, "weight", body, "weightInKg");
        copy(wish, "active", body, "isActive");
        return body;
    }

    private void price(SimVariant variant, JsonNode wish) {
        if (wish.path("price").isNumber()) {
            BigDecimal price = catalogue.lists().kept(wish.path("price").decimalValue());
            variant.prices.put(catalogue.lists().master().id, new SimPriceRow(price));
        }
        if (wish.path("bare").asBoolean(false)) {
            // Older than the rule that each of several variants has values.
            variant.written.putArray("attributeValueLinks");
        }
    }

    /** An article gets another number, while orders keep the old one. */
    public void rename(String sku, String newSku) {
        SimVariant variant = catalogue.require(sku);
        catalogue.rename(variant, newSku);
        catalogue.touched(variant);
        catalogue.watcher().updated(variant.product.id);
        articles.replaceAll(article -> article.sku().equals(sku) ? article.renamed(newSku) : article);
    }

    /** Removes one variant; its product stays, unless it was the last one. */
    public void removeVariant(String sku) {
        SimVariant variant = catalogue.require(sku);
        catalogue.remove(variant);
        if (variant.product.variants.isEmpty()) {
            catalogue.watcher().removed(variant.product.id);
        } else {
            catalogue.watcher().updated(variant.product.id);
        }
        articles.removeIf(article -> catalogue.find(article.sku()).isEmpty());
    }

    /** Removes the whole product to which a SKU belongs. */
    public void removeProduct(String sku) {
        Product product = catalogue.require(sku).product;
        catalogue.remove(product);
        catalogue.watcher().removed(product.id);
        articles.removeIf(article -> catalogue.find(article.sku()).isEmpty());
    }

    /** As {@link #removeProduct}, after the next list of products was read (S-23). */
    public void removeProductAfterNextList(String sku) {
        catalogue.require(sku);
        api.afterNextList(() -> removeProduct(sku));
    }

    /** Adds products {@code LOAD-00001} and on, after those that are there. */
    public void addNumbered(int count) {
        for (int i = 0; i < count; i++) {
            CatalogueSeed.numbered(catalogue, ++catalogue.numbered);
        }
    }
}
