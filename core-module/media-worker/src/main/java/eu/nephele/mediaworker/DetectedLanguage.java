package eu.nephele.mediaworker;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The language a text is written in, as ISO 639-1; nothing when the text is short or in doubt. */
final class DetectedLanguage {

    private static final int ENOUGH = 60;
    private static final int MOST = 20_000;
    private static final double SURE = 0.9;

    /** The profiles know Serbian in Cyrillic letters alone, and take it in Latin ones, as well as Bosnian, for Croatian. */
    private static final Set<String> ALIKE = Set.of("bs", "hr", "sr");

    private static final class Profiles {
        static final LanguageDetector DETECTOR = load();

        private static LanguageDetector load() {
            try {
                return LanguageDetectorBuilder.create(NgramExtractors.standard())
                        .withProfiles(new LanguageProfileReader().readAllBuiltIn())
                        .minimalConfidence(SURE)
                        .seed(1)
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private DetectedLanguage() {}

    /** @param declared what the document says of itself, which holds between languages that look alike here */
    static Optional<String> of(List<String> texts, @Nullable String declared) {
        var sample = new StringBuilder();
        for (var text : texts) {
            sample.append(text, 0, Math.min(text.length(), MOST - sample.length()))
                    .append('\n');
            if (sample.length() >= MOST) {
                break;
            }
        }
        if (sample.length() < ENOUGH) {
            return Optional.empty();
        }
        var found = Profiles.DETECTOR.detect(sample);
        if (!found.isPresent()) {
            return Optional.empty();
        }
        var language = found.get().getLanguage();
        return declared != null
                        && ALIKE.contains(language)
                        && ALIKE.contains(Locale.forLanguageTag(declared).getLanguage())
                ? Optional.of(declared)
                : Optional.of(language);
    }
}
