package se.brygga.testbed.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One right call of everything that the simulator plays of products and of the lists that they refer to. */
final class CatalogueCalls {

    private static final byte[] PICTURE = "\u0089PNG picture".getBytes(StandardCharsets.ISO_8859_1);

    private final RawClient client;

    CatalogueCalls(RawClient client) {
        this.client = client;
    }

    void callsEverything() throws Exception {
        long manufacturer = list("/product-manufacturers", "manufacturerId", "{'name':'%s','url':null}");
        long unit = list("/product-units", "unitId", named("'langCode':'sv','name':'%s','symbol':'ask'"));
        long category = list("/product-categories", "categoryId", named("'langCode':'sv','name':'%s'"));
        client.get(
                "/product-categories?include=languages&filterVisible=true&parent=" + category + "&externalId=1&page=1");
        client.get("/product-categories/" + category + "?include=languages");
        long attribute = list("/product-attributes", "attributeId", named("'langCode':'sv','name':'%s'"));
        String values = "/product-attributes/" + attribute + "/values";
        long red = list(values, "attributeValueId", named("'langCode':'sv','name':'Röd %s'"));
        long blue = list(values, "attributeValueId", named("'langCode':'sv','name':'Blå %s'"));
        long meta = list(
                "/product-meta-data-types", "metaDataTypeId", "{'languages':{'data':[{'langCode':'sv','name':'%s'}]}}");
        long file = files();
        String product = product(manufacturer, unit, category, meta, file, red);
        variants(product, red, blue);
        parts(product, category, meta, file);
        client.write("DELETE", product, "", 204);
    }

    private static String named(String language) {
        return "{'externalId':'7','externalIdType':'Lager','languages':[{" + language + "}]}";
    }

    /** Reads, adds to, changes and deletes from a list; what is left is an entry of its own. */
    private long list(String path, String idField, String body) throws Exception {
        client.get(path);
        long gone = client.write("POST", path, body.formatted("A"), 201)
                .path(idField)
                .asLong();
        client.get(path + "/" + gone);
        client.write("PUT", path + "/" + gone, body.formatted("B"), 200);
        client.write("PATCH", path + "/" + gone, body.formatted("C"), 200);
        client.write("DELETE", path + "/" + gone, "", 204);
        return client.write("POST", path, body.formatted("D"), 201)
                .path(idField)
                .asLong();
    }

    private long files() throws Exception {
        long gone = uploaded("POST", "/media-files");
        uploaded("PUT", "/media-files/" + gone);
        uploaded("PATCH", "/media-files/" + gone);
        client.get("/media-files?page=1");
        client.get("/media-files/" + gone);
        client.write("DELETE", "/media-files/" + gone, "", 204);
        return uploaded("POST", "/media-files");
    }

    private long uploaded(String method, String path) throws Exception {
        JsonNode answer = JsonMapper.shared()
                .readTree(client.upload(method, path, "röd.png", PICTURE).body());
        return answer.path("data").path("mediaFileId").asLong();
    }

    private String product(long manufacturer, long unit, long category, long meta, long file, long red)
            throws Exception {
        String fields = "'externalId':'10023','externalIdType':'Lager','type':'bundle','visibility':'hidden',"
                + "'manufacturerId':" + manufacturer + ",'unitId':" + unit + ",'defaultVatRate':'25',"
                + "'moreInfoUrl':'https://tillverkare.example/','sortIndex':3,'accounting':3001,"
                + "'isBackInStockWatchable':false,'languages':[{'langCode':'sv','name':'Tröja',"
                + "'shortDescription':'Varm','longDescription':'<b>Varm</b>','permalink':'troja','pageTitle':'Tröja',"
                + "'pageMetaDescription':'Tröja'}],'vatRates':[{'countryCode':'DE','vatRate':19}],"
                + "'categories':[{'categoryId':" + category + ",'sortIndex':1}],"
                + "'mediaFiles':[{'mediaFileId':" + file + ",'sortIndex':4}],"
                + "'metaData':[{'metaDataTypeId':" + meta + ",'languages':[{'langCode':'sv','value':'Ull'}]}],"
                + "'bundledProducts':[{'bundledProductId':1,'variantSku':'KAJ-001','quantity':2}]";
        String variant = "{'sku':'TROJA-R','attributeValueLinks':[" + red + "],'ean':'735','weightInKg':0.4,"
                + "'costPrice':'80.50','stockQuantity':12,'imageFileId':" + file + "}";
        String path = "/products/"
                + client.write("POST", "/products", "{" + fields + ",'variants':[" + variant + "]}", 201)
                        .path("productId")
                        .asLong();
        client.write("PUT", path, "{" + fields + "}", 200);
        client.write("PATCH", path, "{'visibility':'visible','languages':[{'langCode':'no','name':'Genser'}]}", 200);
        client.get("/products?filterSku=TROJA-R&include=primaryVariant.attributeValues,mediaFiles,languages,vatRates,"
                + "categories,unit,metaData,bundledProducts,bundledProducts.prices");
        client.get(path + "?include=primaryVariant.prices,mediaFiles,languages,vatRates,categories,unit,metaData,"
                + "bundledProducts.prices");
        long axis = client.get(path + "/attributes").path(0).path("attributeId").asLong();
        client.get(path + "/attributes/" + axis);
        return path;
    }

    private void variants(String product, long red, long blue) throws Exception {
        String path = product + "/variants";
        long variant = client.write("POST", path, "{'sku':'TROJA-B','attributeValueLinks':[" + blue + "]}", 201)
                .path("variantId")
                .asLong();
        client.write("PUT", path + "/" + variant, "{'sku':'TROJA-C','attributeValueLinks':[" + blue + "]}", 200);
        client.get(path + "?include=prices,attributeValues&page=1");
        client.write("DELETE", path + "/" + variant, "", 204);
        client.get("/product-attributes/"
                + client.get(product + "/attributes")
                        .path(0)
                        .path("attributeId")
                        .asLong() + "/values/" + red);
    }

    private void parts(String product, long category, long meta, long file) throws Exception {
        List<List<String>> parts = List.of(
                List.of("languages", "sv", "'langCode':'sv','name':'Kofta'"),
                List.of("categories", Long.toString(category), "'categoryId':" + category + ",'sortIndex':2"),
                List.of("vat-rates", "DE", "'countryCode':'DE','vatRate':7"),
                List.of("media-files", Long.toString(file), "'mediaFileId':" + file + ",'sortIndex':2"),
                List.of("meta-data", Long.toString(meta), "'metaDataTypeId':" + meta + ",'sortIndex':2"),
                List.of("bundled-products", "1", "'bundledProductId':1,'quantity':3"));
        for (List<String> part : parts) {
            String list = product + "/" + part.get(0);
            String one = list + "/" + part.get(1);
            String body = "{" + part.get(2) + "}";
            client.get(list);
            client.get(one);
            client.write("PUT", one, body, 200);
            client.write("PATCH", one, body, 200);
            client.write("DELETE", one, "", 204);
            client.write("POST", list, body, 201);
        }
    }
}
