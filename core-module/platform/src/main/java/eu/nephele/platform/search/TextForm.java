package eu.nephele.platform.search;

import eu.nephele.api.search.EditDistance;
import eu.nephele.api.search.Query;
import eu.nephele.platform.search.analysis.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One of the forms that a word is found by, as a query for the index and as a question to a word of a text: so what is marked and
 * explained is what was found.
 */
record TextForm(TextMatch match, Place place, Comparison comparison, String token) {

    enum Place {
        EXACT,
        STEM,
        TRANSLITERATED
    }

    enum Comparison {
        SAME,
        BEGINNING,
        ONE_EDIT,
        TWO_EDITS
    }

    private static final int MIN_PREFIX_LENGTH = 2;
    private static final int MIN_LENGTH_FOR_ONE_TYPO = 4;
    private static final int MIN_LENGTH_FOR_TWO_TYPOS = 8;

    /**
     * @param transliterated whether the word may be written in the letters of another script
     * @param prefix whether the word may be unfinished
     * @param mistyped whether typos are assumed; in a stem one alone, for stems are short
     */
    static List<TextForm> of(Word word, boolean transliterated, boolean prefix, boolean mistyped) {
        var forms = new ArrayList<TextForm>();
        var places = transliterated ? List.of(Place.EXACT, Place.TRANSLITERATED) : List.of(Place.EXACT);
        forms.add(new TextForm(TextMatch.EXACT, Place.EXACT, Comparison.SAME, word.exact()));
        word.stems().forEach(stem -> forms.add(new TextForm(TextMatch.STEM, Place.STEM, Comparison.SAME, stem)));
        if (transliterated) {
            forms.add(new TextForm(TextMatch.TRANSLITERATED, Place.TRANSLITERATED, Comparison.SAME, word.exact()));
        }
        if (!word.transliterated().isEmpty()) {
            forms.add(new TextForm(TextMatch.TRANSLITERATED, Place.EXACT, Comparison.SAME, word.transliterated()));
        }
        if (prefix && word.exact().length() >= MIN_PREFIX_LENGTH) {
            places.forEach(
                    place -> forms.add(new TextForm(TextMatch.PREFIX, place, Comparison.BEGINNING, word.exact())));
        }
        if (mistyped && mayBeMistyped(word)) {
            places.forEach(place -> addTypos(forms, place, word.exact(), 2));
            word.stems().forEach(stem -> addTypos(forms, Place.STEM, stem, 1));
        }
        return forms;
    }

    /** The forms of a word that means the same as what was typed. */
    static List<TextForm> synonym(Word word) {
        return of(word, false, false, false).stream()
                .map(form -> new TextForm(TextMatch.SYNONYM, form.place(), form.comparison(), form.token()))
                .toList();
    }

    /** Numbers and short words are taken as they are. */
    static boolean mayBeMistyped(Word word) {
        return mostTypos(word.exact()) > 0;
    }

    /** How many typos a word may have by its length, 0 to 2; with digits in it none. */
    static int mostTypos(String token) {
        if (token.codePoints().anyMatch(Character::isDigit)) {
            return 0;
        }
        return length(token) < MIN_LENGTH_FOR_ONE_TYPO ? 0 : length(token) < MIN_LENGTH_FOR_TWO_TYPOS ? 1 : 2;
    }

    private static void addTypos(List<TextForm> forms, Place place, String token, int most) {
        var typos = Math.min(most, mostTypos(token));
        if (typos > 0) {
            forms.add(new TextForm(TextMatch.ONE_TYPO, place, Comparison.ONE_EDIT, token));
        }
        if (typos > 1) {
            forms.add(new TextForm(TextMatch.TWO_TYPOS, place, Comparison.TWO_EDITS, token));
        }
    }

    private static int length(String token) {
        return token.codePointCount(0, token.length());
    }

    Query query(TextFields fields) {
        var field = switch (place) {
            case EXACT -> fields.exact();
            case STEM -> fields.stem();
            case TRANSLITERATED -> fields.transliterated();
        };
        return switch (comparison) {
            case SAME -> new Query.Token(field, token);
            case BEGINNING -> new Query.TokenPrefix(field, token);
            case ONE_EDIT -> new Query.TokenFuzzy(field, token, 1);
            case TWO_EDITS -> new Query.TokenFuzzy(field, token, 2);
        };
    }

    boolean isMetBy(Word word) {
        Predicate<String> test = switch (comparison) {
            case SAME -> token::equals;
            case BEGINNING -> found -> found.startsWith(token);
            case ONE_EDIT -> found -> EditDistance.isTypo(found, token, 1);
            case TWO_EDITS -> found -> EditDistance.isTypo(found, token, 2);
        };
        return switch (place) {
            case EXACT -> test.test(word.exact());
            case STEM -> word.stems().stream().anyMatch(test);
            case TRANSLITERATED -> !word.transliterated().isEmpty() && test.test(word.transliterated());
        };
    }
}
