package eu.nephele.webapp.editorui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The built files of the editor on the class path: its page, and assets whose names change with their content. */
public final class EditorFiles {

    /** @param encoding the content coding of the bytes; null when they are plain */
    record Asset(byte[] bytes, String contentType, @Nullable String encoding) {}

    private record Coding(String name, String suffix) {}

    /** One folder, plain names: nothing else on the class path can be asked for. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,120}\\.([a-z0-9]{2,5})");

    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "json", "application/json;charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private static final List<Coding> CODINGS = List.of(new Coding("br", ".br"), new Coding("gzip", ".gz"));

    private final String root;
    private final Map<String, Optional<byte[]>> read = new ConcurrentHashMap<>();

    /** @param root the folder on the class path that holds {@code index.html} and {@code assets/} */
    public EditorFiles(String root) {
        this.root = root;
    }

    /** The page; empty when this server was built without the editor. */
    Optional<byte[]> page() {
        return bytes("index.html");
    }

    /** @param accepted the request's Accept-Encoding */
    Optional<Asset> asset(String name, @Nullable String accepted) {
        var matcher = NAME.matcher(name);
        var contentType = matcher.matches() ? CONTENT_TYPES.get(matcher.group(1)) : null;
        if (contentType == null) {
            return Optional.empty();
        }
        for (var coding : CODINGS) {
            if (accepted != null
                    && accepted.matches("(?i).*\\b%s\\b(?!;\\s*q=0(\\.0*)?(,|$)).*".formatted(coding.name()))) {
                var packed = bytes("assets/" + name + coding.suffix());
                if (packed.isPresent()) {
                    return packed.map(bytes -> new Asset(bytes, contentType, coding.name()));
                }
            }
        }
        return bytes("assets/" + name).map(bytes -> new Asset(bytes, contentType, null));
    }

    private Optional<byte[]> bytes(String path) {
        var known = read.get(path);
        if (known != null) {
            return known;
        }
        try (var stream = EditorFiles.class.getResourceAsStream(root + "/" + path)) {
            if (stream == null) {
                return Optional.empty();
            }
            var bytes = Optional.of(stream.readAllBytes());
            read.put(path, bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
