package se.brygga.simulators.starweb.prices;

import java.util.List;
import java.util.Optional;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.Fields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /pricelists}: which fields a write needs depends on the kind of list, a PATCH included. */
final class PriceListsApi {

    private static final List<String> REGIONS = List.of("all", "EU", "non-EU", "selected");

    private final PriceLists lists;

    PriceListsApi(PriceLists lists) {
        this.lists = lists;
    }

    SimResponse handle(ApiCall call) {
        if (call.is("GET", 1)) {
            return Answers.ok(lists.all().stream().map(PriceListsApi::view).toList());
        }
        if (call.is("POST", 1)) {
            return create(call.body());
        }
        if (call.segments() != 2) {
            throw call.refused();
        }
        SimPriceList list = lists.require(call.id(1));
        return switch (call.method()) {
            case "GET" -> Answers.ok(view(list));
            case "PATCH", "PUT" -> {
                write(list, call.body());
                yield Answers.ok(view(list));
            }
            case "DELETE" -> {
                if (list.kind == SimPriceList.Kind.MASTER) {
                    throw ApiError.forbidden("the master price list cannot be deleted");
                }
                lists.remove(list);
                yield SimResponse.empty(204);
            }
            default -> throw call.refused();
        };
    }

    private SimResponse create(JsonNode body) {
        boolean customer = body.has("parentPricelistId");
        SimPriceList.Kind kind = customer ? SimPriceList.Kind.CUSTOMER : SimPriceList.Kind.COUNTRY;
        check(kind, body);
        String currency = lists.master().currency;
        SimPriceList list = lists.add(kind, "", currency, false, lists.master().id);
        write(list, body);
        return Answers.created(view(list));
    }

    private void check(SimPriceList.Kind kind, JsonNode body) {
        if (kind != SimPriceList.Kind.MASTER) {
            String name = Fields.required(Fields.text(body, "name", 30), "name");
            if (name.isBlank()) {
                throw ApiError.badRequest("name is required");
            }
            Fields.truth(body, "isActive");
        }
        if (kind == SimPriceList.Kind.CUSTOMER) {
            lists.referenced(Fields.required(
                    Fields.integer(body, "parentPricelistId", 1, Integer.MAX_VALUE), "parentPricelistId"));
        } else {
            String currency = Fields.required(Fields.text(body, "currencyCode", 3), "currencyCode");
            if (!currency.matches("[A-Z]{3}")) {
                throw ApiError.badRequest("currencyCode must be three letters");
            }
            Fields.oneOf(body, "region", REGIONS);
            if (!Fields.text(body, "countryCodes", 255).orElse("SE").matches("[A-Za-z]{2}(,[A-Za-z]{2})*")) {
                throw ApiError.badRequest("countryCodes must be one text like SE,DK");
            }
        }
        Fields.externalId(body, 20);
    }

    private void write(SimPriceList list, JsonNode body) {
        check(list.kind, body);
        if (list.kind != SimPriceList.Kind.MASTER) {
            list.name = body.path("name").asString();
        }
        if (list.kind == SimPriceList.Kind.CUSTOMER) {
            list.parent = body.path("parentPricelistId").asLong();
        } else {
            list.currency = body.path("currencyCode").asString();
            list.region = body.path("region").asString(list.region);
            list.countryCodes = body.path("countryCodes").asString(list.countryCodes);
        }
        if (body.has("externalId")) {
            list.externalId = body.get("externalId");
        }
        if (body.has("externalIdType")) {
            list.externalIdType = body.get("externalIdType");
        }
        Optional<Boolean> active = Fields.truth(body, "isActive");
        if (list.kind != SimPriceList.Kind.MASTER && active.isPresent()) {
            if (active.get()) {
                lists.activate(list);
            } else {
                list.active = false;
            }
        }
    }

    private static ObjectNode view(SimPriceList list) {
        ObjectNode view = JsonMapper.shared().createObjectNode().put("pricelistId", list.id);
        view.set("externalId", Answers.orNull(list.externalId));
        view.set("externalIdType", Answers.orNull(list.externalIdType));
        view.put("name", list.name).put("isMaster", list.kind == SimPriceList.Kind.MASTER);
        view.put("isActive", list.active).put("region", list.region);
        var countries = view.putArray("countryCodes");
        if (list.region.equals("selected")) {
            List.of(list.countryCodes.split(",")).forEach(countries::add);
        }
        view.put("currencyCode", list.currency);
        view.put("parentPricelistId", list.kind == SimPriceList.Kind.CUSTOMER ? list.parent : null);
        view.put("isCustomerPricelist", list.kind == SimPriceList.Kind.CUSTOMER);
        return view.put("isCountryPricelist", list.kind == SimPriceList.Kind.COUNTRY);
    }
}
