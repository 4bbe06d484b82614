package eu.nephele.platform.search;

import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.definition.SynonymRule;
import eu.nephele.platform.search.analysis.TextAnalysis;
import eu.nephele.platform.search.analysis.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The synonyms of the definitions in force, analyzed when a language is first searched. Safe for many threads. */
public final class Synonyms {

    private final Definitions definitions;
    private final Map<String, Table> tables = new ConcurrentHashMap<>();

    public Synonyms(Definitions definitions) {
        this.definitions = definitions;
    }

    /** Those of the locale and of what it inherits from: {@code de-AT} has those of {@code de}. */
    Table in(LocaleDefinition locale) {
        return tables.computeIfAbsent(locale.id(), id -> {
            var table = new Table(TextAnalysis.of(locale.analyzer(), locale.id()));
            definitions.synonyms().entrySet().stream()
                    .filter(rules -> locale.inherits(rules.getKey()))
                    .forEach(rules -> rules.getValue().forEach(table::add));
            return table;
        });
    }

    /** For texts of no particular language. */
    static Table none() {
        return new Table(TextAnalysis.of(DocumentTexts.NEUTRAL_PROFILE));
    }

    /**
     * What means the same as some of the words.
     *
     * @param from the first of them, and {@code to} the one behind the last
     */
    record Found(int from, int to, List<List<Word>> others) {}

    static final class Table {

        /** @param others expressions that mean the same, each its words */
        private record Entry(List<Word> words, List<List<Word>> others) {}

        private final TextAnalysis analysis;
        private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

        private Table(TextAnalysis analysis) {
            this.analysis = analysis;
        }

        private void add(SynonymRule rule) {
            for (var expression : rule.from()) {
                var words = meaningful(expression);
                var others = rule.to().stream()
                        .filter(other -> !other.equals(expression))
                        .map(this::meaningful)
                        .filter(other -> !other.isEmpty())
                        .toList();
                if (!words.isEmpty()) {
                    var entry = new Entry(words, others);
                    keys(words.getFirst())
                            .forEach(key -> byFirstWord
                                    .computeIfAbsent(key, none -> new ArrayList<>(1))
                                    .add(entry));
                }
            }
        }

        private List<Word> meaningful(String expression) {
            return meaningful(analysis.words(expression));
        }

        /** Without articles and the like, unless there is nothing else. */
        static List<Word> meaningful(List<Word> words) {
            var rest = words.stream().filter(word -> !word.isStopWord()).toList();
            return rest.isEmpty() ? words : rest;
        }

        private static LinkedHashSet<String> keys(Word word) {
            var keys = new LinkedHashSet<>(word.stems());
            keys.add(word.exact());
            return keys;
        }

        /** All places where words stand that others mean the same as; places may overlap. */
        List<Found> find(List<Word> words) {
            var found = new ArrayList<Found>();
            for (var from = 0; from < words.size() && !byFirstWord.isEmpty(); from++) {
                var entries = new LinkedHashSet<Entry>();
                keys(words.get(from)).forEach(key -> entries.addAll(byFirstWord.getOrDefault(key, List.of())));
                for (var entry : entries) {
                    var to = from + entry.words().size();
                    if (to <= words.size() && areSame(words.subList(from, to), entry.words())) {
                        found.add(new Found(from, to, entry.others()));
                    }
                }
            }
            return found;
        }

        private static boolean areSame(List<Word> typed, List<Word> words) {
            for (var i = 0; i < typed.size(); i++) {
                var one = typed.get(i);
                var other = words.get(i);
                if (!one.exact().equals(other.exact()) && Collections.disjoint(one.stems(), other.stems())) {
                    return false;
                }
            }
            return true;
        }
    }
}
