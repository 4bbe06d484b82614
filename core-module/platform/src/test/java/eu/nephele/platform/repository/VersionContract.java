package eu.nephele.platform.repository;

import static eu.nephele.platform.repository.TestingRepository.SYSTEM;
import static eu.nephele.platform.repository.TestingRepository.draft;
import static eu.nephele.platform.repository.TestingRepository.entry;
import static eu.nephele.platform.repository.TestingRepository.save;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class VersionContract extends RepositoryContract {

    private static final Location HERE = draft("champions", "/kolektor");

    @Test
    void aVersionIsTheEntryAsItWasWithIdsNamesAndOrder() {
        var first = save(repository, HERE, list("c", "a", "b"));
        var version = repository.createVersion(SYSTEM, first.id());
        save(repository, HERE, list("x"));

        assertThat(repository.version(SYSTEM, first.id(), version.name())).contains(first);
        assertThat(repository.version(SYSTEM, first.id(), "9.9")).isEmpty();
        assertThat(repository.version(SYSTEM, first.id(), "jcr:rootVersion")).isEmpty();
    }

    @Test
    void versionNamesRise() {
        var stored = save(repository, HERE, entry());
        var names = IntStream.range(0, 12)
                .mapToObj(_ -> repository.createVersion(SYSTEM, stored.id()).name())
                .toList();

        assertThat(names).startsWith("1.0", "1.1").endsWith("1.10", "1.11");
        assertThat(repository.versions(SYSTEM, stored.id()))
                .extracting(Version::name)
                .isEqualTo(names);
    }

    @Test
    void anEntryStaysChangeableAndMovableBetweenVersions() {
        var stored = save(repository, HERE, entry("title", "1"));
        repository.createVersion(SYSTEM, stored.id());
        var there = draft("champions", "/there/kolektor");
        repository.write(SYSTEM, writer -> {
            writer.move(HERE, there);
            return writer.put(there, entry("title", "2"));
        });
        var second = repository.createVersion(SYSTEM, stored.id());

        assertThat(second.name()).isEqualTo("1.1");
        var frozen = repository.version(SYSTEM, stored.id(), "1.1").orElseThrow();
        assertThat(frozen.path()).isEqualTo("/there/kolektor");
        assertThat(frozen.text("title")).isEqualTo("2");
    }

    @Test
    void manyEntriesAreFrozenAtOnce() {
        var ids = new ArrayList<String>();
        for (var number = 0; number < 20; number++) {
            ids.add(save(repository, draft("champions", "/e" + number), entry("number", "" + number))
                    .id());
        }

        repository.write(SYSTEM, writer -> {
            ids.forEach(id ->
                    writer.keepVersion(writer.locate(Perspective.DRAFT, id).orElseThrow()));
            return null;
        });

        for (var number = 0; number < 20; number++) {
            assertThat(repository
                            .version(SYSTEM, ids.get(number), "1.0")
                            .orElseThrow()
                            .text("number"))
                    .isEqualTo("" + number);
        }
    }

    @Test
    void theHistoryOutlivesTheEntryAndGoesOnWithItsId() {
        var stored = save(repository, HERE, entry("title", "1"));
        repository.createVersion(SYSTEM, stored.id());
        TestingRepository.remove(repository, HERE);

        var frozen = repository.version(SYSTEM, stored.id(), "1.0").orElseThrow();
        assertThat(frozen.text("title")).isEqualTo("1");
        assertThat(frozen.path()).isEmpty();

        save(repository, HERE, stored);
        repository.createVersion(SYSTEM, stored.id());
        repository.createVersion(SYSTEM, stored.id());
        assertThat(repository.versions(SYSTEM, stored.id()))
                .extracting(Version::name)
                .containsExactly("1.0", "2.0", "2.1");
    }

    @Test
    void aSaveKeepsVersionsOfWhatItLeavesUnderTheNamesItWasTold() {
        var names = new ArrayList<String>();
        var stored = save(repository, HERE, entry("title", "0"));
        for (var number = 1; number <= 3; number++) {
            names.add(saveWithVersion("" + number));
        }
        TestingRepository.remove(repository, HERE);
        save(repository, HERE, stored);
        names.add(saveWithVersion("4"));
        names.add(saveWithVersion("5"));

        assertThat(names).containsExactly("1.0", "1.1", "1.2", "2.0", "2.1");
        assertThat(repository.versions(SYSTEM, stored.id()))
                .extracting(Version::name)
                .isEqualTo(names);
        assertThat(names.stream()
                        .map(name -> repository
                                .version(SYSTEM, stored.id(), name)
                                .orElseThrow()
                                .text("title")))
                .containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void aVersionIsOfWhatTheSaveLeavesAndNotOfWhatItRemoves() {
        var stored = save(repository, HERE, entry("title", "1"));

        repository.write(SYSTEM, writer -> {
            writer.keepVersion(HERE);
            writer.setProperties(HERE, Map.of("title", Value.of("2")));
            return writer.keepVersion(HERE);
        });
        repository.write(SYSTEM, writer -> {
            writer.keepVersion(HERE);
            writer.remove(HERE);
            return null;
        });

        assertThat(repository.versions(SYSTEM, stored.id()))
                .extracting(Version::name)
                .containsExactly("1.0");
        assertThat(repository.version(SYSTEM, stored.id(), "1.0").orElseThrow().text("title"))
                .isEqualTo("2");
    }

    @Test
    void aSaveThatFailsKeepsNoVersion() {
        var stored = save(repository, HERE, entry("title", "1"));

        assertThatThrownBy(() -> repository.write(SYSTEM, writer -> {
                    writer.keepVersion(HERE);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(repository.versions(SYSTEM, stored.id())).isEmpty();
    }

    private String saveWithVersion(String title) {
        return repository.write(SYSTEM, writer -> {
            writer.setProperties(HERE, Map.of("title", Value.of(title)));
            return writer.keepVersion(HERE);
        });
    }

    @Test
    void versionsObeyTheGrants() {
        var stored = save(repository, HERE, entry());
        repository.createVersion(SYSTEM, stored.id());

        assertThat(repository.versions(Actor.anonymous(), stored.id())).isEmpty();
        assertThat(repository.version(Actor.anonymous(), stored.id(), "1.0")).isEmpty();
        assertThatThrownBy(() -> repository.createVersion(Actor.anonymous(), stored.id()))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ENTRY_NOT_FOUND));
    }

    private static ContentNode list(String... names) {
        var children = java.util.Arrays.stream(names)
                .map(name -> ContentNode.unstored(name, "mgnl:contentNode", Map.of("name", Value.of(name)), List.of()))
                .toList();
        return ContentNode.unstored("", "nph:champion", Map.of("title", Value.of("Kolektor")), children);
    }
}
