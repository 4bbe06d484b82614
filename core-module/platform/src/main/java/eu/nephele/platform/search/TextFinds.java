package eu.nephele.platform.search;

import eu.nephele.platform.search.analysis.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/** Where in the words of a text a search text is found, and how. Excluded parts are found nowhere. */
final class TextFinds {

    /** Some words of a text, found for a part of the search text. */
    record Find(TypedText.Part part, List<Integer> places, TextMatch match) {}

    private final TypedText typed;
    private final boolean mistyped;

    TextFinds(TypedText typed, boolean mistyped) {
        this.typed = typed;
        this.mistyped = mistyped;
    }

    /** The words of the text that any part is found by, in order. */
    List<Word> in(List<Word> text) {
        var places = new TreeSet<Integer>();
        all(text).forEach(find -> places.addAll(find.places()));
        return places.stream().map(text::get).toList();
    }

    /** All finds of all parts; one word may be found for several. */
    List<Find> all(List<Word> text) {
        var finds = new ArrayList<Find>();
        for (var part : typed.parts()) {
            if (part.typed().excluded() || part.words().isEmpty()) {
                continue;
            }
            if (part.typed().phrase()) {
                rows(text, part.words(), 1, (wanted, word) -> wanted.exact().equals(word.exact()))
                        .forEach(places -> finds.add(new Find(part, places, TextMatch.EXACT)));
            } else {
                part.words().forEach(word -> finds.addAll(finds(part, part.forms(word, mistyped), text)));
            }
            for (var synonym : part.synonyms()) {
                if (synonym.size() == 1) {
                    finds.addAll(finds(part, TextForm.synonym(synonym.getFirst()), text));
                } else {
                    rows(text, synonym, 2, TextFinds::isForm)
                            .forEach(places -> finds.add(new Find(part, places, TextMatch.SYNONYM)));
                }
            }
        }
        return finds;
    }

    private static List<Find> finds(TypedText.Part part, List<TextForm> forms, List<Word> text) {
        var finds = new ArrayList<Find>();
        for (var i = 0; i < text.size(); i++) {
            var word = text.get(i);
            var place = i;
            forms.stream()
                    .filter(form -> form.isMetBy(word))
                    .map(TextForm::match)
                    .min(Comparator.naturalOrder())
                    .ifPresent(match -> finds.add(new Find(part, List.of(place), match)));
        }
        return finds;
    }

    private static boolean isForm(Word wanted, Word word) {
        return TextForm.synonym(wanted).stream().anyMatch(form -> form.isMetBy(word));
    }

    /** Where the words stand one after the other, each within so many steps of the one before. */
    private static List<List<Integer>> rows(
            List<Word> text, List<Word> wanted, int steps, BiPredicate<Word, Word> same) {
        return IntStream.range(0, text.size())
                .mapToObj(start -> row(text, wanted, start, steps, same))
                .filter(row -> !row.isEmpty())
                .toList();
    }

    private static List<Integer> row(
            List<Word> text, List<Word> wanted, int start, int steps, BiPredicate<Word, Word> same) {
        var row = new ArrayList<Integer>();
        for (var word : wanted) {
            var from = row.isEmpty() ? start : row.getLast() + 1;
            var to = row.isEmpty() ? start + 1 : Math.min(row.getLast() + 1 + steps, text.size());
            var place = IntStream.range(from, to)
                    .filter(next -> same.test(word, text.get(next)))
                    .findFirst();
            if (place.isEmpty()) {
                return List.of();
            }
            row.add(place.getAsInt());
        }
        return row;
    }
}
