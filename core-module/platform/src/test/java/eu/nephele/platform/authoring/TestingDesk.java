package eu.nephele.platform.authoring;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.TestingDefinitions;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
import eu.nephele.platform.repository.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An editor's desk over a repository in memory: the testing catalogue's workspaces and the deeds of authoring. */
public final class TestingDesk implements AutoCloseable {

    public static final Actor EDITOR = Actor.administrator("editor");

    public final ContentRepository repository;
    public final Definitions definitions = TestingDefinitions.catalogue();
    public final TickingClock clock = new TickingClock();
    public final Drafts drafts;
    public final CreateEntry createEntry;
    public final SaveEntry saveEntry;

    public TestingDesk() {
        this(RepositorySettings.inMemory());
    }

    public TestingDesk(RepositorySettings settings) {
        repository = ContentRepository.open(settings);
        definitions.contentTypes().values().forEach(type -> repository.register(workspace(type)));
        drafts = new Drafts(repository, () -> definitions, clock, AuthoringSettings.DEFAULTS);
        createEntry = new CreateEntry(drafts);
        saveEntry = new SaveEntry(drafts);
    }

    private static Workspace workspace(ContentType type) {
        return new Workspace(
                type.workspace(),
                type.datasource().spread(),
                type.datasource().namespaces(),
                List.of(type.nodeType()),
                List.of());
    }

    public SavedEntry create(String contentType, Map<String, ?> properties) {
        return createEntry.create(EDITOR, contentType, new EntryInput(null, null, properties));
    }

    public SavedEntry createCluster(String title) {
        return create("cluster", Map.of("title", title, "country", "IT"));
    }

    public Optional<ContentNode> find(Perspective perspective, String id) {
        return repository.read(
                EDITOR, reader -> reader.locate(perspective, id).flatMap(at -> reader.node(at, Integer.MAX_VALUE)));
    }

    public ContentNode draft(String id) {
        return find(Perspective.DRAFT, id).orElseThrow();
    }

    public List<Change> changes() {
        return repository.changesAfter(0, 1000);
    }

    @Override
    public void close() {
        repository.close();
    }

    /** Moves on by a second with every look at it, so that before and after differ. */
    public static final class TickingClock extends Clock {

        private Instant now = Instant.parse("2026-10-01T08:00:00Z");

        @Override
        public synchronized Instant instant() {
            now = now.plus(Duration.ofSeconds(1));
            return now;
        }

        public synchronized void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
