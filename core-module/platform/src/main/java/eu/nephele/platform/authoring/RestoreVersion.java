package eu.nephele.platform.authoring;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.repository.Version;
import java.util.LinkedHashMap;
import java.util.List;

/** Makes a draft what it was in an older version; a new change, nothing of the history is lost. */
public final class RestoreVersion {

    private final Drafts drafts;

    public RestoreVersion(Drafts drafts) {
        this.drafts = drafts;
    }

    public List<Version> versions(Actor actor, String contentType, String id) {
        var type = drafts.type(contentType);
        drafts.repository().read(actor, reader -> drafts.require(reader, type, id));
        return drafts.repository().versions(actor, id);
    }

    /** @throws PlatformException VERSION_NOT_FOUND, ENTRY_NOT_FOUND; INVALID_ENTRY when it refers to what is no longer there */
    public SavedEntry restore(Actor actor, String contentType, String id, String versionName) {
        var type = drafts.type(contentType);
        drafts.repository().read(actor, reader -> drafts.require(reader, type, id));
        var version = drafts.repository()
                .version(actor, id, versionName)
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.VERSION_NOT_FOUND, say("The entry has no version `%s`", versionName)));
        return drafts.write(actor, writer -> {
            var location = drafts.require(writer, type, id);
            var current = Drafts.load(writer, location);
            FieldRights.requireWhole(actor, Action.WRITE, Subject.of(location, current));
            var restored = new CleanEntry(drafts.definitions()).of(type, authoredOf(version, current));
            return drafts.store(writer, actor, type, location, current, restored);
        });
    }

    /** The version's content under the draft's present name and system properties. */
    private static ContentNode authoredOf(ContentNode version, ContentNode current) {
        var properties = new LinkedHashMap<>(version.properties());
        properties.keySet().removeIf(SystemProperties::isSystem);
        current.properties().forEach((name, value) -> {
            if (SystemProperties.isSystem(name)) {
                properties.put(name, value);
            }
        });
        properties.remove(SystemProperties.DELETED);
        return current.withProperties(properties).withChildren(version.children());
    }
}
