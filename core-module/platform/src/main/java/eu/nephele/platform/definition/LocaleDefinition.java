package eu.nephele.platform.definition;

import java.util.List;

/**
 * A locale of content.
 *
 * @param id as the editor chose it: {@code en}, {@code de-AT}, {@code sr-Latn}, {@code cnr}; equality is by id alone
 * @param languageTag BCP 47 for output
 * @param collationLocale for sorting, and {@code formatLocale} for numbers and dates: JDK/ICU may know another name
 * @param analyzer the profile of language analysis, such as {@code serbian}; {@code folding} where there is no stemmer
 * @param fallbacks ids to take a missing translation from, nearest first, the default locale last
 */
public record LocaleDefinition(
        String id,
        String languageTag,
        String formatLocale,
        String collationLocale,
        String analyzer,
        List<String> fallbacks) {

    public LocaleDefinition {
        fallbacks = List.copyOf(fallbacks);
    }

    /** What follows the property's name in storage: {@code sr_Latn} in {@code title_sr_Latn}. */
    public String suffix() {
        return id.replace('-', '_');
    }

    /** Whether what is said for the id holds here too: {@code de} for {@code de-AT}, {@code sr} for {@code sr-Latn}. */
    public boolean inherits(String otherId) {
        return id.equals(otherId) || id.startsWith(otherId + "-");
    }
}
