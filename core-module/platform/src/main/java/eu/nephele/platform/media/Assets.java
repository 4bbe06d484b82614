package eu.nephele.platform.media;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.ContentWriter;
import eu.nephele.platform.repository.StoredBinary;
import eu.nephele.platform.repository.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Keeps uploaded files, and reads them back. An asset is live as soon as it is uploaded, or known to be clean where a virus scanner is asked. */
public final class Assets {

    public static final Workspace WORKSPACE =
            new Workspace("dam", true, Map.of(), List.of("mgnl:asset"), List.of("mgnl:resource", "mgnl:contentNode"));

    /** Does something with an asset and its content while it can be read. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Asset asset, InputStream content) throws IOException;
    }

    private final ContentRepository repository;
    private final InstantSource clock;
    private final Intake intake;
    private final Quota quota;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    public Assets(ContentRepository repository, MediaSettings settings, InstantSource clock) {
        this.repository = repository;
        this.intake = new Intake(repository, settings);
        this.quota = new Quota(repository, settings);
        this.clock = clock;
        repository.register(WORKSPACE);
        repository.index(List.of(AssetNodes.HASH_OF_FILE));
    }

    /** The listener hears the id of each asset whose file is new. */
    public void whenStored(Consumer<String> listener) {
        listeners.add(listener);
    }

    /**
     * Stores the file under a name of its own in the folder.
     *
     * @throws PlatformException TOO_LARGE, QUOTA_EXCEEDED, INVALID_VALUE for an empty file, a broken vector picture or a folder that is no path, ACCESS_DENIED
     */
    public Asset upload(Actor actor, Upload upload) {
        var folder = folder(upload.folder());
        actor.require(Action.CREATE, subject(folder));
        actor.require(Action.PUBLISH, subject(folder.in(Perspective.LIVE)));
        quota.requireRoom(actor, upload.size());
        var received = intake.receive(upload);
        var asset = repository.write(actor, writer -> store(writer, actor, folder, received));
        stored(asset.id());
        return asset;
    }

    /**
     * To be asked before a large file is sent: whether it would be taken then.
     *
     * @throws PlatformException QUOTA_EXCEEDED
     */
    public void requireRoom(Actor actor, long bytes) {
        quota.requireRoom(actor, bytes);
    }

    /** Tells the listeners that an asset has a new file. */
    public void stored(String id) {
        listeners.forEach(listener -> listener.accept(id));
    }

    /** The hash that a file would have as an asset: SHA-256, in hexadecimal digits. */
    public static String hash(Upload.Source source) throws IOException {
        return Intake.hash(source);
    }

    /** The assets with just this content, outside of the trash; for offering them instead of another copy. */
    public List<Asset> withContent(Actor actor, String contentHash) {
        return repository.read(
                actor,
                reader -> reader.withValue(Perspective.DRAFT, AssetNodes.HASH_OF_FILE, contentHash).stream()
                        .flatMap(at -> reader.node(at, 1).stream())
                        .filter(node -> node.value(SystemProperties.DELETED) == null)
                        .map(AssetNodes::asset)
                        .toList());
    }

    /** @param key {@code jcr:<uuid>} or the UUID alone */
    public Optional<Asset> find(Actor actor, Perspective perspective, String key) {
        return repository.read(actor, reader -> locate(reader, perspective, key).map(AssetNodes::asset));
    }

    /** @param path in the workspace {@code dam} */
    public Optional<Asset> at(Actor actor, Perspective perspective, String path) {
        return repository.read(
                actor,
                reader -> reader.node(new Location(perspective, WORKSPACE.name(), path), 1)
                        .filter(node -> node.child(AssetNodes.RESOURCE).isPresent())
                        .map(AssetNodes::asset));
    }

    /** Opens the content for as long as the reading takes; empty when there is no such asset for this actor. */
    public <T> Optional<T> read(Actor actor, Perspective perspective, String key, Reading<T> reading) {
        return repository.read(
                actor,
                reader -> locate(reader, perspective, key).flatMap(node -> read(reader, perspective, node, reading)));
    }

    private static <T> Optional<T> read(
            ContentReader reader, Perspective perspective, ContentNode node, Reading<T> reading) {
        AssetNodes.requireHarmless(node);
        var resource = new Location(perspective, WORKSPACE.name(), node.path()).child(AssetNodes.RESOURCE);
        var binary = reader.binary(resource, AssetNodes.DATA);
        if (binary.isEmpty()) {
            return Optional.empty();
        }
        try (var content = binary.get()) {
            return Optional.ofNullable(reading.read(AssetNodes.asset(node), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<ContentNode> locate(ContentReader reader, Perspective perspective, String key) {
        var id = key.startsWith("jcr:") ? key.substring(4) : key;
        return reader.locate(perspective, id)
                .filter(location -> location.workspace().equals(WORKSPACE.name()))
                .flatMap(location -> reader.node(location, 1))
                .filter(node -> node.child(AssetNodes.RESOURCE).isPresent());
    }

    private Asset store(ContentWriter writer, Actor actor, Location folder, Intake.Received received) {
        var file = received.file();
        var draft = freeLocation(writer, folder, file.fileName());
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var id = put(writer, draft, "", file, received.original(), actor, now);
        if (file.scan().holdsBack()) {
            return AssetNodes.asset(writer.node(draft, 1).orElseThrow());
        }
        put(writer, draft.in(Perspective.LIVE), id, file, received.delivered(), actor, now);
        return AssetNodes.asset(writer.node(draft.in(Perspective.LIVE), 1).orElseThrow());
    }

    private static String put(
            ContentWriter writer,
            Location location,
            String id,
            AssetNodes.File file,
            StoredBinary content,
            Actor actor,
            OffsetDateTime now) {
        var node = AssetNodes.save(
                writer, actor, location, AssetNodes.node(id, location.name(), file, actor, now, 0), now.toInstant());
        writer.putBinary(location.child(AssetNodes.RESOURCE), AssetNodes.DATA, content);
        return node.id();
    }

    /** An asset in the folder, as rights see it before it is there. */
    static Subject subject(Location folder) {
        return new Subject(folder, new Subject.Entry(AssetNodes.NODE_TYPE, _ -> Set.of()), null);
    }

    private static Location freeLocation(ContentReader reader, Location folder, String fileName) {
        var location = folder.child(fileName);
        for (var number = 2; reader.node(location, 0).isPresent(); number++) {
            location = folder.child(FileNames.numbered(fileName, number));
        }
        return location;
    }

    static Location folder(String folder) {
        var valid = folder.equals("/") || folder.matches("(/[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}){1,10}");
        if (!valid || folder.contains("..")) {
            throw new PlatformException(
                    ErrorCode.INVALID_VALUE, say("folder: %s is no path of folders, such as /logos/partners", folder));
        }
        return new Location(Perspective.DRAFT, WORKSPACE.name(), folder);
    }
}
