package se.brygga.starter.api;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.view.Word;
import tools.jackson.databind.JsonNode;

/** The API's description, and what does not fit it. */
final class Description {

    /** What an answer leaves out where it is empty. */
    private static final Set<String> LEFT_OUT = Set.of("parts");

    private final JsonNode api;

    private final List<String> objections = new ArrayList<>();

    /** A type and its schema that were compared: a refusal has parts that are refusals. */
    private final Set<List<Object>> compared = new HashSet<>();

    Description(JsonNode api) {
        this.api = api;
    }

    /** The schema of what a request is answered that is followed. */
    JsonNode answer(String method, String path) {
        JsonNode content = api.path("paths")
                .path("/api/v1" + path)
                .path(method)
                .path("responses")
                .path("200")
                .path("content");
        return content.valueStream().findFirst().orElseThrow().path("schema");
    }

    /** What a view reads, and the schema does not tell so. */
    List<String> objectionsTo(Class<?> view, JsonNode schema) {
        objections.clear();
        compared.clear();
        compare(view.getSimpleName(), view, null, schema);
        return List.copyOf(objections);
    }

    private void compare(String where, Class<?> type, @Nullable AnnotatedType generic, JsonNode schema) {
        JsonNode told = resolved(schema);
        if (type.isRecord()) {
            if (!compared.add(List.of(type, told))) {
                return;
            }
            for (RecordComponent part : type.getRecordComponents()) {
                JsonNode property = told.path("properties").path(part.getName());
                compare(where + "." + part.getName(), part, property);
            }
        } else if (Collection.class.isAssignableFrom(type) && generic instanceof AnnotatedParameterizedType list) {
            AnnotatedType item = list.getAnnotatedActualTypeArguments()[0];
            compare(where + "[]", raw(item.getType()), item, told.path("items"));
        } else if (type.isArray()) {
            compare(where + "[]", Objects.requireNonNull(type.getComponentType()), null, told.path("items"));
        } else if (type.isEnum() && Word.class.isAssignableFrom(type)) {
            requireWords(where, type, told);
        }
    }

    private void compare(String where, RecordComponent part, JsonNode property) {
        if (property.isMissingNode()) {
            objections.add(where + " is in no answer");
            return;
        }
        boolean orNull = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (orNull != mayBeNull(property)) {
            objections.add(where + (orNull ? " is never null" : " may be null"));
        }
        compare(where, part.getType(), part.getAnnotatedType(), property);
    }

    private void requireWords(String where, Class<?> type, JsonNode told) {
        Set<String> words = told.path("enum")
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
        for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
            words.remove(((Word) constant).word());
        }
        if (!words.isEmpty()) {
            objections.add(where + " does not know " + words);
        }
    }

    /** Where an answer has other fields than the schema tells. */
    List<String> objectionsTo(JsonNode answer, JsonNode schema) {
        objections.clear();
        compare("answer", answer, schema);
        return List.copyOf(objections);
    }

    private void compare(String where, JsonNode answer, JsonNode schema) {
        JsonNode told = resolved(schema);
        if (answer.isArray()) {
            answer.forEach(one -> compare(where + "[]", one, told.path("items")));
        } else if (answer.isObject() && told.has("properties")) {
            Set<String> names = new TreeSet<>(told.path("properties").propertyNames());
            Set<String> answered = new TreeSet<>(answer.propertyNames());
            names.stream().filter(LEFT_OUT::contains).forEach(answered::add);
            if (!names.equals(answered)) {
                objections.add(where + " has " + answer.propertyNames() + " and not " + names);
            }
            answer.propertyNames()
                    .forEach(name -> compare(
                            where + "." + name,
                            answer.path(name),
                            told.path("properties").path(name)));
        }
    }

    private static boolean mayBeNull(JsonNode schema) {
        return schema.path("type")
                        .valueStream()
                        .anyMatch(type -> type.asString().equals("null"))
                || schema.path("anyOf")
                        .valueStream()
                        .anyMatch(one -> one.path("type").asString("").equals("null"));
    }

    /** What a reference stands for, also one that may be null. */
    JsonNode resolved(JsonNode schema) {
        JsonNode named = schema.path("anyOf")
                .valueStream()
                .filter(one -> one.has("$ref"))
                .findFirst()
                .orElse(schema);
        return named.has("$ref") ? api.at(named.path("$ref").asString().substring(1)) : named;
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }
}
