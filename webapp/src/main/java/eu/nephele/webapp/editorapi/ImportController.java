package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.exchange.ImportEntries;
import eu.nephele.platform.exchange.ImportOptions;
import eu.nephele.webapp.http.Described;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Brings in many entries: newline-delimited JSON in, then a report per line, and the sum as the last line. */
@RestController
final class ImportController {

    private final Drafts drafts;
    private final ImportEntries importEntries;
    private final JsonMapper json;

    ImportController(Drafts drafts, ImportEntries importEntries, JsonMapper json) {
        this.drafts = drafts;
        this.importEntries = importEntries;
        this.json = json;
    }

    @PostMapping("/.rest/editor/v1/imports")
    @Described(
            value = "Imports newline-delimited JSON and reports on each line",
            takesMediaType = "application/x-ndjson",
            mediaType = "application/x-ndjson")
    void run(
            Actor actor,
            @RequestParam("type") String type,
            @RequestParam(name = "publish", defaultValue = "false") boolean publish,
            @RequestParam(name = "dryRun", defaultValue = "false") boolean dryRun,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        drafts.type(type);
        // Many clients read no answer before they have sent everything: the report waits in a file, or both sides would
        // wait for ever.
        var report = Files.createTempFile("nephele-import", ".ndjson");
        try {
            try (var output = new BufferedOutputStream(Files.newOutputStream(report))) {
                var options = new ImportOptions(type, publish, dryRun);
                var summary = importEntries.run(actor, options, request.getInputStream(), line -> write(output, line));
                write(output, Map.of("summary", summary));
            }
            response.setContentType("application/x-ndjson;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setContentLengthLong(Files.size(report));
            Files.copy(report, response.getOutputStream());
        } finally {
            Files.delete(report);
        }
    }

    private void write(OutputStream output, Object line) {
        try {
            output.write(json.writeValueAsBytes(line));
            output.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
