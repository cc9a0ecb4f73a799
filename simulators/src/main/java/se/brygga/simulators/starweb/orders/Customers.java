package se.brygga.simulators.starweb.orders;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.BodyRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The customers of one shop; guests among them. Guarded by the shop's lock. */
public final class Customers {

    /** What a write may hold. */
    public static final BodyRules BODY = new BodyRules()
            .oneOf(List.of("person", "company"), "type")
            .email(255, "email")
            .text(255, "customInfo1", "customInfo2")
            .text(20, "nationalIdNo", "vatNo", "externalIdType")
            .text(40, "externalId")
            .id("pricelistId")
            .orNull("externalId", "externalIdType", "pricelistId");

    private final JsonMapper json = JsonMapper.builder().build();
    private final NavigableMap<Long, Entry> all = new TreeMap<>();
    private final Supplier<String> now;
    private long next = 100;

    /** @param addresses {@code invoice} and {@code delivery} as they are today; either may be missing */
    public record Entry(ObjectNode customer, boolean guest, ObjectNode addresses) {

        /** A missing node when there is none. */
        public JsonNode address() {
            return addresses.path("invoice");
        }
    }

    /** @param now the time as the shop writes it */
    public Customers(Supplier<String> now) {
        this.now = now;
    }

    /** The customer of an order, found by e-mail or made. */
    public Entry of(JsonNode order) {
        String email = order.path("email").asString("");
        Entry known = byEmail(email);
        if (known != null) {
            return known;
        }
        ObjectNode wish = json.createObjectNode().put("email", email);
        wish.put("type", order.path("company").asBoolean(false) ? "company" : "person");
        wish.put("nationalIdNo", order.path("nationalIdNo").asString(""));
        wish.put("vatNo", order.path("vatNo").asString(""));
        return add(wish, order.path("guest").asBoolean(false), order.path("address"));
    }

    public Entry add(JsonNode wish, boolean guest, JsonNode address) {
        ObjectNode customer = json.createObjectNode().put("customerId", next++);
        customer.put("createdAt", now.get()).put("modifiedAt", now.get());
        customer.put("type", "person").put("email", "").put("nationalIdNo", "").put("vatNo", "");
        customer.putNull("pricelistId").putNull("externalId").putNull("externalIdType");
        BODY.copy(wish, customer);
        ObjectNode addresses = json.createObjectNode();
        if (address.isObject()) {
            addresses.set("invoice", address);
        }
        Entry entry = new Entry(customer, guest, addresses);
        all.put(customer.path("customerId").asLong(), entry);
        return entry;
    }

    /** @param whole whether what is left out becomes empty */
    public void change(long customerId, JsonNode wish, boolean whole) {
        ObjectNode customer = require(customerId).customer();
        if (whole) {
            List.of("nationalIdNo", "vatNo", "customInfo1", "customInfo2").forEach(field -> customer.put(field, ""));
            List.of("pricelistId", "externalId", "externalIdType").forEach(customer::putNull);
        }
        BODY.copy(wish, customer);
        touched(customer);
    }

    /** Something of a customer has changed. */
    public void touched(ObjectNode customer) {
        customer.put("modifiedAt", now.get());
    }

    public boolean has(long customerId) {
        return all.containsKey(customerId);
    }

    /** Orders keep the number of a customer that is gone. */
    public void remove(long customerId) {
        require(customerId);
        all.remove(customerId);
    }

    public Entry require(long customerId) {
        Entry entry = all.get(customerId);
        if (entry == null) {
            throw ApiError.notFound();
        }
        return entry;
    }

    @Nullable
    public Entry byEmail(String email) {
        return all.values().stream()
                .filter(entry -> entry.customer().path("email").asString().equalsIgnoreCase(email))
                .findFirst()
                .orElse(null);
    }

    /** Newest first. */
    public List<Entry> list(boolean withGuests) {
        return all.descendingMap().values().stream()
                .filter(entry -> withGuests || !entry.guest())
                .toList();
    }
}
