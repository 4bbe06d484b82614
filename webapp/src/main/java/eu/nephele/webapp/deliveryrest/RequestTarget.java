package eu.nephele.webapp.deliveryrest;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.delivery.DeliveryRequest.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request is for. Reads the address as the client sent it and decodes it once: what a container or a proxy makes of
 * {@code //}, {@code ..}, {@code ;x} or {@code %2f} can not lead to another answer here, as such a path is never found.
 */
final class RequestTarget {

    private static final String ROOT = "/.rest/";

    private RequestTarget() {}

    /** The path below {@code /.rest/}, decoded; null when the request is for something else, or not in plain form. */
    static @Nullable String path(HttpServletRequest request) {
        var raw = request.getRequestURI();
        var start = request.getContextPath().length();
        if (!raw.startsWith(ROOT, start) || raw.indexOf(';') >= 0) {
            return null;
        }
        var path = raw.substring(start + ROOT.length());
        if (path.indexOf('%') < 0) {
            return path;
        }
        var decoded = decoded(path, "The path");
        return slashes(decoded) == slashes(path) ? decoded : null;
    }

    /** @param most parameters to read; one more tells the reader that there are too many */
    static List<Parameter> parameters(HttpServletRequest request, int most) {
        var query = request.getQueryString();
        if (query == null || query.isEmpty()) {
            return List.of();
        }
        var parameters = new ArrayList<Parameter>();
        for (var start = 0; start <= query.length() && parameters.size() <= most; ) {
            var end = query.indexOf('&', start);
            end = end < 0 ? query.length() : end;
            if (end > start) {
                parameters.add(parameter(query.substring(start, end)));
            }
            start = end + 1;
        }
        return parameters;
    }

    private static Parameter parameter(String text) {
        var equals = text.indexOf('=');
        var name = equals < 0 ? text : text.substring(0, equals);
        var value = equals < 0 ? "" : text.substring(equals + 1);
        return new Parameter(word(name), word(value));
    }

    private static String word(String text) {
        return decoded(text.replace('+', ' '), "A parameter");
    }

    private static String decoded(String text, String what) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var source = text.getBytes(StandardCharsets.UTF_8);
        var octets = ByteBuffer.allocate(source.length);
        for (var index = 0; index < source.length; index++) {
            if (source[index] != '%') {
                octets.put(source[index]);
                continue;
            }
            var high = index + 2 <= source.length - 1 ? Character.digit(source[index + 1], 16) : -1;
            var low = index + 2 <= source.length - 1 ? Character.digit(source[index + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw malformed(what);
            }
            octets.put((byte) (high << 4 | low));
            index += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(octets.flip()).toString();
        } catch (CharacterCodingException e) {
            throw malformed(what);
        }
    }

    private static PlatformException malformed(String what) {
        return new PlatformException(ErrorCode.BAD_REQUEST, what + " is not percent-encoded UTF-8");
    }

    private static long slashes(String text) {
        return text.chars().filter(character -> character == '/').count();
    }
}
