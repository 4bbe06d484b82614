package eu.nephele.platform.search;

import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.search.analysis.PlainText;
import eu.nephele.platform.search.analysis.TextAnalysis;
import eu.nephele.platform.search.analysis.Word;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Marks in a text what a search text found there, by the same forms: {@code <mark>clusters</mark> of furniture}. Made once for a search;
 * safe for many threads.
 */
public final class Highlighting {

    private static final int SNIPPET_LENGTH = 240;
    private static final String ELLIPSIS = "…";

    private final TextAnalysis analysis;
    private final TextFinds finds;

    private Highlighting(TextAnalysis analysis, String searchText, Synonyms.Table synonyms, boolean mistyped) {
        this.analysis = analysis;
        var parts = TextQuery.withoutStopWords(SearchText.parse(searchText), analysis);
        finds = new TextFinds(new TypedText(analysis, parts, synonyms), mistyped);
    }

    /**
     * @param locale the one that the texts are in
     * @param mistyped whether the search found words with typos: {@link EntryPage#mistyped()}
     */
    public static Highlighting of(LocaleDefinition locale, String searchText, Synonyms synonyms, boolean mistyped) {
        var analysis = TextAnalysis.of(locale.analyzer(), locale.id());
        return new Highlighting(analysis, searchText, synonyms.in(locale), mistyped);
    }

    /** For texts of no particular language, such as names. */
    public static Highlighting neutral(String searchText, boolean mistyped) {
        return new Highlighting(TextAnalysis.of(DocumentTexts.NEUTRAL_PROFILE), searchText, Synonyms.none(), mistyped);
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
        return finds.in(analysis.words(plain));
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
