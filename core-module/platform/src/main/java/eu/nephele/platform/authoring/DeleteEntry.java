package eu.nephele.platform.authoring;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentWriter;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Deletes as Magnolia does: an entry that is live is marked, and goes when the deletion is published; one that is not live goes
 * at once. What other entries refer to stays.
 */
public final class DeleteEntry {

    private final Drafts drafts;

    public DeleteEntry(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * @return whether the entry is gone; false when it is marked and waits for publication
     * @throws PlatformException STILL_REFERENCED listing the entries that refer to it
     */
    public boolean delete(Actor actor, String contentType, String id) {
        return delete(actor, contentType, id, null);
    }

    /** @param replacement the id of the entry that drafts shall refer to instead; null to refuse while any refers to it */
    public boolean delete(Actor actor, String contentType, String id, @Nullable String replacement) {
        return drafts.write(actor, writer -> delete(writer, actor, contentType, id, replacement));
    }

    /** As part of a larger save. */
    public boolean delete(
            ContentWriter writer, Actor actor, String contentType, String id, @Nullable String replacement) {
        var type = drafts.type(contentType);
        var location = drafts.require(writer, type, id);
        actor.require(Action.DELETE, writer.subject(location));
        if (replacement != null) {
            if (replacement.equals(id)) {
                throw new PlatformException(ErrorCode.BAD_REQUEST, say("An entry cannot replace itself"));
            }
            drafts.require(writer, type, replacement);
            new ReplaceReferences(drafts).run(writer, actor, id, replacement);
        }
        requireUnreferenced(writer, location, id);
        if (writer.locate(Perspective.LIVE, id).isPresent()) {
            var entry = Drafts.load(writer, location);
            var properties = new LinkedHashMap<>(entry.properties());
            properties.put(SystemProperties.DELETED, Value.of(true));
            drafts.store(writer, actor, type, location, entry, entry.withProperties(properties));
            return false;
        }
        writer.remove(location);
        drafts.record(writer, actor, Change.Kind.REMOVED, location, id, type.nodeType(), writer.nextRevision());
        return true;
    }

    /** Takes the mark away again. */
    public SavedEntry undelete(Actor actor, String contentType, String id) {
        return drafts.write(actor, writer -> undelete(writer, actor, contentType, id));
    }

    /** As part of a larger save. */
    public SavedEntry undelete(ContentWriter writer, Actor actor, String contentType, String id) {
        var type = drafts.type(contentType);
        var location = drafts.require(writer, type, id);
        actor.require(Action.DELETE, writer.subject(location));
        var entry = Drafts.load(writer, location);
        var properties = new LinkedHashMap<>(entry.properties());
        properties.remove(SystemProperties.DELETED);
        return drafts.store(writer, actor, type, location, entry, entry.withProperties(properties));
    }

    private static void requireUnreferenced(ContentReader reader, Location location, String id) {
        var referrers = reader.referrers(Perspective.DRAFT, id).stream()
                .filter(at -> !at.equals(location))
                .map(at -> at.workspace() + ":" + at.path())
                .sorted()
                .toList();
        var all = reader.countReferrers(Perspective.DRAFT, id, location);
        if (all > 0) {
            throw new PlatformException(
                    ErrorCode.STILL_REFERENCED,
                    say(
                            "`%s` is still referred to (%d times%s): take those references away first",
                            location.path(),
                            all,
                            all == referrers.size()
                                    ? ""
                                    : say(", %d of them where you may not look", all - referrers.size())),
                    referrers.stream()
                            .limit(100)
                            .map(path -> new FieldError(path, "reference", say("refers to it")))
                            .toList());
        }
    }
}
