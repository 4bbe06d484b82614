package eu.nephele.platform.repository;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.platform.access.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Repositories for tests: {@code TestingRepository.inMemory("champions")} is open, with the workspace registered. */
public final class TestingRepository {

    public static final Actor SYSTEM = Actor.system("test");

    private TestingRepository() {}

    /** In memory, with a plain workspace of entries of the type {@code mgnl:content} for each name. */
    public static ContentRepository inMemory(String... workspaces) {
        var repository = ContentRepository.open(RepositorySettings.inMemory());
        for (var workspace : workspaces) {
            repository.register(workspace(workspace));
        }
        return repository;
    }

    public static Workspace workspace(String name, String... entryNodeTypes) {
        return new Workspace(name, false, Map.of(), List.of(entryNodeTypes), List.of());
    }

    public static Workspace spreadWorkspace(String name, String... entryNodeTypes) {
        return new Workspace(name, true, Map.of(), List.of(entryNodeTypes), List.of());
    }

    public static Location draft(String workspace, String path) {
        return new Location(Perspective.DRAFT, workspace, path);
    }

    public static Location live(String workspace, String path) {
        return new Location(Perspective.LIVE, workspace, path);
    }

    /** An entry of the type {@code mgnl:content} with text properties: {@code entry("name", "value", ...)}. */
    public static ContentNode entry(String... properties) {
        var values = new java.util.LinkedHashMap<String, Value>();
        for (var index = 0; index < properties.length; index += 2) {
            values.put(properties[index], Value.of(properties[index + 1]));
        }
        return ContentNode.unstored("", "mgnl:content", values, List.of());
    }

    /** Saves an entry with its change record, as the platform does. */
    public static ContentNode save(ContentRepository repository, Location location, ContentNode content) {
        return repository.write(SYSTEM, writer -> {
            var stored = writer.put(location, content);
            writer.record(change(writer, Change.Kind.SAVED, location, stored));
            return stored;
        });
    }

    /** Removes an entry with its change record. */
    public static void remove(ContentRepository repository, Location location) {
        repository.write(SYSTEM, writer -> {
            writer.node(location, 0).ifPresent(stored -> {
                writer.remove(location);
                writer.record(change(writer, Change.Kind.REMOVED, location, stored));
            });
            return null;
        });
    }

    public static Optional<ContentNode> read(ContentRepository repository, Location location) {
        return repository.read(SYSTEM, reader -> reader.node(location, Integer.MAX_VALUE));
    }

    public static Change change(ContentWriter writer, Change.Kind kind, Location location, ContentNode node) {
        return new Change(
                writer.nextRevision(),
                kind,
                location.perspective(),
                location.workspace(),
                location.path(),
                node.id(),
                node.nodeType(),
                List.of(),
                SYSTEM.name(),
                Instant.parse("2026-01-02T03:04:05Z"));
    }
}
