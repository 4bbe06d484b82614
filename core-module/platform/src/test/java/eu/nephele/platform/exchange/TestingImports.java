package eu.nephele.platform.exchange;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;

import eu.nephele.platform.authoring.EntryInput;
import eu.nephele.platform.authoring.PlainEntry;
import eu.nephele.platform.authoring.SavedEntry;
import eu.nephele.platform.authoring.TestingDesk;
import eu.nephele.platform.desk.BulkDeeds;
import eu.nephele.platform.desk.EditorEvents;
import eu.nephele.platform.desk.EntryLists;
import eu.nephele.platform.desk.Job;
import eu.nephele.platform.desk.Jobs;
import eu.nephele.platform.document.Documents;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.publishing.PublicationCheck;
import eu.nephele.platform.publishing.PublishEntry;
import eu.nephele.platform.publishing.PublishOptions;
import eu.nephele.platform.publishing.UnpublishEntry;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.Indexer;
import eu.nephele.platform.search.lucene.LuceneSearchEngine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link TestingDesk} with the jobs that bring spreadsheets in. */
final class TestingImports implements AutoCloseable {

    final TestingDesk desk = new TestingDesk();
    final Jobs jobs;
    final ImportSheets imports;
    private final LuceneSearchEngine engine = new LuceneSearchEngine(null);
    private final ChangeFeed feed = new ChangeFeed(desk.repository);
    private final Indexer indexer = new Indexer(engine, desk.repository, feed, () -> desk.definitions);
    private final PublishEntry publishEntry = new PublishEntry(desk.repository, () -> desk.definitions, desk.clock);

    TestingImports() {
        var unpublish = new UnpublishEntry(desk.repository, () -> desk.definitions, desk.clock);
        var check = new PublicationCheck(desk.repository, () -> desk.definitions);
        var sheets = new Sheets(desk.repository, desk.clock);
        var deeds = new SheetDeeds(desk.drafts, sheets);
        jobs = new Jobs(
                desk.drafts,
                new EntryLists(desk.drafts, new EntrySearch(engine, () -> desk.definitions), indexer),
                new BulkDeeds(desk.drafts, publishEntry, unpublish, check),
                deeds,
                new Documents<>(desk.repository, "jobs", Job.class),
                new Documents<>(desk.repository, "job-rows", Job.Batch.class),
                name -> name.equals("editor") ? Optional.of(EDITOR) : Optional.empty(),
                _ -> "en",
                new EditorEvents(),
                () -> true,
                desk.clock);
        imports = new ImportSheets(desk.drafts, sheets, deeds, jobs, SheetLimits.DEFAULTS);
    }

    /** A cluster from Italy, known from outside as {@code reg:1}. */
    SavedEntry createWood() {
        return desk.createEntry.create(
                EDITOR,
                "cluster",
                new EntryInput(null, null, Map.of("title", "Wood", "country", "IT"), List.of("reg:1"), null));
    }

    ImportSheets.View receive(String type, String text) {
        return imports.receive(
                EDITOR,
                type,
                new SheetSource("list.csv", text.getBytes(StandardCharsets.UTF_8), null, null, null, null));
    }

    static SheetMapping suggested(ImportSheets.View sheet) {
        return new SheetMapping(
                sheet.columns().stream().map(ImportSheets.Column::suggestion).toList(), null, null);
    }

    List<RowReport> check(ImportSheets.View sheet, SheetMapping mapping) {
        return imports.check(EDITOR, sheet.contentType(), sheet.id(), mapping, 0, 500)
                .rows();
    }

    List<RowReport> check(String type, String text) {
        var sheet = receive(type, text);
        return check(sheet, suggested(sheet));
    }

    Job run(ImportSheets.View sheet, SheetMapping mapping) {
        var job = imports.run(EDITOR, sheet.contentType(), sheet.id(), mapping);
        jobs.tick();
        return jobs.find(EDITOR, job.id());
    }

    List<String> outcomes(Job job) {
        return jobs.rows(EDITOR, job.id(), 0, 100).stream()
                .map(row -> String.valueOf(row.outcome()))
                .toList();
    }

    static List<String> complaints(RowReport row) {
        return row.problems().stream()
                .map(problem -> problem.column() + " " + problem.message())
                .toList();
    }

    void publish(String id) {
        publishEntry.publish(EDITOR, id, PublishOptions.DEFAULTS);
    }

    Map<String, Object> plain(String type, String id) {
        return PlainEntry.of(desk.definitions, desk.drafts.type(type), desk.draft(id));
    }

    @Override
    public void close() {
        indexer.close();
        feed.close();
        engine.close();
        desk.close();
    }
}
