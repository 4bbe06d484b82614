package eu.nephele.platform.delivery;

import eu.nephele.platform.definition.SiteDefinition;
import eu.nephele.platform.search.analysis.PlainText;
import eu.nephele.platform.search.analysis.TextAnalysis;
import eu.nephele.platform.search.analysis.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Marks the words found in the texts of an answer with {@code <em>}. Words are compared as search does, in the language of the answer
 * and those it falls back to. The rest is plain text with {@code <}, {@code >}, {@code &} and quotes escaped: safe to put into a page.
 */
final class Highlighter {

    private static final Pattern EXCLUDED = Pattern.compile("(?:^|\\s)-(?:\"[^\"]*\"?|\\S+)");
    private static final int MAX_READ = 20_000;
    private static final int FRAGMENT = 240;
    private static final int BEFORE = 60;

    /** A language with the words looked for, as it analyzes them. */
    private record Analyzed(TextAnalysis analysis, Set<String> forms, String prefix) {

        boolean finds(Word word) {
            return forms.contains(word.exact())
                    || (!word.transliterated().isEmpty() && forms.contains(word.transliterated()))
                    || word.stems().stream().anyMatch(forms::contains)
                    || (prefix.length() > 1 && word.exact().startsWith(prefix));
        }
    }

    private final List<Analyzed> languages = new ArrayList<>();

    Highlighter(String text, Language language, SiteDefinition site) {
        var wanted = EXCLUDED.matcher(text).replaceAll(" ");
        for (var id : language.locales()) {
            var analysis = TextAnalysis.of(
                    site.locale(id).map(locale -> locale.analyzer()).orElse("folding"));
            var forms = new HashSet<String>();
            var words = analysis.words(wanted);
            for (var word : words) {
                if (!word.isStopWord() || words.size() == 1) {
                    forms.add(word.exact());
                    forms.addAll(word.stems());
                    if (!word.transliterated().isEmpty()) {
                        forms.add(word.transliterated());
                    }
                }
            }
            var typing = !words.isEmpty() && words.getLast().end() == wanted.length();
            languages.add(new Analyzed(analysis, forms, typing ? words.getLast().exact() : ""));
        }
    }

    /** The part of a rendered item's property around the first words found; empty when there are none. */
    Optional<String> highlight(Item item, String property) {
        var value = JsonMapper.shared().readTree(item.body().json()).get(property);
        return value == null
                ? Optional.empty()
                : texts(value).stream()
                        .map(PlainText::of)
                        .map(text -> text.substring(0, Math.min(text.length(), MAX_READ)))
                        .map(this::marked)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static List<String> texts(JsonNode value) {
        if (value.isString()) {
            return List.of(value.stringValue());
        }
        var texts = new ArrayList<String>();
        if (value.isArray()) {
            value.values().forEach(one -> texts.addAll(texts(one)));
        }
        return texts;
    }

    private Optional<String> marked(String text) {
        for (var language : languages) {
            var found = language.analysis().words(text).stream()
                    .filter(language::finds)
                    .toList();
            if (!found.isEmpty()) {
                return Optional.of(fragment(text, found));
            }
        }
        return Optional.empty();
    }

    private static String fragment(String text, List<Word> found) {
        var first = found.getFirst().start();
        var start = text.length() <= FRAGMENT || first <= BEFORE ? 0 : wordStart(text, first - BEFORE);
        var end = text.length() - start <= FRAGMENT ? text.length() : wordStart(text, start + FRAGMENT);
        var fragment = new StringBuilder(start > 0 ? "…" : "");
        var done = start;
        for (var word : found) {
            if (word.start() >= done && word.end() <= end) {
                escape(fragment, text, done, word.start());
                fragment.append("<em>");
                escape(fragment, text, word.start(), word.end());
                fragment.append("</em>");
                done = word.end();
            }
        }
        escape(fragment, text, done, end);
        return fragment.append(end < text.length() ? "…" : "").toString();
    }

    /** The place after the blank before an index, if one is near. */
    private static int wordStart(String text, int index) {
        var blank = text.lastIndexOf(' ', index);
        return blank < index - BEFORE / 2 ? index : blank + 1;
    }

    private static void escape(StringBuilder target, String text, int from, int to) {
        for (var index = from; index < to; index++) {
            switch (text.charAt(index)) {
                case '<' -> target.append("&lt;");
                case '>' -> target.append("&gt;");
                case '&' -> target.append("&amp;");
                case '"' -> target.append("&quot;");
                case '\'' -> target.append("&#39;");
                default -> target.append(text.charAt(index));
            }
        }
    }
}
