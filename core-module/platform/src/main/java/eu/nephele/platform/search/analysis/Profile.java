package eu.nephele.platform.search.analysis;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.HunspellStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianNormalizationFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.uk.UkrainianMorfologikAnalyzer;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.jspecify.annotations.Nullable;

/**
 * How the words of a language are analyzed. All are folded, so that letters typed without their accents meet the written ones. Then they
 * are stemmed: by {@link Endings} of folded words, by a stemmer of Lucene's where that one serves the language well, or by both. All start
 * with the same tokenizer, so that the words of both stand at the same places.
 */
enum Profile {
    ENGLISH("Any-Latin; Latin-ASCII") {
        @Override
        TokenStream beforeFolding(TokenStream words) {
            return new EnglishPossessiveFilter(words);
        }

        @Override
        UnaryOperator<TokenStream> wordStemmer() {
            return KStemFilter::new;
        }

        @Override
        Iterable<?> stopWords() {
            return EnglishAnalyzer.getDefaultStopSet();
        }
    },
    ITALIAN("Any-Latin; Latin-ASCII") {
        @Override
        TokenStream beforeFolding(TokenStream words) {
            return new ElisionFilter(words, ELISIONS);
        }

        @Override
        UnaryOperator<TokenStream> wordStemmer() {
            return ItalianLightStemFilter::new;
        }

        @Override
        Iterable<?> stopWords() {
            return ItalianAnalyzer.getDefaultStopSet();
        }
    },
    /** Moebel is Möbel. */
    GERMAN("Any-Latin; Latin-ASCII") {
        @Override
        TokenStream beforeFolding(TokenStream words) {
            return new GermanNormalizationFilter(new LowerCaseFilter(words));
        }

        @Override
        UnaryOperator<TokenStream> wordStemmer() {
            return GermanLightStemFilter::new;
        }

        @Override
        Iterable<?> stopWords() {
            return GermanAnalyzer.getDefaultStopSet();
        }
    },
    GREEK("Greek-Latin/UNGEGN; Latin-ASCII") {
        @Override
        Iterable<?> stopWords() {
            return GreekAnalyzer.getDefaultStopSet();
        }
    },
    ROMANIAN("Any-Latin; Latin-ASCII") {
        @Override
        Iterable<?> stopWords() {
            return RomanianAnalyzer.getDefaultStopSet();
        }
    },
    BULGARIAN("ъ > a; Ъ > A; ::Bulgarian-Latin/BGN; ::Latin-ASCII;") {
        @Override
        Iterable<?> stopWords() {
            return BulgarianAnalyzer.getDefaultStopSet();
        }
    },
    HUNGARIAN("Any-Latin; Latin-ASCII") {
        @Override
        Iterable<?> stopWords() {
            return HungarianAnalyzer.getDefaultStopSet();
        }
    },
    /** Both scripts in one, for Croatian, Bosnian and Montenegrin too; đ, dj and d are one. */
    SERBIAN("Serbian-Latin/BGN; Latin-ASCII") {
        @Override
        TokenStream beforeFolding(TokenStream words) {
            return new SerbianNormalizationFilter(new LowerCaseFilter(words));
        }

        @Override
        String exact(String folded) {
            return withOneD(folded);
        }

        @Override
        Iterable<?> stopWords() {
            return SerbianAnalyzer.getDefaultStopSet();
        }
    },
    SLOVENIAN("Any-Latin; Latin-ASCII"),
    ALBANIAN("Any-Latin; Latin-ASCII"),
    MACEDONIAN(Profile.CYRILLIC_OF_SERBIAN),
    SLOVAK("Any-Latin; Latin-ASCII"),
    /** With a dictionary of 200,000 words. */
    UKRAINIAN("Ukrainian-Latin/BGN; Latin-ASCII") {
        @Override
        Analyzer stemmer() {
            return new UkrainianMorfologikAnalyzer();
        }

        @Override
        Iterable<?> stopWords() {
            return UkrainianMorfologikAnalyzer.getDefaultStopwords();
        }
    },
    CZECH("Any-Latin; Latin-ASCII") {
        @Override
        Analyzer stemmer() {
            return new CzechAnalyzer();
        }

        @Override
        Iterable<?> stopWords() {
            return CzechAnalyzer.getDefaultStopSet();
        }
    },
    /** For texts of no or any language: endings of vowels are what most forms differ by. */
    FOLDING(Profile.CYRILLIC_OF_SERBIAN) {
        @Override
        String exact(String folded) {
            return withOneD(folded);
        }
    };

    /** Any letters, but those of Serbian and Macedonian alone as these write them in Latin: the usual way gives l for љ. */
    private static final String CYRILLIC_OF_SERBIAN =
            "љ > lj; њ > nj; џ > dz; ђ > d; ћ > c; ::Any-Latin; ::Latin-ASCII;";

    private static final CharArraySet ELISIONS = new CharArraySet(
            Arrays.asList(
                    "c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl", "dagl", "degl",
                    "negl", "sugl", "un", "m", "t", "s", "v", "d", "quest", "quell"),
            true);

    private final String transliteration;

    Profile(String transliteration) {
        this.transliteration = transliteration;
    }

    static Optional<Profile> named(String name) {
        return Arrays.stream(values())
                .filter(profile -> profile.lowerCase().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether texts may be in other letters than Latin, so that Latin ones are looked for in their transliteration. */
    boolean isTransliterated() {
        return switch (this) {
            case GREEK, BULGARIAN, MACEDONIAN, UKRAINIAN, FOLDING -> true;
            default -> false;
        };
    }

    /** Lucene's stemmer for folded words, one at a time; null where the endings do, or a stemmer of whole texts. */
    @Nullable
    UnaryOperator<TokenStream> wordStemmer() {
        return null;
    }

    /** Lucene's stemmer for texts as they are written; null where there is none. */
    @Nullable
    Analyzer stemmer() {
        return null;
    }

    /** By the words and endings of a dictionary, as they are written; folded then as all words are. */
    Analyzer stemmer(Dictionary dictionary) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var words = new StandardTokenizer();
                var stems = new HunspellStemFilter(words, dictionary, true, false);
                return new TokenStreamComponents(words, new ICUFoldingFilter(beforeFolding(stems)));
            }
        };
    }

    /** Words, of any type, that need not be found; as they are written. */
    Iterable<?> stopWords() {
        return Set.of();
    }

    Analyzer exactAnalyzer() {
        return folded(words -> words);
    }

    Transliterator transliterator() {
        return transliteration.contains(">")
                ? Transliterator.createFromRules(name(), transliteration, Transliterator.FORWARD)
                : Transliterator.getInstance(transliteration);
    }

    TokenStream beforeFolding(TokenStream words) {
        return words;
    }

    String exact(String folded) {
        return folded;
    }

    Analyzer folded(UnaryOperator<TokenStream> then) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var words = new StandardTokenizer();
                return new TokenStreamComponents(words, then.apply(new ICUFoldingFilter(beforeFolding(words))));
            }
        };
    }

    static List<String> texts(Iterable<?> stopWords) {
        var texts = new ArrayList<String>();
        stopWords.forEach(word -> texts.add(word instanceof char[] letters ? new String(letters) : word.toString()));
        return texts;
    }

    private static String withOneD(String word) {
        return word.replace("dj", "d");
    }
}
