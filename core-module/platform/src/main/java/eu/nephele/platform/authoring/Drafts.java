package eu.nephele.platform.authoring;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.ContentWriter;
import eu.nephele.platform.validation.EntryValidator;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The drafts of entries, by content type and id; what all deeds share. */
public final class Drafts {

    private final ContentRepository repository;
    private final Supplier<Definitions> definitions;
    private final Clock clock;
    private final AuthoringSettings settings;

    public Drafts(
            ContentRepository repository, Supplier<Definitions> definitions, Clock clock, AuthoringSettings settings) {
        this.repository = repository;
        this.definitions = definitions;
        this.clock = clock;
        this.settings = settings;
    }

    /** The draft with its whole subtree, as far as the actor may read it. */
    public Optional<ContentNode> find(Actor actor, String contentType, String id) {
        var type = type(contentType);
        return repository.read(
                actor,
                reader -> locate(reader, type, id)
                        .flatMap(at ->
                                reader.node(at, Integer.MAX_VALUE).map(draft -> visible(actor, type, at, draft))));
    }

    /** @throws PlatformException UNKNOWN_CONTENT_TYPE with those there are */
    public ContentType type(String name) {
        var known = definitions.get().contentTypes();
        var type = known.get(name);
        if (type == null) {
            throw new PlatformException(
                    ErrorCode.UNKNOWN_CONTENT_TYPE,
                    say(
                            "There is no content type `%s`; there are %s",
                            name,
                            String.join(", ", known.keySet().stream().sorted().toList())));
        }
        if (type.isOfFiles()) {
            throw new PlatformException(
                    ErrorCode.UNKNOWN_CONTENT_TYPE,
                    "`%s` are files: they are uploaded, and described, below /.rest/editor/v1/assets".formatted(name));
        }
        return type;
    }

    /** The entry, or a version of it, without the values that the actor may not read. */
    public ContentNode visible(Actor actor, ContentType type, Location location, ContentNode entry) {
        return rights(actor, type, Subject.of(location, entry)).visible(entry);
    }

    FieldRights rights(Actor actor, ContentType type, Subject entry) {
        return new FieldRights(definitions(), type, actor, entry);
    }

    public Definitions definitions() {
        return definitions.get();
    }

    public ContentRepository repository() {
        return repository;
    }

    <T> T write(Actor actor, Function<ContentWriter, T> deed) {
        return repository.write(actor, deed);
    }

    EntryForm form(ContentType type) {
        return new EntryForm(definitions.get(), type, settings);
    }

    /** Where entries of the type may lie: the root path and below it. */
    static Location parent(ContentType type, @Nullable String parentPath) {
        var root = new Location(
                Perspective.DRAFT, type.workspace(), type.datasource().rootPath());
        if (parentPath == null || parentPath.isEmpty() || parentPath.equals("/")) {
            return root;
        }
        var location = root;
        for (var part : parentPath.replaceAll("^/|/$", "").split("/", -1)) {
            location = location.child(EntryNames.requireValid(part));
        }
        return location;
    }

    Optional<Location> locate(ContentReader reader, ContentType type, String id) {
        return reader.locate(Perspective.DRAFT, id)
                .filter(at -> at.workspace().equals(type.workspace()))
                .filter(at -> reader.node(at, 0)
                        .map(node -> node.nodeType().equals(type.nodeType()))
                        .orElse(false));
    }

    /** Where the draft is; refuses with ENTRY_NOT_FOUND. */
    Location require(ContentReader reader, ContentType type, String id) {
        return locate(reader, type, id)
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.ENTRY_NOT_FOUND, say("There is no %s with the id `%s`", type.name(), id)));
    }

    static ContentNode load(ContentReader reader, Location location) {
        return reader.node(location, Integer.MAX_VALUE).orElseThrow();
    }

    /** Checks the draft, gives it the platform's properties, stores it and records the change. */
    SavedEntry store(
            ContentWriter writer,
            Actor actor,
            ContentType type,
            Location location,
            @Nullable ContentNode before,
            ContentNode entry) {
        var subject = Subject.of(location, entry);
        actor.require(before == null ? Action.CREATE : Action.WRITE, subject);
        rights(actor, type, subject).requireChanges(before, entry);
        var now = Value.of(OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC));
        var revision = writer.nextRevision();
        var properties = new LinkedHashMap<>(entry.properties());
        properties.putIfAbsent(SystemProperties.CREATED, now);
        properties.putIfAbsent(SystemProperties.CREATED_BY, Value.of(actor.name()));
        properties.put(SystemProperties.LAST_MODIFIED, now);
        properties.put(SystemProperties.LAST_MODIFIED_BY, Value.of(actor.name()));
        properties.put(SystemProperties.REVISION, Value.of(revision));
        putOrRemove(
                properties,
                SystemProperties.TRANSLATED_FROM,
                new TranslationMarks(definitions(), type).after(before, entry));
        putOrRemove(properties, SystemProperties.REFERENCES, References.in(definitions(), type, entry));
        if (type.property(ExternalIds.PROPERTY).isPresent()) {
            putOrRemove(properties, SystemProperties.EXTERNAL_IDS, ExternalIds.in(entry));
        }
        var stored = entry.withProperties(properties);
        var errors = new EntryValidator(definitions(), new DraftLookups(writer, entry.id())).checkDraft(type, stored);
        if (!errors.isEmpty()) {
            throw EntryForm.invalid(type.name(), errors);
        }
        var saved = writer.put(location, stored);
        record(writer, actor, Change.Kind.SAVED, location, saved.id(), type.nodeType(), revision);
        return new SavedEntry(saved.id(), type.name(), location.path(), revision);
    }

    void record(
            ContentWriter writer,
            Actor actor,
            Change.Kind kind,
            Location at,
            String id,
            String nodeType,
            long revision) {
        writer.record(new Change(
                revision,
                kind,
                at.perspective(),
                at.workspace(),
                at.path(),
                id,
                nodeType,
                List.of(),
                actor.name(),
                clock.instant()));
    }

    private static void putOrRemove(LinkedHashMap<String, Value> properties, String name, @Nullable Value value) {
        if (value == null) {
            properties.remove(name);
        } else {
            properties.put(name, value);
        }
    }
}
