package eu.nephele.webapp.mediafiles;

import eu.nephele.platform.media.Asset;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/** A part of a file (RFC 9110, 14): first and last byte, both included. */
record ByteRange(long first, long last) {

    long length() {
        return last - first + 1;
    }

    boolean isWithin(long size) {
        return first >= 0 && first < size && last >= first;
    }

    String header(long size) {
        return "bytes %d-%d/%d".formatted(first, last, size);
    }

    /**
     * The part that is asked for. Empty when the whole file is the answer: no range, several ranges, one that cannot be understood, or
     * {@code If-Range} names another state.
     */
    static Optional<ByteRange> of(HttpServletRequest request, String etag, Asset asset) {
        var header = request.getHeader(HttpHeaders.RANGE);
        if (header == null || !"GET".equals(request.getMethod()) || !isFresh(request, etag, asset)) {
            return Optional.empty();
        }
        try {
            var ranges = HttpRange.parseRanges(header);
            if (ranges.size() != 1) {
                return Optional.empty();
            }
            var range = ranges.getFirst();
            return Optional.of(new ByteRange(range.getRangeStart(asset.size()), range.getRangeEnd(asset.size())));
        } catch (IllegalArgumentException notUnderstood) {
            return Optional.empty();
        }
    }

    private static boolean isFresh(HttpServletRequest request, String etag, Asset asset) {
        var condition = request.getHeader(HttpHeaders.IF_RANGE);
        if (condition == null) {
            return true;
        }
        if (condition.startsWith("\"")) {
            return condition.equals(etag);
        }
        try {
            var date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(condition));
            return date.equals(asset.lastModified().truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeParseException weakOrBroken) {
            return false;
        }
    }
}
