package eu.nephele.platform.media;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.media.extract.MediaTypes;
import eu.nephele.platform.media.extract.PictureSize;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.ContentWriter;
import eu.nephele.platform.repository.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Keeps uploaded files, and reads them back. An asset is live as soon as it is uploaded, and what is in it never changes. */
public final class Assets {

    public static final Workspace WORKSPACE =
            new Workspace("dam", true, Map.of(), List.of("mgnl:asset"), List.of("mgnl:resource", "mgnl:contentNode"));

    /** Does something with an asset and its content while it can be read. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Asset asset, InputStream content) throws IOException;
    }

    private final ContentRepository repository;
    private final MediaSettings settings;
    private final InstantSource clock;
    private final MediaTypes mediaTypes = new MediaTypes();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    public Assets(ContentRepository repository, MediaSettings settings, InstantSource clock) {
        this.repository = repository;
        this.settings = settings;
        this.clock = clock;
        repository.register(WORKSPACE);
    }

    /** The listener hears the id of each asset whose file is new. */
    public void whenStored(Consumer<String> listener) {
        listeners.add(listener);
    }

    /**
     * Stores the file under a name of its own in the folder.
     *
     * @throws PlatformException TOO_LARGE, INVALID_VALUE for an empty file or a folder that is no path, ACCESS_DENIED
     */
    public Asset upload(Actor actor, Upload upload) {
        var folder = folder(upload.folder());
        actor.require(Action.CREATE, subject(folder));
        actor.require(Action.PUBLISH, subject(folder.in(Perspective.LIVE)));
        if (upload.size() > settings.maxFileBytes()) {
            throw new PlatformException(
                    ErrorCode.TOO_LARGE,
                    "The file has %,d bytes; at most %,d are allowed"
                            .formatted(upload.size(), settings.maxFileBytes()));
        }
        if (upload.size() == 0) {
            throw new PlatformException(ErrorCode.INVALID_VALUE, "The file is empty");
        }
        var fileName = FileNames.clean(upload.fileName());
        var inspected = inspect(upload, fileName);
        var asset = repository.write(actor, writer -> store(writer, actor, folder, upload, inspected));
        listeners.forEach(listener -> listener.accept(asset.id()));
        return asset;
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

    private Asset store(ContentWriter writer, Actor actor, Location folder, Upload upload, AssetNodes.File file) {
        var draft = freeLocation(writer, folder, file.fileName());
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var stored = put(writer, draft, "", file, upload, actor, now);
        return AssetNodes.asset(put(writer, draft.in(Perspective.LIVE), stored.id(), file, upload, actor, now));
    }

    private static ContentNode put(
            ContentWriter writer,
            Location location,
            String id,
            AssetNodes.File file,
            Upload upload,
            Actor actor,
            OffsetDateTime now) {
        var node = AssetNodes.save(
                writer,
                actor,
                location,
                AssetNodes.node(id, location.name(), file, actor.name(), now, 0),
                now.toInstant());
        try (var content = upload.source().open()) {
            writer.putBinary(location.child(AssetNodes.RESOURCE), AssetNodes.DATA, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return node.path().isEmpty() ? writer.node(location, 1).orElseThrow() : node;
    }

    /** An asset in the folder, as rights see it before it is there. */
    private static Subject subject(Location folder) {
        return new Subject(folder, new Subject.Entry(AssetNodes.NODE_TYPE, _ -> Set.of()), null);
    }

    private AssetNodes.File inspect(Upload upload, String fileName) {
        try {
            String type;
            try (var content = upload.source().open()) {
                type = mediaTypes.detect(content, fileName);
            }
            var hash = hash(upload);
            try (var content = upload.source().open()) {
                return new AssetNodes.File(fileName, type, upload.size(), hash, PictureSize.of(content, type));
            }
        } catch (IOException e) {
            throw new PlatformException(ErrorCode.BAD_REQUEST, "The file could not be read to its end", e);
        }
    }

    private static String hash(Upload upload) throws IOException {
        try (var content = new DigestInputStream(upload.source().open(), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static Location freeLocation(ContentReader reader, Location folder, String fileName) {
        var location = folder.child(fileName);
        for (var number = 2; reader.node(location, 0).isPresent(); number++) {
            location = folder.child(FileNames.numbered(fileName, number));
        }
        return location;
    }

    private static Location folder(String folder) {
        var valid = folder.equals("/") || folder.matches("(/[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}){1,10}");
        if (!valid || folder.contains("..")) {
            throw new PlatformException(
                    ErrorCode.INVALID_VALUE,
                    "folder: %s is no path of folders, such as /logos/partners".formatted(folder));
        }
        return new Location(Perspective.DRAFT, WORKSPACE.name(), folder);
    }
}
