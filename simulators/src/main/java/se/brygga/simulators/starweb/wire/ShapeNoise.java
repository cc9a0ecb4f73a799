package se.brygga.simulators.starweb.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.SimResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shape noise (S-22): the same content in shapes that PHP is known for. Children lose their wrapper or get one. Numbers
 * come as strings, empty texts as null, empty objects as {@code []}. Unknown fields are added. A quirk of its own loses
 * content: children are missing, and anything but an id is null.
 */
public final class ShapeNoise {

    private static final Set<String> CHILDREN = Set.of(
            "items",
            "bundledItems",
            "addresses",
            "status",
            "customer",
            "externalServices",
            "languages",
            "primaryVariant",
            "prices",
            "attributeValues",
            "attributes",
            "categories",
            "vatRates",
            "mediaFiles",
            "metaData",
            "bundledProducts",
            "unit");

    /** A field in so many is lost where content is lost. */
    private static final int LOST_OF = 12;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Quirks quirks;
    private final Random random;

    /** @param random decides on answers and fields */
    public ShapeNoise(Quirks quirks, Random random) {
        this.quirks = quirks;
        this.random = random;
    }

    public SimResponse over(SimResponse answer) {
        boolean shapes = drawn(StarwebQuirk.NOISE);
        boolean loss = drawn(StarwebQuirk.LOSS);
        boolean isJson = answer.headers().getOrDefault("Content-Type", "").startsWith("application/json");
        if (!isJson || (!shapes && !loss)) {
            return answer;
        }
        JsonNode body = json.readTree(new String(answer.body(), StandardCharsets.UTF_8));
        if (loss) {
            lose(body.path("data"));
        }
        if (shapes) {
            disturb(body);
        }
        return SimResponse.json(answer.status(), body.toString());
    }

    /** No draw where nothing is to be drawn: the shop's other random choices stay as they are. */
    private boolean drawn(StarwebQuirk quirk) {
        int percent = quirks.number(quirk);
        return percent > 0 && random.nextInt(100) < percent;
    }

    private void lose(JsonNode node) {
        for (JsonNode element : node) {
            lose(element);
        }
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                boolean lost = random.nextInt(LOST_OF) == 0 && !field.getKey().endsWith("Id");
                if (lost && CHILDREN.contains(field.getKey())) {
                    object.remove(field.getKey());
                } else if (lost && !field.getKey().equals("data")) {
                    object.putNull(field.getKey());
                }
            }
        }
    }

    private void disturb(JsonNode node) {
        if (node instanceof ArrayNode array) {
            array.forEach(this::disturb);
        }
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                disturb(field.getValue());
                object.set(field.getKey(), shape(field.getKey(), field.getValue()));
            }
            object.put("somethingNew", "2.99");
        }
    }

    private JsonNode shape(String name, JsonNode value) {
        boolean other = random.nextBoolean();
        if (CHILDREN.contains(name) && value.has("data") && other) {
            return value.get("data");
        }
        if (CHILDREN.contains(name) && value.isArray() && other) {
            return json.createObjectNode().set("data", value);
        }
        if (value.isNumber() && other && !name.endsWith("Id") && !name.contains("page")) {
            return json.getNodeFactory().stringNode(value.asString());
        }
        if (value.isString() && value.asString().isEmpty()) {
            return json.getNodeFactory().nullNode();
        }
        return value.isObject() && value.isEmpty() ? json.createArrayNode() : value;
    }
}
