package eu.nephele.webapp.editorapi;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.externalvideo.ExternalVideo;
import eu.nephele.platform.media.Assets;
import eu.nephele.platform.media.RenditionSize;
import eu.nephele.platform.media.Renditions;
import eu.nephele.webapp.http.Described;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What editors ask of films: a picture of a moment, and whose film is behind an address. */
@RestController
final class FilmController {

    private static final double LONGEST_SECONDS = 999_999;
    private static final int WIDTH = 640;

    private final Assets assets;
    private final Renditions renditions;

    FilmController(Assets assets, Renditions renditions) {
        this.assets = assets;
        this.renditions = renditions;
    }

    /** @param at in seconds */
    record Moment(String link, double at, String madeBy) {}

    /** The picture is made at once, so that the answer can say who made it. */
    @GetMapping("/.rest/editor/v1/assets/{id}/moment")
    @Described(
            "A link to the picture of a moment of a film, and what made it: ffmpeg, jcodec, or neutral when nothing here can read the film")
    Moment moment(Actor actor, @PathVariable String id, @RequestParam(name = "at") double at) {
        if (!(at >= 0 && at <= LONGEST_SECONDS)) {
            throw new PlatformException(ErrorCode.BAD_REQUEST, "at must lie between 0 and 999999 seconds");
        }
        var asset = assets.find(actor, Perspective.DRAFT, id)
                .orElseThrow(() -> new PlatformException(ErrorCode.ASSET_NOT_FOUND, say("There is no asset %s", id)));
        if (!asset.mimeType().startsWith("video/")) {
            throw new PlatformException(
                    ErrorCode.INVALID_VALUE, say("%s is no film, but %s", asset.fileName(), asset.mimeType()));
        }
        var options = RenditionSize.moment(WIDTH, at);
        var size = RenditionSize.parse(options);
        var picture = renditions.of(actor, Perspective.DRAFT, asset.key(), size, true);
        var link = "/.rest/editor/v1/assets/%s/picture?size=%s&v=%s".formatted(asset.key(), options, asset.version());
        return new Moment(link, size.at(), picture.map(made -> made.madeBy()).orElse("neutral"));
    }

    /** @param requiresConsent before the player is loaded */
    record Film(
            String provider, String videoId, String host, String pageUrl, String embedUrl, boolean requiresConsent) {}

    @GetMapping("/.rest/editor/v1/external-videos")
    @Described("Whose film an address is of, and where its player is; nothing of it is loaded")
    Film external(@RequestParam(name = "url") String url) {
        var video = ExternalVideo.require(url);
        return new Film(video.provider(), video.id(), video.host(), video.pageUrl(), video.embedUrl(), true);
    }
}
