package eu.nephele.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetReaderTest {

    private static final SheetLimits SMALL = new SheetLimits(20_000, 100_000, 3, 4);

    private static SheetTable read(byte[] content) {
        return new SheetReader(SheetLimits.DEFAULTS).read(source("a.csv", content));
    }

    private static SheetTable read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SheetSource source(String name, byte[] content) {
        return new SheetSource(name, content, null, null, null, null);
    }

    static byte[] workbook(Consumer<Worksheet> filled) throws IOException {
        var output = new ByteArrayOutputStream();
        try (var workbook = new Workbook(output, "test", "1.0")) {
            filled.accept(workbook.newWorksheet("First"));
            workbook.newWorksheet("Second").value(0, 0, "other");
        }
        return output.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, Žito i đačka šuma",
        "UTF-16LE, Žito i đačka šuma",
        "UTF-16BE, Пчеларство Војводине",
        "windows-1250, Čačak i Šabac: Žitarice i mašine Đurđević",
        "windows-1250, Łódź i Kraków są duże",
        "windows-1251, Пчеларство и воће Шумадије",
        "windows-1251, Производство на машини и софтуер",
        "windows-1252, La città è più università",
        "windows-1253, Ελληνική βιομηχανία τροφίμων"
    })
    void lettersAreFoundOut(String encoding, String text) {
        var table = read(("title;country\r\n" + text + ";RS\r\n").getBytes(Charset.forName(encoding)));

        assertThat(table.reading().encoding()).isEqualTo(encoding);
        assertThat(table.rows().getFirst().cells()).containsExactly(text, "RS");
    }

    @Test
    void aMarkAtTheBeginningDecides() {
        var table = read("\uFEFFtitle,country\nWood,IT\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(table.columns()).containsExactly("title", "country");
        assertThat(table.reading().encoding()).isEqualTo("UTF-16LE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "a;b;c\\n1,5;2,5;x\\n # ;",
                "a,b,c\\n1;5,2;5,x\\n # ,",
                "a\\tb\\tc\\n1\\t2\\t3\\n # \\t",
                "sep=|\\na|b\\n1;2;3|4\\n # |"
            })
    void separatorsAreFoundOut(String text, String separator) {
        var table = read(text.strip().replace("\\n", "\n").replace("\\t", "\t"));

        assertThat(table.reading().separator()).isEqualTo(separator.replace("\\t", "\t"));
        assertThat(table.columns()).startsWith("a", "b");
    }

    @Test
    void cellsOfACsvMayHoldLinesQuotesAndSeparators() {
        var table = read("title;text\n\"One; two\";\"He said \"\"no\"\"\nand left\"\n\n'=1+1;x\n");

        assertThat(table.rows()).extracting(SheetTable.Row::number).containsExactly(2, 4);
        assertThat(table.rows().getFirst().cells()).containsExactly("One; two", "He said \"no\"\nand left");
        assertThat(table.rows().getLast().cell(0)).isEqualTo("=1+1");
    }

    @Test
    void aWorkbookHasNumbersDaysMomentsAndFlags() throws IOException {
        var file = workbook(sheet -> {
            sheet.value(1, 0, "title");
            sheet.value(1, 1, "n");
            sheet.value(1, 2, "day");
            sheet.value(1, 3, "at");
            sheet.value(1, 4, "flag");
            sheet.value(3, 0, " Wood ");
            sheet.value(3, 1, 12.5);
            sheet.value(3, 2, LocalDate.of(2012, 10, 1));
            sheet.style(3, 2).format("dd.MM.yyyy").set();
            sheet.value(3, 3, LocalDateTime.of(2012, 10, 1, 14, 30));
            sheet.style(3, 3).format("yyyy-MM-dd HH:mm").set();
            sheet.value(3, 4, true);
            sheet.value(4, 1, 7);
        });

        var table = new SheetReader(SheetLimits.DEFAULTS).read(source("a.xlsx", file));

        assertThat(table.reading().worksheets()).containsExactly("First", "Second");
        assertThat(table.reading().headings()).isEqualTo(2);
        assertThat(table.columns()).containsExactly("title", "n", "day", "at", "flag");
        assertThat(table.rows()).extracting(SheetTable.Row::number).containsExactly(4, 5);
        assertThat(table.rows().getFirst().cells())
                .containsExactly(" Wood ", new BigDecimal("12.5"), "2012-10-01", "2012-10-01T14:30", true);
        assertThat(table.rows().getLast().cell(1)).isEqualTo(BigInteger.valueOf(7));
    }

    @Test
    void columnsAreCalledOnceEach() {
        assertThat(read("title;;title;\nx;y;z;v\n").columns()).containsExactly("title", "Column B", "title (2)");
    }

    @Test
    void whatCannotBeReadSaysWhatToDo() throws IOException {
        assertThatThrownBy(() -> read(new byte[0])).hasMessageContaining("empty");
        assertThatThrownBy(() -> read(" \n\n")).hasMessageContaining("must name the columns");
        assertThatThrownBy(() -> read(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
                .hasMessageContaining("save it as XLSX");
        assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 9, 9})).hasMessageContaining("damaged");
        assertThatThrownBy(() -> new SheetReader(SMALL).read(source("a.ods", new byte[] {1, 2})))
                .hasMessageContaining("neither XLSX nor CSV");
        var other = new SheetSource("a.xlsx", workbook(sheet -> sheet.value(0, 0, "a")), "Third", null, null, null);
        assertThatThrownBy(() -> new SheetReader(SMALL).read(other)).hasMessageContaining("First, Second");
    }

    @Test
    void rowsColumnsAndBytesHaveLimits() throws IOException {
        var reader = new SheetReader(SMALL);
        var three = "a;b\n" + "1;2\n".repeat(3);

        assertThat(reader.read(source("a.csv", three.getBytes())).rows()).hasSize(3);
        assertThatThrownBy(() -> reader.read(source("a.csv", (three + "1;2\n").getBytes())))
                .hasMessageContaining("more than 3 rows");
        assertThatThrownBy(() -> reader.read(source("a.csv", "a;b;c;d;e\n1;2;3;4;5\n".getBytes())))
                .hasMessageContaining("5 columns");
        assertThatThrownBy(() -> reader.read(source("a.csv", new byte[20_001]))).hasMessageContaining("20,001");
        var rows = workbook(sheet -> List.of(0, 1, 2, 3, 4).forEach(row -> sheet.value(row, 0, "x" + row)));
        assertThatThrownBy(() -> reader.read(source("a.xlsx", rows))).hasMessageContaining("more than 3 rows");
    }

    @Test
    void aSmallFileThatUnpacksToALargeOneIsRefused() throws IOException {
        var output = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(output)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write(new byte[200_000]);
            zip.closeEntry();
        }

        assertThat(output.size()).isLessThan(1_000);
        assertThatThrownBy(() -> new SheetReader(SMALL).read(source("a.xlsx", output.toByteArray())))
                .hasMessageContaining("unpacks to more than 100,000 bytes");
    }

    @Test
    void entitiesOfAWorkbookAreNotExpanded(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("a.xlsx"), workbook(sheet -> sheet.value(0, 0, "title")));
        var output = new ByteArrayOutputStream();
        try (var from = new ZipFile(file.toFile());
                var to = new ZipOutputStream(output)) {
            for (var entry : Collections.list(from.entries())) {
                var text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write((entry.getName().endsWith("sharedStrings.xml") ? evil(text) : text)
                        .getBytes(StandardCharsets.UTF_8));
                to.closeEntry();
            }
        }

        assertThatThrownBy(() -> assertThat(read(output.toByteArray()).columns())
                        .doesNotContain("lol")
                        .isEmpty())
                .hasMessageMatching("(?s).*(damaged|must name the columns|\\[\\]).*");
    }

    private static String evil(String text) {
        return text.replaceFirst("(<\\?xml[^>]*>)", "$1<!DOCTYPE sst [<!ENTITY a \"lol\">]>")
                .replace(">title<", ">&a;<");
    }
}
