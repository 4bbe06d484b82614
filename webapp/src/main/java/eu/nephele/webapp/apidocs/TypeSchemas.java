package eu.nephele.webapp.apidocs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON schemas of Java types: records become components by their simple names, all else stands where it is used. */
final class TypeSchemas {

    private static final Map<Class<?>, Map<String, Object>> SIMPLE = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(double.class, Map.of("type", "number")),
            Map.entry(Double.class, Map.of("type", "number")),
            Map.entry(BigDecimal.class, Map.of("type", "number")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(OffsetDateTime.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")));

    private final Map<String, Object> components = new TreeMap<>();
    private final Map<Class<?>, String> names = new HashMap<>();

    Map<String, Object> components() {
        return components;
    }

    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            var arguments = generic.getActualTypeArguments();
            if (Collection.class.isAssignableFrom(raw)) {
                return Map.of("type", "array", "items", of(arguments[0]));
            }
            return Map.class.isAssignableFrom(raw) ? map(of(arguments[1])) : of(raw);
        }
        if (!(type instanceof Class<?> raw)) {
            return Map.of();
        }
        if (SIMPLE.containsKey(raw)) {
            return SIMPLE.get(raw);
        }
        if (raw.isEnum()) {
            var values =
                    Arrays.stream(raw.getEnumConstants()).map(String::valueOf).toList();
            return Map.of("type", "string", "enum", values);
        }
        if (raw.isRecord()) {
            return Map.of("$ref", "#/components/schemas/" + name(raw));
        }
        return Map.class.isAssignableFrom(raw) ? map(Map.of()) : Map.of();
    }

    private static Map<String, Object> map(Map<String, Object> values) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("additionalProperties", values.isEmpty() ? true : values);
        return schema;
    }

    private String name(Class<?> type) {
        var known = names.get(type);
        if (known != null) {
            return known;
        }
        var simple = type.getSimpleName();
        var taken = names.containsValue(simple);
        var name = taken ? owner(type) + simple : simple;
        names.put(type, name);
        components.put(name, object(type));
        return name;
    }

    /** The class around a record, or its package: what tells it from another of its name. */
    private static String owner(Class<?> type) {
        if (type.getEnclosingClass() != null) {
            return type.getEnclosingClass().getSimpleName();
        }
        var room = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return Character.toUpperCase(room.charAt(0)) + room.substring(1);
    }

    private Map<String, Object> object(Class<?> type) {
        var include = type.getAnnotation(JsonInclude.class);
        var leavesOut = include != null && include.value() == JsonInclude.Include.NON_NULL;
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var member : type.getRecordComponents()) {
            var nullable = member.getAnnotatedType().isAnnotationPresent(Nullable.class);
            var schema = member(member.getAnnotatedType(), member.getGenericType());
            properties.put(nameOf(member), nullable && !leavesOut ? orNull(schema) : schema);
            if (!nullable) {
                required.add(nameOf(member));
            }
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> member(AnnotatedType annotated, Type type) {
        var schema = of(type);
        var values = annotated instanceof AnnotatedParameterizedType generic
                ? generic.getAnnotatedActualTypeArguments()
                : new AnnotatedType[0];
        var nullableValues =
                values.length > 0 && Arrays.stream(values).anyMatch(value -> value.isAnnotationPresent(Nullable.class));
        if (!nullableValues || !schema.containsKey("additionalProperties")) {
            return schema;
        }
        return schema.get("additionalProperties") instanceof Map<?, ?> inner ? map(orNull(inner)) : schema;
    }

    private static Map<String, Object> orNull(Map<?, ?> schema) {
        return schema.isEmpty() ? Map.of() : Map.of("anyOf", List.of(schema, Map.of("type", "null")));
    }

    private static String nameOf(RecordComponent member) {
        var renamed = member.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null ? member.getName() : renamed.value();
    }
}
