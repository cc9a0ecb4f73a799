package se.brygga.simulators.starweb.orders;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What can only be read: methods, carriers, currencies and VAT rates. */
public final class ShopSettings {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ShopSettings() {}

    /**
     * @param name the resource
     * @param idField by which one of them is found; empty for a list only
     */
    private record Setting(String name, String idField, List<ObjectNode> all) {}

    /** Empty when it is none of these. */
    public static Optional<SimResponse> handle(ApiCall call) {
        return all().stream()
                .filter(setting -> setting.name().equals(call.segment(0)))
                .findFirst()
                .map(setting -> answer(call, setting));
    }

    private static SimResponse answer(ApiCall call, Setting setting) {
        if (call.is("GET", 1)) {
            return Answers.ok(setting.all());
        }
        if (call.is("GET", 2) && !setting.idField().isEmpty()) {
            return Answers.ok(setting.all().stream()
                    .filter(one -> one.path(setting.idField()).asString().equalsIgnoreCase(call.segment(1)))
                    .findFirst()
                    .orElseThrow(ApiError::notFound));
        }
        throw call.refused();
    }

    private static List<Setting> all() {
        return List.of(
                new Setting("payment-methods", "paymentMethodId", Methods.payment()),
                new Setting("shipping-methods", "shippingMethodId", Methods.shipping()),
                new Setting("shipping-tracking-types", "", Methods.carriers()),
                new Setting(
                        "currencies",
                        "code",
                        List.of(currency("SEK", "1"), currency("NOK", "0.97"), currency("EUR", "0.087"))),
                new Setting("vat-rates", "countryCode", List.of(vat("SE", 25), vat("NO", 25), vat("DE", 19))));
    }

    private static ObjectNode currency(String code, String rate) {
        return JSON.createObjectNode()
                .put("code", code)
                .put("exchangeRate", new BigDecimal(rate))
                .put("precision", 2);
    }

    private static ObjectNode vat(String country, int rate) {
        return JSON.createObjectNode().put("countryCode", country).put("defaultVatRate", rate);
    }
}
