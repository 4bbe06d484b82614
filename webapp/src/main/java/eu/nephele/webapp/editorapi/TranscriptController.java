package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.timedtext.TimedTextFormat;
import eu.nephele.platform.transcript.Transcript;
import eu.nephele.platform.transcript.Transcripts;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Transcripts beside the form: the state of their translations, and files in and out. */
@RestController
@RequestMapping(EntryController.PATH + "/{id}/segments")
final class TranscriptController {

    private final Transcripts transcripts;

    TranscriptController(Transcripts transcripts) {
        this.transcripts = transcripts;
    }

    @GetMapping
    @Described("A transcript with the state of each translated segment, and what can be listened to beside it")
    ResponseEntity<Transcript> read(Actor actor, @PathVariable String type, @PathVariable String id) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(transcripts.read(actor, type, id));
    }

    /** @param locale what was spoken, if not given */
    @GetMapping("/export")
    @Described(value = "A transcript as WebVTT or SubRip", mediaType = "text/vtt")
    ResponseEntity<String> export(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(name = "locale", required = false) @Nullable String locale,
            @RequestParam(name = "format", defaultValue = "vtt") String format) {
        var wanted = TimedTextFormat.of(format);
        var text = transcripts.export(actor, type, id, locale, wanted);
        return file(text, wanted, "transcript" + (locale == null ? "" : "." + locale), true);
    }

    /**
     * @param locale what was spoken, if not given: the file becomes the segments; another one: it becomes their translation
     * @param encoding UTF-8, if not given
     */
    @PostMapping("/import")
    @Described(
            value = "Brings in a transcript, or a translation of it, from WebVTT or SubRip",
            gives = "ImportedTranscript")
    Map<String, Object> importFile(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @RequestPart("file") MultipartFile file,
            @RequestParam(name = "locale", required = false) @Nullable String locale,
            @RequestParam(name = "encoding", required = false) @Nullable String encoding,
            @RequestParam(name = "revision", required = false) @Nullable Long revision)
            throws IOException {
        var imported = transcripts.importFile(actor, type, id, revision, locale, bytes(file), encoding);
        var answer = new LinkedHashMap<>(EntryController.answer(imported.saved()));
        answer.put("segments", imported.segments());
        answer.put("changed", imported.changed());
        answer.put("untouched", imported.untouched());
        return answer;
    }

    /** @param segments by index, from zero; all of them where none are named */
    record Confirmation(
            String locale,
            @Nullable List<Integer> segments,
            @Nullable Long revision) {}

    record Confirmed(int confirmed) {}

    @PostMapping("/confirm")
    @Described("Says that translated segments fit what was spoken as it is now")
    Confirmed confirm(
            Actor actor, @PathVariable String type, @PathVariable String id, @Body Confirmation confirmation) {
        var segments = confirmation.segments() == null ? null : Set.copyOf(confirmation.segments());
        var confirmed = transcripts.confirm(actor, type, id, confirmation.revision(), confirmation.locale(), segments);
        return new Confirmed(confirmed);
    }

    /** Not more of it than can be right, so that nobody fills the memory. */
    static byte[] bytes(MultipartFile file) throws IOException {
        try (var content = file.getInputStream()) {
            return content.readNBytes(TimedTextFormat.MOST_BYTES + 1);
        }
    }

    static ResponseEntity<String> file(String text, TimedTextFormat format, String name, boolean download) {
        var disposition =
                "%s; filename=\"%s.%s\"".formatted(download ? "attachment" : "inline", name, format.extension());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType() + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(text);
    }
}
