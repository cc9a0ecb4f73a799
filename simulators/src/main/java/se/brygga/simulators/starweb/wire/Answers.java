package se.brygga.simulators.starweb.wire;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import se.brygga.simulators.SimResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of answers: wrapped in {@code data}, in pages of 100. */
public final class Answers {

    public static final int PAGE = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Europe/Stockholm"));

    private Answers() {}

    /** A time as Starweb writes it: with an offset, in whole seconds. */
    public static String time(Instant at) {
        return TIME.format(at.truncatedTo(ChronoUnit.SECONDS));
    }

    public static ObjectNode wrapped(JsonNode data) {
        ObjectNode wrapper = JSON.createObjectNode();
        wrapper.set("data", data);
        return wrapper;
    }

    public static ObjectNode wrapped(List<? extends JsonNode> data) {
        ArrayNode array = JSON.createArrayNode();
        data.forEach(array::add);
        return wrapped(array);
    }

    public static SimResponse ok(JsonNode data) {
        return SimResponse.json(200, wrapped(data).toString());
    }

    public static SimResponse ok(List<? extends JsonNode> data) {
        return SimResponse.json(200, wrapped(data).toString());
    }

    public static SimResponse created(JsonNode data) {
        return SimResponse.json(201, wrapped(data).toString());
    }

    /** One page; past the end it is empty, with the right totals. */
    public static <T> SimResponse page(List<T> all, int page, boolean meta, Function<T, ObjectNode> view) {
        List<ObjectNode> rows =
                all.stream().skip((page - 1L) * PAGE).limit(PAGE).map(view).toList();
        ObjectNode answer = wrapped(rows);
        if (meta) {
            answer.putObject("meta")
                    .putObject("pagination")
                    .put("total", all.size())
                    .put("count", rows.size())
                    .put("per_page", PAGE)
                    .put("current_page", page)
                    .put("total_pages", Math.max(1, (all.size() + PAGE - 1) / PAGE));
        }
        return SimResponse.json(200, answer.toString());
    }

    /** A field that was never written reads as null. */
    public static JsonNode orNull(JsonNode value) {
        return value.isMissingNode() ? JSON.getNodeFactory().nullNode() : value;
    }

    /** {@code languages} as most settings have them: one name in Swedish. */
    public static ObjectNode inSwedish(String name) {
        return wrapped(List.of(JSON.createObjectNode().put("langCode", "sv").put("name", name)));
    }
}
