package eu.nephele.platform.search.analysis;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The analysis of one profile. Made once for each, for some have dictionaries; safe for many threads. */
public final class TextAnalysis {

    private static final Map<Profile, TextAnalysis> ANALYSES = new ConcurrentHashMap<>();

    private final Profile profile;
    private final Analyzer exact;
    private final Analyzer stemming;
    private final Transliterator transliterator;

    private TextAnalysis(Profile profile) {
        this.profile = profile;
        this.exact = profile.exactAnalyzer();
        this.stemming = profile.stemAnalyzer();
        this.transliterator = profile.transliterator();
    }

    /** @param profile its name in small or capital letters; one that does not exist is analyzed as {@code folding} */
    public static TextAnalysis of(String profile) {
        return ANALYSES.computeIfAbsent(Profile.named(profile).orElse(Profile.FOLDING), TextAnalysis::new);
    }

    /** The words of a plain text, in order. */
    public List<Word> words(String text) {
        var stems = stems(text);
        var words = new ArrayList<Word>();
        try (var tokens = exact.tokenStream("", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var step = tokens.addAttribute(PositionIncrementAttribute.class);
            var offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            for (var position = -1; tokens.incrementToken(); ) {
                position += step.getPositionIncrement();
                var token = withoutBlanks(profile.exact(term.toString()));
                if (!token.isEmpty()) {
                    words.add(new Word(
                            token,
                            stems(token, stems.getOrDefault(position, List.of())),
                            transliterated(token),
                            offset.startOffset(),
                            offset.endOffset()));
                }
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }

    private List<String> stems(String token, List<String> stems) {
        if (stems.isEmpty() || !profile.alsoWithoutFinalVowels()) {
            return stems;
        }
        var shortened = Profile.withoutFinalVowels(token);
        return stems.contains(shortened) ? stems : List.of(stems.getFirst(), shortened);
    }

    private Map<Integer, List<String>> stems(String text) {
        var stems = new HashMap<Integer, List<String>>();
        try (var tokens = stemming.tokenStream("", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var step = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            for (var position = -1; tokens.incrementToken(); ) {
                position += step.getPositionIncrement();
                var stem = withoutBlanks(profile.stem(term.toString()));
                var here = stems.computeIfAbsent(position, none -> new ArrayList<>(1));
                if (!stem.isEmpty() && !here.contains(stem)) {
                    here.add(stem);
                }
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return stems;
    }

    private String transliterated(String token) {
        if (isAscii(token) || token.codePoints().noneMatch(TextAnalysis::isForeignLetter)) {
            return "";
        }
        return transliterator
                .transliterate(token)
                .toLowerCase(java.util.Locale.ROOT)
                .codePoints()
                .filter(point -> point < 128 && Character.isLetterOrDigit(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAscii(String token) {
        for (var i = 0; i < token.length(); i++) {
            if (token.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static boolean isForeignLetter(int point) {
        return point > 127 && UCharacter.isLetter(point) && UScript.getScript(point) != UScript.LATIN;
    }

    private static String withoutBlanks(String token) {
        for (var i = 0; i < token.length(); i++) {
            if (Character.isWhitespace(token.charAt(i))) {
                return token.replaceAll("\\s+", "");
            }
        }
        return token;
    }
}
