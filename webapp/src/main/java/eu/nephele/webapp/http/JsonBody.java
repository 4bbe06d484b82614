package eu.nephele.webapp.http;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Reads a JSON object from a request: within limits, no key twice, nothing behind it. */
public final class JsonBody {

    private static final int DEEPEST = 64;

    private final int maxBytes;
    private final JsonMapper json;

    public JsonBody(int maxBytes) {
        this.maxBytes = maxBytes;
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(maxBytes)
                .build();
        this.json = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(
                        LogicalType.Textual,
                        texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }

    /**
     * The object's members in their order; an empty body is an empty object.
     *
     * @throws PlatformException TOO_LARGE, or BAD_REQUEST with line and column
     */
    public Map<String, Object> read(InputStream body) throws IOException {
        var bytes = bytes(body);
        return bytes.length == 0
                ? Map.of()
                : read(() -> json.readValue(bytes, new TypeReference<LinkedHashMap<String, Object>>() {}));
    }

    /**
     * A record; an empty body is one without members.
     *
     * @throws PlatformException as above, and BAD_REQUEST naming a member that is unknown, missing or of the wrong type
     */
    public <T> T read(InputStream body, Class<T> type) throws IOException {
        var bytes = bytes(body);
        var given = bytes.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : bytes;
        var value = read(() -> json.readValue(given, type));
        requireComplete(value);
        return value;
    }

    private byte[] bytes(InputStream body) throws IOException {
        var bytes = body.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw new PlatformException(ErrorCode.TOO_LARGE, "The body has more than %,d bytes".formatted(maxBytes));
        }
        return bytes;
    }

    private static void requireComplete(Object value) {
        for (var member : Objects.requireNonNullElse(value.getClass().getRecordComponents(), new RecordComponent[0])) {
            try {
                var accessor = member.getAccessor();
                accessor.setAccessible(true);
                if (accessor.invoke(value) == null && !member.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    throw wrong(member.getName(), "required", "is missing");
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static PlatformException wrong(String member, String rule, String message) {
        return new PlatformException(
                ErrorCode.BAD_REQUEST,
                "`%s` %s".formatted(member, message),
                List.of(new FieldError(member, rule, message)));
    }

    private static String path(DatabindException error) {
        return error.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static <T> T read(Supplier<@Nullable T> reading) {
        try {
            var object = reading.get();
            if (object == null) {
                throw new PlatformException(ErrorCode.BAD_REQUEST, "The body must be a JSON object");
            }
            return object;
        } catch (UnrecognizedPropertyException error) {
            var known =
                    error.getKnownPropertyIds().stream().map(String::valueOf).sorted();
            throw wrong(
                    path(error), "unknown", "is no member here; allowed: " + known.collect(Collectors.joining(", ")));
        } catch (MismatchedInputException error) {
            if (error.getPath().isEmpty()) {
                throw new PlatformException(ErrorCode.BAD_REQUEST, "The body must be a JSON object");
            }
            var type = error.getTargetType();
            throw wrong(
                    path(error), "type", "is not of the type " + (type == null ? "expected" : type.getSimpleName()));
        } catch (ValueInstantiationException error) {
            if (error.getCause() instanceof PlatformException refusal) {
                throw refusal;
            }
            throw wrong(path(error), "value", "is not allowed");
        } catch (JacksonException error) {
            var place = error.getLocation();
            var at = place == null ? "" : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
            var complaint = error.getOriginalMessage().replaceAll(" \\(start marker.*", "");
            throw new PlatformException(ErrorCode.BAD_REQUEST, "The body is no JSON object: " + complaint + at);
        }
    }
}
