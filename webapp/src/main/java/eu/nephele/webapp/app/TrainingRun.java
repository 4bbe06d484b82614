package eu.nephele.webapp.app;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.desk.Choices;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** Lets the server answer what a fresh one is asked first, then stops it: the JVM keeps what it learned in its cache. */
@Component
class TrainingRun {

    private static final int ROUNDS = 20;
    private static final int LIMIT = 8;

    private final ConfigurableApplicationContext context;
    private final CurrentDefinitions definitions;
    private final Choices choices;

    TrainingRun(ConfigurableApplicationContext context, CurrentDefinitions definitions, Choices choices) {
        this.context = context;
        this.definitions = definitions;
        this.choices = choices;
    }

    void run(int port) throws InterruptedException {
        var paths = new ArrayList<String>();
        paths.add("/");
        paths.add("/.rest/ops/health/ready");
        paths.add("/.rest/delivery");
        definitions.get().endpoints().keySet().forEach(path -> paths.add("/.rest/" + path + "?limit=5"));
        try (var client = HttpClient.newHttpClient()) {
            for (var round = 0; round < ROUNDS; round++) {
                for (var path : paths) {
                    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build();
                    client.send(request, BodyHandlers.discarding());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The training run could not reach its own server", e);
        }
        openQuickly();
        // Not from this thread's hands: closing waits for it.
        Thread.ofPlatform().start(() -> System.exit(SpringApplication.exit(context)));
    }

    /** What an editor asks first: entries of all types, by some letters. */
    private void openQuickly() throws InterruptedException {
        var current = definitions.get();
        var types = List.copyOf(current.contentTypes().keySet());
        if (!types.isEmpty()) {
            choices.search(
                    Actor.system("training"), types, "inno", current.site().defaultLocale(), 0, LIMIT);
        }
    }
}
