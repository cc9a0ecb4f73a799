package se.brygga.simulators.starweb.orders;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Who a shop's shoppers are, by everything that they ever wrote, on deleted orders too. Tests look for these texts
 * where they must not appear. Guarded by the shop's lock.
 */
public final class Shoppers {

    private static final List<String> OF_ORDER = List.of("email", "nationalIdNo", "vatNo", "customInfo1");
    private static final List<String> OF_ADDRESS = List.of(
            "firstName",
            "lastName",
            "companyName",
            "careOf",
            "attention",
            "reference",
            "address",
            "phoneNo",
            "mobilePhoneNo");

    /** @param field Starweb's name of what it is */
    public record Detail(String field, String value) {}

    private final Set<Detail> details = new LinkedHashSet<>();

    /** @param wish an order in the form of the control API */
    public void note(JsonNode wish) {
        note(wish, OF_ORDER);
        List.of("address", "deliveryAddress", "paymentAddress").forEach(name -> note(wish.path(name), OF_ADDRESS));
    }

    private void note(JsonNode node, List<String> fields) {
        for (String field : fields) {
            String value = node.path(field).asString("");
            if (!value.isBlank()) {
                details.add(new Detail(field, value));
            }
        }
    }

    public List<Detail> list() {
        return List.copyOf(details);
    }
}
