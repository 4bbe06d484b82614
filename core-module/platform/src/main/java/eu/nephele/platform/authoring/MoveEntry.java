package eu.nephele.platform.authoring;

import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.repository.ContentWriter;
import org.jspecify.annotations.Nullable;

/** Moves or renames a draft. What is live stays where it is until the entry is published again. */
public final class MoveEntry {

    private final Drafts drafts;

    public MoveEntry(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * @param parentPath below the content type's root; null keeps the folder
     * @param name null keeps the name
     * @throws PlatformException NAME_TAKEN, ENTRY_NOT_FOUND, INVALID_ENTRY for a bad name
     */
    public SavedEntry move(
            Actor actor, String contentType, String id, @Nullable String parentPath, @Nullable String name) {
        return drafts.write(actor, writer -> move(writer, actor, contentType, id, parentPath, name));
    }

    /** As part of a larger save. */
    public SavedEntry move(
            ContentWriter writer,
            Actor actor,
            String contentType,
            String id,
            @Nullable String parentPath,
            @Nullable String name) {
        var type = drafts.type(contentType);
        var from = drafts.require(writer, type, id);
        var parent = parentPath == null ? from.parent() : Drafts.parent(type, parentPath);
        var to = parent.child(name == null ? from.name() : EntryNames.requireValid(name));
        var entry = Drafts.load(writer, from);
        if (to.equals(from)) {
            var revision = entry.text(SystemProperties.REVISION);
            return new SavedEntry(id, contentType, to.path(), revision == null ? 0 : Long.parseLong(revision));
        }
        FieldRights.requireWhole(actor, Action.WRITE, Subject.of(from, entry));
        FieldRights.requireWhole(actor, Action.WRITE, Subject.of(to, entry));
        if (writer.isTaken(to)) {
            throw CreateEntry.nameTaken(to);
        }
        writer.move(from, to);
        return drafts.store(writer, actor, type, to, entry, Drafts.load(writer, to));
    }
}
