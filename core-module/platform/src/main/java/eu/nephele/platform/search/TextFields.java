package eu.nephele.platform.search;

import eu.nephele.api.search.IndexSchema.FieldKind;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The full text fields for the texts of one weight in one language, each in three forms. Properties of the same weight share them:
 * an index has few fields, and a word is looked up in few.
 *
 * @param name {@code @text4_de}; without a locale for texts that are not localized
 */
record TextFields(String name) {

    static TextFields of(double boost, String localeSuffix) {
        var weight = BigDecimal.valueOf(boost).stripTrailingZeros().toPlainString();
        return new TextFields("@text" + weight + (localeSuffix.isEmpty() ? "" : "_" + localeSuffix));
    }

    String stem() {
        return name + ".stem";
    }

    String exact() {
        return name + ".exact";
    }

    /** Words of other scripts in Latin letters. */
    String transliterated() {
        return name + ".translit";
    }

    void declare(Map<String, FieldKind> fields) {
        fields.put(stem(), FieldKind.TOKENS);
        fields.put(exact(), FieldKind.TOKENS);
        fields.put(transliterated(), FieldKind.TOKENS);
    }
}
