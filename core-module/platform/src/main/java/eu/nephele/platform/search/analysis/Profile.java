package eu.nephele.platform.search.analysis;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianNormalizationFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.uk.UkrainianMorfologikAnalyzer;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * How the words of a language are analyzed: Lucene's analyzer for it, and what that one lacks. All start with the same tokenizer, so
 * that the words of the exact and of the stemmed form stand at the same places.
 */
enum Profile {
    ENGLISH(EnglishAnalyzer::new, stem -> stem, "Any-Latin; Latin-ASCII") {
        @Override
        TokenStream beforeFolding(TokenStream words) {
            return new EnglishPossessiveFilter(words);
        }
    },
    ITALIAN(ItalianAnalyzer::new, stem -> stem, "Any-Latin; Latin-ASCII") {
        @Override
        TokenStream beforeFolding(TokenStream words) {
            return new ElisionFilter(words, ELISIONS);
        }
    },
    GERMAN(GermanAnalyzer::new, stem -> stem, "Any-Latin; Latin-ASCII"),
    /** The stemmer leaves an ι of the plural: καινοτομία is καινοτομ, but καινοτομίες καινοτομι. */
    GREEK(GreekAnalyzer::new, Profile::withoutFinalIota, "Greek-Latin/UNGEGN; Latin-ASCII"),
    /** The stemmer knows few plurals: clustere is clust. */
    ROMANIAN(RomanianAnalyzer::new, stem -> stem, "Any-Latin; Latin-ASCII") {
        @Override
        boolean alsoWithoutFinalVowels() {
            return true;
        }
    },
    /** The stemmer turns the е of some plurals into я: клъстер, but клъстяр of клъстери; and keeps иновация and иновации apart. */
    BULGARIAN(
            BulgarianAnalyzer::new,
            stem -> stem.replace('я', 'е'),
            "ъ > a; Ъ > A; ::Bulgarian-Latin/BGN; ::Latin-ASCII;") {
        @Override
        boolean alsoWithoutFinalVowels() {
            return true;
        }
    },
    HUNGARIAN(HungarianAnalyzer::new, stem -> stem, "Any-Latin; Latin-ASCII"),
    /** The stemmer keeps đ and dj apart from each other, depending on the spelling. */
    SERBIAN(SerbianAnalyzer::new, Profile::withOneD, "Serbian-Latin/BGN; Latin-ASCII") {
        @Override
        TokenStream beforeFolding(TokenStream words) {
            return new SerbianNormalizationFilter(new LowerCaseFilter(words));
        }

        @Override
        String exact(String folded) {
            return withOneD(folded);
        }
    },
    UKRAINIAN(UkrainianMorfologikAnalyzer::new, stem -> stem, "Ukrainian-Latin/BGN; Latin-ASCII"),
    CZECH(CzechAnalyzer::new, stem -> stem, "Any-Latin; Latin-ASCII"),
    /** For languages without a stemmer: endings of vowels are what most of their forms differ by. */
    FOLDING(Profile::foldingOnly, Profile::withoutFinalVowels, "Any-Latin; Latin-ASCII") {
        @Override
        String exact(String folded) {
            return withOneD(folded);
        }
    };

    private static final CharArraySet ELISIONS = new CharArraySet(
            Arrays.asList(
                    "c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl", "dagl", "degl",
                    "negl", "sugl", "un", "m", "t", "s", "v", "d", "quest", "quell"),
            true);
    private static final Pattern FINAL_VOWELS = Pattern.compile("(?<=.{3})[aeiouyаеиоуыэюяєії]{1,2}$");

    private final Supplier<Analyzer> stemming;
    private final UnaryOperator<String> stemRepair;
    private final String transliteration;

    Profile(Supplier<Analyzer> stemming, UnaryOperator<String> stemRepair, String transliteration) {
        this.stemming = stemming;
        this.stemRepair = stemRepair;
        this.transliteration = transliteration;
    }

    static Optional<Profile> named(String name) {
        return Arrays.stream(values())
                .filter(profile -> profile.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    Analyzer stemAnalyzer() {
        return stemming.get();
    }

    Analyzer exactAnalyzer() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var words = new StandardTokenizer();
                return new TokenStreamComponents(words, new ICUFoldingFilter(beforeFolding(words)));
            }
        };
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

    String stem(String stemmed) {
        return stemRepair.apply(stemmed);
    }

    /** Whether the word without its final vowels is a stem as well. */
    boolean alsoWithoutFinalVowels() {
        return false;
    }

    private static Analyzer foldingOnly() {
        return FOLDING.exactAnalyzer();
    }

    private static String withOneD(String word) {
        return word.replace("dj", "d");
    }

    static String withoutFinalVowels(String word) {
        return FINAL_VOWELS.matcher(withOneD(word)).replaceFirst("");
    }

    private static String withoutFinalIota(String stem) {
        return stem.length() > 4 && stem.endsWith("ι") ? stem.substring(0, stem.length() - 1) : stem;
    }
}
