package eu.nephele.platform.search.analysis;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/** The analysis of one profile. Made when it is first needed, for some have dictionaries; safe for many threads. */
public final class TextAnalysis {

    private record Key(Profile profile, String dictionary) {}

    /** What a folded word is turned to, wherever it stands: words return, and so this is kept for many of them. */
    private record Forms(Set<String> stems, String transliterated) {}

    private static final int MOST_KNOWN = 10_000;

    private static final Map<Key, TextAnalysis> ANALYSES = new ConcurrentHashMap<>();

    /** One set for the process: index and query must analyze alike, whichever engine keeps the words. */
    private static volatile Dictionaries dictionaries = Dictionaries.NONE;

    private final Profile profile;
    private final Analyzer exact;
    private final Endings endings;
    private final List<Analyzer> stemmers;
    private final @Nullable Analyzer wordStemmer;
    private final Map<String, Forms> known = new ConcurrentHashMap<>();
    private final Transliterator transliterator;
    private final Set<String> stopWords = new HashSet<>();

    private TextAnalysis(Profile profile, @Nullable Dictionary dictionary) {
        this.profile = profile;
        this.exact = profile.exactAnalyzer();
        this.endings = Endings.of(profile.lowerCase());
        this.stemmers = Stream.of(profile.stemmer(), dictionary == null ? null : profile.stemmer(dictionary))
                .filter(Objects::nonNull)
                .toList();
        this.wordStemmer = wordStemmer(profile);
        this.transliterator = profile.transliterator();
        var written = new ArrayList<>(Profile.texts(profile.stopWords()));
        written.addAll(endings.stopWords());
        for (var word : written) {
            tokens(exact, word, (term, position, start, end) -> stopWords.add(profile.exact(term)));
        }
    }

    /**
     * From now on texts are also stemmed by these dictionaries; at the start of the process, for an index that was made without them
     * does not fit any more.
     */
    public static void use(Dictionaries installed) {
        dictionaries = installed;
    }

    /** Changes with the dictionary that texts of the locale are stemmed by; empty where there is none. */
    public static Optional<String> dictionary(String locale) {
        return dictionaries.in(locale).map(Dictionaries.Installed::toString);
    }

    /**
     * The analysis of texts of no particular language.
     *
     * @param profile its name in small or capital letters; one that does not exist is analyzed as {@code folding}
     */
    public static TextAnalysis of(String profile) {
        return of(profile, Optional.empty());
    }

    /** The analysis of texts in a locale, with the dictionary that is installed for it. */
    public static TextAnalysis of(String profile, String locale) {
        return of(profile, dictionaries.in(locale));
    }

    private static TextAnalysis of(String profile, Optional<Dictionaries.Installed> dictionary) {
        return ANALYSES.computeIfAbsent(
                new Key(
                        Profile.named(profile).orElse(Profile.FOLDING),
                        dictionary.map(Dictionaries.Installed::toString).orElse("")),
                key -> new TextAnalysis(
                        key.profile(),
                        dictionary.map(Dictionaries.Installed::dictionary).orElse(null)));
    }

    /** Whether a word in Latin letters may stand for one in the letters of the language. */
    public boolean isTransliterated() {
        return profile.isTransliterated();
    }

    /** The words of a plain text, in order. */
    public List<Word> words(String text) {
        var stemmed = stemmed(text);
        var words = new ArrayList<Word>();
        tokens(exact, text, (term, position, start, end) -> {
            var token = withoutBlanks(profile.exact(term));
            if (!token.isEmpty()) {
                var forms = forms(term, token);
                var stems = stopWords.contains(token)
                        ? List.<String>of()
                        : stems(token, stemmed.getOrDefault(position, List.of()), forms.stems());
                words.add(new Word(token, stems, forms.transliterated(), start, end));
            }
        });
        return words;
    }

    private static List<String> stems(String token, List<String> stemmed, Set<String> ofWord) {
        if (stemmed.isEmpty()) {
            return ofWord.isEmpty() ? List.of(token) : List.copyOf(ofWord);
        }
        var stems = new LinkedHashSet<>(stemmed);
        stems.addAll(ofWord);
        return List.copyOf(stems);
    }

    private Forms forms(String term, String token) {
        var forms = known.get(term);
        if (forms == null) {
            var stems = new LinkedHashSet<String>();
            if (wordStemmer != null) {
                tokens(
                        wordStemmer,
                        term,
                        (stem, position, start, end) -> stems.add(withoutBlanks(profile.exact(stem))));
            }
            stems.addAll(endings.stems(token));
            forms = new Forms(stems, transliterated(token));
            if (known.size() >= MOST_KNOWN) {
                // Frequent ones are back at once.
                known.clear();
            }
            known.put(term, forms);
        }
        return forms;
    }

    private static @Nullable Analyzer wordStemmer(Profile profile) {
        var stemmer = profile.wordStemmer();
        return stemmer == null
                ? null
                : new Analyzer() {
                    @Override
                    protected TokenStreamComponents createComponents(String field) {
                        var word = new KeywordTokenizer();
                        return new TokenStreamComponents(word, stemmer.apply(word));
                    }
                };
    }

    private Map<Integer, List<String>> stemmed(String text) {
        if (stemmers.isEmpty()) {
            return Map.of();
        }
        var stems = new HashMap<Integer, List<String>>();
        for (var stemmer : stemmers) {
            tokens(
                    stemmer,
                    text,
                    (term, position, start, end) -> stems.computeIfAbsent(position, none -> new ArrayList<>(1))
                            .add(withoutBlanks(profile.exact(term))));
        }
        return stems;
    }

    private interface TokenReader {
        void read(String term, int position, int start, int end);
    }

    private static void tokens(Analyzer analyzer, String text, TokenReader reader) {
        try (var tokens = analyzer.tokenStream("", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var step = tokens.addAttribute(PositionIncrementAttribute.class);
            var offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            for (var position = -1; tokens.incrementToken(); ) {
                position += step.getPositionIncrement();
                reader.read(term.toString(), position, offset.startOffset(), offset.endOffset());
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
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
