package eu.nephele.webapp.mediafiles;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.PictureVariation;
import eu.nephele.platform.media.Assets;
import eu.nephele.platform.media.LinkSignature;
import eu.nephele.platform.media.Rendition;
import eu.nephele.platform.media.RenditionSize;
import eu.nephele.platform.media.Renditions;
import eu.nephele.webapp.http.ErrorWriter;
import eu.nephele.webapp.http.Problems;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Serves pictures made from assets. In Magnolia's form, sizes that a theme names: {@code /.imaging/mte/<theme>/<variation>/dam/<path>/jcr:content/<file>}, or
 * with {@code dam/jcr:<uuid>/...}. Any other size by a link that the server has signed: {@code /.imaging/signed/<signature>/<options>/jcr:<uuid>/<file>}.
 */
public final class RenditionServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Pattern NAMED = Pattern.compile("/mte/[^/]+/([^/]+)/dam(/.+)");
    private static final Pattern BY_ID = Pattern.compile("/(jcr:[0-9a-f-]{36})(/.*)?");
    private static final Pattern SIGNED =
            Pattern.compile("/signed/([0-9a-f]{32})/(" + RenditionSize.FORM + ")/(jcr:[0-9a-f-]{36})(/.*)?");

    private final transient Assets assets;
    private final transient Renditions renditions;
    private final transient Supplier<Definitions> definitions;
    private final transient LinkSignature signature;
    private final transient ErrorWriter errors;

    public RenditionServlet(
            Assets assets,
            Renditions renditions,
            Supplier<Definitions> definitions,
            LinkSignature signature,
            ErrorWriter errors) {
        this.assets = assets;
        this.renditions = renditions;
        this.definitions = definitions;
        this.signature = signature;
        this.errors = errors;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        try {
            var likesWebp =
                    String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("image/webp");
            var found = find(path, likesWebp);
            if (found.isEmpty()) {
                throw new PlatformException(ErrorCode.ASSET_NOT_FOUND, path);
            }
            serve(found.get(), "public, max-age=3600, must-revalidate", request, response);
        } catch (PlatformException error) {
            errors.write(request, response, Problems.of(error));
        }
    }

    private Optional<Rendition> find(String path, boolean likesWebp) {
        var named = NAMED.matcher(path);
        if (named.matches()) {
            var variation = definitions.get().variations().get(named.group(1));
            return variation == null
                    ? Optional.empty()
                    : key(named.group(2)).flatMap(key -> rendition(key, variation, likesWebp));
        }
        var signed = SIGNED.matcher(path);
        if (signed.matches() && signature.fits(signed.group(2) + "/" + signed.group(3), signed.group(1))) {
            var size = RenditionSize.parse(signed.group(2));
            return renditions.of(Actor.anonymous(), signed.group(3), size, likesWebp);
        }
        return Optional.empty();
    }

    private Optional<Rendition> rendition(String key, PictureVariation variation, boolean likesWebp) {
        return renditions.of(Actor.anonymous(), key, RenditionSize.of(variation), likesWebp);
    }

    private Optional<String> key(String place) {
        var byId = BY_ID.matcher(place);
        if (byId.matches()) {
            return Optional.of(byId.group(1));
        }
        var content = place.indexOf("/jcr:content");
        var asset = content < 0 ? place : place.substring(0, content);
        return assets.at(Actor.anonymous(), Perspective.LIVE, asset).map(found -> found.key());
    }

    static void serve(
            Rendition rendition, String cacheControl, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (new ServletWebRequest(request, response).checkNotModified("\"" + rendition.tag() + "\"")) {
            return;
        }
        response.setContentType(rendition.mimeType());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        if (rendition.madeBy() != null) {
            response.setHeader("Nephele-Picture-Made-By", rendition.madeBy());
        }
        response.setHeader(
                "Content-Security-Policy", "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox");
        try (var content = Files.newInputStream(rendition.file())) {
            response.setContentLengthLong(Files.size(rendition.file()));
            if (!"HEAD".equals(request.getMethod())) {
                content.transferTo(response.getOutputStream());
            }
        }
    }
}
