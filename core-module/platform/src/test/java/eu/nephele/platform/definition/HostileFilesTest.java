package eu.nephele.platform.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is made to harm ends in a problem, at once, and stops no other. */
class HostileFilesTest {

    private static final String FILE = "m/vocabularies/hostile.yaml";
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private TestingModules modules;

    @BeforeAll
    static void warmUp() {
        LightModules.check(TestingModules.fixture("light-modules"));
    }

    @BeforeEach
    void modules() {
        modules = new TestingModules(folder).write("m/vocabularies/fine.yaml", "terms: { a: { } }");
    }

    @Test
    void aBombOfAliases() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 12; level++) {
            bomb.append("a%d: &a%d [%s]\n"
                    .formatted(level, level, "*a%d, ".formatted(level - 1).repeat(10)));
        }
        assertRefused(bomb + "terms: *a11\n", "SEVERE " + FILE + ":6:5 has more than 500000 values");
    }

    @Test
    void tooManyAliases() {
        assertRefused("a: &a [x]\nterms: [" + "*a, ".repeat(2_000) + "]\n", "Number of aliases for non-scalar nodes");
    }

    @Test
    void anAliasOfItself() {
        assertRefused("terms: &a [*a]\n", "SEVERE " + FILE + ":1:8 has an alias inside of what it stands for");
    }

    @Test
    void tenThousandLevelsInBrackets() {
        assertRefused("terms: " + "[".repeat(10_000), "Nesting Depth exceeded max 100");
    }

    @Test
    void tenThousandLevelsOfIndentation() {
        var deep = new StringBuilder();
        for (var level = 0; level < 2_000; level++) {
            deep.append(" ".repeat(level)).append("a:\n");
        }
        assertRefused(deep.toString(), "Nesting Depth exceeded max 100");
        assertRefused("- ".repeat(10_000) + "a", "Nesting Depth exceeded max 100");
    }

    @Test
    void aHundredMegabytes() throws IOException {
        Files.createDirectories(folder.resolve(FILE).getParent());
        try (var file = new RandomAccessFile(folder.resolve(FILE).toFile(), "rw")) {
            file.setLength(100L * 1024 * 1024);
        }
        assertProblemAtOnce("has 104857600 bytes, more than the 3145728 allowed");
    }

    @Test
    void aJavaClassAsTag() {
        assertRefused(
                "terms: !!javax.script.ScriptEngineManager [ !!java.net.URL [ 'https://evil.example' ] ]\n",
                "SEVERE " + FILE + ":1:8 is not YAML: Global tag is not allowed: tag:yaml.org,2002:javax.script");
    }

    @Test
    void keysTwiceAreAProblemEach() {
        assertRefused("terms: { a: { } }\n" + "b: 1\n".repeat(20_000), "has more problems than the 50 listed");
    }

    @Test
    void namesOfTenThousandUnknownKeys() {
        var keys = new StringBuilder("terms: { a: { } }\n");
        for (var i = 0; i < 10_000; i++) {
            keys.append("k").append(i).append(": 1\n");
        }
        assertRefused(keys.toString(), "unknown key `k0`");
    }

    @Test
    void tenThousandTermsBelowUnknownOnes() {
        var terms = new StringBuilder("terms:\n");
        for (var i = 0; i < 10_000; i++) {
            terms.append("  - { code: code%d, broader: cade%d }\n".formatted(i, i));
        }
        assertRefused(terms.toString(), "terms.code0.broader: names the term `cade0`, which does not exist");
    }

    @Test
    void moreThanAThousandPropertiesAreLeftOut() {
        var properties = new StringBuilder("datasource: { workspace: w }\nmodel:\n  properties:\n");
        for (var i = 0; i < 1_000; i++) {
            properties.append("    a%d: { i18n: true }\n".formatted(i));
        }
        modules.write("m/contentTypes/large.yaml", properties.toString());
        assertThat(modules.problems()).isEmpty();

        modules.write("m/contentTypes/large.yaml", properties + "    b:\n");
        assertProblemAtOnce("MAJOR m/contentTypes/large.yaml:4:5 model.properties: has more than 1000 entries");
    }

    @Test
    void includesThatDoubleAtEachLevel() {
        for (var level = 0; level < 30; level++) {
            modules.write(
                    "m/includes/i%d.yaml".formatted(level),
                    "a: !include:/m/includes/i%d.yaml\nb: !include:/m/includes/i%d.yaml\n"
                            .formatted(level + 1, level + 1));
        }
        modules.write("m/includes/i30.yaml", "x: 1\n");
        assertRefused("terms: !include:/m/includes/i0.yaml\n", "has more than 500000 values or 100 levels");
    }

    @Test
    void aFileThatIncludesItself() {
        modules.write("m/includes/loop.yaml", "again: !include:/m/vocabularies/hostile.yaml\n");
        assertRefused(
                "terms: !include:/m/includes/loop.yaml\n",
                "MAJOR m/includes/loop.yaml:1:8 includes itself through `/m/vocabularies/hostile.yaml`");
    }

    @Test
    void anIncludeFromOutside() throws IOException {
        Files.writeString(folder.resolve("secret.yaml"), "code: secret\n");
        assertRefused(
                "terms: [ !include:/m/../secret.yaml ]\n",
                "MAJOR " + FILE + ":1:10 includes `/m/../secret.yaml`, which is not there");
    }

    @Test
    void bytesThatAreNoText() throws IOException {
        Files.write(folder.resolve(FILE), new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xfe});
        assertProblemAtOnce("is not UTF-8 (save it as UTF-8)");
        Files.writeString(folder.resolve(FILE), "a: b\nc: \0\n");
        assertProblemAtOnce("SEVERE " + FILE + ":2:4 is not YAML: the character U+0000 is not allowed");
    }

    private void assertRefused(String text, String problem) {
        modules.write(FILE, text);
        assertProblemAtOnce(problem);
    }

    private void assertProblemAtOnce(String problem) {
        // Time of the processor, so that a busy machine fails no test.
        var processor = ManagementFactory.getThreadMXBean();
        var start = processor.getCurrentThreadCpuTime();
        try (var loaded = LightModules.load(List.of(folder))) {
            var took = Duration.ofNanos(processor.getCurrentThreadCpuTime() - start);
            assertThat(loaded.current().problems())
                    .extracting(Object::toString)
                    .anySatisfy(text -> assertThat(text).contains(problem));
            assertThat(Objects.requireNonNull(loaded.current().vocabularies().get("fine"))
                            .term("a"))
                    .as("other files stay usable")
                    .isPresent();
            assertThat(took).isLessThan(AT_ONCE);
        }
    }
}
