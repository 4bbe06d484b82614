package eu.nephele.webapp.http;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

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
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /**
     * The object's members in their order; an empty body is an empty object.
     *
     * @throws PlatformException TOO_LARGE, or BAD_REQUEST with line and column
     */
    public Map<String, Object> read(InputStream body) throws IOException {
        var bytes = body.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw new PlatformException(ErrorCode.TOO_LARGE, "The body has more than %,d bytes".formatted(maxBytes));
        }
        if (bytes.length == 0) {
            return Map.of();
        }
        try {
            @Nullable
            Map<String, Object> object = json.readValue(bytes, new TypeReference<LinkedHashMap<String, Object>>() {});
            if (object == null) {
                throw new PlatformException(ErrorCode.BAD_REQUEST, "The body must be a JSON object");
            }
            return object;
        } catch (MismatchedInputException error) {
            throw new PlatformException(ErrorCode.BAD_REQUEST, "The body must be a JSON object");
        } catch (JacksonException error) {
            var place = error.getLocation();
            var at = place == null ? "" : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
            var complaint = error.getOriginalMessage().replaceAll(" \\(start marker.*", "");
            throw new PlatformException(ErrorCode.BAD_REQUEST, "The body is no JSON object: " + complaint + at);
        }
    }
}
