package eu.nephele.platform.exchange;

import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.authoring.CreateEntry;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.authoring.EntryInput;
import eu.nephele.platform.authoring.SaveEntry;
import eu.nephele.platform.authoring.SavedEntry;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.exchange.LineReport.Outcome;
import eu.nephele.platform.publishing.PublishEntry;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.ContentWriter;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Brings in entries of one type from newline-delimited JSON. Each line is an object of properties, with {@code externalId} (or the
 * property {@code externalIds}) by which a later import finds the entry again, and optionally {@code @name} and {@code @path} (the folder). A line that
 * changes nothing is passed over, so an interrupted import is simply run again. A reference is an id, or {@code {"externalId": ".."}}.
 */
public final class ImportEntries {

    private static final int BATCH = 200;
    private static final int MAX_TARGETS_KEPT = 100_000;

    private final ContentRepository repository;
    private final Supplier<Definitions> definitions;
    private final Drafts drafts;
    private final CreateEntry createEntry;
    private final SaveEntry saveEntry;
    private final PublishEntry publishEntry;

    public ImportEntries(
            ContentRepository repository,
            Supplier<Definitions> definitions,
            Drafts drafts,
            CreateEntry createEntry,
            SaveEntry saveEntry,
            PublishEntry publishEntry) {
        this.repository = repository;
        this.definitions = definitions;
        this.drafts = drafts;
        this.createEntry = createEntry;
        this.saveEntry = saveEntry;
        this.publishEntry = publishEntry;
    }

    /** Reads to the end of the input; reports each line, in order. The caller closes the input. */
    public ImportSummary run(Actor actor, ImportOptions options, InputStream input, Consumer<LineReport> report) {
        var type = drafts.type(options.contentType());
        requireAnyRight(actor, type, options.publish());
        var lines = new JsonLines(input);
        var counts = new EnumMap<Outcome, Long>(Outcome.class);
        var published = 0L;
        var batch = new ArrayList<JsonLines.Line>();
        // Many lines refer to the same few entries.
        var targets = new HashMap<String, String>();
        var more = true;
        while (more) {
            var line = lines.next();
            line.ifPresent(batch::add);
            more = line.isPresent();
            if (batch.size() == BATCH || (!more && !batch.isEmpty())) {
                var stored = store(actor, type, options, batch, targets);
                published += stored.published();
                stored.reports().forEach(one -> {
                    counts.merge(one.outcome(), 1L, Long::sum);
                    report.accept(one);
                });
                batch.clear();
            }
        }
        return new ImportSummary(
                counts.getOrDefault(Outcome.CREATED, 0L),
                counts.getOrDefault(Outcome.UPDATED, 0L),
                counts.getOrDefault(Outcome.UNCHANGED, 0L),
                counts.getOrDefault(Outcome.NOT_PUBLISHED, 0L),
                counts.getOrDefault(Outcome.REFUSED, 0L),
                published);
    }

    /** Refuses at once where no line could be stored, or published. */
    static void requireAnyRight(Actor actor, ContentType type, boolean publish) {
        var root = new Location(
                Perspective.DRAFT, type.workspace(), type.datasource().rootPath());
        var entry = new Subject(root, new Subject.Entry(type.nodeType(), _ -> Set.of()), null);
        if (!actor.reach(Action.WRITE, root, type.nodeType()).any()) {
            actor.require(Action.WRITE, entry);
        }
        if (publish && !actor.reach(Action.PUBLISH, root, type.nodeType()).any()) {
            actor.require(Action.PUBLISH, entry);
        }
    }

    private record Stored(List<LineReport> reports, long published) {}

    /** A dry run does the same work, then throws the save away. */
    private static final class DryRun extends RuntimeException {
        private final transient Stored stored;

        DryRun(Stored stored) {
            super(null, null, false, false);
            this.stored = stored;
        }
    }

    private Stored store(
            Actor actor,
            ContentType type,
            ImportOptions options,
            List<JsonLines.Line> batch,
            Map<String, String> targets) {
        try {
            return repository.write(actor, writer -> {
                var inThisSave = new HashMap<String, String>();
                var reports = new ArrayList<LineReport>();
                batch.forEach(line -> reports.add(store(writer, actor, type, line, inThisSave, targets)));
                var stored = new Stored(reports, options.publish() ? publish(writer, actor, reports) : 0);
                if (options.dryRun()) {
                    throw new DryRun(stored);
                }
                return stored;
            });
        } catch (DryRun dryRun) {
            return dryRun.stored;
        }
    }

