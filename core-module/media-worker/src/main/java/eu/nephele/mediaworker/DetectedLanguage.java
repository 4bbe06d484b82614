package eu.nephele.mediaworker;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The language a text is written in, as ISO 639-1; nothing when the text is short or in doubt. */
final class DetectedLanguage {

    private static final int ENOUGH = 60;
    private static final int MOST = 20_000;
    private static final double SURE = 0.9;

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

    static Optional<String> of(List<String> texts) {
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
        return found.isPresent() ? Optional.of(found.get().getLanguage()) : Optional.empty();
    }
}
