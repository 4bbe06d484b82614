package eu.nephele.platform.exchange;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.authoring.PlainEntry;
import eu.nephele.platform.definition.TitleProperty;
import eu.nephele.platform.exchange.MappedColumns.Mapped;
import eu.nephele.platform.exchange.RowReport.CellProblem;
import eu.nephele.platform.exchange.RowReport.Change;
import eu.nephele.platform.exchange.SheetTable.Row;
import eu.nephele.platform.repository.ContentReader;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes rows of a spreadsheet ready to be stored, and says what they change. */
final class RowPlanner {

    private static final int LONGEST_SHOWN = 200;

    private final Drafts drafts;
    private final Actor actor;
    private final ContentType type;
    private final MappedColumns columns;
    private final FileIds fileIds;

    RowPlanner(Drafts drafts, Actor actor, ContentType type, MappedColumns columns, FileIds fileIds) {
        this.drafts = drafts;
        this.actor = actor;
        this.type = type;
        this.columns = columns;
        this.fileIds = fileIds;
    }

    /**
     * @param chosen the id that a new entry of the row gets; null where none is chosen yet
     * @param rehearsed whether rows before are not stored, and references to what they bring are taken for good
     */
    RowPlan plan(ContentReader reader, Row row, @Nullable String chosen, boolean rehearsed) {
        var problems = new ArrayList<CellProblem>();
        var hints = new ArrayList<CellProblem>();
        fileIds.twin(row, columns).ifPresent(problems::add);
        var references =
                new CellReferences(drafts, reader, type.name(), id -> rehearsed && fileIds.isBefore(id, row.number()));
        var known = problems.isEmpty() ? known(reader, references, row, problems) : Optional.<String>empty();
        var found = known.or(() -> Optional.ofNullable(chosen))
                .flatMap(id -> reader.locate(Perspective.DRAFT, id))
                .flatMap(at -> reader.node(at, Integer.MAX_VALUE).map(node -> drafts.visible(actor, type, at, node)));
        var current = found.map(node -> PlainEntry.of(drafts.definitions(), type, node))
                .orElse(Map.of());
        var work = new Work(row, current, problems);
        var values = new CellValues(drafts.definitions(), columns.zone(), references);
        columns.values().forEach(column -> work.take(column, values));
        var path = text(row, ColumnTarget.PATH);
        if (found.isEmpty()) {
            addExternalIds(row, work.input);
            if (path == null && text(row, ColumnTarget.EXTERNAL_ID) == null) {
                hints.add(
                        new CellProblem(
                                null,
                                "",
                                "identity",
                                say(
                                        "Nothing says which entry this is: imported once more, the row makes another one. Map a column to `externalId`")));
            }
        } else {
            keepExternalId(reader, row, found.get(), work);
        }
        return new RowPlan(
                row.number(),
                found.map(ContentNode::id).orElse(null),
                found.map(ContentNode::path).orElse(path == null ? "" : path),
                title(work, row),
                path == null ? null : path.substring(path.lastIndexOf('/') + 1),
                path == null ? null : path.substring(0, Math.max(path.lastIndexOf('/'), 0)),
                externalIds(row),
                work.input,
                work.before,
                work.changes,
                problems,
                hints);
    }

    private @Nullable String text(Row row, String identity) {
        return columns.identity(identity)
                .map(column -> row.cell(column.index()))
                .map(cell -> CellValues.text(cell).strip())
                .orElse(null);
    }

    private Optional<String> known(
            ContentReader reader, CellReferences references, Row row, List<CellProblem> problems) {
        var id = text(row, ColumnTarget.ID);
        if (id != null) {
            var found = reader.locate(Perspective.DRAFT, id)
                    .flatMap(at -> reader.node(at, 0))
                    .filter(node -> node.nodeType().equals(type.nodeType()));
            if (found.isEmpty()) {
                problems.add(columns.problem(
                        ColumnTarget.ID,
                        "missing",
                        say(
                                "There is no %s with the id `%s`, or you may not see it: empty the cell to make a new one",
                                type.name(), CellNumbers.shown(id))));
            }
            return found.map(ContentNode::id);
        }
        var externalId = text(row, ColumnTarget.EXTERNAL_ID);
        if (externalId != null) {
            return ImportEntries.find(reader, type, externalId, Map.of());
        }
        return Optional.ofNullable(text(row, ColumnTarget.PATH))
                .flatMap(path ->
                        references.at(type.workspace(), type.datasource().rootPath(), path))
                .filter(node -> node.nodeType().equals(type.nodeType()))
                .map(ContentNode::id);
    }

    private List<String> externalIds(Row row) {
        var id = text(row, ColumnTarget.EXTERNAL_ID);
        return id == null ? List.of() : List.of(id);
    }

