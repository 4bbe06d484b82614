package eu.nephele.webapp.uploads;

import eu.nephele.api.failure.ErrorKind;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.media.Asset;
import eu.nephele.platform.media.Assets;
import eu.nephele.platform.media.ReplaceFile;
import eu.nephele.platform.media.Upload;
import eu.nephele.webapp.http.Described;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import me.desair.tus.server.upload.UploadInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Resumable uploads. The metadata of an upload (tus: Upload-Metadata) may name {@code filename} and {@code folder}, and say {@code reuse true}: then a file that
 * is there already is not kept twice. With {@code replaces jcr:<id>} it becomes the file of that asset. The request that completes the file is answered with the asset's path in {@code Content-Location}. What could not be kept for
 * a while, because the disk was full, is kept when the client asks for the offset again.
 */
@RestController
@RequestMapping(ResumableUploads.PATH)
final class UploadController {

    static final String DUPLICATE_OF = "Nephele-Duplicate-Of";

    private static final String REPLACES = "replaces";
    private static final DateTimeFormatter FOLDER_OF_MONTH = DateTimeFormatter.ofPattern("'/uploads/'yyyy'/'MM");

    private final ResumableUploads uploads;
    private final Assets assets;
    private final ReplaceFile replaceFile;
    private final Clock clock;
    private final Set<String> completing = ConcurrentHashMap.newKeySet();

    UploadController(ResumableUploads uploads, Assets assets, ReplaceFile replaceFile, Clock clock) {
        this.uploads = uploads;
        this.assets = assets;
        this.replaceFile = replaceFile;
        this.clock = clock;
    }

    @PostMapping
    @Described(
            value = "Begins a resumable upload (tus 1.0.0); Location is where its parts go",
            takes = Described.NOTHING)
    void begin(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var announced = request.getHeader("Upload-Length");
        if (announced != null && announced.matches("\\d{1,18}")) {
            requireAllowed(actor, request.getHeader("Upload-Metadata"), Long.parseLong(announced));
        }
        uploads.process(request, response, actor.name());
        var begun = response.getHeader("Location");
        if (begun != null) {
            complete(actor, begun, response);
        }
    }

    private void requireAllowed(Actor actor, @Nullable String metadata, long bytes) {
        var announced = new UploadInfo();
        announced.setEncodedMetadata(metadata);
        var replaced = announced.getMetadata().get(REPLACES);
        if (replaced == null) {
            assets.requireRoom(actor, bytes);
        } else {
            replaceFile.requireAllowed(actor, replaced, bytes);
        }
    }

    @RequestMapping(method = RequestMethod.OPTIONS)
    @Described("What of the tus protocol is spoken, and how large a file may be")
    void options(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        uploads.process(request, response, actor.name());
    }

    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    @Described("Where an upload is to go on: Upload-Offset")
    void offset(Actor actor, @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        uploads.process(request, response, actor.name());
        if (response.getStatus() < 300) {
            // Whole, but not kept when it became so: the server was stopped then, or its disk was full.
            complete(actor, request.getRequestURI(), response);
        }
    }

    @PatchMapping("/{id}")
    @Described(value = "A part of the file, from Upload-Offset on", takesMediaType = "application/offset+octet-stream")
    void append(Actor actor, @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        uploads.process(request, response, actor.name());
        if (response.getStatus() < 300) {
            complete(actor, request.getRequestURI(), response);
        }
    }

    @DeleteMapping("/{id}")
    @Described(value = "Gives an upload up; its parts are deleted", takes = Described.NOTHING)
    void giveUp(Actor actor, @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        uploads.process(request, response, actor.name());
    }

    private void complete(Actor actor, String path, HttpServletResponse response) throws IOException {
        var finished = uploads.finished(path, actor.name());
        if (finished.isEmpty() || !completing.add(path)) {
            return;
        }
        try {
            var asset = keep(actor, path, finished.get(), response);
            response.setHeader("Content-Location", "/.rest/editor/v1/assets/" + asset.key());
            uploads.forget(path, actor.name());
        } catch (PlatformException refusal) {
            // The protocol has answered that the part was taken; the file was not.
            response.reset();
            if (refusal.code().kind() != ErrorKind.UNAVAILABLE) {
                uploads.forget(path, actor.name());
            }
            throw refusal;
        } finally {
            completing.remove(path);
        }
    }

    private Asset keep(Actor actor, String path, UploadInfo upload, HttpServletResponse response) throws IOException {
        var metadata = upload.getMetadata();
        var name = metadata.getOrDefault("filename", metadata.getOrDefault("name", "file"));
        var folder = metadata.getOrDefault("folder", FOLDER_OF_MONTH.format(LocalDate.now(clock)));
        Upload.Source source = () -> uploads.open(path, actor.name());
        var replaced = metadata.get(REPLACES);
        if (replaced != null) {
            return replaceFile.replace(actor, replaced, new Upload(name, folder, upload.getLength(), source));
        }
        var same = assets.withContent(actor, Assets.hash(source));
        if (!same.isEmpty()) {
            response.setHeader(DUPLICATE_OF, same.getFirst().key());
            if ("true".equals(metadata.get("reuse"))) {
                return same.getFirst();
            }
        }
        return assets.upload(actor, new Upload(name, folder, upload.getLength(), source));
    }
}
