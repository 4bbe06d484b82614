package eu.nephele.platform.exchange;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.document.Documents;
import eu.nephele.platform.exchange.SheetTable.Row;
import eu.nephele.platform.repository.ContentRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Spreadsheets that were brought, each its owner's alone and kept for a week, in pieces of some rows. */
public final class Sheets {

    private static final int ROWS_OF_A_PIECE = 100;
    private static final int LARGEST_PIECE = 400_000;
    private static final Duration KEPT = Duration.ofDays(7);

    record Piece(List<Row> rows) {}

    private record Read(String sheet, int from, List<Row> rows) {}

    private final Documents<Sheet> sheets;
    private final Documents<Piece> pieces;
    private final Clock clock;

    /** The piece read last: a job reads row after row. */
    private final AtomicReference<@Nullable Read> last = new AtomicReference<>();

    public Sheets(ContentRepository repository, Clock clock) {
        this.sheets = new Documents<>(repository, "sheets", Sheet.class);
        this.pieces = new Documents<>(repository, "sheet-rows", Piece.class);
        this.clock = clock;
    }

    Sheet keep(Actor actor, String contentType, String name, SheetTable table) {
        forgetOld();
        var id = UUID.randomUUID().toString();
        var starts = new ArrayList<Integer>();
        var rows = new ArrayList<Row>();
        var size = 0;
        for (var row : table.rows()) {
            rows.add(row);
            size += JsonMapper.shared().writeValueAsString(row.cells()).length();
            if (rows.size() == ROWS_OF_A_PIECE || size > LARGEST_PIECE) {
                starts.add(keep(id, rows));
                size = 0;
            }
        }
        if (!rows.isEmpty()) {
            starts.add(keep(id, rows));
        }
        var sheet = new Sheet(
                id,
                contentType,
                actor.name(),
                name,
                clock.instant(),
                table.reading(),
                table.columns(),
                table.rows().size(),
                List.copyOf(starts),
                null,
                null);
        sheets.put(contentType, id, sheet);
        return sheet;
    }

    private int keep(String id, List<Row> rows) {
        var first = rows.getFirst().number();
        pieces.put(id, key(first), new Piece(List.copyOf(rows)));
        rows.clear();
        return first;
    }

    private static String key(int first) {
        return "%07d".formatted(first);
    }

    Sheet find(Actor actor, String contentType, String id) {
        return sheets.find(contentType, id)
                .filter(sheet -> sheet.owner().equals(actor.name()))
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.PATH_NOT_FOUND,
                        say("You have no spreadsheet `%s`: it is kept for a week; bring the file again", id)));
    }

    void update(Sheet sheet) {
        sheets.put(sheet.contentType(), sheet.id(), sheet);
    }

    void drop(Sheet sheet) {
        sheets.remove(sheet.contentType(), sheet.id());
        pieces.removeGroup(sheet.id());
    }

    /** All rows, in their order. */
    List<Row> rows(Sheet sheet) {
        return sheet.pieces().stream()
                .flatMap(first -> piece(sheet, first).stream())
                .toList();
    }

    Optional<Row> row(Sheet sheet, int number) {
        return sheet.pieces().stream()
                .filter(first -> first <= number)
                .reduce((_, later) -> later)
                .flatMap(first -> piece(sheet, first).stream()
                        .filter(row -> row.number() == number)
                        .findFirst());
    }

    private List<Row> piece(Sheet sheet, int first) {
        var before = last.get();
        if (before != null && before.sheet().equals(sheet.id()) && before.from() == first) {
            return before.rows();
        }
        var rows = pieces.find(sheet.id(), key(first)).map(Piece::rows).orElse(List.of());
        last.set(new Read(sheet.id(), first, rows));
        return rows;
    }

    private void forgetOld() {
        var oldest = clock.instant().minus(KEPT);
        sheets.all().stream()
                .filter(sheet -> sheet.receivedAt().isBefore(oldest))
                .forEach(this::drop);
    }
}
