package eu.nephele.platform.publishing;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.access.Subject.Field;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.publishing.Publication.PublishedEntry;
import eu.nephele.platform.repository.ContentRepository;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Takes an entry out of the live tree; its draft stays. Live entries that refer to it then deliver the bare id. */
public final class UnpublishEntry {

    private final ContentRepository repository;
    private final Supplier<Definitions> definitions;
    private final Clock clock;

    public UnpublishEntry(ContentRepository repository, Supplier<Definitions> definitions, Clock clock) {
        this.repository = repository;
        this.definitions = definitions;
        this.clock = clock;
    }

    /** An entry that is not live stays as it is: the answer's revision is then the draft's. */
    public PublishedEntry unpublish(Actor actor, String id) {
        return repository.write(actor, writer -> {
            var candidate = new Candidates(definitions.get(), writer)
                    .collect(List.of(id), false)
                    .get(id);
            requireRight(actor, candidate);
            var deed = new MakeLive(writer, actor, definitions.get(), clock);
            var live = writer.locate(Perspective.LIVE, id);
            if (live.isEmpty()) {
                var revision = candidate.revision();
                return new PublishedEntry(
                        id,
                        candidate.type().name(),
                        candidate.location().path(),
                        revision == null ? 0 : Long.parseLong(revision));
            }
            deed.takeAway(live.get(), candidate);
            var revision = writer.nextRevision();
            writer.setProperties(
                    candidate.location(),
                    Map.of(
                            SystemProperties.ACTIVATION_STATUS, Value.of(false),
                            SystemProperties.REVISION, Value.of(revision)));
            writer.removeProperties(
                    candidate.location(),
                    List.of(SystemProperties.PUBLISHED_REVISION, SystemProperties.PUBLISHED_LOCALES));
            deed.record(Change.Kind.SAVED, candidate.location(), candidate, revision, Set.of());
            return new PublishedEntry(
                    id, candidate.type().name(), candidate.location().path(), revision);
        });
    }

    /** Refuses who may not unpublish the entry, and does nothing else. */
    public void requireRight(Actor actor, String id) {
        repository.read(actor, reader -> {
            requireRight(
                    actor,
                    new Candidates(definitions.get(), reader)
                            .collect(List.of(id), false)
                            .get(id));
            return null;
        });
    }

    private static void requireRight(Actor actor, Candidate candidate) {
        actor.require(
                Action.PUBLISH,
                Subject.of(candidate.location(), candidate.draft()).with(Field.WHOLE));
    }
}
