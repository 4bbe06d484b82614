package eu.nephele.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.ContentWriter;
import eu.nephele.platform.repository.Lease;
import eu.nephele.platform.repository.RepositorySettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditLogTest {

    private static final Actor INTRUDER = Actor.system("intruder");

    private ContentRepository repository;
    private AuditLog log;

    @BeforeEach
    void open() {
        repository = ContentRepository.open(RepositorySettings.inMemory());
        log = new AuditLog(repository, () -> Instant.EPOCH);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void entriesAreReadTheLatestFirstAndInPages() {
        log.append(List.of(event("a"), event("b")));
        log.append(event("c"));
        log.append(List.of(event("d"), event("e")));

        assertThat(log.read(0, 10, _ -> true)).extracting(AuditEntry::actor).containsExactly("e", "d", "c", "b", "a");
        assertThat(log.read(0, 2, _ -> true)).extracting(AuditEntry::number).containsExactly(5L, 4L);
        assertThat(log.read(4, 2, _ -> true)).extracting(AuditEntry::actor).containsExactly("c", "b");
        assertThat(log.read(0, 10, entry -> entry.actor().equals("b")))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.number()).isEqualTo(2);
                    assertThat(entry.details()).containsEntry("origin", "here");
                });
        assertThat(log.read(1, 10, _ -> true)).isEmpty();
    }

    @Test
    void aPageSaysWhereToGoOnAndTheEndOfWhatThereIs() {
        log.append(List.of(event("a"), event("b"), event("c")));
        log.append(event("d"));

        var first = log.page(0, 2, Instant.MIN, _ -> true);
        assertThat(first.entries()).extracting(AuditEntry::actor).containsExactly("d", "c");
        var second = log.page(first.next(), 2, Instant.MIN, _ -> true);
        assertThat(second.entries()).extracting(AuditEntry::actor).containsExactly("b", "a");
        assertThat(second.next()).isZero();
    }

    @Test
    void anUntouchedRecordIsIntact() {
        assertThat(log.verify(null).intact()).isTrue();
        log.append(List.of(event("a"), event("b")));
        log.append(event("c"));

        var verification = new AuditLog(repository, () -> Instant.EPOCH).verify(null);
        assertThat(verification.intact()).isTrue();
        assertThat(verification.entries()).isEqualTo(3);
        assertThat(verification.head()).hasSize(64);
    }

    @Test
    void aChangedEntryIsFound() {
        fill();
        tamper(writer -> {
            var block = writer.node(at("2"), 0).orElseThrow();
            var line = block.value("lines").each().getFirst().asText().replace("\"b\"", "\"x\"");
            writer.setProperties(at("2"), Map.of("lines", Value.texts(line)));
        });

        assertBroken("changed");
    }

    @Test
    void aRewrittenBlockWithAMatchingHashOfItsOwnIsFound() {
        fill();
        tamper(writer -> {
            var forged = AuditBlock.of(writer.node(at("2"), 0).orElseThrow());
            var rewritten = AuditBlock.following(2, 2, forged.previous(), List.of("{\"at\":\"x\"}"));
            writer.setProperties(at("2"), rewritten.node().properties());
        });

        assertBroken("block 3");
    }

    @Test
    void aRemovedEntryIsFound() {
        fill();
        tamper(writer -> writer.remove(at("2")));

        assertBroken("missing");
    }

    @Test
    void anInsertedEntryIsFound() {
        fill();
        tamper(writer -> {
            var last = AuditBlock.of(writer.node(at("3"), 0).orElseThrow());
            writer.put(
                    at("4"),
                    AuditBlock.following(4, 4, last.hash(), List.of("{}")).node());
            writer.setProperties(at("head"), Map.of("blocks", Value.of(4)));
        });

        assertBroken("has");
    }

    @Test
    void entriesTakenFromTheEndAreFoundByAHeadThatWasKeptElsewhere() {
        fill();
        var head = log.verify(null).head();
        tamper(writer -> {
            var second = AuditBlock.of(writer.node(at("2"), 0).orElseThrow());
            writer.remove(at("3"));
            writer.setProperties(
                    at("head"), Map.of("blocks", Value.of(2), "entries", Value.of(2), "hash", Value.of(second.hash())));
        });

        assertThat(log.verify(null).intact()).isTrue();
        assertThat(log.verify(head).complaint()).contains("removed");
        log.append(event("d"));
        assertThat(log.verify(head).intact()).isFalse();
    }

    @Test
    void anOlderHeadIsStillContained() {
        log.append(event("a"));
        var head = log.verify(null).head();
        log.append(event("b"));

        assertThat(log.verify(head).intact()).isTrue();
    }

    @Test
    void manyAtOnceFormOneChain() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var thread = 0; thread < 50; thread++) {
                threads.submit(() -> log.append(event("many")));
            }
        }

        assertThat(log.verify(null)).satisfies(verification -> {
            assertThat(verification.intact()).isTrue();
            assertThat(verification.entries()).isEqualTo(50);
        });
    }

    @Test
    void aChangeIsRecordedOnceHoweverOftenItIsHandedIn() {
        var recorder = new ChangeRecorder(log, Lease.ALWAYS);
        var changes = new ArrayList<Change>();
        for (var revision = 1; revision <= 3; revision++) {
            changes.add(change(revision));
        }

        recorder.record(changes.subList(0, 2));
        recorder.record(changes);
        new ChangeRecorder(log, Lease.ALWAYS).record(changes);

        assertThat(log.read(0, 10, _ -> true)).hasSize(3).allSatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo("entry-published");
            assertThat(entry.subject()).isEqualTo("champions:/kolektor");
            assertThat(entry.at()).isEqualTo(Instant.EPOCH.plusSeconds(7));
        });
        assertThat(log.recordedRevision()).isEqualTo(3);
        log.append(event("a"));
        assertThat(log.recordedRevision()).isEqualTo(3);
    }

    @Test
    void whatStrangersSendIsCutAndCannotBreakALine() {
        log.append(
                new AuditEvent("login-refused", "x".repeat(10_000) + "\n\"}", "\uD800", Map.of("origin", "a\u0000b")));

        assertThat(log.read(0, 1, _ -> true).getFirst().actor()).hasSize(500);
        assertThat(log.verify(null).intact()).isTrue();
    }

    private void fill() {
        log.append(event("a"));
        log.append(event("b"));
        log.append(event("c"));
    }

    private void tamper(Consumer<ContentWriter> deed) {
        repository.write(INTRUDER, writer -> {
            deed.accept(writer);
            return writer;
        });
    }

    private void assertBroken(String complaint) {
        var verification = log.verify(null);
        assertThat(verification.intact()).isFalse();
        assertThat(verification.complaint()).contains(complaint);
    }

    private static AuditEvent event(String actor) {
        return new AuditEvent("login", actor, "", Map.of("origin", "here"));
    }

    private static Change change(long revision) {
        return new Change(
                revision,
                Change.Kind.SAVED,
                Perspective.LIVE,
                "champions",
                "/kolektor",
                "id",
                "champion",
                List.of(),
                "ana",
                Instant.EPOCH.plusSeconds(7));
    }

    private static Location at(String name) {
        return new Location(Perspective.DRAFT, "audit", "/" + name);
    }
}
