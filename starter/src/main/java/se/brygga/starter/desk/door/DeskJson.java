package se.brygga.starter.desk.door;

import java.util.function.Function;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * The JSON of the desk's views. Orders, shops and constants are the words that people type. Times are ISO 8601 in UTC,
 * durations ISO 8601, amounts decimals.
 */
public final class DeskJson {

    private static final JsonMapper MAPPER = spoken(JsonMapper.builder()).build();

    private DeskJson() {}

    /** Teaches a mapper this JSON. An unknown property is refused, because it is mistyped. */
    public static JsonMapper.Builder spoken(JsonMapper.Builder mapper) {
        return mapper.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(new SimpleModule("desk")
                        .addSerializer(OrderRef.class, new ToStringSerializer(OrderRef.class))
                        .addDeserializer(OrderRef.class, new Typed<>(OrderRef.class, OrderRef::parse))
                        .addSerializer(ShopRef.class, new ToStringSerializer(ShopRef.class))
                        .addDeserializer(ShopRef.class, new Typed<>(ShopRef.class, ShopRef::parse))
                        .addSerializer(Feed.class, new FeedSerializer()));
    }

    /** The view as people read it: a line for each value. */
    public static String text(Object view) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(view);
    }

    /** The inverse of {@link #text}. */
    public static <V> V read(String text, Class<V> view) {
        return MAPPER.readValue(text, view);
    }

    /** Writes a feed as people type it. */
    private static final class FeedSerializer extends StdSerializer<Feed> {

        private FeedSerializer() {
            super(Feed.class);
        }

        @Override
        public void serialize(Feed feed, JsonGenerator json, SerializationContext context) {
            json.writeString(feed.key());
        }
    }

    /** Reads a value that people type. */
    private static final class Typed<T> extends StdDeserializer<T> {

        private final Class<T> type;
        private final transient Function<String, T> parse;

        private Typed(Class<T> type, Function<String, T> parse) {
            super(type);
            this.type = type;
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            String text = json.getValueAsString("");
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException malformed) {
                throw context.weirdStringException(text, type, malformed.getMessage());
            }
        }
    }
}
