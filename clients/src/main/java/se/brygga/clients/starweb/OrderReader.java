package se.brygga.clients.starweb;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.OrderMarks.OrderState;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;
import tools.jackson.databind.JsonNode;

/** Reads one order from Starweb's JSON. What every order has is required; everything else may be missing. */
final class OrderReader {

    private static final int LAST_YEAR = 9999;
    private static final int MOST_DECIMALS = 6;
    static final int LONGEST_SKU = 500;

    private OrderReader() {}

    /**
     * One order.
     *
     * @throws se.brygga.clients.remote.RemoteFailure OUR_FAULT with the name of the field that is missing
     */
    static ShopOrder read(JsonNode order, String action) {
        Long id = Json.number(order, "orderId");
        if (id == null) {
            throw StarwebAnswers.unreadable(action, Phrase.FIELD_MISSING.with("orderId"));
        }
        String where = action + ", order " + id;
        return new ShopOrder(
                id,
                time(order, "createdAt", where),
                Json.text(order, "modifiedAt") == null ? null : time(order, "modifiedAt", where),
                Json.flag(order, "isComplete", false),
                status(order),
                customer(order),
                payment(order),
                shipping(order),
                required(Json.text(order, "currencyCode"), "currencyCode", where),
                precision(order, where),
                Json.decimal(order, "currencyExchangeRate")
                        .filter(rate -> rate.signum() > 0)
                        .orElse(null),
                required(Json.decimal(order, "amountToPay").orElse(null), "amountToPay", where),
                Json.text(order, "langCode"),
                Json.text(order, "discountCode"),
                Json.text(order, "shopCountryCode"),
                Json.text(order, "externalId"),
                Json.text(order, "externalIdType"),
                items(order, "items"),
                addresses(Json.child(order, "addresses")),
                remarks(order));
    }

    /**
     * The state of one order.
     *
     * @throws se.brygga.clients.remote.RemoteFailure OUR_FAULT for an order without a status, because nothing could be
     *     compared
     */
    static OrderState state(JsonNode order, String where) {
        ShopOrder.Status status = status(order);
        if (status.statusId() == 0) {
            throw StarwebAnswers.unreadable(where, Phrase.FIELD_MISSING.with("statusId"));
        }
        Long trackerType = Json.number(order, "shippingTrackerType");
        return new OrderState(
                status.statusId(),
                status.idCode(),
                status.names(),
                Json.text(order, "paymentStatus"),
                trackerType == null ? null : trackerType.intValue(),
                Json.text(order, "shippingTrackingNo"));
    }

    private static ShopOrder.Status status(JsonNode order) {
        JsonNode status = Json.child(order, "status");
        Long id = Optional.ofNullable(Json.number(order, "statusId")).orElse(Json.number(status, "statusId"));
        return new ShopOrder.Status(id == null ? 0 : id, Json.text(status, "idCode"), names(status));
    }

    /** The names in all languages of something that has {@code languages}, or else its own name. */
    static List<String> names(JsonNode node) {
        List<String> names = Json.children(node, "languages").stream()
                .map(language -> language.path("name").asString(""))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
        String own = Json.text(node, "name");
        return names.isEmpty() && own != null ? List.of(own) : names;
    }

    private static ShopOrder.@Nullable Customer customer(JsonNode order) {
        JsonNode card = Json.child(order, "customer");
        String email = first(Json.text(order, "originalCustomerEmail"), Json.text(card, "email"));
        String nationalId = first(Json.text(order, "originalCustomerNationalIdNo"), Json.text(card, "nationalIdNo"));
        String vatNo = first(Json.text(order, "originalCustomerVatNo"), Json.text(card, "vatNo"));
        Long id = Optional.ofNullable(Json.number(order, "customerId")).orElse(Json.number(card, "customerId"));
        return card.isMissingNode() && email == null && id == null
                ? null
                : new ShopOrder.Customer(id, "company".equals(Json.text(card, "type")), email, nationalId, vatNo);
    }

    private static ShopOrder.Payment payment(JsonNode order) {
        return new ShopOrder.Payment(
                Json.number(order, "paymentMethodId"),
                Json.text(order, "paymentMethodIdCode"),
                Json.text(order, "paymentMethodExternalId"),
                Json.text(order, "paymentMethodName"),
                Json.decimalOrZero(order, "paymentFee"),
                Json.decimalOrZero(order, "paymentVatRate"),
                Json.text(order, "paymentReference"),
                Json.text(order, "paymentStatus"));
    }

