package eu.nephele.platform.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynonymsTest {

    private static final String FILE = "m/synonyms/de.yaml";

    @TempDir
    Path folder;

    private TestingModules modules;

    @BeforeEach
    void aSite() {
        modules = new TestingModules(folder)
                .write(
                        "m/sites/fallback.yaml",
                        "i18n: { enabled: true, fallbackLocale: en, locales: { en: {}, de: {}, de-AT: {} } }");
    }

    @Test
    void groupsGoBothWaysAndMapsOne() {
        modules.write(FILE, """
                synonyms:
                  - [Firma, Unternehmen]
                  - { from: KMU, to: [kleine und mittlere Unternehmen] }
                  - { from: [Spedition, 24], to: Logistik }
                """);

        assertThat(modules.problems()).isEmpty();
        assertThat(modules.definitions().synonyms().get("de"))
                .containsExactly(
                        SynonymRule.group(List.of("Firma", "Unternehmen")),
                        new SynonymRule(List.of("KMU"), List.of("kleine und mittlere Unternehmen")),
                        new SynonymRule(List.of("Spedition", "24"), List.of("Logistik")));
    }

    @Test
    void thoseOfAllModulesAreUsed() {
        modules.write(FILE, "synonyms: [[Firma, Unternehmen]]").write("n/synonyms/de.yaml", "synonyms: [[Holz, Wald]]");

        assertThat(modules.definitions().synonyms().get("de")).hasSize(2);
    }

    @Test
    void whatIsWrongIsSaidWithItsPlaceAndTheRestIsUsed() {
        modules.write(FILE, """
                synonyms:
                  - [Firma]
                  - { from: KMU }
                  - Firma
                  - [Firma, Firma, Betrieb]
                  - [Holz, [Wald]]
                  - { from: Holz, to: "--", too: Wald }
                synonym: []
                """);

        assertThat(modules.problems())
                .satisfiesExactly(
                        one -> assertThat(one).contains(FILE + ":2:5").contains("fewer than two"),
                        two -> assertThat(two)
                                .contains(FILE + ":3:5")
                                .contains("synonyms[1].to")
                                .contains("no expression"),
                        three -> assertThat(three).contains(FILE + ":4:5").contains("`from` and `to`"),
                        four -> assertThat(four).contains(FILE + ":5:13").contains("`Firma` twice"),
                        five -> assertThat(five).contains(FILE + ":6:5").contains("fewer than two"),
                        six -> assertThat(six).contains(FILE + ":6:12").contains("not a list"),
                        seven -> assertThat(seven).contains(FILE + ":7:23").contains("not `--`"),
                        eight -> assertThat(eight).contains(FILE + ":7:23").contains("no expression"),
                        nine -> assertThat(nine).contains(FILE + ":7:29").contains("did you mean `to`?"),
                        ten -> assertThat(ten).contains(FILE + ":8:1").contains("did you mean `synonyms`?"));
        assertThat(modules.definitions().synonyms().get("de"))
                .containsExactly(SynonymRule.group(List.of("Firma", "Betrieb")));
    }

    @Test
    void aLanguageThatTheSiteLacksIsAProblem() {
        modules.write("m/synonyms/dee.yaml", "synonyms: [[a, b]]").write("m/synonyms/de-AT.yaml", "synonyms: [[a, b]]");

        assertThat(modules.problems())
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("m/synonyms/dee.yaml")
                .contains("no locale `dee`")
                .contains("did you mean `de`?");
    }

    @Test
    void thereAreLimits() {
        var words = IntStream.range(0, SynonymReader.MAX_EXPRESSIONS + 1)
                .mapToObj(i -> "w" + i)
                .collect(Collectors.joining(", "));
        var rules = "  - [a, b]\n".repeat(SynonymReader.MAX_RULES);
        modules.write(FILE, "synonyms:\n  - [" + words + "]\n" + rules)
                .write("m/synonyms/en.yaml", "synonyms: [[a, " + "x".repeat(SynonymReader.MAX_LENGTH + 1) + "]]");

        assertThat(modules.problems())
                .anySatisfy(problem -> assertThat(problem).contains(":2:").contains("more than 50 expressions"))
                .anySatisfy(problem -> assertThat(problem).contains(":5002:").contains("more than 5000 entries"))
                .anySatisfy(
                        problem -> assertThat(problem).contains("en.yaml:1:16").contains("at most 100 characters"));
        assertThat(modules.definitions().synonyms().get("de")).hasSize(SynonymReader.MAX_RULES);
    }

    @Test
    void aSavedChangeIsInForceSoon() throws InterruptedException {
        modules.write(FILE, "synonyms: [[Firma, Betrieb]]");
        try (var loaded = LightModules.load(List.of(folder))) {
            var changes = new LinkedBlockingQueue<Definitions>();
            loaded.onChange(changes::add);
            loaded.watch();
            modules.write(FILE, "synonyms: [[Firma, Unternehmen]]");

            var change = changes.poll(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS);
            assertThat(change).isNotNull();
            assertThat(loaded.current().synonyms().get("de"))
                    .containsExactly(SynonymRule.group(List.of("Firma", "Unternehmen")));
        }
    }
}
