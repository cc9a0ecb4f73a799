package se.brygga.testbed.privacy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import io.temporal.api.common.v1.Payload;
import java.util.List;

/**
 * The texts in Temporal's messages: all strings, and payloads, which are JSON. Numbers, and bytes that are no payload, are the
 * server's own ids, times and tokens: any short name stands in enough of them by chance.
 */
final class Messages {

    private Messages() {}

    /** The texts, a line each. */
    static String texts(Message message) {
        StringBuilder texts = new StringBuilder();
        collect(message, texts);
        return texts.toString();
    }

    private static void collect(Message message, StringBuilder texts) {
        if (message instanceof Payload payload) {
            line(payload.getData(), texts);
        }
        message.getAllFields().forEach((field, value) -> {
            List<?> values = field.isRepeated() ? (List<?>) value : List.of(value);
            values.forEach(one -> collect(field, one, texts));
        });
        collect(message.getUnknownFields(), texts);
    }

    private static void collect(FieldDescriptor field, Object value, StringBuilder texts) {
        switch (field.getJavaType()) {
            case MESSAGE -> collect((Message) value, texts);
            case STRING -> texts.append(value).append('\n');
            default -> {}
        }
    }

    /** A server newer than our SDK sends fields that have no name here: a text among them may be nested or not. */
    private static void collect(UnknownFieldSet unknown, StringBuilder texts) {
        unknown.asMap()
                .values()
                .forEach(field -> field.getLengthDelimitedList().forEach(bytes -> {
                    if (Encodings.isText(bytes.toByteArray())) {
                        line(bytes, texts);
                    }
                    try {
                        collect(UnknownFieldSet.parseFrom(bytes), texts);
                    } catch (InvalidProtocolBufferException noMessage) {
                        // Then it is a text, or bytes.
                    }
                }));
    }

    private static void line(ByteString bytes, StringBuilder texts) {
        texts.append(Encodings.text(bytes.toByteArray())).append('\n');
    }
}
