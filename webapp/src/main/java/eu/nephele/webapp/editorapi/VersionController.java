package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.desk.EntryHistory;
import eu.nephele.platform.desk.People;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The versions of an entry. */
@RestController
@RequestMapping(EntryController.PATH + "/{id}")
final class VersionController {

    private final EntryHistory history;
    private final People people;

    VersionController(EntryHistory history, People people) {
        this.history = history;
        this.people = people;
    }

    /** @param people the full names of those who wrote or named them, by name */
    record VersionList(List<EntryHistory.Version> versions, Map<String, String> people) {}

    @GetMapping("/versions")
    @Described("The versions of the entry, oldest first")
    VersionList versions(Actor actor, @PathVariable String type, @PathVariable String id) {
        var versions = history.versions(actor, type, id);
        return new VersionList(
                versions,
                people.named(versions.stream().map(EntryHistory.Version::by).collect(Collectors.toSet())));
    }

    record NewVersion(String label) {}

    @PostMapping("/versions")
    @ResponseStatus(HttpStatus.CREATED)
    @Described("Keeps the draft as it is now as a named version")
    EntryHistory.Version keep(
            Actor actor, @PathVariable String type, @PathVariable String id, @Body NewVersion version) {
        return history.keep(actor, type, id, version.label());
    }

    @GetMapping("/differences")
    @Described(
            "What differs between two states, texts word by word; from and to are draft, live or the name of a version")
    EntryHistory.Differences differences(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(name = "from") String from,
            @RequestParam(name = "to", defaultValue = "draft") String to) {
        return history.compare(actor, type, id, from, to);
    }

    /** @param fields by stored name; all where none are given */
    record Restored(@Nullable List<String> fields) {}

    @PostMapping("/versions/{name}/restore")
    @Described(
            value =
                    "Makes the draft, or some of its fields, what it was in a version (or is live); a whole draft that no version holds becomes one before",
            gives = "SavedEntry")
    Map<String, Object> restore(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @PathVariable String name,
            @Body Restored restored) {
        return EntryController.answer(
                restored.fields() == null
                        ? history.restore(actor, type, id, name)
                        : history.restore(actor, type, id, name, restored.fields()));
    }
}
