package eu.nephele.platform.authoring;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Scope.Owner;
import eu.nephele.platform.repository.ContentWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a new draft. */
public final class CreateEntry {

    private final Drafts drafts;

    public CreateEntry(Drafts drafts) {
        this.drafts = drafts;
    }

    /** @throws PlatformException INVALID_ENTRY naming the fields, NAME_TAKEN, UNKNOWN_CONTENT_TYPE */
    public SavedEntry create(Actor actor, String contentType, EntryInput input) {
        var type = drafts.type(contentType);
        return drafts.write(actor, writer -> create(writer, actor, type, input));
    }

    /** As part of a larger save. */
    public SavedEntry create(ContentWriter writer, Actor actor, ContentType type, EntryInput input) {
        var given = withOwner(type, actor, withDefaults(type, input.properties()));
        var parent = Drafts.parent(type, input.parentPath());
        var location = parent.child(name(writer, parent, input));
        var id = input.id() == null ? "" : input.id();
        var known = input.externalIds().isEmpty()
                ? Map.<String, Value>of()
                : Map.of(
                        SystemProperties.EXTERNAL_IDS,
                        Value.texts(input.externalIds().toArray(String[]::new)));
        var empty = new ContentNode(id, location.name(), location.path(), type.nodeType(), known, List.of());
        var form = drafts.form(type);
        return drafts.store(writer, actor, type, location, null, form.fill(empty, given))
                .with(form.cleaned());
    }

    static PlatformException nameTaken(Location location) {
        var message = say("There is an entry `%s` in %s already", location.path(), location.workspace());
        return new PlatformException(
                ErrorCode.NAME_TAKEN, message, List.of(new FieldError("@name", "unique", message)));
    }

    /** What somebody creates who acts for one organisation belongs to it, unless she says otherwise. */
    private static Map<String, ?> withOwner(ContentType type, Actor actor, Map<String, ?> given) {
        if (actor.organisations().size() != 1
                || given.get(Owner.PROPERTY) != null
                || type.property(Owner.PROPERTY).isEmpty()) {
            return given;
        }
        var values = new LinkedHashMap<String, Object>(given);
        values.put(Owner.PROPERTY, actor.organisations().iterator().next());
        return values;
    }

    private static String name(ContentWriter writer, Location parent, EntryInput input) {
        if (input.name() != null) {
            var location = parent.child(EntryNames.requireValid(input.name()));
            if (writer.isTaken(location)) {
                throw nameTaken(location);
            }
            return input.name();
        }
        var title = input.properties().get("title") instanceof String text
                ? text
                : input.properties().get("name");
        return EntryNames.free(
                EntryNames.slug(title instanceof String text ? text : "entry"),
                name -> writer.isTaken(parent.child(name)));
    }

    private static Map<String, ?> withDefaults(ContentType type, Map<String, ?> given) {
        var values = new LinkedHashMap<String, Object>();
        for (var property : type.model().properties()) {
            if (property.defaultValue() != null && !given.containsKey(property.name())) {
                values.put(property.name(), DefaultValues.plain(property.defaultValue()));
            }
        }
        values.putAll(given);
        return values;
    }
}
