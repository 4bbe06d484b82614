package eu.nephele.webapp.http;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.document.Documents;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Does a write with an {@code Idempotency-Key} once: the same request with the same key is answered as it was before, for a day or two,
 * also by another node and after a restart.
 */
public final class IdempotentWrites extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final String PREFIX = "/.rest/editor/v1/";
    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "Location", "ETag");
    private static final int LONGEST_KEY = 200;
    private static final int LARGEST_BODY = 8 * 1024 * 1024;
    private static final int LARGEST_ANSWER = 1024 * 1024;

    /** After it, whoever began is taken for dead. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(5);

    /**
     * @param fingerprint of the request
     * @param status null while it is being done
     * @param body in Base64
     */
    public record Answer(
            String fingerprint, Instant begun, @Nullable Integer status, Map<String, String> headers, String body) {}

    private final Documents<Answer> answers;
    private final ErrorWriter errors;
    private final Clock clock;
    private volatile LocalDate swept = LocalDate.EPOCH;

    public IdempotentWrites(Documents<Answer> answers, ErrorWriter errors, Clock clock) {
        this.answers = answers;
        this.errors = errors;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || !WRITING.contains(request.getMethod())
                || !request.getRequestURI().startsWith(PREFIX);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            answer(request, response, chain);
        } catch (PlatformException refusal) {
            errors.write(request, response, Problems.of(refusal));
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(HEADER);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST, "%s must have 1 to %d characters".formatted(HEADER, LONGEST_KEY));
        }
        var repeatable = repeatable(request);
        var fingerprint =
                hash(request.getMethod(), request.getRequestURI(), request.getQueryString(), repeatable.body());
        var id = hash(actor(), key, null, new byte[0]);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        sweep(today);
        var before = answers.find(today.minusDays(1).toString(), id).orElseGet(() -> begin(today, id, fingerprint));
        if (before != null) {
            replay(before, fingerprint, response);
            return;
        }
        var caching = new ContentCachingResponseWrapper(response);
        var kept = false;
        try {
            chain.doFilter(repeatable.request(), caching);
            kept = keep(today.toString(), id, fingerprint, caching);
        } finally {
            if (!kept) {
                answers.remove(today.toString(), id);
            }
            caching.copyBodyToResponse();
        }
    }

    /** Null where the request is the first of its key, which is marked as begun. */
    private @Nullable Answer begin(LocalDate today, String id, String fingerprint) {
        var found = new Answer[1];
        answers.update(today.toString(), id, before -> {
            var dead = before != null
                    && before.status() == null
                    && before.begun().isBefore(clock.instant().minus(LONGEST_RUN));
            if (before != null && !dead) {
                found[0] = before;
                return before;
            }
            return new Answer(fingerprint, clock.instant(), null, Map.of(), "");
        });
        return found[0];
    }

    private boolean keep(String day, String id, String fingerprint, ContentCachingResponseWrapper response) {
        var body = response.getContentAsByteArray();
        // What was refused for who asks, or failed, may be tried again.
        if (response.getStatus() >= 500
                || Set.of(401, 403, 429).contains(response.getStatus())
                || body.length > LARGEST_ANSWER) {
            return false;
        }
        var headers = new LinkedHashMap<String, String>();
        for (var name : KEPT_HEADERS) {
            var value = name.equals("Content-Type") ? response.getContentType() : response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        var text = Base64.getEncoder().encodeToString(body);
        answers.put(day, id, new Answer(fingerprint, clock.instant(), response.getStatus(), headers, text));
        return true;
    }

    private static void replay(Answer answer, String fingerprint, HttpServletResponse response) throws IOException {
        if (!answer.fingerprint().equals(fingerprint)) {
            throw new PlatformException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "This %s belongs to another request: use a new key for each".formatted(HEADER));
        }
        if (answer.status() == null) {
            throw new PlatformException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "The first request with this %s is still being done".formatted(HEADER));
        }
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        response.getOutputStream().write(Base64.getDecoder().decode(answer.body()));
    }

    /** Forgets the answers of two days ago and before, once a day. */
    private void sweep(LocalDate today) {
        if (!swept.equals(today)) {
            swept = today;
            for (var days = 2; days < 9; days++) {
                answers.removeGroup(today.minusDays(days).toString());
            }
        }
    }

    private record Repeatable(HttpServletRequest request, byte[] body) {}

    /** Reads the body ahead, but that of an upload, which is told by its length alone. */
    private static Repeatable repeatable(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        if (type != null && type.startsWith("multipart/")) {
            return new Repeatable(
                    request, Long.toString(request.getContentLengthLong()).getBytes(StandardCharsets.UTF_8));
        }
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new PlatformException(
                    ErrorCode.TOO_LARGE, "With %s a body has at most %,d bytes".formatted(HEADER, LARGEST_BODY));
        }
        return new Repeatable(new BufferedBody(request, body), body);
    }

    private static String actor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? "" : authentication.getName();
    }

    private static String hash(String first, String second, @Nullable String third, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var text : new String[] {first, second, third == null ? "" : third}) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
