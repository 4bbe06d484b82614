package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLoggingTest {

    @Test
    void anImportPrintsItsOwnLinesAndNoLog(@TempDir Path folder) throws Exception {
        var lines = Files.writeString(folder.resolve("a.ndjson"), "{\"externalId\":\"x:1\",\"title\":\"One\"}\n");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var errors = folder.resolve("errors");
        var command = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        NepheleApplication.class.getName(),
                        "import",
                        lines.toString(),
                        "--type",
                        "article",
                        "--nephele.data=" + folder.resolve("data"),
                        "--nephele.light-modules=" + TestingApplication.MODULES)
                .redirectError(errors.toFile())
                .start();
        var output = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(command.waitFor()).as(Files.readString(errors)).isZero();
        assertThat(output.lines()).hasSize(2);
        assertThat(output).startsWith("Importing a.ndjson into ").contains("created 1");
    }
}
