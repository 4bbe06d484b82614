package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.DeleteEntry;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.authoring.DuplicateEntry;
import eu.nephele.platform.authoring.MoveEntry;
import eu.nephele.platform.publishing.Publication.PublishedEntry;
import eu.nephele.platform.publishing.PublishEntry;
import eu.nephele.platform.publishing.PublishOptions;
import eu.nephele.platform.publishing.UnpublishEntry;
import eu.nephele.webapp.http.Described;
import eu.nephele.webapp.http.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done to an entry as a whole: publishing, moving, duplicating. */
@RestController
@RequestMapping(EntryController.PATH + "/{id}")
final class DeedController {

    private final Drafts drafts;
    private final PublishEntry publishEntry;
    private final UnpublishEntry unpublishEntry;
    private final MoveEntry moveEntry;
    private final DuplicateEntry duplicateEntry;
    private final DeleteEntry deleteEntry;
    private final ReadersUpToDate readers;
    private final JsonBody json;

    DeedController(
            Drafts drafts,
            PublishEntry publishEntry,
            UnpublishEntry unpublishEntry,
            MoveEntry moveEntry,
            DuplicateEntry duplicateEntry,
            DeleteEntry deleteEntry,
            ReadersUpToDate readers,
            JsonBody json) {
        this.drafts = drafts;
        this.publishEntry = publishEntry;
        this.unpublishEntry = unpublishEntry;
        this.moveEntry = moveEntry;
        this.duplicateEntry = duplicateEntry;
        this.deleteEntry = deleteEntry;
        this.readers = readers;
        this.json = json;
    }

    /** Answers the entry, in {@code published} all that became live with it, and in {@code warnings}, by id, what could be better in them. */
    @PostMapping("/publish")
    @Described(value = "Publishes the entry, or its deletion", takes = "PublishInput", gives = "PublishedEntries")
    Map<String, Object> publish(
            Actor actor, @PathVariable String type, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        var body = new EntryBody(json.read(request.getInputStream()));
        var options = new PublishOptions(body.flag("withReferences"), body.texts("locales"));
        body.requireNothingElse("withReferences", "locales");
        EntryController.require(drafts, actor, type, id);
        var publication = publishEntry.publish(actor, id, options);
        var published = publication.entries();
        readers.await();
        var answer = answer(published.getLast());
        answer.put("published", published.stream().map(DeedController::answer).toList());
        if (!publication.warnings().isEmpty()) {
            answer.put("warnings", publication.warnings());
        }
        return answer;
    }

    @PostMapping("/unpublish")
    @Described(value = "Takes the entry off the channels", gives = "SavedEntry")
    Map<String, Object> unpublish(Actor actor, @PathVariable String type, @PathVariable String id) {
        EntryController.require(drafts, actor, type, id);
        var unpublished = unpublishEntry.unpublish(actor, id);
        readers.await();
        return answer(unpublished);
    }

    @PostMapping("/move")
    @Described(value = "Moves or renames the entry", takes = "MoveInput", gives = "SavedEntry")
    Map<String, Object> move(
            Actor actor, @PathVariable String type, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        var body = new EntryBody(json.read(request.getInputStream()));
        var name = body.text("@name");
        var path = body.text("@path");
        body.requireNothingElse("@name", "@path");
        return EntryController.answer(moveEntry.move(actor, type, id, path, name));
    }

    @PostMapping("/duplicate")
    @Described(value = "Makes a copy of the entry", gives = "SavedEntry")
    ResponseEntity<Map<String, Object>> duplicate(Actor actor, @PathVariable String type, @PathVariable String id) {
        var copy = duplicateEntry.duplicate(actor, type, id);
        return ResponseEntity.created(URI.create("/.rest/editor/v1/entries/%s/%s".formatted(type, copy.id())))
                .body(EntryController.answer(copy));
    }

    @PostMapping("/undelete")
    @Described(value = "Takes the mark of deletion away", gives = "SavedEntry")
    Map<String, Object> undelete(Actor actor, @PathVariable String type, @PathVariable String id) {
        return EntryController.answer(deleteEntry.undelete(actor, type, id));
    }

    private static Map<String, Object> answer(PublishedEntry entry) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("@id", entry.id());
        answer.put("@path", entry.path());
        answer.put("contentType", entry.contentType());
        answer.put("revision", entry.revision());
        return answer;
    }
}
