package eu.nephele.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

    @Test
    void blankLinesAndAByteOrderMarkArePassedOverAndNumbersKeepCounting() {
        var lines = read("\uFEFF{\"a\":1}\r\n\n  \n{\"a\":2}");

        assertThat(lines).extracting(JsonLines.Line::number).containsExactly(1L, 4L);
        assertThat(lines).allMatch(line -> line.complaint() == null);
    }

    @Test
    void aBrokenLineIsToldAndTheNextOneIsRead() {
        var lines = read("{\"a\":1\n[1,2]\n{\"a\":1} x\n{\"a\":1,\"a\":2}\n{\"ok\":true}\n");

        assertThat(lines).hasSize(5);
        assertThat(lines.subList(0, 4)).allMatch(line -> line.object() == null && line.complaint() != null);
        assertThat(lines.getLast().object()).containsEntry("ok", true);
    }

    @Test
    void aLineThatIsTooLongIsRefusedWithoutStoppingTheImport() {
        var lines = read("{\"a\":\"" + "x".repeat(JsonLines.MAX_LINE_LENGTH) + "\"}\n{\"ok\":true}\n");

        assertThat(lines.getFirst().complaint()).contains("longer than");
        assertThat(lines.getLast().object()).containsEntry("ok", true);
    }

    private static List<JsonLines.Line> read(String text) {
        var reader = new JsonLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        var lines = new ArrayList<JsonLines.Line>();
        for (var line = reader.next(); line.isPresent(); line = reader.next()) {
            lines.add(line.get());
        }
        return lines;
    }
}
