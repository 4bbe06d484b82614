package eu.nephele.webapp.editorapi;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Decision;
import eu.nephele.platform.authoring.CreateEntry;
import eu.nephele.platform.authoring.DeleteEntry;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.authoring.EntryInput;
import eu.nephele.platform.authoring.Permissions;
import eu.nephele.platform.authoring.SaveEntry;
import eu.nephele.platform.authoring.SavedEntry;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.webapp.http.Described;
import eu.nephele.webapp.http.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Creating, reading, changing and deleting drafts. */
@RestController
@RequestMapping(EntryController.PATH)
final class EntryController {

    static final String PATH = "/.rest/editor/v1/entries/{type}";

    private final Supplier<Definitions> definitions;
    private final Drafts drafts;
    private final CreateEntry createEntry;
    private final SaveEntry saveEntry;
    private final DeleteEntry deleteEntry;
    private final JsonBody json;

    EntryController(
            Supplier<Definitions> definitions,
            Drafts drafts,
            CreateEntry createEntry,
            SaveEntry saveEntry,
            DeleteEntry deleteEntry,
            JsonBody json) {
        this.definitions = definitions;
        this.drafts = drafts;
        this.createEntry = createEntry;
        this.saveEntry = saveEntry;
        this.deleteEntry = deleteEntry;
        this.json = json;
    }

    @PostMapping
    @Described(value = "Creates a draft", takes = "EntryInput", gives = "SavedEntry")
    ResponseEntity<Map<String, Object>> create(Actor actor, @PathVariable String type, HttpServletRequest request)
            throws IOException {
        var body = new EntryBody(json.read(request.getInputStream()));
        var name = body.text("@name");
        var path = body.text("@path");
        var saved = createEntry.create(actor, type, new EntryInput(name, path, body.rest()));
        return ResponseEntity.created(URI.create("/.rest/editor/v1/entries/%s/%s".formatted(type, saved.id())))
                .eTag(Long.toString(saved.revision()))
                .body(answer(saved));
    }

    @GetMapping("/{id}")
    @Described(value = "The draft of an entry", gives = "Entry")
    ResponseEntity<Map<String, Object>> read(Actor actor, @PathVariable String type, @PathVariable String id) {
        var draft = require(drafts, actor, type, id);
        return ResponseEntity.ok()
                .eTag(Long.toString(EntryJson.revision(draft)))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(withPermissions(actor, drafts.type(type), draft));
    }

    /** With what the reader may do to it, so that no button promises what the server refuses. */
    private Map<String, Object> withPermissions(Actor actor, ContentType type, ContentNode draft) {
        var json = new EntryJson(definitions.get(), type).whole(draft);
        var location = new Location(Perspective.DRAFT, type.workspace(), draft.path());
        var permissions = Permissions.of(drafts, actor, type, location, draft);
        var actions = new LinkedHashMap<String, Object>();
        permissions.actions().forEach((action, decision) -> actions.put(action.code(), permission(decision)));
        if (!permissions.deniedFields().isEmpty()) {
            actions.put("deniedFields", permissions.deniedFields());
        }
        json.put("@permissions", actions);
        return json;
    }

    private static Map<String, Object> permission(Decision decision) {
        return decision.allowed()
                ? Map.of("allowed", true)
                : Map.of("allowed", false, "rule", decision.rule(), "whoCanGrant", decision.whoCanGrant());
    }

    @PutMapping("/{id}")
    @Described(
            value = "Makes the draft what is given: what is left out is taken away",
            takes = "EntryInput",
            gives = "SavedEntry")
    ResponseEntity<Map<String, Object>> replace(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            HttpServletRequest request)
            throws IOException {
        var body = new EntryBody(json.read(request.getInputStream()));
        var revision = body.revision(drafts.type(type), ifMatch);
        return saved(saveEntry.replace(actor, type, id, revision, body.rest()));
    }

    @PatchMapping("/{id}")
    @Described(value = "Changes the given properties of the draft", takes = "EntryInput", gives = "SavedEntry")
    ResponseEntity<Map<String, Object>> change(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            HttpServletRequest request)
            throws IOException {
        var body = new EntryBody(json.read(request.getInputStream()));
        var revision = body.revision(drafts.type(type), ifMatch);
        return saved(saveEntry.change(actor, type, id, revision, body.rest()));
    }

    /** 204 when the entry is gone; 202 with its state when it is marked, and goes when that is published. */
    @DeleteMapping("/{id}")
    @Described(
            value =
                    "Deletes a draft, or marks it as deleted while it is live; replaceWith is the entry of the same type that drafts shall refer to instead",
            gives = "EntrySummary")
    ResponseEntity<Map<String, Object>> delete(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(name = "replaceWith", required = false) @Nullable String replaceWith) {
        if (deleteEntry.delete(actor, type, id, replaceWith)) {
            return ResponseEntity.noContent().build();
        }
        var draft = require(drafts, actor, type, id);
        return ResponseEntity.accepted().body(new EntryJson(definitions.get(), drafts.type(type)).summary(draft));
    }

    static ResponseEntity<Map<String, Object>> saved(SavedEntry saved) {
        return ResponseEntity.ok().eTag(Long.toString(saved.revision())).body(answer(saved));
    }

    static Map<String, Object> answer(SavedEntry saved) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("@id", saved.id());
        answer.put("@path", saved.path());
        answer.put("revision", saved.revision());
        if (!saved.cleaned().isEmpty()) {
            answer.put("cleaned", saved.cleaned());
        }
        return answer;
    }

    static ContentNode require(Drafts drafts, Actor actor, String type, String id) {
        return drafts.find(actor, type, id)
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.ENTRY_NOT_FOUND, say("There is no %s with the id `%s`", type, id)));
    }
}
