package eu.nephele.platform.repository;

import static eu.nephele.platform.repository.TestingRepository.SYSTEM;
import static eu.nephele.platform.repository.TestingRepository.draft;
import static eu.nephele.platform.repository.TestingRepository.entry;
import static eu.nephele.platform.repository.TestingRepository.read;
import static eu.nephele.platform.repository.TestingRepository.save;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class SpreadContract extends RepositoryContract {

    private static final Location ROOT = draft("many", "/");

    @BeforeEach
    void register() {
        repository.register(TestingRepository.spreadWorkspace("many"));
    }

    @Test
    void noPathParentOrListingShowsTheBuckets() {
        var stored = save(repository, draft("many", "/folder/a"), entry());

        assertThat(stored.path()).isEqualTo("/folder/a");
        assertThat(read(repository, draft("many", "/folder")).orElseThrow().children())
                .extracting(ContentNode::path)
                .containsExactly("/folder/a");
        assertThat(names(ROOT, 0, 10)).containsExactly("folder");
        var located = repository
                .read(SYSTEM, reader -> reader.locate(Perspective.DRAFT, stored.id()))
                .orElseThrow();
        assertThat(located).isEqualTo(draft("many", "/folder/a"));
        var folder = read(repository, draft("many", "/folder")).orElseThrow();
        assertThat(folder.properties()).isEmpty();
    }

    @Test
    void threeThousandEntriesAreListedOnceEachInAStableOrder() {
        for (var batch = 0; batch < 10; batch++) {
            var first = batch * 300;
            repository.write(SYSTEM, writer -> {
                for (var number = first; number < first + 300; number++) {
                    writer.put(ROOT.child("entry-" + number), entry("number", "" + number));
                }
                return null;
            });
        }

        var paged = new ArrayList<String>();
        for (var offset = 0; offset < 3000; offset += 500) {
            paged.addAll(names(ROOT, offset, 500));
        }
        assertThat(paged).hasSize(3000).doesNotHaveDuplicates().isEqualTo(names(ROOT, 0, 5000));
        assertThat(read(repository, ROOT.child("entry-2999")).orElseThrow().text("number"))
                .isEqualTo("2999");
        var walked = new HashSet<String>();
        repository.read(SYSTEM, reader -> {
            reader.walk(Perspective.DRAFT, "many", Set.of("mgnl:content"), entry -> walked.add(entry.path()));
            assertThat(reader.count(Perspective.DRAFT, "many", Set.of("mgnl:content")))
                    .isEqualTo(3000);
            return null;
        });
        assertThat(walked).hasSize(3000);
    }

    @Test
    void entriesMoveBetweenBucketsAndFolders() {
        var stored = save(repository, ROOT.child("a"), entry());
        repository.write(SYSTEM, writer -> {
            writer.move(ROOT.child("a"), ROOT.child("folder").child("b"));
            writer.move(ROOT.child("folder").child("b"), ROOT.child("c"));
            return null;
        });

        assertThat(read(repository, ROOT.child("c")).orElseThrow().id()).isEqualTo(stored.id());
        assertThat(read(repository, ROOT.child("a"))).isEmpty();
        assertThat(names(ROOT, 0, 10)).containsExactlyInAnyOrder("folder", "c");
    }

    @Test
    void aWorkspaceMayBecomeSpreadAndCeaseToBeWithContentInIt() {
        save(repository, ROOT.child("spread"), entry("n", "1"));
        repository.register(TestingRepository.workspace("many"));
        save(repository, ROOT.child("plain"), entry("n", "2"));
        save(repository, ROOT.child("spread"), entry("n", "3"));
        repository.register(TestingRepository.spreadWorkspace("many"));
        save(repository, ROOT.child("plain"), entry("n", "4"));

        assertThat(names(ROOT, 0, 10)).containsExactlyInAnyOrder("spread", "plain");
        assertThat(read(repository, ROOT.child("spread")).orElseThrow().text("n"))
                .isEqualTo("3");
        assertThat(read(repository, ROOT.child("plain")).orElseThrow().text("n"))
                .isEqualTo("4");
    }

    @Test
    void aPlainFolderKeepsTheOrderOfItsFirstThousandAndSpreadsTheRest() {
        var folder = draft("champions", "/plain");
        repository.write(SYSTEM, writer -> {
            for (var number = 0; number < 1100; number++) {
                writer.put(folder.child("entry-" + number), entry("number", "" + number));
            }
            return null;
        });

        var names = names(folder, 0, 2000);
        assertThat(names).hasSize(1100).doesNotHaveDuplicates();
        assertThat(names.subList(0, 1000))
                .isEqualTo(IntStream.range(0, 1000)
                        .mapToObj(number -> "entry-" + number)
                        .toList());
        assertThat(read(repository, folder.child("entry-1099"))).isPresent();
    }

    private List<String> names(Location parent, int offset, int limit) {
        return repository.read(
                SYSTEM,
                reader -> reader.children(parent, Set.of(), offset, limit).stream()
                        .map(ContentNode::name)
                        .toList());
    }
}
