package se.brygga.simulators.starweb.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Fields of a request body. Each is empty when it is absent, and refused with 400 when it is of the wrong kind or null. */
public final class Fields {

    private Fields() {}

    public static Optional<BigDecimal> decimal(JsonNode body, String field, BigDecimal least, BigDecimal most) {
        return present(body, field).map(value -> {
            if (!value.isNumber()
                    || value.decimalValue().compareTo(least) < 0
                    || value.decimalValue().compareTo(most) > 0) {
                throw ApiError.badRequest(field + " must be a number from " + least + " to " + most);
            }
            return value.decimalValue();
        });
    }

    public static Optional<Long> integer(JsonNode body, String field, long least, long most) {
        return present(body, field).map(value -> {
            if (!value.isIntegralNumber()
                    || !value.canConvertToLong()
                    || value.asLong() < least
                    || value.asLong() > most) {
                throw ApiError.badRequest(field + " must be a whole number from " + least + " to " + most);
            }
            return value.asLong();
        });
    }

    public static Optional<Boolean> truth(JsonNode body, String field) {
        return present(body, field).map(value -> {
            if (!value.isBoolean()) {
                throw ApiError.badRequest(field + " must be true or false");
            }
            return value.asBoolean();
        });
    }

    public static Optional<String> text(JsonNode body, String field, int most) {
        return present(body, field).map(value -> {
            if (!value.isString() || value.asString().length() > most) {
                throw ApiError.badRequest(field + " must be text of at most " + most + " characters");
            }
            return value.asString();
        });
    }

    public static Optional<String> oneOf(JsonNode body, String field, List<String> allowed) {
        return present(body, field).map(value -> {
            if (!value.isString() || !allowed.contains(value.asString())) {
                throw ApiError.badRequest(field + " must be one of " + allowed);
            }
            return value.asString();
        });
    }

    /** The two fields of another system's number, which may be null nearly everywhere. */
    public static void externalId(JsonNode body, int longestType) {
        if (!body.path("externalId").isNull()) {
            text(body, "externalId", 40);
        }
        if (!body.path("externalIdType").isNull()) {
            text(body, "externalIdType", longestType);
        }
    }

    public static <T> T required(Optional<T> value, String field) {
        return value.orElseThrow(() -> ApiError.badRequest(field + " is required"));
    }

    private static Optional<JsonNode> present(JsonNode body, String field) {
        return body.has(field) ? Optional.of(body.get(field)) : Optional.empty();
    }
}
