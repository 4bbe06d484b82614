package eu.nephele.platform.repository;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jackrabbit.oak.plugins.tree.factories.TreeFactory;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The content trees. Opened once per process; safe for many threads. One write runs at a time; readers never wait, and see only
 * what is on disk.
 */
public final class ContentRepository implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ContentRepository.class);

    private static final Subject ALL_DRAFTS =
            new Subject(new Location(Perspective.DRAFT, "", "/"), new Subject.Entry("", _ -> Set.of()), null);

    private final Store store;

    private ContentRepository(Store store) {
        this.store = store;
    }

    /** Opens or creates it; refuses with STORE_UNAVAILABLE where another process has it open. */
    public static ContentRepository open(RepositorySettings settings) {
        var storage = Storage.open(settings);
        try {
            return new ContentRepository(new Store(storage));
        } catch (RuntimeException failure) {
            storage.close();
            throw failure;
        }
    }

    /** Makes a workspace and its node types known; again and changed is fine. Nothing stored is ever deleted by it. */
    public void register(Workspace workspace) {
        store.register(workspace);
    }

    /**
     * Makes {@link ContentReader#withValue} quick for properties, such as those that must be unique. What is stored already is
     * indexed before this returns, some 20,000 nodes a second; again is free.
     */
    public void index(Collection<String> properties) {
        store.save((root, base) -> {
            var indexed = Lookup.indexed(base);
            properties.stream().filter(property -> !indexed.contains(property)).forEach(property -> {
                Names.check(property, root.getTree(Names.NAMESPACES_PATH));
                Lookup.index(root.getTree("/"), property);
            });
            return true;
        });
    }

    public <T> T read(Actor actor, Function<ContentReader, T> work) {
        var state = store.head().root();
        try {
            return work.apply(new TreeReader(actor, TreeFactory.createReadOnlyTree(state), state, store.types()));
        } catch (RuntimeException failure) {
            throw Failures.of(failure);
        }
    }

    /**
     * Runs the work and saves what it did, once. Returns when that is on disk. Work that throws changes nothing. The work must
     * be quick, for others wait, and must not write to the repository in another way.
     */
    public <T> T write(Actor actor, Function<ContentWriter, T> work) {
        return store.save((root, base) -> {
            var writer = new TreeWriter(actor, root, base, store.types());
            var result = work.apply(writer);
            writer.writeVersions();
            return result;
        });
    }

    /** Stores the stream to its end ahead of the save that will use it, so that no other save waits for a large one. The caller closes it. */
    public StoredBinary store(InputStream content) throws IOException {
        return store.store(content);
    }

    /** Keeps the draft entry as it is now. Needs the right to write or to publish it. */
    public Version createVersion(Actor actor, String id) {
        var name = write(
                actor,
                writer ->
                        writer.keepVersion(writer.locate(Perspective.DRAFT, id).orElseThrow(() -> unknown(id))));
        return versions(actor, id).stream()
                .filter(version -> version.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PlatformException unknown(String id) {
        return new PlatformException(ErrorCode.ENTRY_NOT_FOUND, say("There is no draft with the id %s", id));
    }

    /** Oldest first. The history of an entry outlives it; of a removed one, it is shown to those who may read all drafts. */
    public List<Version> versions(Actor actor, String id) {
        var root = TreeFactory.createReadOnlyTree(store.head().root());
        return mayReadHistory(actor, id) ? Versions.list(root, id) : List.of();
    }

    /** The entry's subtree as it was frozen, with the names and ids of that time; the path is where the entry is now, or empty. */
    public Optional<ContentNode> version(Actor actor, String id, String versionName) {
        if (!mayReadHistory(actor, id)) {
            return Optional.empty();
        }
        var state = store.head().root();
        var root = TreeFactory.createReadOnlyTree(state);
        return new TreeReader(actor, root, state, store.types()).frozen(Versions.frozen(root, id, versionName), id);
    }

    private boolean mayReadHistory(Actor actor, String id) {
        return read(
                Actor.system("versions"),
                reader -> reader.locate(Perspective.DRAFT, id)
                        .map(location -> actor.may(Action.READ, reader.subject(location)))
                        .orElseGet(() -> actor.may(Action.READ, ALL_DRAFTS)));
    }

    /** Change records after a revision, in order. */
    public List<Change> changesAfter(long revision, int limit) {
        return ChangeLog.after(store.head().root(), revision, limit);
    }

    /**
     * Takes away change records that are older, by the thousand; the newest thousand always stays. A follower whose place is before
     * {@link #forgottenUpTo} has missed changes and must start anew from the content itself.
     */
    public void forgetChanges(Instant before) {
        while (store.save((root, base) -> ChangeLog.forgetFolder(root, base, before))) {
            LOG.info("Change records up to revision {} were taken away, for they are old", forgottenUpTo());
        }
    }

    /** The last revision of which there is no record any more; 0 while there are all. */
    public long forgottenUpTo() {
        return ChangeLog.forgottenUpTo(store.head().root());
    }

    /** The revision of the last change record; 0 when there is none. */
    public long lastRevision() {
        return store.head().revision();
    }

    /** Waits until there is a change after the revision, or the time has passed; answers whether there is. */
    public boolean awaitChangeAfter(long revision, Duration atMost) throws InterruptedException {
        return store.head().awaitRevisionAfter(revision, atMost);
    }

    /**
     * Tells where nodes below the folder were added or changed by another node of those that share this repository, once readers see
     * it here; for what the change log does not tell. The listener must be quick.
     */
    public void onForeignSave(Location folder, Consumer<Location> changed) {
        store.onForeignSave((before, after) -> ChangedNodes.find(before, after, folder, changed));
    }

    /**
     * Tells the other nodes that share this repository, at once, what need not last: one that is out of touch misses it. Nobody else
     * where there are none.
     *
     * @param text less than 7,000 bytes
     */
    public void announce(String topic, String text) {
        store.announce(topic, text);
    }

    /** Runs when another node announces something on the topic; must be quick. */
    public void onAnnouncement(String topic, Consumer<String> heard) {
        store.onAnnouncement(topic, heard);
    }

    /** Stores a change that a follower of the log could not apply; false where it has 10,000 already. */
    public boolean putAside(DeadLetter letter) {
        return store.save((root, _) -> DeadLetters.add(root.getTree("/"), letter));
    }

    /** What the follower has put aside, in the order of the log. */
    public List<DeadLetter> deadLetters(String follower) {
        return DeadLetters.of(store.head().root(), follower);
    }

    /** Forgets a dead letter, for it was applied or is not wanted any more. */
    public void discard(DeadLetter letter) {
        store.save((root, _) -> {
            DeadLetters.remove(
                    root.getTree("/"), letter.follower(), letter.change().revision());
            return true;
        });
    }

    /**
     * Frees the disk space of what was changed or removed, while reading and writing go on; an idle hour a day is a good time.
     * Binaries that no node and no version uses are deleted when they are older than a day.
     */
    public void compact() {
        compact(Duration.ofDays(1));
    }

    void compact(Duration binaryAge) {
        store.compact(binaryAge);
    }

    /** What readers see, as Oak has it. */
    NodeState state() {
        return store.head().root();
    }

    /** The number of this node among those that share the repository; 0 where it has the repository for itself. */
    public int node() {
        return store.node();
    }

    /** A duty that one of the nodes that share this repository has at a time. */
    public Lease lease(String name) {
        return store.lease(name);
    }

    /** Runs when the other nodes have given up this one for dead: from then on it refuses to write, until it is started again. */
    public void onLost(Runnable action) {
        store.onLost(action);
    }

    /** How often saves were brought to disk; fewer than the saves where several waited together. */
    long flushes() {
        return store.head().flushes();
    }

    @Override
    public void close() {
        store.close();
    }
}
