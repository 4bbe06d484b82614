package eu.nephele.platform.exchange;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.TestingDesk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ExportEntriesTest {

    private final TestingDesk desk = new TestingDesk();
    private final ExportEntries exports = new ExportEntries(desk.drafts);

    @AfterEach
    void close() {
        desk.close();
    }

    private byte[] export(Actor actor, List<String> ids, List<String> columns, String format) throws IOException {
        var output = new ByteArrayOutputStream();
        exports.run(actor, "company", ids, columns, format, output);
        return output.toByteArray();
    }

    private String hostile() {
        return desk.create(
                        "company",
                        Map.of(
                                "title",
                                "=HYPERLINK(\"http://x\")",
                                "title_de",
                                "Žito, \"Brot\"",
                                "employees",
                                -5,
                                "tags",
                                List.of("a", "+b")))
                .id();
    }

    @Test
    void csvHasNoFormulasAndKeepsNumbers() throws IOException {
        var id = hostile();

        var text = new String(
                export(EDITOR, List.of(id), List.of("title", "employees", "tags"), "csv"), StandardCharsets.UTF_8);

        assertThat(text)
                .isEqualTo("\uFEFF@id,@path,state,externalId,title,title_de,title_sr_Latn,employees,tags\r\n"
                                .replace("@id", "'@id")
                                .replace("@path", "'@path")
                        + id
                        + ",/%s,not-published,,\"'=HYPERLINK(\"\"http://x\"\")\",\"Žito, \"\"Brot\"\"\",,-5,a|+b\r\n"
                                .formatted(desk.draft(id).name()));
    }

    @Test
    void aSpreadsheetReadsBackWhatWasWritten() throws IOException {
        var id = hostile();

        try (var workbook = new ReadableWorkbook(
                new ByteArrayInputStream(export(EDITOR, List.of(id), List.of("title", "employees"), "xlsx")))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(4)).isEqualTo("title");
            assertThat(rows.get(1).getCellText(4)).isEqualTo("'=HYPERLINK(\"http://x\")");
            assertThat(rows.get(1).getCellText(5)).isEqualTo("Žito, \"Brot\"");
            assertThat(rows.get(1).getCellAsNumber(7).orElseThrow()).isEqualByComparingTo("-5");
        }
    }

    @Test
    void jsonIsWhatIsStored() throws IOException {
        var json = JsonMapper.shared().readTree(export(EDITOR, List.of(hostile()), List.of("title", "tags"), "json"));

        assertThat(json.at("/0/title").asString()).startsWith("=HYPERLINK");
        assertThat(json.at("/0/tags")).hasSize(2);
    }

    @Test
    void whatMayNotBeReadIsNotExportedAndWhatIsUnknownIsRefused() throws IOException {
        var id = hostile();

        assertThat(JsonMapper.shared()
                        .readTree(export(new Actor("x", List.of()), List.of(id), List.of("title"), "json")))
                .isEmpty();
        assertThatThrownBy(() -> exports.check("company", "pdf", null)).hasMessageContaining("xlsx");
        assertThatThrownBy(() -> exports.check("company", "csv", List.of("nothing")))
                .hasMessageContaining("nothing");
    }
}
