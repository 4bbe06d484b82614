package eu.nephele.platform.search;

import eu.nephele.platform.search.analysis.TextAnalysis;
import eu.nephele.platform.search.analysis.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was typed as one language understands it: each part's words, and the expressions that mean the same. */
final class TypedText {

    private static final int MAX_SYNONYMS = 64;

    /**
     * @param words what the user parted by no blank may be several words: e-commerce
     * @param synonyms expressions that may be found in its place, each of one word or several
     * @param transliterated whether its words may be written in the letters of another script
     */
    record Part(SearchText.Part typed, List<Word> words, List<List<Word>> synonyms, boolean transliterated) {

        boolean mayBeUnfinished(Word word) {
            return typed.last() && !typed.excluded() && word == words.getLast();
        }

        boolean mayBeMistyped() {
            return !typed.phrase() && !typed.excluded();
        }

        List<TextForm> forms(Word word, boolean mistyped) {
            return TextForm.of(word, transliterated, mayBeUnfinished(word), mistyped && mayBeMistyped());
        }
    }

    private final List<Part> parts = new ArrayList<>();

    TypedText(TextAnalysis analysis, List<SearchText.Part> typed, Synonyms.Table synonyms) {
        var words = typed.stream().map(part -> analysis.words(part.text())).toList();
        var others = synonyms(typed, words, synonyms);
        for (var i = 0; i < typed.size(); i++) {
            parts.add(new Part(
                    typed.get(i),
                    words.get(i),
                    others.get(i).stream().limit(MAX_SYNONYMS).toList(),
                    analysis.isTransliterated()));
        }
    }

    List<Part> parts() {
        return parts;
    }

    /** Per part. An expression found over several parts may stand in for each of them. */
    private static List<Set<List<Word>>> synonyms(
            List<SearchText.Part> typed, List<List<Word>> words, Synonyms.Table table) {
        var others = new ArrayList<Set<List<Word>>>();
        var row = new ArrayList<Word>();
        var partOf = new ArrayList<Integer>();
        for (var i = 0; i <= typed.size(); i++) {
            if (i == typed.size() || typed.get(i).phrase() || typed.get(i).excluded()) {
                find(row, partOf, table, others);
                row.clear();
                partOf.clear();
            }
            if (i < typed.size()) {
                others.add(new LinkedHashSet<>());
                if (!typed.get(i).phrase() && !typed.get(i).excluded()) {
                    for (var word : Synonyms.Table.meaningful(words.get(i))) {
                        row.add(word);
                        partOf.add(i);
                    }
                }
            }
        }
        return others;
    }

    private static void find(List<Word> row, List<Integer> partOf, Synonyms.Table table, List<Set<List<Word>>> others) {
        for (var found : table.find(row)) {
            var startsPart = found.from() == 0 || !partOf.get(found.from()).equals(partOf.get(found.from() - 1));
            var endsPart = found.to() == row.size() || !partOf.get(found.to()).equals(partOf.get(found.to() - 1));
            if (startsPart && endsPart) {
                for (var i = found.from(); i < found.to(); i++) {
                    others.get(partOf.get(i)).addAll(found.others());
                }
            }
        }
    }
}
