package eu.nephele.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.Perspective;
import eu.nephele.platform.authoring.TestingDesk;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.repository.RepositorySettings;
import eu.nephele.platform.search.EntryQuery;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.Indexer;
import eu.nephele.platform.search.lucene.LuceneSearchEngine;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill -9 at any moment: what was acknowledged is there, a publication is whole or absent, the index catches up by itself. */
class KillTest {

    private static final int KILLS = 20;
    private static final Random RANDOM = new Random();

    private final List<String> drafted = new ArrayList<>();
    private final List<String> published = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostAndEveryPublicationIsWhole() throws Exception {
        for (var kill = 1; kill <= KILLS; kill++) {
            publishUntilKilled(kill * 10_000);
            // Every kill is survived by the next process; looking into the data after each would only repeat the last
            // look.
            if (kill % 5 == 0) {
                lookInto();
            }
        }
        assertThat(published).as("the test published something at all").hasSizeGreaterThan(KILLS);
    }

    private void publishUntilKilled(int firstNumber) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx300m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        PublisherUntilKilled.class.getName(),
                        folder.toString(),
                        Integer.toString(firstNumber))
                .redirectError(folder.resolve("errors.log").toFile())
                .start();
        var killer = Thread.ofVirtual().unstarted(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(RANDOM.nextInt(400));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            // The process itself would close its output before the last lines are read.
            process.toHandle().destroyForcibly();
        });
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("drafted ")) {
                    drafted.add(line.substring(8));
                } else if (line.startsWith("published ")) {
                    published.add(line.substring(10));
                    if (killer.getState() == Thread.State.NEW) {
                        killer.start();
                    }
                }
            }
        }
        assertThat(process.waitFor()).as("killed, not crashed: see errors.log").isEqualTo(137);
    }

    private void lookInto() throws Exception {
        try (var desk = new TestingDesk(RepositorySettings.in(folder.resolve("repository")));
                var engine = new LuceneSearchEngine(folder.resolve("index"));
                var feed = new ChangeFeed(desk.repository);
                var indexer = new Indexer(engine, desk.repository, feed, () -> desk.definitions)) {
            assertThat(drafted)
                    .allSatisfy(
                            id -> assertThat(desk.find(Perspective.DRAFT, id)).isPresent());
            assertThat(published)
                    .allSatisfy(
                            id -> assertThat(desk.find(Perspective.LIVE, id)).isPresent());
            var live = new ArrayList<String>();
            desk.repository.read(TestingDesk.EDITOR, reader -> {
                reader.walk(Perspective.LIVE, "companies", Set.of("t:company"), company -> {
                    live.add(company.id());
                    assertThat(company.child("markets").orElseThrow().children())
                            .hasSize(3);
                    assertThat(reader.locate(Perspective.LIVE, String.valueOf(company.text("cluster"))))
                            .as("the cluster that was published together with it")
                            .isPresent();
                });
                return null;
            });
            assertThat(live).containsAll(published);

            indexer.start();
            assertThat(indexer.awaitRevision(desk.repository.lastRevision(), Duration.ofSeconds(30)))
                    .isTrue();
            var found = new EntrySearch(engine, () -> desk.definitions)
                    .search(new EntryQuery(
                            List.of("company"),
                            Perspective.LIVE,
                            "en",
                            null,
                            List.of(),
                            List.of(),
                            List.of(),
                            0,
                            10,
                            null));
            assertThat(found.total()).isEqualTo(live.size());
        }
    }
}
