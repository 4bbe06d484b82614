package eu.nephele.webapp.mediafiles;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.media.Assets;
import eu.nephele.platform.media.RenditionSize;
import eu.nephele.platform.media.Renditions;
import eu.nephele.webapp.http.Described;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files as editors have uploaded them, and pictures of them, also of what readers do not get: what is in the trash, held back, or out of consent. */
@RestController
@RequestMapping("/.rest/editor/v1/assets/{id}")
final class DraftFileController {

    private static final Logger LOG = LoggerFactory.getLogger(DraftFileController.class);
    /** Asked again each time: the answer is a short one as long as the file is the same. */
    private static final String FOR_THE_EDITOR = "private, no-cache";
    /** A link that names the state of the file ({@code v}) has that state's picture for ever. */
    private static final String FOR_THE_EDITOR_FOR_EVER = "private, max-age=31536000, immutable";

    private final Assets assets;
    private final Renditions renditions;

    DraftFileController(Assets assets, Renditions renditions) {
        this.assets = assets;
        this.renditions = renditions;
    }

    /** @param download given, with whatever value, when the file is to be kept and not shown; @param v the state of the file */
    @GetMapping("/file")
    @Described("The file as it was uploaded, or a range of it")
    void file(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = "download", required = false) @Nullable String download,
            @RequestParam(name = "v", required = false) @Nullable String v,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            assets.read(actor, Perspective.DRAFT, id, (asset, content) -> {
                        AssetServlet.serve(asset, content, FOR_THE_EDITOR, request, response);
                        return asset;
                    })
                    .orElseThrow(() -> missing(id));
        } catch (UncheckedIOException interrupted) {
            LOG.debug("{} was not read to its end: {}", request.getRequestURI(), interrupted.getMessage());
        }
    }

    /** @param size such as {@code w400-h300-cover-f0.5,0.3}; @param v the state of the file, and of what is shown of it */
    @GetMapping("/picture")
    @Described("A picture of the file: of a picture in another size, of a document its first page, of a video a moment")
    void picture(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = "size") String size,
            @RequestParam(name = "v", required = false) @Nullable String v,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var wanted = RenditionSize.parse(size);
        var likesWebp = String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("image/webp");
        var picture =
                renditions.of(actor, Perspective.DRAFT, id, wanted, likesWebp).orElseThrow(() -> missing(id));
        RenditionServlet.serve(picture, v == null ? FOR_THE_EDITOR : FOR_THE_EDITOR_FOR_EVER, request, response);
    }

    private static PlatformException missing(String id) {
        return new PlatformException(ErrorCode.ASSET_NOT_FOUND, "There is no asset " + id);
    }
}
