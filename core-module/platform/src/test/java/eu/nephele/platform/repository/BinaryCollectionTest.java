package eu.nephele.platform.repository;

import static eu.nephele.platform.repository.TestingRepository.SYSTEM;
import static eu.nephele.platform.repository.TestingRepository.draft;
import static eu.nephele.platform.repository.TestingRepository.entry;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.Perspective;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.apache.commons.io.FileUtils;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.plugins.tree.factories.TreeFactory;

/** Whatever editors do, sorting out of binaries leaves all that a draft, a live entry or a version uses, and takes the rest. */
class BinaryCollectionTest {

    private static final int ENTRIES = 4;
    private static final int LENGTH = 20_000;
    private static final Opened SEGMENT = new Opened();
    private static final Opened SHARED = new Opened();
    private static int rounds;

    enum Deed {
        STORE,
        PUBLISH,
        UNPUBLISH,
        REMOVE,
        VERSION,
        COLLECT
    }

    /** @param node which of the nodes does it, where there are several */
    record Step(Deed deed, int entry, int content, int node) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Deed.class),
                        Arbitraries.integers().between(0, ENTRIES - 1),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 1))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(25);
    }

    @Property(tries = 15)
    void nothingInUseIsTakenFromASegmentStore(@ForAll("steps") List<Step> steps) throws Exception {
        if (SEGMENT.nodes.isEmpty()) {
            SEGMENT.open(RepositorySettings.in(SEGMENT.folder));
        }
        new Run(SEGMENT).through(steps);
    }

    @Property(tries = 6)
    void nothingInUseIsTakenFromAStoreThatTwoNodesShare(@ForAll("steps") List<Step> steps) throws Exception {
        if (SHARED.nodes.isEmpty()) {
            var database = TestingPostgresql.database(Duration.ofSeconds(20));
            SHARED.open(TestingPostgresql.shared(database, SHARED.folder, "one"));
            SHARED.open(TestingPostgresql.shared(database, SHARED.folder, "two"));
        }
        new Run(SHARED).through(steps);
    }

    @AfterContainer
    static void close() throws IOException {
        SEGMENT.close();
        SHARED.close();
    }

    /** What must be there, after each step that was done. */
    private static final class Run {

        private final Opened opened;
        private final String round = "/round-" + rounds++;
        private final Map<Integer, Integer> drafts = new HashMap<>();
        private final Map<Integer, Integer> live = new HashMap<>();
        private final Map<String, Integer> versions = new HashMap<>();

        Run(Opened opened) {
            this.opened = opened;
        }

        void through(List<Step> steps) throws Exception {
            steps.forEach(this::take);
            opened.nodes.getFirst().compact(Duration.ZERO);
            requireAll(opened.nodes.getLast());
        }

        private void take(Step step) {
            var repository = opened.nodes.get(step.node() % opened.nodes.size());
            var location = draft("champions", round + "/entry-" + step.entry());
            switch (step.deed()) {
                case STORE -> {
                    repository.write(SYSTEM, writer -> {
                        writer.put(location, entry());
                        writer.putBinary(location, "jcr:data", new ByteArrayInputStream(content(step.content())));
                        return null;
                    });
                    drafts.put(step.entry(), step.content());
                }
                case PUBLISH -> {
                    if (drafts.containsKey(step.entry())) {
                        repository.write(SYSTEM, writer -> {
                            var target = location.in(Perspective.LIVE);
                            var node = writer.node(location, 9).orElseThrow();
                            // A draft that was removed and stored anew is another entry than the one that is still live
                            // there.
                            if (writer.node(target, 0)
                                    .filter(there -> !there.id().equals(node.id()))
                                    .isPresent()) {
                                writer.remove(target);
                            }
                            writer.put(target, node);
                            writer.copyBinary(location, target, "jcr:data");
                            return null;
                        });
                        live.put(step.entry(), drafts.get(step.entry()));
                    }
                }
                case UNPUBLISH -> {
                    repository.write(SYSTEM, writer -> {
                        writer.remove(location.in(Perspective.LIVE));
                        return null;
                    });
                    live.remove(step.entry());
                }
                case REMOVE -> {
                    repository.write(SYSTEM, writer -> {
                        writer.remove(location);
                        return null;
                    });
                    drafts.remove(step.entry());
                }
                case VERSION -> {
                    if (drafts.containsKey(step.entry())) {
                        var id = repository.write(
                                SYSTEM,
                                writer -> writer.node(location, 0).orElseThrow().id());
                        versions.put(
                                id + " " + repository.createVersion(SYSTEM, id).name(), drafts.get(step.entry()));
                    }
                }
                case COLLECT -> repository.compact(Duration.ZERO);
            }
        }

        private void requireAll(ContentRepository repository) {
            // A write that changes nothing sees all that was saved on any node; a read may be a moment late.
            repository.write(SYSTEM, writer -> {
                drafts.forEach((entry, content) -> requireBytes(writer, Perspective.DRAFT, entry, content));
                live.forEach((entry, content) -> requireBytes(writer, Perspective.LIVE, entry, content));
                return null;
            });
            versions.forEach((version, content) -> {
                var parts = version.split(" ");
                var blob = frozen(repository, parts[0], parts[1])
                        .getProperty("jcr:data")
                        .getValue(Type.BINARY);
                try (var data = blob.getNewStream()) {
                    assertThat(data.readAllBytes()).as(version).isEqualTo(content(content));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }

        /** A node may see what another has saved a moment late. */
        private static Tree frozen(ContentRepository repository, String id, String version) {
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (true) {
                var frozen = Versions.frozen(TreeFactory.createReadOnlyTree(repository.state()), id, version);
                if (frozen.exists() || System.nanoTime() > end) {
                    return frozen;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }

        private void requireBytes(ContentReader reader, Perspective perspective, int entry, int content) {
            var location = draft("champions", round + "/entry-" + entry).in(perspective);
            try (var data = reader.binary(location, "jcr:data").orElseThrow()) {
                assertThat(data.readAllBytes()).as(location.toString()).isEqualTo(content(content));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private byte[] content(int seed) {
            var bytes = new byte[LENGTH];
            new Random(round.hashCode() * 31L + seed).nextBytes(bytes);
            return bytes;
        }
    }

    private static final class Opened {

        private final java.util.ArrayList<ContentRepository> nodes = new java.util.ArrayList<>();
        private final Path folder;

        Opened() {
            try {
                folder = Files.createTempDirectory("binaries");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        void open(RepositorySettings settings) {
            var repository = ContentRepository.open(settings);
            repository.register(TestingRepository.workspace("champions"));
            nodes.add(repository);
        }

        void close() throws IOException {
            nodes.forEach(ContentRepository::close);
            FileUtils.deleteDirectory(folder.toFile());
        }
    }
}
