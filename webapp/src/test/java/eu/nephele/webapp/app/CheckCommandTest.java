package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final String TYPE = "mine/contentTypes/mine.yaml";

    @TempDir
    Path folder;

    @Test
    void aModuleMayReferToThoseOfTheProductAndEndsWithZero() throws IOException {
        write(TYPE, "datasource: { workspace: mine }\nmodel: { properties: { a: { type: 'reference:article' } } }\n");

        assertThat(check(0)).isEqualTo("0 problems, 0 of them severe\n");
    }

    @Test
    void eachProblemIsSaidOnceThoseOfSampleContentToo() throws IOException {
        write(TYPE, "datasource: { workspace: mine }\nmodel: [\n");
        write("mine/content/one.yaml", "type: mine\npublsh: true\n");

        assertThat(check(1).lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("SEVERE " + TYPE))
                .anyMatch(line -> line.startsWith("SEVERE mine/content/one.yaml"));
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String check(int status) {
        var console = System.out;
        var output = new ByteArrayOutputStream();
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        try {
            assertThat(CheckCommand.run(new String[] {folder.toString(), TestingApplication.MODULES.toString()}))
                    .isEqualTo(status);
        } finally {
            System.setOut(console);
        }
        return output.toString(StandardCharsets.UTF_8);
    }
}
