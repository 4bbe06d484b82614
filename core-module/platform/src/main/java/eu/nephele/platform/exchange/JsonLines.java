package eu.nephele.platform.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads newline-delimited JSON: one object a line, blank lines passed over, a broken line told and passed over. */
final class JsonLines {

    /** A longer line is refused, without being held in memory. */
    static final int MAX_LINE_LENGTH = 4_000_000;

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** One line: its object, or what is wrong with it. */
    record Line(
            long number,
            @Nullable Map<String, Object> object,
            @Nullable String complaint) {}

    private final Reader reader;
    private final char[] buffer = new char[1 << 14];
    private int read;
    private int available;
    private long number;

    JsonLines(InputStream input) {
        reader = new InputStreamReader(input, StandardCharsets.UTF_8);
    }

    /** Empty at the end of the file. */
    Optional<Line> next() {
        try {
            while (true) {
                var text = readLine();
                if (text == null) {
                    return Optional.empty();
                }
                number++;
                if (text.length() > MAX_LINE_LENGTH) {
                    return Optional.of(
                            new Line(number, null, "is longer than %d characters".formatted(MAX_LINE_LENGTH)));
                }
                var stripped = text.strip();
                if (!stripped.isEmpty() && !stripped.equals("\uFEFF")) {
                    return Optional.of(parse(stripped.startsWith("\uFEFF") ? stripped.substring(1) : stripped));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Line parse(String text) {
        try (var parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Line(number, null, "is not a JSON object: it must begin with `{`");
            }
            Map<String, Object> object = JSON.readValue(parser, OBJECT);
            return parser.nextToken() == null
                    ? new Line(number, object, null)
                    : new Line(number, null, "has more after its object: one object a line");
        } catch (JacksonException invalid) {
            var at = invalid.getLocation() == null
                    ? ""
                    : " at column " + invalid.getLocation().getColumnNr();
            return new Line(number, null, "is not JSON%s: %s".formatted(at, invalid.getOriginalMessage()));
        }
    }

    /** Up to the line's end; of a line that is too long just enough to tell that it is. */
    private @Nullable String readLine() throws IOException {
        var line = new StringBuilder();
        while (read < available || fill()) {
            var end = read;
            while (end < available && buffer[end] != '\n') {
                end++;
            }
            line.append(buffer, read, Math.min(end - read, MAX_LINE_LENGTH + 1 - line.length()));
            read = Math.min(end + 1, available);
            if (end < available) {
                return line.toString();
            }
        }
        return line.isEmpty() ? null : line.toString();
    }

    private boolean fill() throws IOException {
        read = 0;
        available = reader.read(buffer);
        return available > 0;
    }
}
