package eu.nephele.platform.repository;

import static eu.nephele.platform.repository.TestingRepository.SYSTEM;
import static eu.nephele.platform.repository.TestingRepository.draft;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A process that publishes entries and prints the number of each when it is acknowledged, until it is killed. */
final class CrashingWriter {

    static final int CHILDREN = 20;
    static final int CHANGES_A_WRITE = 2;

    private CrashingWriter() {}

    /** @param arguments the folder; and, for a shared repository, the URL of its database and the name of this node */
    public static void main(String[] arguments) {
        var folder = Path.of(arguments[0]);
        var repository = ContentRepository.open(
                arguments.length == 1
                        ? RepositorySettings.in(folder)
                        : TestingPostgresql.shared(TestingPostgresql.at(arguments[1]), folder, arguments[2]));
        repository.register(TestingRepository.workspace("champions"));
        var versioned = TestingRepository.read(repository, draft("champions", "/versioned"))
                .orElseGet(() -> repository.write(
                        SYSTEM, writer -> writer.put(draft("champions", "/versioned"), TestingRepository.entry())));
        Thread.ofVirtual().start(() -> {
            while (true) {
                repository.createVersion(SYSTEM, versioned.id());
            }
        });
        for (var number = (int) repository.lastRevision() / CHANGES_A_WRITE; ; number++) {
            publish(repository, number);
            System.out.println(number);
        }
    }

    private static void publish(ContentRepository repository, int number) {
        var location = draft("champions", "/entry-" + number);
        repository.write(SYSTEM, writer -> {
            var stored = writer.put(location, entry(number));
            writer.record(TestingRepository.change(writer, Change.Kind.SAVED, location, stored));
            var live = location.in(Perspective.LIVE);
            writer.put(live, stored);
            writer.record(TestingRepository.change(writer, Change.Kind.SAVED, live, stored));
            return null;
        });
    }

    private static ContentNode entry(int number) {
        var children = IntStream.range(0, CHILDREN)
                .mapToObj(child -> ContentNode.unstored(
                        "part" + child, "mgnl:contentNode", Map.of("text", Value.of("x".repeat(500))), List.of()))
                .toList();
        return ContentNode.unstored("", "mgnl:content", Map.of("number", Value.of((long) number)), children);
    }
}
