package eu.nephele.platform.desk;

import static eu.nephele.platform.wording.Wording.say;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.authoring.PlainEntry;
import eu.nephele.platform.authoring.SaveEntry;
import eu.nephele.platform.authoring.SavedEntry;
import eu.nephele.platform.document.Documents;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What editors have typed and not saved yet, one copy for each person and entry. Anything can be kept, valid or not. A copy is merged
 * with the draft field by field: where only one side changed a field, that side wins; where both did, somebody has to choose.
 */
public final class WorkingCopies {

    private static final int MOST_FIELDS = 2_000;

    /**
     * @param revision of the draft that the fields were changed from
     * @param fields by stored name, as they shall be; null takes a value away
     * @param base the draft's values of those fields before they were changed
     */
    public record Stored(
            String contentType,
            String entry,
            String owner,
            long revision,
            Map<String, @Nullable Object> fields,
            Map<String, @Nullable Object> base,
            Instant savedAt) {}

    /** A field that both sides changed. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Conflict(
            String field,
            @Nullable Object mine,
            @Nullable Object theirs,
            @Nullable Object base) {}

    /**
     * A copy beside the draft.
     *
     * @param draftRevision of the draft now
     * @param changed what others changed in fields that the copy does not have, by stored name
     * @param theirEditor who saved the draft last
     */
    public record Copy(
            String contentType,
            String entry,
            long revision,
            long draftRevision,
            String theirEditor,
            Map<String, @Nullable Object> fields,
            Map<String, @Nullable Object> changed,
            List<Conflict> conflicts,
            Instant savedAt) {}

    private final Drafts drafts;
    private final SaveEntry saveEntry;
    private final Documents<Stored> copies;
    private final Clock clock;

    public WorkingCopies(Drafts drafts, SaveEntry saveEntry, Documents<Stored> copies, Clock clock) {
        this.drafts = drafts;
        this.saveEntry = saveEntry;
        this.copies = copies;
        this.clock = clock;
    }

    /** Those that somebody has, the latest first. */
    public List<Stored> of(Actor actor) {
        return copies.all().stream()
                .filter(copy -> copy.owner().equals(actor.name()))
                .sorted(java.util.Comparator.comparing(Stored::savedAt).reversed())
                .toList();
    }

    public Optional<Copy> find(Actor actor, String contentType, String id) {
        var draft = draft(actor, contentType, id);
        return copies.find(id, actor.name()).map(stored -> beside(stored, draft, contentType));
    }

    /**
     * Keeps all that somebody changed in an entry so far, whatever it is; it is kept even if it conflicts. A field given with the
     * draft's present revision is taken as chosen in sight of the draft, and conflicts no more.
     *
     * @param base values before the change, by field, where the client knows them
     */
    public Copy keep(
            Actor actor,
            String contentType,
            String id,
            long revision,
            Map<String, @Nullable Object> fields,
            Map<String, @Nullable Object> base) {
        if (fields.size() > MOST_FIELDS) {
            throw new PlatformException(ErrorCode.TOO_LARGE, say("At most %,d fields are kept", MOST_FIELDS));
        }
        var draft = draft(actor, contentType, id);
        actor.require(Action.WRITE, Subject.of(location(contentType, draft), draft));
        var present = plain(contentType, draft);
        var stored = copies.update(id, actor.name(), before -> {
            var bases = new LinkedHashMap<String, @Nullable Object>();
            for (var field : fields.keySet()) {
                if (revision == revision(draft)) {
                    bases.put(field, present.get(field));
                } else if (base.containsKey(field)) {
                    bases.put(field, base.get(field));
                } else if (before != null && before.base().containsKey(field)) {
                    bases.put(field, before.base().get(field));
                }
            }
            return new Stored(contentType, id, actor.name(), revision, fields, bases, clock.instant());
        });
        return beside(stored.orElseThrow(), draft, contentType);
    }

    public void discard(Actor actor, String contentType, String id) {
        drafts.type(contentType);
        copies.remove(id, actor.name());
    }

    /**
     * Saves the copy into the draft, and the copy is gone. Where there are conflicts nothing is saved, and they are answered; a value that a
     * draft cannot have is refused with INVALID_ENTRY. The copy stays in both cases.
     */
    public Saving save(Actor actor, String contentType, String id) {
        var copy = find(actor, contentType, id)
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.PATH_NOT_FOUND, say("You have no unsaved changes of this entry")));
        if (!copy.conflicts().isEmpty()) {
            return new Saving(copy, null);
        }
        // The revision makes a save that came in between be noticed.
        var saved = saveEntry.change(actor, contentType, id, copy.draftRevision(), copy.fields());
        copies.remove(id, actor.name());
        return new Saving(copy, saved);
    }

    /** @param saved null where conflicts kept the copy from being saved */
    public record Saving(Copy copy, @Nullable SavedEntry saved) {}

    private Copy beside(Stored stored, ContentNode draft, String contentType) {
        var present = plain(contentType, draft);
        var conflicts = new ArrayList<Conflict>();
        stored.fields().forEach((field, mine) -> {
            var theirs = present.get(field);
            var known = stored.base().containsKey(field);
            var base = stored.base().get(field);
            var untouched = known && PlainValues.same(theirs, base);
            if (revision(draft) != stored.revision() && !untouched && !PlainValues.same(mine, theirs)) {
                conflicts.add(new Conflict(field, mine, theirs, base));
            }
        });
        var changed = new LinkedHashMap<String, @Nullable Object>();
        if (revision(draft) != stored.revision()) {
            present.forEach((field, value) -> {
                if (!stored.fields().containsKey(field)) {
                    changed.put(field, value);
                }
            });
        }
        var editor = draft.text(SystemProperties.LAST_MODIFIED_BY);
        return new Copy(
                stored.contentType(),
                stored.entry(),
                stored.revision(),
                revision(draft),
                editor == null ? "" : editor,
                stored.fields(),
                changed,
                conflicts,
                stored.savedAt());
    }

    private Map<String, Object> plain(String contentType, ContentNode draft) {
        return PlainEntry.of(drafts.definitions(), drafts.type(contentType), draft);
    }

    private ContentNode draft(Actor actor, String contentType, String id) {
        return drafts.find(actor, contentType, id)
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.ENTRY_NOT_FOUND, say("There is no %s with the id `%s`", contentType, id)));
    }

    private Location location(String contentType, ContentNode draft) {
        return new Location(Perspective.DRAFT, drafts.type(contentType).workspace(), draft.path());
    }

    private static long revision(ContentNode draft) {
        return draft.value(SystemProperties.REVISION) instanceof Value.Whole(long number) ? number : 0;
    }
}
