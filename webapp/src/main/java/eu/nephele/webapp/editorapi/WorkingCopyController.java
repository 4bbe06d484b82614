package eu.nephele.webapp.editorapi;

import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.desk.People;
import eu.nephele.platform.desk.Presence;
import eu.nephele.platform.desk.WorkingCopies;
import eu.nephele.platform.publishing.PublicationCheck;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is typed and not saved yet, who else is typing, and what would keep it from being published. */
@RestController
final class WorkingCopyController {

    private static final String COPY = EntryController.PATH + "/{id}/working-copy";

    private final Drafts drafts;
    private final WorkingCopies copies;
    private final Presence presence;
    private final People people;
    private final PublicationCheck check;

    WorkingCopyController(
            Drafts drafts, WorkingCopies copies, Presence presence, People people, PublicationCheck check) {
        this.drafts = drafts;
        this.copies = copies;
        this.presence = presence;
        this.people = people;
        this.check = check;
    }

    record CopyList(List<WorkingCopies.Stored> copies) {}

    @GetMapping("/.rest/editor/v1/working-copies")
    @Described("All that one has typed and not saved, the latest first")
    CopyList all(Actor actor) {
        return new CopyList(copies.of(actor));
    }

    @GetMapping(COPY)
    @Described("One's working copy of an entry, beside the draft; 204 where there is none")
    ResponseEntity<WorkingCopies.Copy> read(Actor actor, @PathVariable String type, @PathVariable String id) {
        return copies.find(actor, type, id)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /**
     * @param revision of the draft that was shown when the fields were changed
     * @param fields all that were changed, by stored name
     * @param base what they were before
     */
    record Typed(
            long revision,
            Map<String, @Nullable Object> fields,
            @Nullable Map<String, @Nullable Object> base) {}

    @PutMapping(COPY)
    @Described(
            "Keeps all that one has changed so far, valid or not; 409 with mine, theirs and base where others changed the same fields (it is kept all the same)")
    ResponseEntity<WorkingCopies.Copy> keep(
            Actor actor, @PathVariable String type, @PathVariable String id, @Body Typed typed) {
        var base = typed.base() == null ? Map.<String, @Nullable Object>of() : typed.base();
        return answer(copies.keep(actor, type, id, typed.revision(), typed.fields(), base));
    }

    @DeleteMapping(COPY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Described("Throws one's working copy away")
    void discard(Actor actor, @PathVariable String type, @PathVariable String id) {
        copies.discard(actor, type, id);
    }

    @PostMapping(COPY + "/save")
    @Described(
            value =
                    "Saves the working copy into the draft; 409 with the copy and its conflicts where others changed the same fields",
            gives = "SavedEntry")
    ResponseEntity<Object> save(Actor actor, @PathVariable String type, @PathVariable String id) {
        var saving = copies.save(actor, type, id);
        return saving.saved() == null
                ? ResponseEntity.status(HttpStatus.CONFLICT).body(saving.copy())
                : ResponseEntity.ok(EntryController.answer(saving.saved()));
    }

    private static ResponseEntity<WorkingCopies.Copy> answer(WorkingCopies.Copy copy) {
        return ResponseEntity.status(copy.conflicts().isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT)
                .body(copy);
    }

    /** @param window of several of one person; {@code field} is the one that has the focus */
    record Here(String window, @Nullable String field) {}

    /** @param people what those are called who have a full name, by their names */
    record Editors(List<Presence.Editor> editors, Map<String, String> people) {}

    @PutMapping(EntryController.PATH + "/{id}/presence")
    @Described("Says that one has the entry open; to be repeated every five seconds")
    Editors here(Actor actor, @PathVariable String type, @PathVariable String id, @Body Here here) {
        var draft = EntryController.require(drafts, actor, type, id);
        var location = new Location(Perspective.DRAFT, drafts.type(type).workspace(), draft.path());
        var editors = presence.here(actor, id, Subject.of(location, draft), here.window(), here.field());
        return new Editors(
                editors,
                people.named(editors.stream().map(Presence.Editor::user).toList()));
    }

    @DeleteMapping(EntryController.PATH + "/{id}/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Described("Says that one has closed the entry")
    void gone(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(name = "window", defaultValue = "") String window) {
        presence.gone(actor, id, window);
    }

    @GetMapping(EntryController.PATH + "/{id}/publication-check")
    @Described("Every rule that keeps the draft from being published, with its field and locale")
    PublicationCheck.Report check(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(name = "withReferences", defaultValue = "false") boolean withReferences) {
        EntryController.require(drafts, actor, type, id);
        return check.check(actor, id, withReferences);
    }
}
