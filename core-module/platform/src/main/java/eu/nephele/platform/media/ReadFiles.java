package eu.nephele.platform.media;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.mediaworker.WorkerAnswer;
import eu.nephele.mediaworker.WorkerTask;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.media.extract.WorkerPool;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.ContentWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what uploaded files say of themselves, one after the other, behind the upload. Which assets wait is stored with them, so a server that was
 * stopped goes on where it was.
 */
public final class ReadFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadFiles.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(10);
    private static final Actor ACTOR = Actor.system("read-files");

    private final ContentRepository repository;
    private final WorkerPool workers;
    private final Path folder;
    private final InstantSource clock;
    private final LinkedBlockingQueue<String> waiting = new LinkedBlockingQueue<>();
    private final Set<String> queued = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closed;

    /** @param folder for copies of the files while they are read */
    public ReadFiles(ContentRepository repository, WorkerPool workers, Path folder, InstantSource clock) {
        this.repository = repository;
        this.workers = workers;
        this.folder = folder;
        this.clock = clock;
        repository.index(List.of(AssetNodes.EXTRACTION));
        this.thread = Thread.ofVirtual().name("read-files").unstarted(this::run);
    }

    /** Begins with the files that an earlier server has not come to. */
    public synchronized void start() {
        repository
                .read(
                        ACTOR,
                        reader -> reader
                                .withValue(
                                        Perspective.DRAFT,
                                        AssetNodes.EXTRACTION,
                                        AssetNodes.state(AssetMetadata.Extraction.PENDING))
                                .stream()
                                .map(at ->
                                        reader.node(at, 0).map(ContentNode::id).orElse(""))
                                .filter(id -> !id.isEmpty())
                                .toList())
                .forEach(this::request);
        thread.start();
    }

    /** Has the asset's file read soon. */
    public void request(String id) {
        if (queued.add(id)) {
            waiting.add(id);
        }
    }

    private void run() {
        try {
            while (true) {
                var id = waiting.take();
                if (closed) {
                    return;
                }
                queued.remove(id);
                try {
                    read(id);
                } catch (PlatformException | UncheckedIOException failure) {
                    if (closed) {
                        return;
                    }
                    LOG.warn(
                            "The file of the asset {} was not read, the next try is at the next start: {}",
                            id,
                            failure.getMessage());
                }
            }
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads the file now; does nothing when the asset is gone. */
    void read(String id) {
        var copy = copy(id);
        if (copy.isEmpty()) {
            return;
        }
        try {
            var task = new WorkerTask(
                    WorkerTask.Kind.INSPECT,
                    copy.get().file().toString(),
                    copy.get().fileName(),
                    "",
                    Map.of());
            store(id, copy.get().contentHash(), workers.run(task));
        } finally {
            delete(copy.get().file());
        }
    }

    private record Copy(Path file, String fileName, String contentHash) {}

    private Optional<Copy> copy(String id) {
        return repository.read(
                ACTOR,
                reader -> reader.locate(Perspective.DRAFT, id)
                        .flatMap(at -> reader.node(at, 1)
                                .flatMap(node -> reader.binary(at.child(AssetNodes.RESOURCE), AssetNodes.DATA)
                                        .map(content -> {
                                            try (content) {
                                                Files.createDirectories(folder);
                                                var file = Files.createTempFile(folder, "read", ".tmp");
                                                Files.copy(
                                                        content,
                                                        file,
                                                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                                                var asset = AssetNodes.asset(node);
                                                return new Copy(file, asset.fileName(), asset.contentHash());
                                            } catch (IOException e) {
                                                throw new UncheckedIOException(e);
                                            }
                                        }))));
    }

    private void store(String id, String contentHash, WorkerAnswer answer) {
        repository.write(ACTOR, writer -> {
            for (var perspective : List.of(Perspective.DRAFT, Perspective.LIVE)) {
                writer.locate(perspective, id).ifPresent(at -> store(writer, at, contentHash, answer));
            }
            return id;
        });
    }

    private void store(ContentWriter writer, Location at, String contentHash, WorkerAnswer answer) {
        var node = writer.node(at, Integer.MAX_VALUE).orElseThrow();
        if (!AssetNodes.asset(node).contentHash().equals(contentHash)) {
            // Replaced meanwhile: the new file waits in the queue.
            return;
        }
        var state = answer.done() ? AssetMetadata.Extraction.DONE : AssetMetadata.Extraction.FAILED;
        var metadata = AssetNodes.metadata(node)
                .extracted(answer.values(), state, answer.problem().isBlank() ? null : answer.problem());
        var changed = AssetNodes.withMetadata(node, metadata, answer.values().get("mimeType"));
        AssetNodes.save(writer, ACTOR, at, AssetNodes.withText(changed, answer.pages()), clock.instant());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The copy {} could not be deleted: {}", file, e.getMessage());
        }
    }

    /** Ends the workers; returns when the save that is under way, if any, is done: interrupting it would harm the store. */
    @Override
    public void close() {
        closed = true;
        workers.close();
        waiting.add("");
        try {
            if (thread.isAlive()) {
                thread.join(LONGEST_END);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
