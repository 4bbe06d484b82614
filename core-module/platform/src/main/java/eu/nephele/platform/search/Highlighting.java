package eu.nephele.platform.search;

import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.search.analysis.PlainText;
import eu.nephele.platform.search.analysis.TextAnalysis;
import eu.nephele.platform.search.analysis.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Marks in a text what a search text found there, by the same analysis: {@code <mark>clusters</mark> of furniture}. Made once for a search;
 * safe for many threads.
 */
public final class Highlighting {

    private static final int SNIPPET_LENGTH = 240;
    private static final String ELLIPSIS = "…";

    private final TextAnalysis analysis;
    private final Set<String> exact = new HashSet<>();
    private final Set<String> stems = new HashSet<>();
    private final List<String> prefixes = new ArrayList<>();

    /** @param locale the one that the texts are in */
    public Highlighting(LocaleDefinition locale, String searchText) {
        analysis = TextAnalysis.of(locale.analyzer());
        for (var part : SearchText.parse(searchText).parts()) {
            if (!part.excluded()) {
                var words = analysis.words(part.text());
                words.forEach(word -> add(word, part.phrase()));
                if (part.last() && !words.isEmpty() && words.getLast().exact().length() > 1) {
                    prefixes.add(words.getLast().exact());
                }
            }
        }
    }

    private void add(Word word, boolean inPhrase) {
        exact.add(word.exact());
        if (!inPhrase) {
            stems.addAll(word.stems());
        }
        if (!word.transliterated().isEmpty()) {
            exact.add(word.transliterated());
        }
    }

    /** The whole text as HTML (escaped) with its finds marked; empty where there are none. Rich text loses its mark-up. */
    public Optional<String> mark(String text) {
        var plain = PlainText.of(text);
        var finds = finds(plain);
        return finds.isEmpty() ? Optional.empty() : Optional.of(marked(plain, finds, 0, plain.length()));
    }

    /** The part of the text with the most finds, about 240 characters, as HTML (escaped) with them marked; empty where there are none. */
    public Optional<String> snippet(String text) {
        var plain = PlainText.of(text);
        var finds = finds(plain);
        if (finds.isEmpty()) {
            return Optional.empty();
        }
        var best = finds.stream()
                .max(Comparator.comparingInt((Word find) -> findsFrom(find, finds))
                        .thenComparingInt(find -> -find.start()))
                .orElseThrow();
        var start = wordStart(plain, Math.max(0, best.start() - SNIPPET_LENGTH / 6));
        var end = wordEnd(plain, Math.max(best.end(), Math.min(plain.length(), start + SNIPPET_LENGTH)));
        return Optional.of((start > 0 ? ELLIPSIS : "")
                + marked(plain, finds, start, end)
                + (end < plain.length() ? ELLIPSIS : ""));
    }

    private List<Word> finds(String plain) {
        return analysis.words(plain).stream().filter(this::isFound).toList();
    }

    private boolean isFound(Word word) {
        return exact.contains(word.exact())
                || word.stems().stream().anyMatch(stems::contains)
                || (!word.transliterated().isEmpty() && exact.contains(word.transliterated()))
                || prefixes.stream().anyMatch(prefix -> startsWith(word, prefix));
    }

    private static boolean startsWith(Word word, String prefix) {
        return word.exact().startsWith(prefix) || word.transliterated().startsWith(prefix);
    }

    private static int findsFrom(Word first, List<Word> finds) {
        var different = new HashSet<String>();
        for (var find : finds) {
            if (find.start() >= first.start() && find.end() <= first.start() + SNIPPET_LENGTH * 5 / 6) {
                different.add(find.exact());
            }
        }
        return different.size();
    }

    private static int wordStart(String text, int from) {
        var start = from;
        while (start > 0 && start > from - 30 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return splitsPair(text, start) ? start - 1 : start;
    }

    private static int wordEnd(String text, int from) {
        var end = from;
        while (end < text.length() && end < from + 30 && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return splitsPair(text, end) ? end + 1 : end;
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    }

    private static String marked(String text, List<Word> finds, int start, int end) {
        var html = new StringBuilder();
        var done = start;
        for (var find : finds) {
            if (find.start() >= done && find.end() <= end) {
                escape(text.substring(done, find.start()), html);
                html.append("<mark>");
                escape(text.substring(find.start(), find.end()), html);
                html.append("</mark>");
                done = find.end();
            }
        }
        escape(text.substring(done, end), html);
        return html.toString();
    }

    private static void escape(String text, StringBuilder html) {
        for (var character : text.toCharArray()) {
            switch (character) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(character);
            }
        }
    }
}
