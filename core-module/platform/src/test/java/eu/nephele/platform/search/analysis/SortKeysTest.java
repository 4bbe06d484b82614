package eu.nephele.platform.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortKeysTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "hr, Lipa Luka Ljubljana nos njiva",
        "bs, Lipa Luka Ljubljana nos njiva",
        "sr-Latn, Lipa Luka Ljubljana nos njiva",
        "sl, Lipa Ljubljana Luka njiva nos",
        "en, Lipa Ljubljana Luka njiva nos",
        "ro, Lipa Ljubljana Luka njiva nos",
        "hu, Lipa Ljubljana Luka njiva nos",
        "sq, Lipa Ljubljana Luka nos njiva",
        "en, čaj cesta",
        "hr, cesta čaj",
        "de, Zange Ärger",
    })
    void keysSortAsTheLanguageDoes(String locale, String inOrder) {
        var words = inOrder.split(" ");
        var keys = SortKeys.in(locale);
        var expected = locale.equals("de") ? new String[] {"Ärger", "Zange"} : words;

        assertThat(Arrays.stream(words).sorted(Comparator.comparing(keys::of))).containsExactly(expected);
    }
}
