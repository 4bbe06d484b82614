package eu.nephele.webapp.mediafiles;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.media.Asset;
import eu.nephele.platform.media.Assets;
import eu.nephele.webapp.http.ErrorWriter;
import eu.nephele.webapp.http.Problems;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Serves {@code /dam/jcr:<uuid>/<anything>}: the id alone decides, as clients of Magnolia put any path behind it. What is under an id
 * changes when the file is replaced: answers may be kept for a minute, and for a year where the link names the state ({@code ?v=}).
 */
public final class AssetServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(AssetServlet.class);
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String FOR_A_MINUTE = "public, max-age=60, must-revalidate";
    private static final Pattern KEY =
            Pattern.compile("/(jcr:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})(/.*)?");

    private final transient Assets assets;
    private final transient ErrorWriter errors;

    public AssetServlet(Assets assets, ErrorWriter errors) {
        this.assets = assets;
        this.errors = errors;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var path = request.getPathInfo() == null ? "/" : request.getPathInfo();
            var key = KEY.matcher(path);
            var served = key.matches()
                    && assets.read(Actor.anonymous(), Perspective.LIVE, key.group(1), (asset, content) -> {
                                var isFixed = asset.version().equals(request.getParameter("v"));
                                serve(asset, content, isFixed ? FOR_EVER : FOR_A_MINUTE, request, response);
                                return asset;
                            })
                            .isPresent();
            if (!served) {
                var missing = new PlatformException(ErrorCode.ASSET_NOT_FOUND, path);
                errors.write(request, response, Problems.of(missing));
            }
        } catch (PlatformException error) {
            errors.write(request, response, Problems.of(error));
        } catch (UncheckedIOException interrupted) {
            LOG.debug("{} was not read to its end: {}", request.getRequestURI(), interrupted.getMessage());
        }
    }

    static void serve(
            Asset asset,
            InputStream content,
            String cacheControl,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var etag = "\"%s-%s\"".formatted(asset.id(), asset.version());
        response.setHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (new ServletWebRequest(request, response)
                .checkNotModified(etag, asset.lastModified().toEpochMilli())) {
            return;
        }
        SafeServing.apply(asset, response, request.getParameter("download") != null);
        var range = ByteRange.of(request, etag, asset);
        if (range.isEmpty()) {
            response.setContentLengthLong(asset.size());
            copy(content, new ByteRange(0, asset.size() - 1), request, response);
            return;
        }
        if (!range.get().isWithin(asset.size())) {
            response.resetBuffer();
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + asset.size());
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader(HttpHeaders.CONTENT_RANGE, range.get().header(asset.size()));
        response.setContentLengthLong(range.get().length());
        copy(content, range.get(), request, response);
    }

    private static void copy(
            InputStream content, ByteRange range, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if ("HEAD".equals(request.getMethod())) {
            return;
        }
        content.skipNBytes(range.first());
        var output = response.getOutputStream();
        var buffer = new byte[(int) Math.min(64 * 1024, range.length())];
        for (var left = range.length(); left > 0; ) {
            var read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("The stored content is shorter than its size says");
            }
            output.write(buffer, 0, read);
            left -= read;
        }
    }
}
