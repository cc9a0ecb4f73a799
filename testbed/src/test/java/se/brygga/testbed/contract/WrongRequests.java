package se.brygga.testbed.contract;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Bodies, queries and ids that no client should send, made from what the contract says of each operation. */
final class WrongRequests {

    /** None of them fits more than one kind of field. */
    private static final List<String> VALUES = List.of(
            "null",
            "{}",
            "[]",
            "[null]",
            "[{}]",
            "true",
            "-1",
            "0.5",
            "1e30",
            "99999999999999999999",
            "\"\"",
            "\"" + "å".repeat(300) + "\"");

    private static final List<String> BODIES = List.of("", "{", "[]", "null", "\"x\"", "1", "{\"data\":{}}", "{}");
    private static final List<String> IDS = List.of("0", "-1", "x", "99999999999999999999", "%C3%A5");
    private static final List<String> QUERIES = List.of("", "x", "0", "-1", "99999999999999999999", "a%20b");

    private final RawClient client;
    private final Contract contract;
    private final Map<String, String> ids = new HashMap<>();

    WrongRequests(RawClient client, Contract contract) throws Exception {
        this.client = client;
        this.contract = contract;
        JsonNode order = client.get("/orders?include=items").path(0);
        ids.put("orderId", order.path("orderId").asString());
        ids.put("customerId", order.path("customerId").asString());
        ids.put(
                "orderItemId",
                order.path("items").path("data").path(0).path("itemId").asString());
        ids.put("commentId", id("/orders/" + ids.get("orderId") + "/comments", "{'text':'Hej'}", "commentId"));
        ids.put(
                "serviceName",
                id("/orders/" + ids.get("orderId") + "/external-services", "{'serviceName':'Lager'}", "serviceName"));
        ids.put(
                "orderStatusId",
                client.get("/order-statuses").path(4).path("statusId").asString());
        ids.put(
                "pricelistId",
                client.get("/pricelists").path(0).path("pricelistId").asString());
        ids.put("webHookId", id("/web-hooks", "{'event':'order-created','url':'http://127.0.0.1:1/'}", "webHookId"));
        ids.put("productId", "1");
        ids.put("variantId", "501");
        ids.put(
                "stockLocationId",
                client.get("/stock-locations").path(0).path("stockLocationId").asString());
        ids.put(
                "stockStatusId",
                client.get("/product-stock-statuses")
                        .path(0)
                        .path("stockStatusId")
                        .asString());
        ids.put("langCode", "sv");
        ids.put("countryCode", "NO");
        ids.put("unitId", "1");
        for (String list : List.of("manufacturer", "attribute", "metaDataType")) {
            String path = "/product-" + list.replace("metaDataType", "meta-data-type") + "s";
            ids.put(list + "Id", client.get(path).path(0).path(list + "Id").asString());
        }
        ids.put("attributeValueId", "301");
        ids.put("bundledProductId", "2");
        ids.put(
                "categoryId",
                client.get("/product-categories").path(0).path("categoryId").asString());
        ids.put("mediaFileId", "1");
        ids.put("quantity", "5");
        ids.put("addressType", "originalInvoice");
    }

    private String id(String path, String body, String field) throws Exception {
        return client.write("POST", path, body, 201).path(field).asString();
    }

    /** Sends all of them; the answers that are neither a success nor a refusal, with the request. */
    List<String> answersThatAreNone(Set<String> operations) throws Exception {
        List<String> odd = new ArrayList<>();
        for (Contract.Operation operation : contract.operations()
                .filter(one -> operations.contains(one.method() + " " + one.template()))
                .toList()) {
            wrongIds(operation, odd);
            wrongQueries(operation, odd);
            JsonNode body = contract.body(operation);
            if (!body.isMissingNode()) {
                wrongBodies(operation, body, odd);
            }
        }
        return odd;
    }

    private void wrongIds(Contract.Operation operation, List<String> odd) throws Exception {
        for (String name : ids.keySet()) {
            for (String id : operation.template().contains("{" + name + "}") ? IDS : List.<String>of()) {
                send(operation.method(), path(operation.template().replace("{" + name + "}", id)), "{}", odd);
            }
        }
    }

    private void wrongQueries(Contract.Operation operation, List<String> odd) throws Exception {
        for (JsonNode parameter : operation.parameters()) {
            for (String value : parameter.path("in").asString().equals("query") ? QUERIES : List.<String>of()) {
                String query = "?" + parameter.path("name").asString() + "=" + value;
                send(operation.method(), path(operation.template()) + query, "", odd);
            }
        }
    }

    private void wrongBodies(Contract.Operation operation, JsonNode schema, List<String> odd) throws Exception {
        String path = path(operation.template());
        for (String body : BODIES) {
            send(operation.method(), path, body, odd);
        }
        List<JsonNode> shapes = new ArrayList<>(List.of(schema));
        schema.path("anyOf").forEach(shapes::add);
        for (JsonNode shape : shapes) {
            for (String field : shape.path("properties").propertyNames()) {
                for (String value : VALUES) {
                    send(operation.method(), path, "{\"" + field + "\":" + value + "}", odd);
                }
            }
        }
    }

    private String path(String template) {
        String path = template.startsWith("/customers") ? template.replace("{addressType}", "invoice") : template;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        return path;
    }

    private void send(String method, String path, String body, List<String> odd) throws Exception {
        HttpResponse<String> answer = client.send(method, path, body);
        if (answer.statusCode() >= 500) {
            String start = body.substring(0, Math.min(60, body.length()));
            odd.add(method + " " + path + " " + start + ": " + answer.statusCode() + " " + answer.body());
        }
    }
}
