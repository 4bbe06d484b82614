package eu.nephele.platform.repository;

import static eu.nephele.platform.repository.TestingRepository.SYSTEM;
import static eu.nephele.platform.repository.TestingRepository.draft;
import static eu.nephele.platform.repository.TestingRepository.entry;
import static eu.nephele.platform.repository.TestingRepository.live;
import static eu.nephele.platform.repository.TestingRepository.save;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

abstract class LookupContract extends RepositoryContract {

    private static final Location HERE = draft("champions", "/kolektor");
    private static final String EXTERNAL = SystemProperties.EXTERNAL_IDS;

    @Test
    void referrersAreThoseWhoseReferencesHoldTheId() {
        var target = save(repository, HERE, entry());
        var from = draft("champions", "/from");
        save(repository, from, with(SystemProperties.REFERENCES, target.id(), "other"));

        assertThat(referrers(Perspective.DRAFT, target.id())).containsExactly(from);
        assertThat(referrers(Perspective.LIVE, target.id())).isEmpty();
        save(repository, from, entry());
        assertThat(referrers(Perspective.DRAFT, target.id())).isEmpty();
    }

    @Test
    void valuesAreFoundWhetherTheirPropertyIsIndexedOrNot() {
        var longValue = "x".repeat(150);
        save(repository, HERE, entry("slug", "kolektor", "long", longValue + "1", "empty", ""));
        save(repository, draft("champions", "/other"), entry("slug", "other", "long", longValue + "2"));

        for (var round = 0; round < 2; round++) {
            assertThat(holders("slug", "kolektor")).containsExactly(HERE);
            assertThat(holders("long", longValue + "1")).containsExactly(HERE);
            assertThat(holders("empty", "")).containsExactly(HERE);
            assertThat(holders("slug", "none")).isEmpty();
            repository.index(Set.of("slug", "long", "empty"));
            repository.index(Set.of("slug"));
        }
        save(repository, draft("champions", "/third"), entry("slug", "kolektor"));
        assertThat(holders("slug", "kolektor")).hasSize(2);
    }

    @Test
    void aWriterFindsItsOwnChanges() {
        save(repository, HERE, with(EXTERNAL, "vat:1"));
        var there = draft("champions", "/moved/there");
        var created = draft("champions", "/created");

        repository.write(SYSTEM, writer -> {
            writer.move(HERE, there);
            assertThat(writer.withValue(Perspective.DRAFT, EXTERNAL, "vat:1")).containsExactly(there);
            writer.put(created, with(EXTERNAL, "vat:2"));
            assertThat(writer.withValue(Perspective.DRAFT, EXTERNAL, "vat:2")).containsExactly(created);
            writer.put(created, with(EXTERNAL, "vat:3"));
            assertThat(writer.withValue(Perspective.DRAFT, EXTERNAL, "vat:2")).isEmpty();
            writer.move(created, draft("champions", "/created-2"));
            assertThat(writer.withValue(Perspective.DRAFT, EXTERNAL, "vat:3"))
                    .containsExactly(draft("champions", "/created-2"));
            writer.remove(there);
            assertThat(writer.withValue(Perspective.DRAFT, EXTERNAL, "vat:1")).isEmpty();
            return null;
        });

        assertThat(holders(EXTERNAL, "vat:3")).containsExactly(draft("champions", "/created-2"));
        assertThat(holders(EXTERNAL, "vat:1")).isEmpty();
    }

    @Test
    void aReaderKeepsItsViewWhileOthersWrite() {
        save(repository, HERE, entry("title", "before"));

        repository.read(SYSTEM, reader -> {
            TestingRepository.remove(repository, HERE);
            assertThat(reader.node(HERE, 0).orElseThrow().text("title")).isEqualTo("before");
            return null;
        });
        assertThat(TestingRepository.read(repository, HERE)).isEmpty();
    }

    @Test
    void theChangeLogAnswersInOrderAndInPages() {
        for (var number = 1; number <= 5; number++) {
            save(repository, HERE.child("n" + number), entry());
        }

        assertThat(repository.lastRevision()).isEqualTo(5);
        assertThat(repository.changesAfter(0, 2)).extracting("revision").containsExactly(1L, 2L);
        assertThat(repository.changesAfter(2, 100))
                .extracting("path")
                .containsExactly("/kolektor/n3", "/kolektor/n4", "/kolektor/n5");
        assertThat(repository.changesAfter(5, 100)).isEmpty();
    }

    @Test
    void aRevisionThatWasNotGivenOutIsNotRecorded() {
        assertThatThrownBy(() -> repository.write(SYSTEM, writer -> {
                    var stored = writer.put(HERE, entry());
                    var change =
                            TestingRepository.change(writer, eu.nephele.api.content.Change.Kind.SAVED, HERE, stored);
                    writer.record(change);
                    writer.record(change);
                    return null;
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(repository.lastRevision()).isZero();
    }

    @Test
    void aBinaryComesBackIsSharedByItsCopyAndSurvivesAPut() throws IOException {
        var bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        var resource = HERE.child("jcr:content");
        var asset = ContentNode.unstored(
                "",
                "mgnl:asset",
                Map.of(),
                List.of(ContentNode.unstored("jcr:content", "mgnl:resource", Map.of(), List.of())));
        var stored = save(repository, HERE, asset);
        repository.write(SYSTEM, writer -> {
            writer.putBinary(resource, "jcr:data", new ByteArrayInputStream(bytes));
            writer.putBinary(resource, "thumbnail", new ByteArrayInputStream(new byte[] {1, 2, 3}));
            return null;
        });
        save(repository, HERE, stored);
        repository.write(SYSTEM, writer -> {
            var live = writer.put(live("champions", "/kolektor"), stored);
            writer.copyBinary(resource, resource.in(Perspective.LIVE), "jcr:data");
            return live;
        });

        assertThat(bytes(resource, "jcr:data")).isEqualTo(bytes);
        assertThat(bytes(resource.in(Perspective.LIVE), "jcr:data")).isEqualTo(bytes);
        assertThat(bytes(resource, "thumbnail")).containsExactly(1, 2, 3);
        var none = repository
                .read(SYSTEM, reader -> reader.binary(resource, "none"))
                .isEmpty();
        assertThat(none).isTrue();
        assertThat(TestingRepository.read(repository, resource).orElseThrow().properties())
                .isEmpty();
    }

    @Test
    void aBinaryNeedsItsNode() {
        assertThatThrownBy(() -> repository.write(SYSTEM, writer -> {
                    writer.putBinary(HERE, "jcr:data", InputStream.nullInputStream());
                    return null;
                }))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.PATH_NOT_FOUND));
    }

    private byte[] bytes(Location node, String property) throws IOException {
        var opened =
                repository.read(SYSTEM, reader -> reader.binary(node, property)).orElseThrow();
        try (opened) {
            return opened.readAllBytes();
        }
    }

    private List<Location> referrers(Perspective perspective, String id) {
        return repository.read(SYSTEM, reader -> reader.referrers(perspective, id));
    }

    private List<Location> holders(String property, String value) {
        return repository.read(SYSTEM, reader -> reader.withValue(Perspective.DRAFT, property, value));
    }

    private static ContentNode with(String property, String... values) {
        return ContentNode.unstored("", "nph:champion", Map.of(property, Value.texts(values)), List.of());
    }
}
