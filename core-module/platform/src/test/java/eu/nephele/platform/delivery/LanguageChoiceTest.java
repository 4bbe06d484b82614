package eu.nephele.platform.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.definition.SiteDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageChoiceTest {

    private static final List<LocaleDefinition> LOCALES = List.of(
            locale("en"),
            locale("de"),
            locale("de-AT", "de", "en"),
            locale("sr-Latn", "sr-Cyrl", "en"),
            locale("sr-Cyrl", "en"),
            locale("ro-MD", "en"),
            locale("cnr", "en"));

    private final LanguageChoice choice = new LanguageChoice(new SiteDefinition(true, "en", LOCALES, List.of()));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "de         | -                              | de",
                "DE         | -                              | de",
                "de-AT      | -                              | de-AT",
                "de_AT      | -                              | de-AT",
                "de-CH      | -                              | de",
                "de-AT-1996 | -                              | de-AT",
                "sr-Latn    | -                              | sr-Latn",
                "sr_Latn    | -                              | sr-Latn",
                "sr         | -                              | sr-Cyrl",
                "sr-Latn-ME | -                              | sr-Latn",
                "sr-ME      | -                              | sr-Latn",
                "ro         | -                              | ro-MD",
                "cnr        | -                              | cnr",
                "hr         | -                              | en",
                "xx         | -                              | en",
                "''         | -                              | en",
                "../x       | -                              | en",
                "de         | sr-Latn                        | de",
                "xx         | de                             | en",
                "all        | de                             | *",
                "-          | de                             | de",
                "-          | xx, de;q=0.5                   | de",
                "-          | en;q=0.2, de;q=0.8             | de",
                "-          | de;q=0, sr-Cyrl                | sr-Cyrl",
                "-          | de-CH, en;q=0.9                | de",
                "-          | fr, *;q=0.1                    | en",
                "-          | *                              | en",
                "-          | sr-RS                          | sr-Cyrl",
                "-          | fr, hr                         | en",
                "-          | ;;;q=                          | en",
                "-          | de;q=nonsense                  | en",
                "-          | -                              | en",
            })
    void theLanguageIsTheClosestThatTheSiteHas(String lang, String accepted, String expected) {
        assertThat(choice.choose(lang, accepted).key()).isEqualTo(expected);
    }

    @Test
    void textsComeFromTheFallbacksInTheirOrder() {
        assertThat(choice.choose("de-AT", null).locales()).containsExactly("de-AT", "de", "en");
    }

    @Test
    void aSiteWithoutLanguagesDeliversRawValues() {
        var none = new LanguageChoice(new SiteDefinition(false, "en", LOCALES, List.of()));

        assertThat(none.choose("de", "de").isRaw()).isTrue();
    }

    @Test
    void aListOfLanguagesThatIsTooLongIsNotRead() {
        assertThat(choice.choose(null, "de, " + "fr, ".repeat(1_000)).key()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource({"sr-ME, sr-Latn", "sr-RS, sr", "sr, sr", "sr-Cyrl-ME, sr", "de-CH, de", "'', de", "und, de"})
    void aRegionIsAnsweredInTheScriptThatIsUsualThere(String requested, String expected) {
        var locales = List.of(locale("de"), locale("en"), locale("sr"), locale("sr-Latn", "sr"));
        var choice = new LanguageChoice(new SiteDefinition(true, "de", locales, List.of()));

        assertThat(choice.choose(requested, null).id()).isEqualTo(expected);
    }

    private static LocaleDefinition locale(String id, String... fallbacks) {
        return new LocaleDefinition(id, id, id, id, "folding", List.of(fallbacks));
    }
}
