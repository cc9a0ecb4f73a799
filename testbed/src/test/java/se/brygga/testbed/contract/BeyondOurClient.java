package se.brygga.testbed.contract;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** One right call of everything that the simulator plays, as other integrations would make it. */
final class BeyondOurClient {

    private static final String ADDRESS = "{'firstName':'Åsa','lastName':'Öberg','address':'Björkvägen 3',"
            + "'postalCode':'413 01','city':'Göteborg','countryCode':'SE'}";
    private static final String ROW =
            "{'sku':'KAJ-003','description':'Paddel','quantity':2,'unitPrice':127.2,'vatRate':25}";

    private final RawClient client;

    BeyondOurClient(RawClient client) {
        this.client = client;
    }

    void callsEverything() throws Exception {
        long order = client.get("/orders?filterQuery=paket&include=items,items.bundledItems,addresses,customer,status,"
                        + "externalServices")
                .path(0)
                .path("orderId")
                .asLong();
        items("/orders/" + order + "/items");
        addresses("/orders/" + order + "/addresses");
        comments("/orders/" + order + "/comments");
        services("/orders/" + order + "/external-services");
        orders(order);
        customers();
        statusesAndHooks();
        settings();
        goods();
    }

    private void orders(long order) throws Exception {
        String path = "/orders/" + order;
        client.get(path + "?include=items.bundledItems,addresses,customer,status,externalServices");
        for (String sort : List.of("customer", "totalAmount", "status", "read", "paymentMethodName", "createdAt")) {
            client.get("/orders?sortBy=" + sort + "&sortOrder=ASC&filterPaymentMethodId=1&filterShippingMethodId=1");
        }
        long status = client.get("/order-statuses").path(1).path("statusId").asLong();
        String silent = "'onOrderStatusChangeSendEmail':false,'onOrderStatusChangeProcessPayment':false";
        client.write("PUT", path, "{'statusId':" + status + "," + silent + ",'internalComment':'Ring'}", 200);
        client.write("PATCH", path, "{'items':[" + ROW + "],'addresses':{'originalInvoice':" + ADDRESS + "}}", 200);
        long made = client.write(
                        "POST",
                        "/orders",
                        "{'originalCustomerEmail':'ny@example.se','currencyCode':'SEK','items':[" + ROW + "]}",
                        201)
                .path("orderId")
                .asLong();
        client.write("DELETE", "/orders/" + made, "", 204);
    }

    private void items(String path) throws Exception {
        client.get(path);
        long item = client.write("POST", path, ROW, 201).path("itemId").asLong();
        client.get(path + "/" + item + "?include=bundledItems");
        client.write("PATCH", path + "/" + item, "{'quantity':3}", 200);
        client.write("PUT", path + "/" + item, ROW, 200);
        client.write("DELETE", path + "/" + item, "", 204);
    }

    private void addresses(String path) throws Exception {
        client.get(path);
        client.write("PUT", path + "/paymentMethodInvoice", ADDRESS, 200);
        client.get(path + "/paymentMethodInvoice");
        client.write("PATCH", path + "/paymentMethodInvoice", "{'city':'Lund'}", 200);
        client.write("DELETE", path + "/paymentMethodInvoice", "", 204);
    }

    private void comments(String path) throws Exception {
        long comment = client.write("POST", path, "{'text':'Hej','from':'admin'}", 201)
                .path("commentId")
                .asLong();
        client.get(path);
        client.get(path + "/" + comment);
        client.write("PATCH", path + "/" + comment, "{'text':'Hej då'}", 200);
        client.write("PUT", path + "/" + comment, "{'text':'Hej','from':'customer'}", 200);
        client.write("DELETE", path + "/" + comment, "", 204);
    }

    private void services(String path) throws Exception {
        client.write("POST", path, "{'serviceName':'Lager','externalIdValue':'1'}", 201);
        client.get(path);
        client.get(path + "/Lager");
        client.write("PATCH", path + "/Lager", "{'externalIdValue':'2'}", 200);
        client.write("PUT", path + "/Lager", "{'serviceName':'Lager','externalIdValue':'3'}", 200);
        client.write("DELETE", path + "/Lager", "", 204);
    }

