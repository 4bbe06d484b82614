package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.desk.Job;
import eu.nephele.platform.desk.Jobs;
import eu.nephele.platform.exchange.ImportSheets;
import eu.nephele.platform.exchange.SheetLimits;
import eu.nephele.platform.exchange.SheetMapping;
import eu.nephele.platform.exchange.SheetSource;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports of spreadsheets: bring the file, check it with a mapping, then let a job import it. */
@RestController
@RequestMapping("/.rest/editor/v1/sheets/{type}")
final class SheetController {

    private final ImportSheets imports;

    SheetController(ImportSheets imports) {
        this.imports = imports;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Described("Reads an XLSX or CSV file, and suggests where its columns go; it is kept for a week")
    ImportSheets.View receive(
            Actor actor,
            @PathVariable String type,
            @RequestPart("file") MultipartFile file,
            @RequestParam(name = "worksheet", required = false) @Nullable String worksheet,
            @RequestParam(name = "headings", required = false) @Nullable Integer headings,
            @RequestParam(name = "encoding", required = false) @Nullable String encoding,
            @RequestParam(name = "separator", required = false) @Nullable String separator)
            throws IOException {
        imports.requireSmall(file.getSize());
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return imports.receive(
                actor, type, new SheetSource(name, file.getBytes(), worksheet, headings, encoding, separator));
    }

    @GetMapping("/limits")
    @Described("How large a spreadsheet may be")
    SheetLimits limits(@PathVariable String type) {
        return imports.limits(type);
    }

    @GetMapping("/{id}")
    @Described("A spreadsheet that was brought")
    ImportSheets.View sheet(Actor actor, @PathVariable String type, @PathVariable String id) {
        return imports.find(actor, type, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Described("Forgets a spreadsheet")
    void drop(Actor actor, @PathVariable String type, @PathVariable String id) {
        imports.drop(actor, type, id);
    }

    @PostMapping("/{id}/check")
    @Described("What importing some rows would do, and what is wrong with them; changes nothing")
    ImportSheets.Check check(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(name = "from", defaultValue = "0") int from,
            @RequestParam(name = "limit", defaultValue = "200") int limit,
            @Body SheetMapping mapping) {
        EntryListController.requireWithin("from", from, 0, Jobs.MOST_ENTRIES);
        EntryListController.requireWithin("limit", limit, 1, ImportSheets.MOST_CHECKED);
        return imports.check(actor, type, id, mapping, from, limit);
    }

    @PostMapping("/{id}/report")
    @Described(
            value = "The spreadsheet with what importing it would do to each row",
            mediaType = "application/octet-stream")
    void report(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @Body SheetMapping mapping,
            HttpServletResponse response)
            throws IOException {
        var output = new ByteArrayOutputStream();
        imports.writeReport(actor, type, id, mapping, output);
        send(actor, type, id, "check", output.toByteArray(), response);
    }

    @PostMapping("/{id}/import")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Described("Starts the job that imports the spreadsheet, once")
    Job run(Actor actor, @PathVariable String type, @PathVariable String id, @Body SheetMapping mapping) {
        return imports.run(actor, type, id, mapping);
    }

    @GetMapping("/{id}/result")
    @Described(value = "The spreadsheet with what became of each row", mediaType = "application/octet-stream")
    void result(Actor actor, @PathVariable String type, @PathVariable String id, HttpServletResponse response)
            throws IOException {
        var output = new ByteArrayOutputStream();
        imports.writeResult(actor, type, id, output);
        send(actor, type, id, "result", output.toByteArray(), response);
    }

    private void send(Actor actor, String type, String id, String suffix, byte[] content, HttpServletResponse response)
            throws IOException {
        var file = imports.file(actor, type, id);
        var name = "%s-%s.%s".formatted(file.getValue(), suffix, file.getKey());
        response.setContentType(ExportController.MEDIA_TYPES.get(file.getKey()));
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Cache-Control", "private, no-store");
        response.getOutputStream().write(content);
    }
}
