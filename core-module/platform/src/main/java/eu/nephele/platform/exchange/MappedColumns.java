package eu.nephele.platform.exchange;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.exchange.ColumnTarget.Step;
import eu.nephele.platform.exchange.RowReport.CellProblem;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mapping understood: which column of the sheet goes where. */
final class MappedColumns {

    /** @param label what the column is called in messages, with its letter */
    record Mapped(int index, SheetMapping.Column column, ColumnTarget target) {
        String label() {
            return "%s (%s)".formatted(SheetReader.letter(index), column.column());
        }
    }

    private final List<Mapped> mapped;
    private final boolean clears;
    private final ZoneId zone;

    private MappedColumns(List<Mapped> mapped, boolean clears, ZoneId zone) {
        this.mapped = List.copyOf(mapped);
        this.clears = clears;
        this.zone = zone;
    }

    /** @throws PlatformException BAD_REQUEST naming each column whose target is wrong */
    static MappedColumns of(Definitions definitions, ContentType type, Sheet sheet, SheetMapping mapping) {
        var errors = new ArrayList<FieldError>();
        var mapped = new ArrayList<Mapped>();
        var taken = new HashSet<Object>();
        for (var column : mapping.columns()) {
            var target = column.target();
            var index = sheet.columns().indexOf(column.column());
            // A template may know columns that this sheet has not.
            if (target == null || target.isBlank() || index < 0) {
                continue;
            }
            try {
                requireSigns(column);
                var understood = ColumnTarget.of(definitions, type, target);
                if (!taken.add(understood.isIdentity() ? target : understood.steps())) {
                    throw new IllegalArgumentException(say("is what another column goes to already"));
                }
                mapped.add(new Mapped(index, column, understood));
            } catch (IllegalArgumentException complaint) {
                errors.add(
                        new FieldError(column.column(), "target", "`%s` %s".formatted(target, complaint.getMessage())));
            }
        }
        if (errors.isEmpty() && mapped.stream().allMatch(one -> one.target().isIdentity())) {
            errors.add(new FieldError("columns", "required", say("must map at least one column to a property")));
        }
        if (!errors.isEmpty()) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST,
                    "%s: %s"
                            .formatted(
                                    errors.getFirst().field(), errors.getFirst().message()),
                    errors);
        }
        return new MappedColumns(mapped, mapping.clears(), zone(mapping.zone()));
    }

    private static void requireSigns(SheetMapping.Column column) {
        if (column.decimal() != null && !List.of(",", ".").contains(column.decimal())) {
            throw new IllegalArgumentException(
                    say("has decimals after `%s`: it must be a comma or a full stop", column.decimal()));
        }
        if (column.separator() != null && column.separator().length() != 1) {
            throw new IllegalArgumentException(
                    say("has its values parted by `%s`: it must be one sign", column.separator()));
        }
    }

    private static ZoneId zone(@Nullable String zone) {
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST, say("There is no time zone `%s`; one is Europe/Belgrade", zone));
        }
    }

    boolean clears() {
        return clears;
    }

    ZoneId zone() {
        return zone;
    }

    List<Mapped> values() {
        return mapped.stream().filter(one -> !one.target().isIdentity()).toList();
    }

    Optional<Mapped> identity(String path) {
        return mapped.stream()
                .filter(one -> one.target().isIdentity() && one.target().path().equals(path))
                .findFirst();
    }

    CellProblem problem(String identity, String rule, String message) {
        return new CellProblem(identity(identity).map(Mapped::label).orElse(null), identity, rule, message);
    }

    /** The column whose cell the named field of a refusal comes from; null where there is none. */
    @Nullable
    String of(String field) {
        if (field.equals("@name") || field.equals(ColumnTarget.PATH)) {
            return identity(ColumnTarget.PATH).map(Mapped::label).orElse(null);
        }
        var root = field.contains("/") ? field.substring(0, field.indexOf('/')) : field;
        return values().stream()
                .filter(one -> stored(one.target()).equals(field))
                .findFirst()
                .or(() -> values().stream()
                        .filter(one -> one.target().rootName().equals(root))
                        .findFirst())
                .map(Mapped::label)
                .orElse(null);
    }

    /** {@code quotes/quotes0/text}: as refusals name what is nested. */
    private static String stored(ColumnTarget target) {
        return String.join(
                "/", target.steps().stream().map(MappedColumns::stored).toList());
    }

    private static String stored(Step step) {
        return step.index() < 0 ? step.storedName() : "%1$s/%1$s%2$d".formatted(step.storedName(), step.index());
    }
}
