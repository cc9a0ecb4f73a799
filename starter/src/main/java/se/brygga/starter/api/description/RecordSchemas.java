package se.brygga.starter.api.description;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says which parts of a record may be null. The library reads the annotation on some fields only, and drops it where a
 * part is itself a record. The library also merges two records with one simple name. Such a name is refused.
 */
class RecordSchemas implements ModelConverter {

    private static final String NULL = "null";

    /** The records by their names in the description. */
    private final Map<String, Class<?>> records = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        if (!others.hasNext()) {
            return null;
        }
        Schema<?> schema = others.next().resolve(type, context, others);
        JavaType java = Json31.mapper().constructType(type.getType());
        if (schema != null && java != null && java.getRawClass().isRecord()) {
            requireNameOfItsOwn(schema, java.getRawClass());
            describe(java.getRawClass(), defined(schema, context));
        }
        return schema;
    }

    private void requireNameOfItsOwn(Schema<?> schema, Class<?> type) {
        if (schema.get$ref() == null) {
            return;
        }
        Class<?> named = records.computeIfAbsent(schema.get$ref(), _ -> type);
        if (named != type) {
            throw new IllegalStateException(named + " and " + type + " have one name in the description: rename one");
        }
    }

    private static Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
        if (schema.get$ref() == null) {
            return schema;
        }
        Schema<?> defined = context.getDefinedModels()
                .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
        return defined == null ? schema : defined;
    }

    private static void describe(Class<?> type, Schema<?> schema) {
        if (schema.getProperties() == null) {
            return;
        }
        for (RecordComponent part : type.getRecordComponents()) {
            if (part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                schema.getProperties().computeIfPresent(part.getName(), (_, property) -> orNull(property));
            }
        }
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            return new Schema<>(SpecVersion.V31)
                    .anyOf(List.of(property, new Schema<>(SpecVersion.V31).types(Set.of(NULL))));
        }
        if (property.getTypes() != null) {
            property.addType(NULL);
        }
        if (property.getEnum() != null && !property.getEnum().contains(null)) {
            property.addEnumItemObject(null);
        }
        return property;
    }
}
