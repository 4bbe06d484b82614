package eu.nephele.platform.definition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.contenttype.PropertyType.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotReloadTest {

    private static final String TYPE = "m/contentTypes/t.yaml";
    private static final Duration IN_FORCE = Duration.ofSeconds(1);

    /** Far more than it takes, for busy machines. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private TestingModules files;
    private LightModules modules;
    private final LinkedBlockingQueue<Definitions> changes = new LinkedBlockingQueue<>();

    @BeforeEach
    void watch() {
        files = new TestingModules(folder).write(TYPE, type("title: { type: Long }"));
        modules = LightModules.load(List.of(folder));
        modules.onChange(changes::add);
        modules.watch();
    }

    @AfterEach
    void close() {
        modules.close();
    }

    @Test
    void aSavedChangeIsInForceWithinASecond() {
        var quickest = PATIENCE;
        for (var attempt = 0; attempt < 5 && quickest.compareTo(IN_FORCE) >= 0; attempt++) {
            var type = attempt % 2 == 0 ? Scalar.DOUBLE : Scalar.LONG;
            var saved = System.nanoTime();
            files.write(TYPE, type("title: { type: %s }".formatted(type)));
            var definitions = changed(now -> titleType(now) == type);
            var took = Duration.ofNanos(System.nanoTime() - saved);
            quickest = took.compareTo(quickest) < 0 ? took : quickest;

            assertThat(modules.current()).isEqualTo(definitions);
        }

        assertThat(quickest).as("the quickest of five, on a busy machine").isLessThan(IN_FORCE);
        assertThat(modules.current().generation()).isGreaterThan(1);
    }

    @Test
    void aBrokenChangeKeepsTheLastGoodDefinitionAndReportsTheProblem() {
        files.write(TYPE, type("title: { type: Doubel }"));

        var broken = changed(now -> !now.problems().isEmpty());
        assertThat(titleType(broken)).isEqualTo(Scalar.LONG);
        assertThat(broken.problems())
                .extracting(Object::toString)
                .containsExactly("MAJOR " + TYPE
                        + ":2:39 model.properties.title.type: unknown type `Doubel` (did you mean `Double`?)");

        files.write(TYPE, "datasource: {\n");
        var unreadable = changed(now -> now.problems().toString().contains("is not YAML"));
        assertThat(titleType(unreadable)).isEqualTo(Scalar.LONG);

        files.write(TYPE, type("title: { type: Double }"));
        assertThat(changed(now -> now.problems().isEmpty()))
                .satisfies(now -> assertThat(titleType(now)).isEqualTo(Scalar.DOUBLE));
    }

    @Test
    void aBrokenIncludeOrDecorationKeepsTheLastGoodDefinitionToo() {
        files.write("d/decorations/m/contentTypes/t.yaml", "label: Decorated\n");
        changed(now -> "Decorated".equals(now.contentTypes().get("t").label()));

        files.write("d/decorations/m/contentTypes/t.yaml", "label: [\n");

        var broken = changed(now -> !now.problems().isEmpty());
        assertThat(broken.contentTypes().get("t").label()).isEqualTo("Decorated");
    }

    @Test
    void aBrokenBundleKeepsItsLabelsToo() {
        files.write("m/i18n/m-messages_en.properties", "title=Title\n");
        changed(now -> now.messages().containsKey("title"));

        files.write("m/i18n/m-messages_en.properties", "title=\\u12\n");

        var broken = changed(now -> !now.problems().isEmpty());
        assertThat(broken.messages().get("title")).containsEntry("en", "Title");
    }

    @Test
    void newModulesAndFoldersAreFollowed() {
        files.write("n/vocabularies/deep/er/v.yaml", "terms: { a: { } }");
        changed(now -> now.vocabularies().containsKey("v"));

        files.write("n/vocabularies/deep/er/v.yaml", "terms: { a: { }, b: { } }");
        changed(now -> now.vocabularies().get("v").term("b").isPresent());
    }

    @Test
    void aModuleMadeStepByStepIsFollowed() throws Exception {
        Files.createDirectory(folder.resolve("n"));
        awaitNoticed();
        Files.createDirectory(folder.resolve("n/vocabularies"));
        awaitNoticed();
        files.write("n/vocabularies/v.yaml", "terms: { a: { } }");

        changed(now -> now.vocabularies().containsKey("v"));
    }

    /** Until what was done before is noticed: a change that comes after it is in force. */
    private void awaitNoticed() {
        var type = titleType(modules.current()) == Scalar.LONG ? Scalar.DOUBLE : Scalar.LONG;
        files.write(TYPE, type("title: { type: %s }".formatted(type)));
        changed(now -> titleType(now) == type);
    }

    @Test
    void anEditorThatSavesByRenamingIsFollowed() throws IOException {
        for (var word : List.of("Double", "Boolean")) {
            var temporary = folder.resolve("m/contentTypes/.t.yaml.swp");
            Files.writeString(temporary, type("title: { type: %s }".formatted(word)));
            Files.move(temporary, folder.resolve(TYPE), StandardCopyOption.ATOMIC_MOVE);

            changed(now -> titleType(now).name().equalsIgnoreCase(word));
        }
    }

    @Test
    void aRemovedFileTakesItsDefinitionAway() throws IOException {
        Files.delete(folder.resolve(TYPE));

        assertThat(changed(now -> now.contentTypes().isEmpty()).problems()).isEmpty();
    }

    @Test
    void filesBehindSymbolicLinksAreFollowed(@TempDir Path elsewhere) throws IOException {
        var target = Files.writeString(elsewhere.resolve("v.yaml"), "terms: { a: { } }");
        Files.createDirectories(folder.resolve("m/vocabularies"));
        Files.createSymbolicLink(folder.resolve("m/vocabularies/v.yaml"), target);
        changed(now -> now.vocabularies().containsKey("v"));

        Files.writeString(target, "terms: { b: { } }");
        changed(now -> now.vocabularies().get("v").term("b").isPresent());
    }

    @Test
    void aChangeWithoutEffectTellsNobody() {
        files.write(TYPE, "# A remark.\n" + type("title: { type: Long }"));
        modules.reload();

        assertThat(modules.current().generation()).isEqualTo(1);
        assertThat(changes).isEmpty();
    }

    private Definitions changed(Predicate<Definitions> expected) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var last = modules.current();
        while (true) {
            try {
                var next = changes.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    throw new AssertionError("not in force, but %s".formatted(last));
                }
                last = next;
                if (expected.test(next)) {
                    return next;
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static Scalar titleType(Definitions definitions) {
        return (Scalar) definitions
                .contentTypes()
                .get("t")
                .property("title")
                .orElseThrow()
                .type();
    }

    private static String type(String property) {
        return "datasource: { workspace: w }\nmodel: { properties: { %s } }\n".formatted(property);
    }
}
