package eu.nephele.platform.desk;

import static eu.nephele.platform.wording.Wording.say;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.access.Subject.Field;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.authoring.PlainEntry;
import eu.nephele.platform.authoring.RestoreVersion;
import eu.nephele.platform.authoring.SaveEntry;
import eu.nephele.platform.authoring.SavedEntry;
import eu.nephele.platform.document.Documents;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The versions of entries: named ones, what differs between any two, and fields taken back from one. */
public final class EntryHistory {

    private static final int LONGEST_LABEL = 200;

    /** What somebody called a version. */
    public record Name(String version, String label, String by) {}

    /**
     * @param by who gave it its name, or else who wrote the content that it holds
     * @param label what it was called, if it was
     * @param live whether it is what is live now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Version(
            String name,
            Instant created,
            String by,
            @Nullable String label,
            boolean live) {}

    public record Differences(String from, String to, List<Comparison.Difference> differences) {}

    private final Drafts drafts;
    private final RestoreVersion restoreVersion;
    private final SaveEntry saveEntry;
    private final Documents<Name> names;

    public EntryHistory(Drafts drafts, RestoreVersion restoreVersion, SaveEntry saveEntry, Documents<Name> names) {
        this.drafts = drafts;
        this.restoreVersion = restoreVersion;
        this.saveEntry = saveEntry;
        this.names = names;
    }

    /** Oldest first. */
    public List<Version> versions(Actor actor, String contentType, String id) {
        var labels = names.list(id).stream().collect(Collectors.toMap(Name::version, name -> name));
        var live = drafts.find(actor, contentType, id)
                .filter(draft -> "true".equals(draft.text(SystemProperties.ACTIVATION_STATUS)))
                .map(draft -> draft.text(SystemProperties.LAST_ACTIVATED_VERSION))
                .orElse(null);
        return restoreVersion.versions(actor, contentType, id).stream()
                .map(version -> {
                    var label = labels.get(version.name());
                    var by = label != null
                            ? label.by()
                            : drafts.repository()
                                    .version(actor, id, version.name())
                                    .map(node -> node.text(SystemProperties.LAST_MODIFIED_BY))
                                    .orElse("");
                    return new Version(
                            version.name(),
                            version.created(),
                            by,
                            label == null ? null : label.label(),
                            version.name().equals(live));
                })
                .toList();
    }

    /** Keeps the draft as it is now as a version of this name. */
    public Version keep(Actor actor, String contentType, String id, String label) {
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST, say("A version needs a name of up to %d characters", LONGEST_LABEL));
        }
        require(drafts.find(actor, contentType, id), contentType, id);
        var version = drafts.repository().createVersion(actor, id);
        names.put(id, version.name(), new Name(version.name(), label, actor.name()));
        return new Version(version.name(), version.created(), actor.name(), label, false);
    }

    /** @param from and {@code to}: {@code draft}, {@code live}, or the name of a version */
    public Differences compare(Actor actor, String contentType, String id, String from, String to) {
        var before = state(actor, contentType, id, from);
        var after = state(actor, contentType, id, to);
        var type = drafts.type(contentType);
        return new Differences(from, to, Comparison.of(drafts.definitions(), type, before, after));
    }

    /** Makes the draft what it was in a version. What it was until now, if no version holds it, becomes one before. */
    public SavedEntry restore(Actor actor, String contentType, String id, String name) {
        var draft = require(drafts.find(actor, contentType, id), contentType, id);
        var location = new Location(Perspective.DRAFT, drafts.type(contentType).workspace(), draft.path());
        actor.require(Action.WRITE, Subject.of(location, draft).with(Field.WHOLE));
        var versions = restoreVersion.versions(actor, contentType, id);
        var now = state(actor, contentType, id, "draft");
        if (versions.stream().anyMatch(version -> version.name().equals(name))
                && versions.reversed().stream()
                        .noneMatch(version -> now.equals(state(actor, contentType, id, version.name())))) {
            keep(actor, contentType, id, say("Before version %s was brought back", name));
        }
        return restoreVersion.restore(actor, contentType, id, name);
    }

    /** Makes some fields of the draft what they were in a version, or are live. */
    public SavedEntry restore(Actor actor, String contentType, String id, String from, List<String> fields) {
        var then = state(actor, contentType, id, from);
        var values = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach(field -> values.put(field, then.get(field)));
        return saveEntry.change(actor, contentType, id, null, values);
    }

    private Map<String, Object> state(Actor actor, String contentType, String id, String name) {
        var type = drafts.type(contentType);
        var draft = require(drafts.find(actor, contentType, id), contentType, id);
        var node = switch (name) {
            case "draft" -> Optional.of(draft);
            case "live" ->
                drafts.repository()
                        .read(
                                Actor.system("comparison"),
                                reader -> reader.locate(Perspective.LIVE, id)
                                        .flatMap(at -> reader.node(at, Integer.MAX_VALUE)));
            default -> drafts.repository().version(actor, id, name);
        };
        var found = node.orElseThrow(() -> new PlatformException(
                ErrorCode.VERSION_NOT_FOUND,
                name.equals("live") ? say("The entry is not live") : say("The entry has no version `%s`", name)));
        var location = new Location(Perspective.DRAFT, type.workspace(), draft.path());
        return PlainEntry.of(drafts.definitions(), type, drafts.visible(actor, type, location, found));
    }

    private static ContentNode require(Optional<ContentNode> found, String contentType, String id) {
        return found.orElseThrow(() -> new PlatformException(
                ErrorCode.ENTRY_NOT_FOUND, say("There is no %s with the id `%s`", contentType, id)));
    }
}