    private LineReport store(
            ContentWriter writer,
            Actor actor,
            ContentType type,
            JsonLines.Line line,
            Map<String, String> inThisSave,
            Map<String, String> targets) {
        if (line.object() == null) {
            return refused(line, new FieldError("", "json", String.valueOf(line.complaint())));
        }
        try {
            var given = ImportLine.of(type, line.object());
            var known = given.externalIds().stream()
                    .flatMap(externalId -> find(writer, type, externalId, inThisSave).stream())
                    .findFirst();
            var properties = references(writer, type, inThisSave, targets).resolve(given.properties());
            var before = known.map(id -> revision(writer, id)).orElse(-1L);
            var saved = known.isPresent()
                    ? saveEntry.save(writer, actor, type, known.get(), null, properties, false)
                    : createEntry.create(
                            writer,
                            actor,
                            type,
                            new EntryInput(given.name(), given.path(), properties, given.externalIds(), null));
            given.externalIds().forEach(externalId -> inThisSave.put(externalId, saved.id()));
            return new LineReport(
                    line.number(), outcome(known, before, saved), saved.id(), saved.path(), List.of(), saved.cleaned());
        } catch (PlatformException refusal) {
            var errors = refusal.fields().isEmpty()
                    ? List.of(new FieldError("", refusal.code().name(), String.valueOf(refusal.getMessage())))
                    : refusal.fields();
            return new LineReport(line.number(), Outcome.REFUSED, null, null, errors, List.of());
        }
    }

    private ExternalReferences references(
            ContentReader reader, ContentType type, Map<String, String> inThisSave, Map<String, String> targets) {
        return new ExternalReferences(definitions.get(), type, (targetType, externalId) -> {
            var key = targetType + " " + externalId;
            if (targets.containsKey(key)) {
                return Optional.of(targets.get(key));
            }
            var sameFile = targetType.equals(type.name()) ? inThisSave : Map.<String, String>of();
            var found = find(reader, drafts.type(targetType), externalId, sameFile);
            if (targets.size() < MAX_TARGETS_KEPT) {
                found.ifPresent(id -> targets.put(key, id));
            }
            return found;
        });
    }

    private static Outcome outcome(Optional<String> known, long before, SavedEntry saved) {
        if (known.isEmpty()) {
            return Outcome.CREATED;
        }
        return saved.revision() == before ? Outcome.UNCHANGED : Outcome.UPDATED;
    }

    private static LineReport refused(JsonLines.Line line, FieldError error) {
        return new LineReport(line.number(), Outcome.REFUSED, null, null, List.of(error), List.of());
    }

    static Optional<String> find(
            ContentReader reader, ContentType type, String externalId, Map<String, String> inThisSave) {
        if (inThisSave.containsKey(externalId)) {
            return Optional.of(inThisSave.get(externalId));
        }
        return reader.withValue(Perspective.DRAFT, SystemProperties.EXTERNAL_IDS, externalId).stream()
                .filter(at -> at.workspace().equals(type.workspace()))
                .flatMap(at -> reader.node(at, 0).stream())
                .filter(node -> node.nodeType().equals(type.nodeType()))
                .map(node -> node.id())
                .findFirst();
    }

    private static long revision(ContentReader reader, String id) {
        return reader.locate(Perspective.DRAFT, id)
                .flatMap(at -> reader.node(at, 0))
                .map(node -> node.text(SystemProperties.REVISION))
                .map(Long::parseLong)
                .orElse(0L);
    }

    /** Publishes what the batch stored and is not live as it is; turns the reports of those that cannot be into NOT_PUBLISHED. */
    private long publish(ContentWriter writer, Actor actor, List<LineReport> reports) {
        var byId = new LinkedHashMap<String, Integer>();
        for (var index = 0; index < reports.size(); index++) {
            var id = reports.get(index).id();
            if (id != null) {
                byId.put(id, index);
            }
        }
        var ids = byId.keySet().stream()
                .filter(id -> writer.locate(Perspective.DRAFT, id)
                        .flatMap(at -> writer.node(at, 0))
                        .map(draft -> EntryState.of(draft) != EntryState.PUBLISHED)
                        .orElse(false))
                .toList();
        var publication = publishEntry.publishEach(writer, actor, ids);
        publication.refused().forEach((id, errors) -> {
            var stored = reports.get(byId.get(id));
            reports.set(
                    byId.get(id),
                    new LineReport(
                            stored.line(),
                            Outcome.NOT_PUBLISHED,
                            stored.id(),
                            stored.path(),
                            errors,
                            stored.cleaned()));
        });
        return publication.entries().size();
    }
}
