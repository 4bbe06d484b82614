package eu.nephele.platform.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.PlatformException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small Hunspell dictionaries, written here, of words whose forms no rule of endings brings together. */
class DictionariesTest {

    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        TextAnalysis.use(Dictionaries.NONE);
    }

    private void install() throws Exception {
        write("hu", "SET UTF-8\nSFX K Y 1\nSFX K ó ovak ó\nSFX L Y 1\nSFX L ó avak ó\n", "2\nló/K\ntó/L\n");
        write("sl", "SET UTF-8\nFULLSTRIP\nSFX L Y 1\nSFX L človek ljudje človek\n", "1\nčlovek/L\n");
        write("hr", "SET UTF-8\nFULLSTRIP\nSFX L Y 1\nSFX L čovjek ljudi čovjek\n", "1\nčovjek/L\n");
        write("sr", "SET UTF-8\nFULLSTRIP\nSFX L Y 1\nSFX L човек људи човек\n", "1\nчовек/L\n");
        TextAnalysis.use(Dictionaries.in(folder));
    }

    private void write(String locale, String affixes, String words) throws Exception {
        Files.writeString(folder.resolve(locale + ".aff"), affixes);
        Files.writeString(folder.resolve(locale + ".dic"), words);
    }

    @ParameterizedTest(name = "{1}: {2} finds {3}")
    @CsvSource({
        "hungarian, hu, lovak, ló",
        "hungarian, hu, Tavak, TÓ",
        "slovenian, sl, ljudje, človek",
        "slovenian, sl, Ljudje, clovek",
        "serbian, hr, ljudi, čovjek",
        "serbian, sr, људи, човек",
        "serbian, sr, људи, čovek",
        // What only the rules know.
        "hungarian, hu, klaszterek, klaszter",
        "slovenian, sl, grozdi, grozd",
        "serbian, hr, klasterima, klaster",
        "serbian, sr, gradjevinarstvo, грађевинарство",
    })
    void formsMeetByTheDictionaryAndStillByTheRules(String profile, String locale, String query, String text)
            throws Exception {
        install();

        assertThat(meet(TextAnalysis.of(profile, locale), query, text)).isTrue();
    }

    @Test
    void aDictionaryServesItsLocaleAndThoseBelowIt() throws Exception {
        install();

        assertThat(meet(TextAnalysis.of("slovenian", "sl-SI"), "ljudje", "človek"))
                .isTrue();
        assertThat(meet(TextAnalysis.of("serbian", "bs"), "ljudi", "čovjek")).isFalse();
        assertThat(meet(TextAnalysis.of("slovenian"), "ljudje", "človek")).isFalse();
        assertThat(TextAnalysis.dictionary("bs")).isEmpty();
        assertThat(TextAnalysis.dictionary("sl-SI")).isEqualTo(TextAnalysis.dictionary("sl"));
    }

    @Test
    void aChangedFileIsAnotherDictionary() throws Exception {
        install();
        var before = TextAnalysis.dictionary("sl");

        write("sl", "SET UTF-8\n", "1\nčlovek\n");
        TextAnalysis.use(Dictionaries.in(folder));

        assertThat(TextAnalysis.dictionary("sl")).isPresent().isNotEqualTo(before);
        assertThat(meet(TextAnalysis.of("slovenian", "sl"), "ljudje", "človek")).isFalse();
    }

    @Test
    void underscoresInNamesAreHyphens() throws Exception {
        write("sr_Latn", "SET UTF-8\n", "1\ničega\n");

        assertThat(Dictionaries.in(folder).locales()).containsExactly("sr-Latn");
    }

    @Test
    void oneFileWithoutTheOtherIsRefused() throws Exception {
        Files.writeString(folder.resolve("hu.aff"), "SET UTF-8\n");

        assertRefused("hu.dic", "two files");
    }

    @Test
    void whatIsNoDictionaryIsRefusedByItsName() throws Exception {
        write("hu", "SET UTF-8\nSFX K Y many\nSFX K ó\n", "1\nló/K\n");

        assertRefused("hu.aff");
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        folder = folder.resolve("missing");

        assertRefused("missing");
    }

    private void assertRefused(String... told) {
        assertThatThrownBy(() -> Dictionaries.in(folder))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("nephele.search.hunspell")
                .message()
                .contains(told);
    }

    private static boolean meet(TextAnalysis analysis, String query, String text) {
        var typed = analysis.words(query).getFirst();
        var found = analysis.words(text).getFirst();
        return typed.exact().equals(found.exact()) || !Collections.disjoint(typed.stems(), found.stems());
    }
}
