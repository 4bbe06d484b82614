package eu.nephele.platform.journey;

import eu.nephele.platform.authoring.TestingDesk;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.publishing.PublishEntry;
import eu.nephele.platform.publishing.PublishOptions;
import eu.nephele.platform.repository.RepositorySettings;
import eu.nephele.platform.search.Indexer;
import eu.nephele.platform.search.lucene.LuceneSearchEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A process that publishes companies, each together with a cluster of its own, and says so once it is acknowledged, until it is killed. */
public final class PublisherUntilKilled {

    private PublisherUntilKilled() {}

    /** @param arguments the data folder, and the number to start with */
    public static void main(String[] arguments) {
        var folder = Path.of(arguments[0]);
        var desk = new TestingDesk(RepositorySettings.in(folder.resolve("repository")));
        var engine = new LuceneSearchEngine(folder.resolve("index"));
        var indexer = new Indexer(engine, desk.repository, new ChangeFeed(desk.repository), () -> desk.definitions);
        indexer.start();
        var publishEntry = new PublishEntry(desk.repository, () -> desk.definitions, desk.clock);
        for (var number = Integer.parseInt(arguments[1]); ; number++) {
            var cluster = desk.createCluster("Cluster " + number);
            var company = desk.create(
                    "company",
                    Map.of(
                            "title",
                            "Company " + number,
                            "cluster",
                            cluster.id(),
                            "markets",
                            List.of(Map.of("country", "IT"), Map.of("country", "RS"), Map.of("country", "IT"))));
            System.out.println("drafted " + company.id());
            publishEntry.publish(TestingDesk.EDITOR, company.id(), new PublishOptions(true, List.of()));
            System.out.println("published " + company.id());
            System.out.flush();
        }
    }
}
