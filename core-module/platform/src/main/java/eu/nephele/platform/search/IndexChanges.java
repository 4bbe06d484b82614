package eu.nephele.platform.search;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.feed.ChangeListener;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentRepository;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Applies changes to the indexes. A record says that an entry changed, and the repository what it is now: so a record that comes
 * twice, or late, does no harm.
 */
final class IndexChanges implements ChangeListener {

    private static final int PAGE = 500;

    private final SearchEngine engine;
    private final ContentRepository repository;
    private final EntryIndexes indexes;
    private final Actor actor;

    IndexChanges(SearchEngine engine, ContentRepository repository, EntryIndexes indexes, Actor actor) {
        this.engine = engine;
        this.repository = repository;
        this.indexes = indexes;
        this.actor = actor;
    }

    @Override
    public void apply(List<Change> changes) {
        // While definitions change, documents are built either by the old ones or by the new, never by both.
        synchronized (indexes) {
            var batches = batches(changes);
            var position = changes.getLast().revision();
            for (var index : indexes.all()) {
                if (engine.position(index.name()) < position) {
                    engine.apply(index.name(), batches.of(index, position));
                }
            }
        }
    }

    /** Applies one that the indexes have gone past without; says nothing of how far they are. */
    void applyLate(Change change) {
        synchronized (indexes) {
            var batches = batches(List.of(change));
            for (var index : indexes.all()) {
                engine.apply(index.name(), batches.of(index, engine.position(index.name())));
            }
        }
    }

    private Batches batches(List<Change> changes) {
        return repository.read(actor, reader -> {
            var collected = new Batches();
            latestOfEach(changes).forEach(change -> collect(change, reader, collected));
            return collected;
        });
    }

    /** What an entry was between its changes in the batch, nobody asks any more. */
    private static Iterable<Change> latestOfEach(List<Change> changes) {
        var latest = new LinkedHashMap<String, Change>();
        for (var change : changes) {
            var key = change.perspective() + change.id();
            latest.remove(key);
            latest.put(key, change);
        }
        return latest.values();
    }

    private void collect(Change change, ContentReader reader, Batches batches) {
        var concerned = indexes.in(change.perspective(), change.workspace());
        if (concerned.isEmpty() || concerned.getFirst().type().isOfFiles()) {
            addReferring(change, reader, batches);
        }
        if (concerned.isEmpty()) {
            return;
        }
        if (concerned.stream()
                .anyMatch(index -> index.spoken() && index.type().nodeType().equals(change.nodeType()))) {
            addReferring(change, reader, batches);
        }
        var now = reader.locate(change.perspective(), change.id());
        var isEntry = concerned.stream()
                .anyMatch(index -> index.holds(change.perspective(), change.workspace(), change.nodeType()));
        if (now.isEmpty()) {
            if (isEntry) {
                concerned.stream()
                        .filter(index -> index.type().nodeType().equals(change.nodeType()))
                        .forEach(index -> batches.delete(index, change.id(), change.revision()));
            } else {
                deleteBelow(change, concerned, batches);
            }
        } else if (isEntry) {
            reader.node(now.get(), Integer.MAX_VALUE).ifPresent(node -> add(node, concerned, batches));
        } else {
            addBelow(now.get(), reader, concerned, batches);
        }
    }

    /** What is no entry itself may be a document of entries, which are found by its text; so are films by their transcript. */
    private void addReferring(Change change, ContentReader reader, Batches batches) {
        for (var at : reader.withValue(change.perspective(), SystemProperties.REFERENCES, change.id())) {
            reader.node(at, Integer.MAX_VALUE)
                    .ifPresent(node -> add(node, indexes.in(at.perspective(), at.workspace()), batches));
        }
    }

    /** Entries may lie within entries, and are elsewhere when those are moved. */
    private static void add(ContentNode node, List<EntryIndex> concerned, Batches batches) {
        for (var index : concerned) {
            if (index.holds(index.perspective(), index.type().workspace(), node)) {
                batches.add(index, node);
            }
        }
        node.children().forEach(child -> add(child, concerned, batches));
    }

    /** A folder was moved: so was everything in it. */
    private static void addBelow(Location folder, ContentReader reader, List<EntryIndex> concerned, Batches batches) {
        for (var offset = 0; ; offset += PAGE) {
            var children = reader.children(folder, Set.of(), offset, PAGE);
            for (var child : children) {
                var at = folder.child(child.name());
                if (concerned.stream().anyMatch(index -> index.type().nodeType().equals(child.nodeType()))) {
                    reader.node(at, Integer.MAX_VALUE).ifPresent(entry -> add(entry, concerned, batches));
                } else {
                    addBelow(at, reader, concerned, batches);
                }
            }
            if (children.size() < PAGE) {
                return;
            }
        }
    }

    /** A folder was removed: so was everything in it that is not elsewhere by now. */
    private void deleteBelow(Change change, List<EntryIndex> concerned, Batches batches) {
        var inFolder = new Query.Terms(FieldNames.ANCESTOR, Set.of(change.path()));
        for (var index : concerned) {
            String after = null;
            do {
                var request = new SearchRequest(inFolder, Map.of(), List.of(), List.of(), 0, PAGE, after);
                var hits = engine.search(List.of(index.name()), request).hits();
                hits.stream()
                        .filter(hit -> hit.revision() < change.revision())
                        .forEach(hit -> batches.delete(index, hit.id(), change.revision()));
                after = hits.size() < PAGE ? null : hits.getLast().cursor();
            } while (after != null);
        }
    }

    /** What to write to each index. The latest word on an entry counts. */
    private static final class Batches {

        private final Map<String, Map<String, ContentNode>> entries = new HashMap<>();
        private final Map<String, Map<String, IndexBatch.Deletion>> deletions = new HashMap<>();

        void add(EntryIndex index, ContentNode entry) {
            deletions.getOrDefault(index.name(), new HashMap<>()).remove(entry.id());
            entries.computeIfAbsent(index.name(), none -> new LinkedHashMap<>()).put(entry.id(), entry);
        }

        void delete(EntryIndex index, String id, long revision) {
            entries.getOrDefault(index.name(), new HashMap<>()).remove(id);
            deletions
                    .computeIfAbsent(index.name(), none -> new LinkedHashMap<>())
                    .put(id, new IndexBatch.Deletion(id, revision));
        }

        IndexBatch of(EntryIndex index, long position) {
            var documents = entries.getOrDefault(index.name(), Map.of()).values().parallelStream()
                    .map(index.builder()::build)
                    .toList();
            return new IndexBatch(
                    documents,
                    List.copyOf(deletions.getOrDefault(index.name(), Map.of()).values()),
                    position);
        }
    }
}
