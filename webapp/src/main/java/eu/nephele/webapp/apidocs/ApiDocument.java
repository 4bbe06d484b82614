package eu.nephele.webapp.apidocs;

import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** An OpenAPI 3.1 document made of the routes of controllers. */
final class ApiDocument {

    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final TypeSchemas types = new TypeSchemas();
    private final Map<String, Object> handwritten;
    private final Set<String> operations = new HashSet<>();

    /** @param handwritten schemas by name: of what is no record, or what the types of a record's own properties do not tell */
    ApiDocument(Map<String, Object> handwritten) {
        this.handwritten = handwritten;
    }

    Map<String, Object> of(Map<RequestMappingInfo, HandlerMethod> routes, String prefix) {
        // In the order of paths and verbs, so that the same routes give the same document everywhere.
        var sorted = new TreeMap<String, TreeMap<String, HandlerMethod>>();
        routes.forEach((route, method) -> route.getPatternValues().stream()
                .filter(path -> path.startsWith(prefix))
                .forEach(path -> route.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> sorted.computeIfAbsent(path, _ -> new TreeMap<>())
                                .put(verb.name(), method))));
        var paths = new LinkedHashMap<String, Object>();
        sorted.forEach((path, verbs) -> {
            var operations = new LinkedHashMap<String, Object>();
            verbs.forEach((verb, method) -> operations.put(verb.toLowerCase(Locale.ROOT), operation(verb, method)));
            paths.put(path, operations);
        });
        var components = new LinkedHashMap<String, Object>();
        var schemas = new TreeMap<>(types.components());
        handwritten.forEach((name, schema) -> {
            requireOfTheSame(name, types.components().get(name), schema);
            schemas.merge(name, schema, ApiDocument::over);
        });
        components.put("schemas", schemas);
        components.put("responses", Map.of("Problem", problem()));
        components.put("securitySchemes", security());
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Nephele editor API", "version", "1"));
        document.put(
                "security",
                List.of(Map.of("session", List.of()), Map.of("basic", List.of()), Map.of("token", List.of())));
        document.put("paths", paths);
        document.put("components", components);
        return document;
    }

    /** A record that happens to be called like something else would be described as that. */
    private static void requireOfTheSame(String name, @Nullable Object record, Object written) {
        if (record == null) {
            return;
        }
        var others = properties(written);
        others.removeAll(properties(record));
        if (!others.isEmpty() || properties(written).isEmpty()) {
            throw new IllegalStateException(
                    "The schema `%s` is written by hand, and there is another record of this name%s: rename one of them"
                            .formatted(name, others.isEmpty() ? "" : ", without " + String.join(", ", others)));
        }
    }

    private static Set<String> properties(Object schema) {
        var names = new TreeSet<String>();
        if (schema instanceof Map<?, ?> map && map.get("properties") instanceof Map<?, ?> properties) {
            properties.keySet().forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }

    /** What is written by hand goes over what a record says, property by property. */
    private static Object over(Object record, Object written) {
        if (!(record instanceof Map<?, ?> below) || !(written instanceof Map<?, ?> above)) {
            return written;
        }
        var merged = new LinkedHashMap<Object, Object>(below);
        above.forEach((key, value) -> {
            var properties = new LinkedHashMap<Object, Object>();
            if ("properties".equals(key) && below.get(key) instanceof Map<?, ?> known) {
                properties.putAll(known);
                properties.putAll((Map<?, ?>) value);
            }
            merged.put(key, properties.isEmpty() ? value : properties);
        });
        return merged;
    }

    private static Map<String, Object> security() {
        var schemes = new LinkedHashMap<String, Object>();
        schemes.put("session", Map.of("type", "apiKey", "in", "cookie", "name", "nephele-session"));
        schemes.put("basic", Map.of("type", "http", "scheme", "basic"));
        schemes.put("token", Map.of("type", "http", "scheme", "bearer"));
        return schemes;
    }

    private static Map<String, Object> problem() {
        var schema = Map.of("$ref", "#/components/schemas/Problem");
        return Map.of(
                "description",
                "What is wrong, and what to do about it",
                "content",
                Map.of("application/problem+json", Map.of("schema", schema)));
    }

    private Map<String, Object> operation(String verb, HandlerMethod method) {
        var described = method.getMethodAnnotation(Described.class);
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", operationId(method));
        operation.put("tags", List.of(tag(method)));
        operation.put("summary", described == null ? readable(method.getMethod().getName()) : described.value());
        var parameters = parameters(verb, method);
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        var body = body(verb, method, described);
        if (body != null) {
            operation.put("requestBody", body);
        }
        operation.put("responses", responses(method, described));
        return operation;
    }

    private static String tag(HandlerMethod method) {
        return readable(method.getBeanType().getSimpleName().replaceAll("\\$.*|Controller$", ""));
    }

    private String operationId(HandlerMethod method) {
        var name = method.getMethod().getName();
        var owner = method.getBeanType().getSimpleName().replaceAll("\\$.*|Controller$", "");
        var id = owner.substring(0, 1).toLowerCase(Locale.ROOT)
                + owner.substring(1)
                + name.substring(0, 1).toUpperCase(Locale.ROOT)
                + name.substring(1);
        var unique = id;
        for (var number = 2; !operations.add(unique); number++) {
            unique = id + number;
        }
        return unique;
    }

    private static String readable(String camel) {
        var words = camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private List<Object> parameters(String verb, HandlerMethod method) {
        var parameters = new ArrayList<Object>();
        for (var parameter : method.getMethodParameters()) {
            var path = parameter.getParameterAnnotation(PathVariable.class);
            var query = parameter.getParameterAnnotation(RequestParam.class);
            var header = parameter.getParameterAnnotation(RequestHeader.class);
            if (path != null) {
                parameters.add(parameter(name(path.name(), parameter), "path", true, parameter, null));
            } else if (query != null) {
                var fallback = query.defaultValue().equals(ValueConstants.DEFAULT_NONE) ? null : query.defaultValue();
                var required = query.required() && fallback == null;
                parameters.add(parameter(name(query.name(), parameter), "query", required, parameter, fallback));
            } else if (header != null) {
                parameters.add(parameter(name(header.name(), parameter), "header", header.required(), parameter, null));
            }
        }
        if (WRITING.contains(verb)) {
            parameters.add(Map.of(
                    "name",
                    "Idempotency-Key",
                    "in",
                    "header",
                    "required",
                    false,
                    "description",
                    "The same key with the same request is done once and answered again",
                    "schema",
                    Map.of("type", "string", "maxLength", 200)));
        }
        return parameters;
    }

    private static String name(String given, MethodParameter parameter) {
        return given.isEmpty() ? parameter.getParameter().getName() : given;
    }

    private Map<String, Object> parameter(
            String name, String in, boolean required, MethodParameter parameter, @Nullable String fallback) {
        var schema = new LinkedHashMap<>(types.of(parameter.getGenericParameterType()));
        if (fallback != null) {
            schema.put("default", valueOf(fallback, schema.get("type")));
        }
        var written = new LinkedHashMap<String, Object>();
        written.put("name", name);
        written.put("in", in);
        written.put("required", required);
        written.put("schema", schema);
        return written;
    }

    private static Object valueOf(String text, @Nullable Object type) {
        return switch (String.valueOf(type)) {
            case "integer" -> Long.valueOf(text);
            case "boolean" -> Boolean.valueOf(text);
            default -> text;
        };
    }

    private @Nullable Map<String, Object> body(String verb, HandlerMethod method, @Nullable Described described) {
        if (described != null && !described.takes().isEmpty()) {
            return described.takes().equals(Described.NOTHING) ? null : content(ref(described.takes()));
        }
        if (described != null && !described.takesMediaType().isEmpty()) {
            return Map.of("content", Map.of(described.takesMediaType(), Map.of("schema", Map.of("type", "string"))));
        }
        for (var parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(Body.class)) {
                return content(types.of(parameter.getGenericParameterType()));
            }
            if (parameter.hasParameterAnnotation(RequestPart.class)) {
                var file = Map.of("type", "string", "format", "binary");
                var properties = Map.of(name("", parameter), file);
                var schema = Map.of("type", "object", "properties", properties);
                return Map.of("content", Map.of("multipart/form-data", Map.of("schema", schema)));
            }
        }
        var reads = WRITING.contains(verb)
                && Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType().equals(HttpServletRequest.class));
        return reads ? content(Map.of("type", "object", "additionalProperties", true)) : null;
    }

    private static Map<String, Object> ref(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private static Map<String, Object> content(Map<String, Object> schema) {
        return Map.of("content", Map.of("application/json", Map.of("schema", schema)));
    }

    private Map<String, Object> responses(HandlerMethod method, @Nullable Described described) {
        var success = new LinkedHashMap<String, Object>();
        success.put("description", "Done");
        var type = answer(method.getMethod().getGenericReturnType());
        var mediaType = described == null ? "application/json" : described.mediaType();
        if (described != null && !described.gives().isEmpty()) {
            success.put("content", Map.of(mediaType, Map.of("schema", ref(described.gives()))));
        } else if (!mediaType.equals("application/json")) {
            success.put("content", Map.of(mediaType, Map.of("schema", Map.of("type", "string"))));
        } else if (type != void.class && type != Void.class) {
            success.put("content", Map.of(mediaType, Map.of("schema", types.of(type))));
        }
        var responses = new LinkedHashMap<String, Object>();
        responses.put("2XX", success);
        responses.put("default", Map.of("$ref", "#/components/responses/Problem"));
        return responses;
    }

    private static Type answer(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == ResponseEntity.class
                ? generic.getActualTypeArguments()[0]
                : type;
    }
}
