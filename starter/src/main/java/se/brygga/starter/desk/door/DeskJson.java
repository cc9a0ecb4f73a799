package se.brygga.starter.desk.door;

import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * The JSON of the desk's views. Orders, shops and constants are the words that people type; times are ISO 8601 in UTC, durations
 * ISO 8601, amounts decimals.
 */
public final class DeskJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addModule(new SimpleModule("desk")
                    .addSerializer(OrderRef.class, new ToStringSerializer(OrderRef.class))
                    .addSerializer(ShopRef.class, new ToStringSerializer(ShopRef.class))
                    .addSerializer(Feed.class, new FeedSerializer()))
            .build();

    private DeskJson() {}

    /** The view as people read it: a line for each value. */
    public static String text(Object view) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(view);
    }

    /** A feed as people type it. */
    private static final class FeedSerializer extends StdSerializer<Feed> {

        private FeedSerializer() {
            super(Feed.class);
        }

        @Override
        public void serialize(Feed feed, JsonGenerator json, SerializationContext context) {
            json.writeString(feed.key());
        }
    }
}
