package eu.nephele.platform.search;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentRepository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Compares an index with the repository, entry by entry, while both are in use: what differs is looked at again once the index has
 * followed the latest change. Keeps the ids of one index in memory.
 */
final class IndexAudit {

    private static final int PAGE = 5_000;
    private static final int BATCH = 200;
    private static final int EXAMPLES = 10;

    /** Above so many, and above a tenth of all, it is quicker to build everything anew. */
    private static final int MOST_REPAIRS = 1_000;

    private final SearchEngine engine;
    private final ContentRepository repository;
    private final Actor actor;
    private final Runnable caughtUp;
    private final Consumer<EntryIndex> rebuild;

    /** @param caughtUp waits until the index has followed the latest change */
    IndexAudit(
            SearchEngine engine,
            ContentRepository repository,
            Actor actor,
            Runnable caughtUp,
            Consumer<EntryIndex> rebuild) {
        this.engine = engine;
        this.repository = repository;
        this.actor = actor;
        this.caughtUp = caughtUp;
        this.rebuild = rebuild;
    }

    /** Revisions by id: what the index lacks or has otherwise, and what it has too much. */
    private record Differences(
            long inRepository,
            long inIndex,
            Map<String, Long> missing,
            Map<String, Long> outdated,
            Map<String, Long> surplus) {

        boolean none() {
            return missing.isEmpty() && outdated.isEmpty() && surplus.isEmpty();
        }

        long count() {
            return missing.size() + outdated.size() + surplus.size();
        }

        Differences and(Differences later) {
            missing.keySet().retainAll(later.missing.keySet());
            outdated.keySet().retainAll(later.outdated.keySet());
            surplus.keySet().retainAll(later.surplus.keySet());
            return new Differences(later.inRepository, later.inIndex, missing, outdated, surplus);
        }
    }

    IndexReport of(EntryIndex index, boolean repair) {
        var complete = engine.open(index.builder().schema());
        var found = lasting(index);
        if (complete && found.none()) {
            return report(index, found, IndexReport.Outcome.WHOLE);
        }
        if (!repair) {
            return report(index, found, IndexReport.Outcome.DIFFERS);
        }
        if (complete && found.count() <= Math.max(MOST_REPAIRS, found.inRepository() / 10)) {
            repair(index, found);
            if (lasting(index).none()) {
                return report(index, found, IndexReport.Outcome.REPAIRED);
            }
        }
        rebuild.accept(index);
        return report(index, found, IndexReport.Outcome.REBUILT);
    }

    /** What goes on meanwhile differs at one look, but not at two. */
    private Differences lasting(EntryIndex index) {
        caughtUp.run();
        var first = compared(index);
        if (first.none()) {
            return first;
        }
        caughtUp.run();
        return first.and(compared(index));
    }

    private Differences compared(EntryIndex index) {
        var stored = stored(index);
        var inRepository = stored.size();
        var outdated = new HashMap<String, Long>();
        var surplus = new HashMap<String, Long>();
        var inIndex = 0L;
        var page = engine.revisions(index.name(), "", PAGE);
        while (!page.isEmpty()) {
            inIndex += page.size();
            for (var indexed : page) {
                var revision = stored.remove(indexed.id());
                if (revision == null) {
                    surplus.put(indexed.id(), indexed.revision());
                } else if (revision != indexed.revision()) {
                    outdated.put(indexed.id(), indexed.revision());
                }
            }
            page = engine.revisions(index.name(), page.getLast().id(), PAGE);
        }
        return new Differences(inRepository, inIndex, stored, outdated, surplus);
    }

    private Map<String, Long> stored(EntryIndex index) {
        return repository.read(actor, reader -> {
            var revisions = new HashMap<String, Long>();
            reader.walk(
                    index.perspective(),
                    index.type().workspace(),
                    Set.of(index.type().nodeType()),
                    entry -> {
                        if (index.holds(index.perspective(), index.type().workspace(), entry)) {
                            revisions.put(entry.id(), revision(entry));
                        }
                    });
            return revisions;
        });
    }

    private static long revision(ContentNode entry) {
        return entry.value(SystemProperties.REVISION) instanceof Value.Whole(long number) ? number : 0;
    }

    private void repair(EntryIndex index, Differences found) {
        var deletions = new ArrayList<IndexBatch.Deletion>();
        found.surplus().forEach((id, revision) -> deletions.add(new IndexBatch.Deletion(id, revision)));
        write(index, List.of(), deletions);
        var ids = new ArrayList<>(found.missing().keySet());
        ids.addAll(found.outdated().keySet());
        for (var from = 0; from < ids.size(); from += BATCH) {
            write(index, documents(index, ids.subList(from, Math.min(from + BATCH, ids.size()))), List.of());
        }
    }

    private List<IndexDocument> documents(EntryIndex index, List<String> ids) {
        var entries = repository.read(
                actor,
                reader -> ids.stream()
                        .flatMap(id -> reader.locate(index.perspective(), id).stream())
                        .flatMap(location -> reader.node(location, Integer.MAX_VALUE).stream())
                        .toList());
        return entries.stream().map(index.builder()::build).toList();
    }

    private void write(EntryIndex index, List<IndexDocument> documents, List<IndexBatch.Deletion> deletions) {
        if (!documents.isEmpty() || !deletions.isEmpty()) {
            engine.apply(index.name(), new IndexBatch(documents, deletions, engine.position(index.name())));
        }
    }

    private static IndexReport report(EntryIndex index, Differences found, IndexReport.Outcome outcome) {
        var ids = new TreeSet<>(found.missing().keySet());
        ids.addAll(found.outdated().keySet());
        ids.addAll(found.surplus().keySet());
        return new IndexReport(
                index.type().name(),
                index.perspective(),
                found.inRepository(),
                found.inIndex(),
                found.missing().size(),
                found.outdated().size(),
                found.surplus().size(),
                ids.stream().limit(EXAMPLES).toList(),
                outcome);
    }
}
