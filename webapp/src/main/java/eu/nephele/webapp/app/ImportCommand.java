package eu.nephele.webapp.app;

import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.LightModules;
import eu.nephele.platform.exchange.ImportOptions;
import eu.nephele.platform.exchange.LineReport;
import eu.nephele.platform.exchange.LineReport.Outcome;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.webapp.http.LocalToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Base64;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code import FILE --type T}: through the server that runs on the data folder, or straight into the folder when none does. Prints each
 * line that was refused or could not be published; 1 when there was one.
 */
final class ImportCommand {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ImportCommand() {}

    static int run(String[] arguments) {
        try {
            var asked = ImportArguments.of(arguments);
            var server = ServerFile.running(asked.settings().dataFolder());
            return server.isPresent() ? throughServer(asked, server.get()) : intoFolder(asked);
        } catch (PlatformException | IOException e) {
            System.err.println("nephele: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static int throughServer(ImportArguments asked, ServerFile server)
            throws IOException, InterruptedException {
        System.out.printf(
                "Importing %s through the server on port %d ...%n", asked.file().getFileName(), server.port());
        var uri = "http://127.0.0.1:%d/.rest/editor/v1/imports?type=%s&publish=%s&dryRun=%s"
                .formatted(
                        server.port(),
                        URLEncoder.encode(asked.type(), StandardCharsets.UTF_8),
                        asked.publish(),
                        asked.dryRun());
        var credentials = (LocalToken.NAME + ":" + server.token()).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(uri))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofFile(asked.file()))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, BodyHandlers.ofInputStream());
            try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                if (response.statusCode() != 200) {
                    throw new IOException(
                            JSON.readTree(lines).path("detail").asString("the server refused the import"));
                }
                var result = new ImportReport();
                lines.lines().map(JSON::readTree).forEach(line -> tell(line, result));
                return result.end();
            }
        } catch (ConnectException killedAndItsNumberTakenByAnother) {
            return intoFolder(asked);
        }
    }

    private static void tell(JsonNode line, ImportReport result) {
        if (line.has("summary")) {
            result.summary(line.get("summary").toString());
        } else {
            result.line(JSON.treeToValue(line, LineReport.class));
        }
    }

    private static int intoFolder(ImportArguments asked) throws IOException {
        System.out.printf(
                "Importing %s into %s ...%n",
                asked.file().getFileName(), asked.settings().dataFolder());
        try (var data = DataFolder.claim(asked.settings().dataFolder());
                var modules = LightModules.load(asked.settings().moduleFolders());
                var repository =
                        ContentRepository.open(asked.settings().repository().in(data.repository()));
                var input = Files.newInputStream(asked.file())) {
            ContentTypeStorage.register(modules.current(), repository);
            var wiring = new AuthoringWiring();
            var drafts = wiring.drafts(repository, modules::current, Clock.systemUTC());
            var importEntries = wiring.importEntries(
                    repository,
                    modules::current,
                    drafts,
                    wiring.createEntry(drafts),
                    wiring.saveEntry(drafts),
                    wiring.publishEntry(repository, modules::current, Clock.systemUTC()));
            var result = new ImportReport();
            var options = new ImportOptions(asked.type(), asked.publish(), asked.dryRun());
            var summary = importEntries.run(Actor.system("import"), options, input, result::line);
            result.summary(JSON.writeValueAsString(summary));
            return result.end();
        }
    }

    /** Tells what is worth telling while an import runs. */
    private static final class ImportReport {

        private long bad;

        void line(LineReport report) {
            if (report.outcome() == Outcome.REFUSED || report.outcome() == Outcome.NOT_PUBLISHED) {
                bad++;
                var outcome = report.outcome() == Outcome.REFUSED ? "refused" : "stored, but not published";
                System.out.printf("line %d: %s%n", report.line(), outcome);
                report.errors().forEach(error -> System.out.printf("    %s %s%n", error.field(), error.message()));
            }
        }

        void summary(String json) {
            System.out.println(Objects.requireNonNull(json)
                    .replaceAll("[{}\"]", "")
                    .replace(",", ", ")
                    .replace(":", " "));
        }

        int end() {
            return bad == 0 ? 0 : 1;
        }
    }
}