    private void addExternalIds(Row row, Map<String, @Nullable Object> input) {
        var ids = externalIds(row);
        if (!ids.isEmpty() && type.property(ImportLine.EXTERNAL_IDS).isPresent()) {
            input.putIfAbsent(
                    ImportLine.EXTERNAL_IDS,
                    ids.stream().map(ImportLine::schemeAndValue).toList());
        }
    }

    /** What is known by its id or path gets the external id that the row gives it: the next sheet may know it by that alone. */
    private void keepExternalId(ContentReader reader, Row row, ContentNode entry, Work work) {
        var id = text(row, ColumnTarget.EXTERNAL_ID);
        var own = entry.value(SystemProperties.EXTERNAL_IDS);
        if (id == null
                || type.property(ImportLine.EXTERNAL_IDS).isEmpty()
                || own != null && own.each().contains(Value.of(id))) {
            return;
        }
        if (ImportEntries.find(reader, type, id, Map.of()).isPresent()) {
            work.problems.add(
                    columns.problem(ColumnTarget.EXTERNAL_ID, "unique", say("another entry has the value `%s`", id)));
            return;
        }
        work.addExternalId(columns.identity(ColumnTarget.EXTERNAL_ID).orElseThrow(), id);
    }

    private String title(Work work, Row row) {
        var property = TitleProperty.of(type.model());
        var title =
                property == null ? null : work.input.getOrDefault(property.name(), work.current.get(property.name()));
        return title != null
                ? shown(title)
                : row.cells().stream()
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(RowPlanner::shown)
                        .orElse("");
    }

    /** What a refusal says about the fields of a row, by the columns that they come from. */
    List<CellProblem> problems(PlatformException refusal) {
        var fields = refusal.fields().isEmpty()
                ? List.of(new FieldError("", refusal.code().name(), String.valueOf(refusal.getMessage())))
                : refusal.fields();
        return fields.stream()
                .map(error -> new CellProblem(columns.of(error.field()), error.field(), error.rule(), error.message()))
                .toList();
    }

    static String shown(@Nullable Object value) {
        var text = value instanceof Number number ? CellNumbers.text(number) : SheetWriter.text(value);
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }

    /** The values of one row, column by column. */
    private final class Work {
        private final Row row;
        private final Map<String, Object> current;
        private final List<CellProblem> problems;
        private final Map<String, @Nullable Object> input = new LinkedHashMap<>();
        private final Map<String, @Nullable Object> before = new LinkedHashMap<>();
        private final List<Change> changes = new ArrayList<>();

        Work(Row row, Map<String, Object> current, List<CellProblem> problems) {
            this.row = row;
            this.current = current;
            this.problems = problems;
        }

        void take(Mapped column, CellValues values) {
            var cell = row.cell(column.index());
            var target = column.target();
            var now = target.in(current);
            if (cell == null ? now == null || !columns.clears() : SameValue.says(cell, now)) {
                return;
            }
            var property = Objects.requireNonNull(target.property());
            try {
                var value = cell == null ? null : values.of(property, column.column(), cell);
                if (!isSame(property, value, now)) {
                    set(column, value, now);
                }
            } catch (IllegalArgumentException complaint) {
                before.putIfAbsent(target.rootName(), current.get(target.rootName()));
                problems.add(
                        new CellProblem(column.label(), target.path(), "type", String.valueOf(complaint.getMessage())));
            }
        }

        private void set(Mapped column, @Nullable Object value, @Nullable Object now) {
            var target = column.target();
            before.putIfAbsent(target.rootName(), current.get(target.rootName()));
            changes.add(new Change(column.column().column(), target.path(), shown(now), shown(value)));
            // What a row before brings has no id yet, in a rehearsal.
            if (value != null
                    && (value.equals(CellReferences.SOON)
                            || value instanceof List<?> list && list.contains(CellReferences.SOON))) {
                return;
            }
            if (target.steps().size() > 1 && !input.containsKey(target.rootName())) {
                input.put(target.rootName(), ColumnTarget.copy(current.get(target.rootName())));
            }
            target.set(input, value);
        }

        void addExternalId(Mapped column, String id) {
            var ids = new ArrayList<Object>();
            var now = input.getOrDefault(ImportLine.EXTERNAL_IDS, current.get(ImportLine.EXTERNAL_IDS));
            if (now instanceof List<?> list) {
                ids.addAll(list);
            }
            ids.add(ImportLine.schemeAndValue(id));
            before.putIfAbsent(ImportLine.EXTERNAL_IDS, current.get(ImportLine.EXTERNAL_IDS));
            input.put(ImportLine.EXTERNAL_IDS, ids);
            changes.add(new Change(column.column().column(), column.target().path(), "", id));
        }

        private static boolean isSame(Property property, @Nullable Object value, @Nullable Object now) {
            return property.type() == Scalar.DATE && value instanceof String left && now instanceof String right
                    ? OffsetDateTime.parse(left).isEqual(OffsetDateTime.parse(right))
                    : SameValue.same(value, now);
        }
    }
}
