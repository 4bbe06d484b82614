package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./nephele} says before anything is built: quick, and without starting Java. */
class LauncherTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @TempDir
    Path folder;

    private record Ended(int status, String output, String errors) {}

    @Test
    void helpNamesEveryCommand() throws Exception {
        var help = launch("help");

        assertThat(help.status()).isZero();
        for (var command : List.of("run", "check", "import", "index verify", "build", "test", "bench", "format")) {
            assertThat(help.output()).contains("./nephele " + command);
        }
        assertThat(launch().output()).isEqualTo(help.output());
        assertThat(launch("run", "--help").output()).isEqualTo(help.output());
    }

    @ParameterizedTest
    @CsvSource({
        "fly, there is no command fly",
        "run --prot 80, run does not know --prot",
        "run --port, --port needs a value",
        "run --port eighty, eighty is not a port number",
        "run --port 65536, 65536 is not a port number",
        "run --data, --data needs a value",
        "run --search solr, there is no engine solr",
        "index, index knows one thing to do",
        "index verify --fast, index verify does not know --fast",
        "run --light-modules no-such-folder, there is no folder no-such-folder",
        "check a b, check takes one folder at most",
        "check no-such-folder, there is no folder no-such-folder",
        "check --fast, check does not know --fast",
        "bench --fast, bench does not know --fast",
        "bench search --size 5, 'bench search knows --sizes N,N,...'",
        "import, import needs a file",
        "import no-such-file --type x, there is no file",
        "import pom.xml, import needs --type",
        "import pom.xml --type, --type needs a value",
        "import pom.xml --fast, import does not know --fast",
        "import pom.xml --type x --light-modules no-such-folder, there is no folder no-such-folder",
        "build --fast, build takes no options",
        "test --fast, test takes no options",
        "format --fast, format takes no options"
    })
    void aMistakeIsOneClearSentence(String arguments, String sentence) throws Exception {
        var ended = launch(arguments.split(" "));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.errors()).contains(sentence);
        assertThat(ended.errors().lines()).hasSize(1);
        assertThat(ended.output()).isEmpty();
    }

    @Test
    void aMissingJdkIsSaidInOneSentence() throws Exception {
        var launcher = Files.copy(ROOT.resolve("nephele"), folder.resolve("nephele"));
        Files.createDirectories(folder.resolve("bin"));
        for (var tool : List.of("bash", "dirname", "cat", "sed", "find", "head", "readlink", "env")) {
            Files.createSymbolicLink(folder.resolve("bin").resolve(tool), which(tool));
        }
        var text = Files.readString(launcher)
                .replace("/usr/lib/jvm/*", "/nowhere/*")
                .replace("/opt/*", "/nowhere/*");
        Files.writeString(launcher, text);

        var ended = start(
                List.of(which("bash").toString(), launcher.toString(), "build"),
                Map.of("PATH", folder.resolve("bin").toString(), "HOME", folder.toString(), "JAVA_HOME", ""));

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.errors()).contains("no JDK 25 or newer was found").contains("JAVA_HOME");
        assertThat(ended.errors().lines()).hasSize(1);
    }

    @Test
    void aRunOfTheTestsEndsWithTheSummariesOfAllModules() throws Exception {
        var ended = testWith(
                "0",
                "[INFO] Tests run: 5, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in a.BTest",
                "[INFO] Tests run: 5, Failures: 0, Errors: 0, Skipped: 0",
                "[WARNING] Tests run: 7, Failures: 0, Errors: 0, Skipped: 1",
                "[INFO] BUILD SUCCESS");

        assertThat(ended.status()).isZero();
        assertThat(ended.output())
                .endsWith(
                        "Tests run: 5, Failures: 0, Errors: 0, Skipped: 0\nTests run: 7, Failures: 0, Errors: 0, Skipped: 1\n");
    }

    @Test
    void aTestThatPassedTheSecondTimeIsNamedAndCounted() throws Exception {
        var ended = testWith(
                "0",
                "[WARNING] Flakes: ",
                "[WARNING] a.BTest.works",
                "[WARNING] Tests run: 5, Failures: 0, Errors: 0, Skipped: 0, Flakes: 1",
                "[INFO] BUILD SUCCESS");

        assertThat(ended.status()).isZero();
        assertThat(ended.output())
                .contains("[WARNING] a.BTest.works\n")
                .endsWith("\nTests run: 5, Failures: 0, Errors: 0, Skipped: 0, Flakes: 1\n");
    }

    @Test
    void aFailedTestIsShownAndEndsTheRunWithAFailure() throws Exception {
        var ended = testWith(
                "1",
                "[ERROR] a.BTest.works -- Time elapsed: 0 s <<< FAILURE!",
                "[ERROR] Tests run: 5, Failures: 1, Errors: 0, Skipped: 0",
                "[INFO] BUILD FAILURE");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.output()).contains("a.BTest.works", "\nTests run: 5, Failures: 1, Errors: 0, Skipped: 0\n");
    }

    @Test
    void aRunOfTheTestsThatNeverGotThereIsAFailure() throws Exception {
        assertThat(testWith("1", "[ERROR] COMPILATION ERROR").status()).isEqualTo(1);
        assertThat(testWith("0").status()).isEqualTo(1);
    }

    /** A launcher of its own with a Maven that says these lines. */
    private Ended testWith(String status, String... lines) throws Exception {
        var launcher = folder.resolve("nephele");
        Files.copy(ROOT.resolve("nephele"), launcher, StandardCopyOption.REPLACE_EXISTING);
        var maven = folder.resolve("mvn");
        Files.writeString(
                maven, "#!/bin/sh\ncat <<'END'\n%s\nEND\nexit %s\n".formatted(String.join("\n", lines), status));
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
        var java = System.getProperty("java.home");
        return start(
                List.of(launcher.toString(), "test"),
                Map.of("PATH", folder + ":" + System.getenv("PATH"), "JAVA_HOME", java));
    }

    private static Path which(String tool) {
        for (var place : System.getenv("PATH").split(":")) {
            var path = Path.of(place, tool);
            if (Files.isExecutable(path)) {
                return path;
            }
        }
        throw new IllegalStateException("There is no " + tool);
    }

    private Ended launch(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(ROOT.resolve("nephele").toString()));
        command.addAll(List.of(arguments));
        return start(command, Map.of());
    }

    private Ended start(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var output = folder.resolve("output");
        var errors = folder.resolve("errors");
        var builder = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        var status = builder.start().waitFor();
        return new Ended(
                status,
                Files.readString(output, StandardCharsets.UTF_8),
                Files.readString(errors, StandardCharsets.UTF_8));
    }
}
