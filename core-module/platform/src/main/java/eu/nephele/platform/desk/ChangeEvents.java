package eu.nephele.platform.desk;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.Perspective;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.feed.ChangeListener;
import eu.nephele.platform.repository.ContentRepository;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Tells editors of changes in the log, whichever node made them. */
public final class ChangeEvents implements ChangeListener {

    private final EditorEvents events;
    private final ContentRepository repository;
    private final Supplier<Definitions> definitions;

    public ChangeEvents(EditorEvents events, ContentRepository repository, Supplier<Definitions> definitions) {
        this.events = events;
        this.repository = repository;
        this.definitions = definitions;
    }

    @Override
    public void apply(List<Change> changes) {
        for (var change : changes) {
            var subject = subject(change, repository);
            events.tell(event(change, definitions.get()), actor -> actor.may(Action.READ, subject));
        }
    }

    /** What was changed, as rights see it: the entry as its draft is now, where there is one. */
    public static Subject subject(Change change, ContentRepository repository) {
        var location = change.location().in(Perspective.DRAFT);
        return repository.read(Actor.system("events"), reader -> reader.subject(location));
    }

    public static EditorEvents.Event event(Change change, Definitions definitions) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
        data.put("perspective", change.perspective().lowerCase());
        definitions.contentTypesIn(change.workspace()).stream()
                .filter(type -> type.nodeType().equals(change.nodeType()))
                .findFirst()
                .ifPresent(type -> data.put("contentType", type.name()));
        data.put("workspace", change.workspace());
        data.put("path", change.path());
        data.put("id", change.id());
        data.put("revision", change.revision());
        data.put("locales", change.locales());
        data.put("actor", change.actor());
        data.put("at", change.at().toString());
        return new EditorEvents.Event("change", Long.toString(change.revision()), data);
    }
}
