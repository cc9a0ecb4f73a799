package se.brygga.simulators.starweb.stock;

import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.Fields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /products/{p}/variants/{v}/stocks}. */
final class StocksApi {

    private static final BigDecimal MOST = new BigDecimal(100_000_000);

    private final Stocks stocks;
    private final NavigableMap<Long, Stocks.Row> all;
    private final Stocks.Written written;

    /** @param all the variant's rows by location */
    StocksApi(Stocks stocks, NavigableMap<Long, Stocks.Row> all, Stocks.Written written) {
        this.stocks = stocks;
        this.all = all;
        this.written = written;
    }

    SimResponse handle(ApiCall call) {
        if (call.is("GET", 5)) {
            return Answers.ok(rows());
        }
        if (call.segments() != 6) {
            throw call.refused();
        }
        long location = stocks.settings().requireLocation(call.id(5));
        Stocks.Row row = all.get(location);
        return switch (call.method()) {
            case "GET" -> Answers.ok(view(location, existing(row)));
            case "PUT" -> changed(location, row, replacement(call.body()));
            case "PATCH" -> patch(location, existing(row), call.body());
            case "DELETE" -> {
                existing(row);
                all.remove(location);
                written.written(location, row, null);
                yield SimResponse.empty(204);
            }
            default -> throw call.refused();
        };
    }

    private static Stocks.Row existing(Stocks.@Nullable Row row) {
        if (row == null) {
            throw ApiError.notFound();
        }
        return row;
    }

    private Stocks.Row replacement(JsonNode body) {
        BigDecimal quantity = Fields.required(quantity(body), "stockQuantity");
        long status = Fields.required(status(body), "stockStatusId");
        return new Stocks.Row(
                quantity, status, Fields.text(body, "shelfSpace", 255).orElse(""));
    }

    private SimResponse patch(long location, Stocks.Row before, JsonNode body) {
        Optional<BigDecimal> quantity = quantity(body);
        Optional<Long> status = status(body);
        String shelf = Fields.text(body, "shelfSpace", 255).orElse(before.shelfSpace());
        Stocks.Row after = new Stocks.Row(quantity.orElse(before.quantity()), status.orElse(before.statusId()), shelf);
        if (quantity.isPresent() && status.isEmpty()) {
            stocks.set(all, location, after);
            after = stocks.change(all, location, after.quantity());
        }
        return changed(location, before, after);
    }

    private SimResponse changed(long location, Stocks.@Nullable Row before, Stocks.Row after) {
        stocks.set(all, location, after);
        written.written(location, before, after);
        return Answers.ok(view(location, after));
    }

    private static Optional<BigDecimal> quantity(JsonNode body) {
        return Fields.decimal(body, "stockQuantity", MOST.negate(), MOST);
    }

    private Optional<Long> status(JsonNode body) {
        Optional<Long> status = Fields.integer(body, "stockStatusId", 1, Integer.MAX_VALUE);
        status.ifPresent(stocks.settings()::status);
        return status;
    }

    private List<ObjectNode> rows() {
        return stocks.settings().locationIds().stream()
                .filter(all::containsKey)
                .map(location -> view(location, existing(all.get(location))))
                .toList();
    }

    private static ObjectNode view(long location, Stocks.Row row) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("stockLocationId", location)
                .put("stockStatusId", row.statusId())
                .put("stockQuantity", row.quantity())
                .put("shelfSpace", row.shelfSpace());
    }
}
