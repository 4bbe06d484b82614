package eu.nephele.platform.audit;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.ContentWriter;
import eu.nephele.platform.repository.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record, in the repository, so that all nodes write one. Each entry's hash covers the one before: who changes, adds or removes one later
 * breaks the chain from there on. Nothing here changes or removes an entry.
 */
public final class AuditLog {

    /** The entries that one question looks at: what is further back is asked for by its number. */
    static final int LONGEST_LOOK = 20_000;

    /** Changes are recorded with the moment when they were made, which may be some hours after that. */
    private static final Duration LATE = Duration.ofDays(1);

    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Workspace WORKSPACE =
            new Workspace("audit", true, Map.of(), List.of(AuditBlock.TYPE, "nph:auditHead"), List.of());
    private static final Location ROOT = new Location(Perspective.DRAFT, WORKSPACE.name(), "/");
    private static final Location HEAD = ROOT.child("head");
    private static final Actor SYSTEM = Actor.system("audit");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ContentRepository repository;
    private final InstantSource clock;

    public AuditLog(ContentRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
        repository.register(WORKSPACE);
    }

    /** Returns when it is on disk. */
    public void append(AuditEvent event) {
        append(List.of(event));
    }

    /** As one block. */
    public void append(List<AuditEvent> events) {
        if (!events.isEmpty()) {
            var now = clock.instant();
            repository.write(
                    SYSTEM, writer -> append(writer, events, now, head(writer).revision()));
        }
    }

    /**
     * Records changes of the change log, each once however often it is handed in.
     *
     * @param lastRevision of the changes; those up to the recorded one are left out
     */
    void appendChanges(List<RecordedChange> changes, long lastRevision) {
        repository.write(SYSTEM, writer -> {
            var known = head(writer).revision();
            var news =
                    changes.stream().filter(change -> change.revision() > known).toList();
            var lines = news.stream()
                    .map(change -> line(change.event(), change.at()))
                    .toList();
            return lines.isEmpty() ? known : appendLines(writer, lines, lastRevision);
        });
    }

    /** The revision of the change log up to which it is recorded. */
    long recordedRevision() {
        return repository.read(SYSTEM, AuditLog::head).revision();
    }

    private long append(ContentWriter writer, List<AuditEvent> events, Instant at, long revision) {
        return appendLines(writer, events.stream().map(event -> line(event, at)).toList(), revision);
    }

    private static long appendLines(ContentWriter writer, List<String> lines, long revision) {
        var head = head(writer);
        var block = AuditBlock.following(head.blocks() + 1, head.entries() + 1, head.hash(), lines);
        writer.put(ROOT.child(Long.toString(block.number())), block.node());
        var properties = Map.of(
                "blocks", Value.of(block.number()),
                "entries", Value.of(block.afterLast() - 1),
                "hash", Value.of(block.hash()),
                "revision", Value.of(revision));
        writer.put(HEAD, ContentNode.unstored(HEAD.name(), "nph:auditHead", properties, List.of()));
        return revision;
    }

    /** @param next the number before which to go on; 0 at the end */
    public record Page(List<AuditEntry> entries, long next) {}

    /** The entries of {@link #page} without an earliest moment. */
    public List<AuditEntry> read(long before, int limit, Predicate<AuditEntry> wanted) {
        return page(before, limit, Instant.MIN, wanted).entries();
    }

    /**
     * The latest entries first.
     *
     * @param before only entries with smaller numbers; 0 for all
     * @param since nothing that is older is wanted
     * @param wanted which of them; looks at no more than 20,000, and goes on from there when asked again
     */
    public Page page(long before, int limit, Instant since, Predicate<AuditEntry> wanted) {
        var oldest = since.isAfter(EARLIEST) ? since.minus(LATE) : since;
        return repository.read(SYSTEM, reader -> {
            var found = new ArrayList<AuditEntry>();
            var looked = 0;
            var head = head(reader);
            var end = before <= 0 ? head.entries() + 1 : Math.min(before, head.entries() + 1);
            for (var number = blockOf(reader, head, end - 1); number >= 1; number--) {
                var block = block(reader, number);
                if (block.isEmpty()) {
                    break;
                }
                var entries = entries(block.get()).reversed();
                for (var entry : entries) {
                    if (found.size() >= limit) {
                        return new Page(List.copyOf(found), entry.number() + 1);
                    }
                    if (entry.number() < end && wanted.test(entry)) {
                        found.add(entry);
                    }
                }
                looked += entries.size();
                if (entries.getFirst().at().isBefore(oldest)) {
                    break;
                }
                if (looked >= LONGEST_LOOK && number > 1) {
                    return new Page(List.copyOf(found), block.get().first());
                }
            }
            return new Page(List.copyOf(found), 0);
        });
    }