    private void customers() throws Exception {
        client.get("/customers?includeWithoutAccount=true&sortBy=customerId&sortOrder=ASC&include=addresses");
        String path = "/customers/"
                + client.write("POST", "/customers", "{'email':'ny2@example.se','type':'person'}", 201)
                        .path("customerId")
                        .asLong();
        client.write("PATCH", path, "{'externalId':'42','externalIdType':'Lager','pricelistId':null}", 200);
        client.write("PUT", path, "{'email':'ny3@example.se','type':'company'}", 200);
        client.write("PUT", path + "/addresses/invoice", ADDRESS, 200);
        client.write("PATCH", path + "/addresses/invoice", "{'city':'Lund'}", 200);
        client.get(path + "/addresses");
        client.get(path + "/addresses/invoice");
        client.get(path + "/external-services");
        client.get(path + "?include=addresses");
        client.write("DELETE", path, "", 204);
    }

    private void statusesAndHooks() throws Exception {
        String own = "{'shouldSendEmail':false,'languages':{'data':[{'langCode':'sv','name':'Packas'}]}}";
        String status = "/order-statuses/"
                + client.write("POST", "/order-statuses", own, 201)
                        .path("statusId")
                        .asLong();
        client.get(status);
        client.write("PATCH", status, "{'shouldSendEmail':true}", 200);
        client.write("PUT", status, own, 200);
        client.write("DELETE", status, "", 204);
        String hook = "/web-hooks/"
                + client.write("POST", "/web-hooks", "{'event':'customer-updated','url':'https://lager.example/'}", 201)
                        .path("webHookId")
                        .asLong();
        client.get(hook);
        client.write("PUT", hook, "{'name':'Lager','event':'customer-updated','url':'https://lager.example/'}", 200);
        client.write("DELETE", hook, "", 204);
    }

    private void settings() throws Exception {
        for (String path : List.of(
                "/payment-methods/1",
                "/shipping-methods/1",
                "/shipping-tracking-types",
                "/currencies",
                "/currencies/SEK",
                "/vat-rates",
                "/vat-rates/SE",
                "/product-units",
                "/product-units/1",
                "/products?sortBy=productId&sortOrder=DESC&filterVisible=true&include=primaryVariant.prices,languages",
                "/products/1?include=languages",
                "/products/1/variants?include=prices,attributeValues")) {
            client.get(path);
        }
        for (String path : List.of("/product-stock-statuses", "/stock-locations", "/pricelists")) {
            JsonNode first = client.get(path).path(0);
            client.get(path + "/"
                    + first.path(first.propertyNames().iterator().next()).asLong());
        }
        String list = "{'name':'Danmark','currencyCode':'DKK','isActive':false}";
        String path = "/pricelists/"
                + client.write("POST", "/pricelists", list, 201)
                        .path("pricelistId")
                        .asLong();
        client.write("PATCH", path, list, 200);
        client.write("PUT", path, list, 200);
        client.write("DELETE", path, "", 204);
    }

    private void goods() throws Exception {
        String variant = "/products/1/variants/501";
        client.get(variant + "?include=prices,attributeValues");
        long place =
                client.get("/stock-locations").path(0).path("stockLocationId").asLong();
        long status = client.get("/product-stock-statuses")
                .path(0)
                .path("stockStatusId")
                .asLong();
        String stock = variant + "/stocks/" + place;
        client.write("PUT", stock, "{'stockQuantity':7.5,'stockStatusId':" + status + ",'shelfSpace':'A1'}", 200);
        client.get(stock);
        client.write("DELETE", stock, "", 204);
        long list = client.get("/pricelists").path(0).path("pricelistId").asLong();
        String row = variant + "/prices/" + list;
        client.send("DELETE", row, "");
        String price = "{'pricelistId':" + list + ",'priceExVat':94.3396,'specialPriceExVat':80}";
        client.write("POST", variant + "/prices", price, 201);
        client.write("PUT", row, price, 200);
        client.get(row);
        client.write("POST", row + "/volume", "{'quantity':5,'priceExVat':70}", 201);
        client.write("PUT", row + "/volume/5", "{'quantity':5,'priceExVat':69}", 200);
        client.get(row + "/volume");
        client.get(row + "/volume/5");
    }
}
