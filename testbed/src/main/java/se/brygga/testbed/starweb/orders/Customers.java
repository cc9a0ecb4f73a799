package se.brygga.testbed.starweb.orders;

import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.brygga.testbed.starweb.wire.ApiError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The customers of one shop; guests among them. Guarded by the shop's lock. */
public final class Customers {

    private static final Set<String> WRITABLE = Set.of(
            "type",
            "email",
            "nationalIdNo",
            "vatNo",
            "customInfo1",
            "customInfo2",
            "pricelistId",
            "externalId",
            "externalIdType");

    private final JsonMapper json = JsonMapper.builder().build();
    private final NavigableMap<Long, Entry> all = new TreeMap<>();
    private final Supplier<String> now;
    private long next = 100;

    /** @param address the customer's address of today */
    public record Entry(ObjectNode customer, boolean guest, JsonNode address) {}

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
        copy(wish, customer);
        Entry entry = new Entry(customer, guest, address);
        all.put(customer.path("customerId").asLong(), entry);
        return entry;
    }

    public void change(long customerId, JsonNode wish) {
        ObjectNode customer = require(customerId).customer();
        copy(wish, customer);
        customer.put("modifiedAt", now.get());
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

    private static void copy(JsonNode from, ObjectNode to) {
        WRITABLE.stream().filter(from::has).forEach(field -> to.set(field, from.get(field)));
    }
}