    /**
     * Reads the whole record and recomputes its chain.
     *
     * @param knownHead a head that was told before: the record must still contain it; null not to ask
     */
    public Verification verify(@org.jspecify.annotations.Nullable String knownHead) {
        return repository.read(SYSTEM, reader -> {
            var head = head(reader);
            var hash = AuditBlock.BEGINNING;
            var next = 1L;
            var known = knownHead == null || knownHead.equals(hash);
            for (var number = 1L; number <= head.blocks(); number++) {
                var block = block(reader, number).orElse(null);
                if (block == null) {
                    return broken(head, "the entries from %d on are missing (block %d)".formatted(next, number));
                }
                if (block.first() != next || !block.previous().equals(hash) || !block.isIntact()) {
                    return broken(
                            head,
                            "one of the entries %d to %d was changed, added or removed (block %d)"
                                    .formatted(next, Math.max(next, block.afterLast() - 1), number));
                }
                next = block.afterLast();
                hash = block.hash();
                known |= hash.equals(knownHead);
            }
            if (!hash.equals(head.hash()) || next != head.entries() + 1) {
                return broken(
                        head, "the record says that it has %d entries, but has %d".formatted(head.entries(), next - 1));
            }
            return known
                    ? new Verification(true, head.entries(), hash, null)
                    : broken(
                            head,
                            "the record does not contain the head %s: entries at its end were removed"
                                    .formatted(knownHead));
        });
    }

    private static Verification broken(Head head, String complaint) {
        return new Verification(false, head.entries(), head.hash(), complaint);
    }

    private static Optional<AuditBlock> block(ContentReader reader, long number) {
        return reader.node(ROOT.child(Long.toString(number)), 0).map(AuditBlock::of);
    }

    /** The last block that begins at or before the entry. */
    private static long blockOf(ContentReader reader, Head head, long entry) {
        var low = 0L;
        var high = head.blocks();
        while (low < high) {
            var middle = (low + high + 1) / 2;
            var begins = block(reader, middle).map(AuditBlock::first).orElse(Long.MAX_VALUE);
            if (begins <= entry) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static String line(AuditEvent event, Instant at) {
        var line = new LinkedHashMap<String, Object>();
        line.put("at", at.toString());
        line.put("kind", event.kind());
        line.put("actor", event.actor());
        line.put("subject", event.subject());
        line.put("details", event.details());
        return JSON.writeValueAsString(line);
    }

    private static List<AuditEntry> entries(AuditBlock block) {
        var entries = new ArrayList<AuditEntry>();
        for (var index = 0; index < block.lines().size(); index++) {
            var line = JSON.readTree(block.lines().get(index));
            entries.add(new AuditEntry(
                    block.first() + index,
                    Instant.parse(line.get("at").asString()),
                    line.get("kind").asString(),
                    line.get("actor").asString(),
                    line.get("subject").asString(),
                    JSON.convertValue(line.get("details"), new TypeReference<Map<String, String>>() {})));
        }
        return entries;
    }

    private static Head head(ContentReader reader) {
        return reader.node(HEAD, 0)
                .map(node -> new Head(
                        number(node, "blocks"),
                        number(node, "entries"),
                        String.valueOf(node.text("hash")),
                        number(node, "revision")))
                .orElse(new Head(0, 0, AuditBlock.BEGINNING, 0));
    }

    private static long number(ContentNode node, String property) {
        return Long.parseLong(String.valueOf(node.text(property)));
    }

    /** @param revision of the change log, up to which it is recorded */
    private record Head(long blocks, long entries, String hash, long revision) {}

    /** A change of the change log, as an event of its time. */
    record RecordedChange(long revision, Instant at, AuditEvent event) {}
}
