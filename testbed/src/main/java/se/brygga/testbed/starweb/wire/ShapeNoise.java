package se.brygga.testbed.starweb.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import se.brygga.testbed.sim.Quirks;
import se.brygga.testbed.sim.SimResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shape noise (S-22): the same content in shapes that PHP is known for. Children lose their wrapper or get one, numbers
 * come as strings, empty texts as null, empty objects as {@code []}, and there are fields nobody has heard of.
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
            "prices");

    private final JsonMapper json = JsonMapper.builder().build();
    private final Quirks quirks;
    private final Random random;

    /** @param random decides on answers and fields */
    public ShapeNoise(Quirks quirks, Random random) {
        this.quirks = quirks;
        this.random = random;
    }

    public SimResponse over(SimResponse answer) {
        int percent = quirks.number(StarwebQuirks.NOISE);
        if (percent == 0 || answer.body().length == 0 || random.nextInt(100) >= percent) {
            return answer;
        }
        JsonNode body = json.readTree(new String(answer.body(), StandardCharsets.UTF_8));
        disturb(body);
        return SimResponse.json(answer.status(), body.toString());
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
        if (value.isNumber() && other && !name.endsWith("Id") && !name.contains("page")) {
            return json.getNodeFactory().stringNode(value.asString());
        }
        if (value.isString() && value.asString().isEmpty()) {
            return json.getNodeFactory().nullNode();
        }
        return value.isObject() && value.isEmpty() ? json.createArrayNode() : value;
    }
}
