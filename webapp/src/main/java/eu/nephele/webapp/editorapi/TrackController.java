package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.timedtext.TimedTextFormat;
import eu.nephele.platform.transcript.Tracks;
import eu.nephele.webapp.http.Described;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The captions, subtitles, descriptions and chapters of a film. */
@RestController
@RequestMapping(EntryController.PATH + "/{id}/tracks")
final class TrackController {

    private final Tracks tracks;

    TrackController(Tracks tracks) {
        this.tracks = tracks;
    }

    record TrackList(List<Tracks.Listed> tracks) {}

    @GetMapping
    @Described("The tracks of the draft: its files, and what follows from its transcript and its chapters")
    TrackList list(Actor actor, @PathVariable String type, @PathVariable String id) {
        return new TrackList(tracks.list(actor, type, id));
    }

    @GetMapping("/{kind}/{locale}")
    @Described(value = "One track as WebVTT or SubRip", mediaType = "text/vtt")
    ResponseEntity<String> read(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @PathVariable String kind,
            @PathVariable String locale,
            @RequestParam(name = "format", defaultValue = "vtt") String format,
            @RequestParam(name = "download", defaultValue = "false") boolean download) {
        var wanted = TimedTextFormat.of(format);
        var text = tracks.text(actor, type, id, kind, locale, wanted);
        return TranscriptController.file(text, wanted, kind + "." + locale, download);
    }

    /** @param encoding UTF-8, if not given */
    @PostMapping
    @Described(
            value = "Attaches a file of WebVTT or SubRip, in place of the one of the same kind and locale",
            gives = "SavedEntry")
    ResponseEntity<Map<String, Object>> put(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @RequestPart("file") MultipartFile file,
            @RequestParam(name = "kind") String kind,
            @RequestParam(name = "locale") String locale,
            @RequestParam(name = "label", required = false) @Nullable String label,
            @RequestParam(name = "encoding", required = false) @Nullable String encoding,
            @RequestParam(name = "revision", required = false) @Nullable Long revision)
            throws IOException {
        var name = file.getOriginalFilename() == null ? "track.vtt" : file.getOriginalFilename();
        var bytes = TranscriptController.bytes(file);
        var incoming = new Tracks.Incoming(kind, locale, label, name, bytes, encoding);
        return EntryController.saved(tracks.put(actor, type, id, revision, incoming));
    }

    @DeleteMapping("/{kind}/{locale}")
    @Described(value = "Takes a file away from the entry; it stays in the library", gives = "SavedEntry")
    ResponseEntity<Map<String, Object>> remove(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @PathVariable String kind,
            @PathVariable String locale,
            @RequestParam(name = "revision", required = false) @Nullable Long revision) {
        return EntryController.saved(tracks.remove(actor, type, id, revision, kind, locale));
    }
}
