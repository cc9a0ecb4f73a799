package se.brygga.starter.api.description;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.refusal.RefusalCode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the words of every enum, and of the codes of refusals, as the API writes them. The library does not know what the API's own
 * serializers write.
 */
class WordSchemas implements ModelConverter {

    private final JsonMapper json;

    WordSchemas(JsonMapper json) {
        this.json = json;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        if (!others.hasNext()) {
            return null;
        }
        if (RefusalCode.class.equals(type.getType())) {
            Schema<@Nullable Object> codes = new Schema<>();
            codes.addType("string");
            codes.setEnum(
                    RefusalCode.all().<@Nullable Object>map(RefusalCode::code).toList());
            return codes;
        }
        @SuppressWarnings("unchecked")
        Schema<@Nullable Object> schema = others.next().resolve(type, context, others);
        JavaType java = Json31.mapper().constructType(type.getType());
        if (schema != null && java != null && java.isEnumType() && schema.getEnum() != null) {
            schema.setEnum(words(java.getRawClass(), schema.getEnum().contains(null)));
        }
        return schema;
    }

    private List<@Nullable Object> words(Class<?> type, boolean orNull) {
        List<@Nullable Object> words = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            words.add(json.valueToTree(constant).asString());
        }
        if (orNull) {
            words.add(null);
        }
        return words;
    }
}
