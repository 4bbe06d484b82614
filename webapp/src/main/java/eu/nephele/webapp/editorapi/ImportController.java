package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.exchange.ImportEntries;
import eu.nephele.platform.exchange.ImportOptions;
import eu.nephele.platform.exchange.LineReport;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Brings in many entries: newline-delimited JSON in, a report per line out while the import runs, the sum as the last line. */
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
    void run(
            Actor actor,
            @RequestParam("type") String type,
            @RequestParam(name = "publish", defaultValue = "false") boolean publish,
            @RequestParam(name = "dryRun", defaultValue = "false") boolean dryRun,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        drafts.type(type);
        response.setContentType("application/x-ndjson;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        var output = response.getOutputStream();
        var summary = importEntries.run(
                actor,
                new ImportOptions(type, publish, dryRun),
                request.getInputStream(),
                report -> write(output, report));
        write(output, Map.of("summary", summary));
    }

    private void write(OutputStream output, Object line) {
        try {
            output.write(json.writeValueAsBytes(line));
            output.write('\n');
            if (!(line instanceof LineReport)) {
                output.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
