package eu.nephele.platform.document;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.ContentWriter;
import eu.nephele.platform.repository.Workspace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documents of one collection. Each is a record of the type T, has an id, and lies in a group (such as the entry it belongs to); groups and
 * ids are any texts of up to 80 characters.
 */
public final class Documents<T> {

    /** The most documents that a list reads, and the largest document in characters. */
    public static final int MOST = 10_000;

    static final int LARGEST = 8 * 1024 * 1024;
    private static final int LONGEST_NAME = 240;
    private static final String TYPE = "mgnl:document";
    private static final String FOLDER_TYPE = "mgnl:folder";
    private static final String JSON = "json";
    private static final Actor SYSTEM = Actor.system("documents");
    private static final Workspace WORKSPACE = new Workspace("documents", true, Map.of(), List.of(TYPE), List.of());
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ContentRepository repository;
    private final Class<T> type;
    private final Location folder;

    /** @param collection a short name, for ever */
    public Documents(ContentRepository repository, String collection, Class<T> type) {
        this.repository = repository;
        this.type = type;
        this.folder = new Location(Perspective.DRAFT, WORKSPACE.name(), "/" + collection);
        repository.register(WORKSPACE);
    }

    public Optional<T> find(String group, String id) {
        return repository.read(SYSTEM, reader -> find(reader, group, id));
    }

    private Optional<T> find(ContentReader reader, String group, String id) {
        return reader.node(at(group, id), 0).map(this::value);
    }

    /** In no particular order. */
    public List<T> list(String group) {
        return repository.read(SYSTEM, reader -> list(reader, folder.child(name(group))));
    }

    /** Those of all groups. */
    public List<T> all() {
        return repository.read(SYSTEM, reader -> {
            var found = new ArrayList<T>();
            for (var group : reader.children(folder, Set.of(FOLDER_TYPE), 0, MOST)) {
                found.addAll(list(reader, folder.child(group.name())));
            }
            return List.copyOf(found);
        });
    }

    private List<T> list(ContentReader reader, Location group) {
        return reader.children(group, Set.of(TYPE), 0, MOST).stream()
                .map(this::value)
                .toList();
    }

    public void put(String group, String id, T value) {
        repository.write(SYSTEM, writer -> put(writer, group, id, value));
    }

    private ContentNode put(ContentWriter writer, String group, String id, T value) {
        var json = MAPPER.writeValueAsString(value);
        if (json.length() > LARGEST) {
            throw new PlatformException(
                    ErrorCode.TOO_LARGE,
                    say("This needs %,d characters; at most %,d are kept", json.length(), LARGEST));
        }
        var location = at(group, id);
        var node = ContentNode.unstored(location.name(), TYPE, Map.of(JSON, Value.of(json)), List.of());
        return writer.put(location, node);
    }

    /**
     * Changes one document; no other change comes in between.
     *
     * @param change from what is there (null: nothing) to what shall be (null: nothing)
     * @return what is there now
     */
    public Optional<T> update(String group, String id, UnaryOperator<@Nullable T> change) {
        return repository.write(SYSTEM, writer -> {
            var before = find(writer, group, id).orElse(null);
            var after = change.apply(before);
            if (after == null) {
                writer.remove(at(group, id));
            } else if (!after.equals(before)) {
                put(writer, group, id, after);
            }
            return Optional.ofNullable(after);
        });
    }

    /** Hands over each document that another node of those that share the repository has put or changed; must be quick. */
    public void onForeignChange(Consumer<T> told) {
        repository.onForeignSave(
                folder,
                location -> repository
                        .read(SYSTEM, reader -> reader.node(location, 0))
                        .filter(node -> node.nodeType().equals(TYPE))
                        .map(this::value)
                        .ifPresent(told));
    }

    public void remove(String group, String id) {
        repository.write(SYSTEM, writer -> {
            writer.remove(at(group, id));
            return id;
        });
    }

    public void removeGroup(String group) {
        repository.write(SYSTEM, writer -> {
            writer.remove(folder.child(name(group)));
            return group;
        });
    }

    private T value(ContentNode node) {
        return MAPPER.readValue(Objects.requireNonNull(node.text(JSON)), type);
    }

    private Location at(String group, String id) {
        return folder.child(name(group)).child(name(id));
    }

    private static String name(String text) {
        var name = URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace(".", "%2E");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new PlatformException(
                    ErrorCode.INVALID_VALUE,
                    name.isEmpty()
                            ? say("A name is empty")
                            : say("`%s` is too long for a name", text.substring(0, 40)));
        }
        return name;
    }
}