    private static ShopOrder.Shipping shipping(JsonNode order) {
        return new ShopOrder.Shipping(
                Json.number(order, "shippingMethodId"),
                Json.text(order, "shippingMethodExternalId"),
                Json.text(order, "shippingMethodName"),
                Json.decimalOrZero(order, "shippingCost"),
                Json.decimalOrZero(order, "shippingVatRate"));
    }

    private static List<ShopOrder.Item> items(JsonNode parent, String field) {
        return Json.children(parent, field).stream().map(OrderReader::item).toList();
    }

    private static ShopOrder.Item item(JsonNode item) {
        Long id = Json.number(item, "itemId");
        Optional<BigDecimal> quantity = Json.decimal(item, "quantity");
        String sku = sku(item);
        if (quantity.isEmpty() && sku != null) {
            // Without this check goods that cost nothing could be left out, and no total would show it.
            throw StarwebAnswers.unreadable("an order's row", Detail.value("quantity is missing or is no number"));
        }
        return new ShopOrder.Item(
                id == null ? 0 : id,
                sku,
                Json.text(item, "description"),
                quantity.orElse(BigDecimal.ZERO),
                Json.decimalOrZero(item, "unitPrice"),
                Json.decimalOrZero(item, "vatRate"),
                Json.decimalOrZero(item, "discount"),
                "amount".equals(Json.text(item, "discountType"))
                        ? ShopOrder.DiscountType.AMOUNT
                        : ShopOrder.DiscountType.PERCENT,
                items(item, "bundledItems"));
    }

    private static ShopOrder.Addresses addresses(JsonNode addresses) {
        return new ShopOrder.Addresses(
                address(addresses, "originalInvoice"),
                address(addresses, "originalDelivery"),
                address(addresses, "customerInvoice"),
                address(addresses, "customerDelivery"),
                address(addresses, "paymentMethodInvoice"),
                address(addresses, "paymentMethodDelivery"));
    }

    private static ShopOrder.@Nullable Address address(JsonNode addresses, String key) {
        JsonNode a = Json.child(addresses, key);
        if (a.isMissingNode() || a.isEmpty()) {
            return null;
        }
        return new ShopOrder.Address(
                Json.text(a, "companyName"),
                Json.text(a, "firstName"),
                Json.text(a, "lastName"),
                Json.text(a, "careOf"),
                Json.text(a, "attention"),
                Json.text(a, "reference"),
                Json.text(a, "address"),
                Json.text(a, "postalCode"),
                Json.text(a, "city"),
                Json.text(a, "state"),
                Json.text(a, "countryCode"),
                Json.text(a, "phoneNo"),
                Json.text(a, "mobilePhoneNo"));
    }

    private static ShopOrder.Remarks remarks(JsonNode order) {
        List<String> customInfo = Stream.of("customInfo1", "customInfo2", "customInfo3", "customInfo4")
                .flatMap(field -> Stream.ofNullable(Json.text(order, field)))
                .toList();
        return new ShopOrder.Remarks(
                order.path("hasComments").asBoolean(false), Json.text(order, "internalComment"), customInfo, List.of());
    }

    private static Instant time(JsonNode node, String field, String where) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(node.path(field).asString(""));
            if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
                throw StarwebAnswers.unreadable(where, Phrase.NO_TIME.with(field));
            }
            return time.toInstant();
        } catch (DateTimeException e) {
            throw StarwebAnswers.unreadable(where, Phrase.NO_TIME.with(field));
        }
    }

    private static int precision(JsonNode order, String where) {
        int decimals = order.path("currencyPrecision").asInt(2);
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw StarwebAnswers.unreadable(where, Phrase.PRECISION.with("currencyPrecision", MOST_DECIMALS));
        }
        return decimals;
    }

    /** Specter's article numbers are shorter, and no index holds much longer ones. */
    private static @Nullable String sku(JsonNode item) {
        String sku = Json.text(item, "sku");
        if (sku != null && sku.length() > LONGEST_SKU) {
            throw StarwebAnswers.unreadable("sku", Phrase.LONG_SKU.with(sku.length()));
        }
        return sku;
    }

    private static <T> T required(@Nullable T value, String field, String where) {
        if (value == null) {
            throw StarwebAnswers.unreadable(where, Phrase.FIELD_MISSING.with(field));
        }
        return value;
    }

    private static @Nullable String first(@Nullable String a, @Nullable String b) {
        return a != null ? a : b;
    }
}
