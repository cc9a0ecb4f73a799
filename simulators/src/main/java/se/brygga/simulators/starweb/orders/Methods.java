package se.brygga.simulators.starweb.orders;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Payment and shipping methods and carriers, the same in each seeded shop. */
public final class Methods {

    /** @param idCode shown for payment methods only; shipping methods have none on the wire */
    public record Method(long id, String idCode, String name, String externalId, boolean clickAndCollect) {}

    public static final List<Method> PAYMENT = List.of(
            new Method(1, "klarna", "Klarna", "", false),
            new Method(2, "card", "Kort", "", false),
            new Method(3, "invoice", "Faktura", "", false),
            new Method(4, "swish", "Swish", "", false),
            new Method(5, "gammal", "Postförskott", "", false));

    public static final List<Method> SHIPPING = List.of(
            new Method(1, "postnord", "PostNord", "", false),
            new Method(2, "dhl", "DHL", "", false),
            new Method(3, "butik", "Hämta i butik", "", true));

    public static final List<String> CARRIERS = List.of("PostNord", "DHL", "DB Schenker", "Bring", "Budbee");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Methods() {}

    /** Whether a paid order's money is only reserved, to be taken by a status; other methods are plain (S-6). */
    public static boolean reserves(long paymentMethodId) {
        return PAYMENT.stream()
                .anyMatch(method -> method.id() == paymentMethodId
                        && Set.of("klarna", "card").contains(method.idCode()));
    }

    /**
     * The method that a body names; empty when it names none.
     *
     * @throws ApiError 400 when there is no such method
     */
    public static Optional<Method> referenced(JsonNode body, String field, List<Method> known) {
        return body.has(field)
                ? Optional.of(known.stream()
                        .filter(method -> method.id() == body.path(field).asLong())
                        .findFirst()
                        .orElseThrow(() -> ApiError.badRequest("unknown " + field)))
                : Optional.empty();
    }

    public static List<ObjectNode> payment() {
        return PAYMENT.stream()
                .map(method -> common(method, "paymentMethodId").put("idCode", method.idCode()))
                .toList();
    }

    public static List<ObjectNode> shipping() {
        return SHIPPING.stream()
                .map(method -> common(method, "shippingMethodId"))
                .toList();
    }

    public static List<ObjectNode> carriers() {
        List<ObjectNode> list = new java.util.ArrayList<>();
        CARRIERS.forEach(name ->
                list.add(JSON.createObjectNode().put("type", list.size() + 1).put("name", name)));
        return list;
    }

    private static ObjectNode common(Method method, String idField) {
        ObjectNode node = JSON.createObjectNode().put(idField, method.id()).put("active", true);
        node.put("validForCountries", "all").put("isClickAndCollect", method.clickAndCollect());
        node.put("externalId", method.externalId());
        node.set("languages", Answers.inSwedish(method.name()));
        return node;
    }
}
