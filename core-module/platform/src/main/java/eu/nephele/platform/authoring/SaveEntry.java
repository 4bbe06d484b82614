package eu.nephele.platform.authoring;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.repository.ContentWriter;
import eu.nephele.platform.validation.StoredProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes a draft. */
public final class SaveEntry {

    private final Drafts drafts;

    public SaveEntry(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * Sets the given properties; null takes one away, those not given stay. A save that would change nothing changes nothing,
     * and answers the revision as it is.
     *
     * @param revision the one the author started from; null to save whatever the entry is now
     * @throws PlatformException STALE_REVISION with the fields that differ, INVALID_ENTRY, ENTRY_NOT_FOUND
     */
    public SavedEntry change(
            Actor actor, String contentType, String id, @Nullable Long revision, Map<String, ?> properties) {
        var type = drafts.type(contentType);
        return drafts.write(actor, writer -> save(writer, actor, type, id, revision, properties, false));
    }

    /** As {@link #change}, and what is not given is taken away. */
    public SavedEntry replace(
            Actor actor, String contentType, String id, @Nullable Long revision, Map<String, ?> properties) {
        var type = drafts.type(contentType);
        return drafts.write(actor, writer -> save(writer, actor, type, id, revision, properties, true));
    }

    /** As part of a larger save. */
    public SavedEntry save(
            ContentWriter writer,
            Actor actor,
            ContentType type,
            String id,
            @Nullable Long revision,
            Map<String, ?> properties,
            boolean replace) {
        var location = drafts.require(writer, type, id);
        var before = Drafts.load(writer, location);
        var base = replace ? withoutAuthored(type, before) : before;
        var rights = drafts.rights(actor, type, Subject.of(location, before));
        var form = drafts.form(type);
        var after = rights.keepingHidden(before, form.fill(base, properties));
        requireFresh(before, after, revision);
        if (sameContent(before, after)) {
            var current = before.text(SystemProperties.REVISION);
            return new SavedEntry(
                    id, type.name(), location.path(), current == null ? 0 : Long.parseLong(current), form.cleaned());
        }
        return drafts.store(writer, actor, type, location, before, after).with(form.cleaned());
    }

    private ContentNode withoutAuthored(ContentType type, ContentNode entry) {
        var site = drafts.definitions().site();
        var kept = new LinkedHashMap<>(entry.properties());
        kept.keySet()
                .removeIf(name -> StoredProperty.of(name, type.model(), site).isPresent());
        var children = entry.children().stream()
                .filter(child ->
                        StoredProperty.of(child.name(), type.model(), site).isEmpty())
                .toList();
        return entry.withProperties(kept).withChildren(children);
    }

    /** Whether saving would change nothing; the identity of nested nodes is no content. */
    private static boolean sameContent(ContentNode before, ContentNode after) {
        if (!before.properties().equals(after.properties())
                || before.children().size() != after.children().size()) {
            return false;
        }
        for (var index = 0; index < before.children().size(); index++) {
            var left = before.children().get(index);
            var right = after.children().get(index);
            if (!left.name().equals(right.name())
                    || !left.nodeType().equals(right.nodeType())
                    || !sameContent(left, right)) {
                return false;
            }
        }
        return true;
    }

    private static void requireFresh(ContentNode current, ContentNode wanted, @Nullable Long revision) {
        var currentRevision = current.text(SystemProperties.REVISION);
        if (revision == null || revision.toString().equals(currentRevision)) {
            return;
        }
        var differing = new ArrayList<FieldError>();
        wanted.properties().forEach((name, value) -> {
            var stored = current.value(name);
            if (!SystemProperties.isSystem(name) && !value.equals(stored)) {
                differing.add(new FieldError(name, "stale", say("is now `%s`", stored == null ? "" : stored.asText())));
            }
        });
        for (var child : wanted.children()) {
            if (!Objects.equals(child, current.child(child.name()).orElse(null))) {
                differing.add(new FieldError(child.name(), "stale", say("was changed")));
            }
        }
        throw new PlatformException(
                ErrorCode.STALE_REVISION,
                say(
                        "The entry is at revision %s now, you started from %d: read it again and repeat your change",
                        currentRevision, revision),
                List.copyOf(differing));
    }
}
