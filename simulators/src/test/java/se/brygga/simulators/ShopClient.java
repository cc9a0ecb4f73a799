package se.brygga.simulators;

import java.nio.charset.StandardCharsets;
import java.util.List;
import se.brygga.simulators.starweb.StarwebSimulator;
import tools.jackson.databind.JsonNode;

/** A client of one simulated shop over plain HTTP. */
final class ShopClient {

    private final Browser browser = new Browser();
    private final StarwebSimulator starweb;
    private final String shop;
    private final String token;

    ShopClient(StarwebSimulator starweb, String shop) throws Exception {
        this.starweb = starweb;
        this.shop = shop;
        this.token = browser.send(
                        "POST",
                        starweb.apiBase(shop) + "/token",
                        "grant_type=client_credentials&client_id=sim." + shop + "&client_secret=secret-" + shop,
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .json()
                .path("access_token")
                .asString();
    }

    Browser.Answer call(String method, String path, String body) throws Exception {
        return browser.send(method, starweb.apiBase(shop) + path, body, "Authorization", "Bearer " + token);
    }

    /** The status of a call. */
    int status(String method, String path, String body) throws Exception {
        return call(method, path, body).status();
    }

    /** A call whose body has single quotes. */
    Browser.Answer send(String method, String path, String body) throws Exception {
        return call(method, path, body.replace('\'', '"'));
    }

    /** Creates something; what the answer holds. */
    JsonNode created(String path, String body) throws Exception {
        Browser.Answer answer = send("POST", path, body);
        if (answer.status() != 201) {
            throw new AssertionError("POST " + path + ": " + answer);
        }
        return answer.json().path("data");
    }

    /** Uploads a file as browsers do. */
    Browser.Answer upload(String name, byte[] content) throws Exception {
        String body = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1) + "\"\r\n\r\n"
                + new String(content, StandardCharsets.ISO_8859_1) + "\r\n--part--\r\n";
        return browser.send(
                "POST",
                starweb.apiBase(shop) + "/media-files",
                body,
                StandardCharsets.ISO_8859_1,
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "multipart/form-data; boundary=part");
    }

    /** Creates a product; its path. */
    String product(String body) throws Exception {
        return "/products/" + created("/products", body).path("productId").asLong();
    }

    /** What a read holds. */
    JsonNode data(String path) throws Exception {
        return call("GET", path, "").json().path("data");
    }

    /** A call of the control API. */
    Browser.Answer control(String method, String path, String body) throws Exception {
        return browser.send(method, starweb.uri() + "/__sim/" + path, body);
    }

    /** Path of a variant, found by looking through all products. */
    String variant(String sku) throws Exception {
        for (JsonNode product : data("/products")) {
            String variants = "/products/" + product.path("productId").asLong() + "/variants";
            for (JsonNode variant : data(variants)) {
                if (variant.path("sku").asString().equals(sku)) {
                    return variants + "/" + variant.path("variantId").asLong();
                }
            }
        }
        throw new AssertionError("no variant " + sku);
    }

    /** The ids of a list whose field has a value. */
    List<Long> ids(String path, String idField, String field, String value) throws Exception {
        return data(path)
                .valueStream()
                .filter(row -> row.path(field).asString("").equals(value))
                .map(row -> row.path(idField).asLong())
                .toList();
    }

    long orderStatus(String code) throws Exception {
        return ids("/order-statuses", "statusId", "idCode", code).getFirst();
    }
}
