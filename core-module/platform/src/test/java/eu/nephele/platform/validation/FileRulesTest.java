package eu.nephele.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.failure.FieldError;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.TestingModules;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What files may stand in a field, what they need to be shown, and what is worth a word of warning. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-04");

    private final Map<String, FileFacts> files = new HashMap<>();
    private Definitions definitions;
    private ContentType type;
    private EntryValidator validator;

    @BeforeAll
    void define(@TempDir Path folder) {
        definitions = new TestingModules(folder)
                .write("films/sites/fallback.yaml", "i18n: { defaultLocale: en, locales: [en, de, sr] }")
                .write("films/contentTypes/film.yaml", """
                        datasource: { workspace: films, autoCreate: true }
                        model:
                          nodeType: t:film
                          properties:
                            title: { i18n: true }
                            film: { type: asset, validation: { fileTypes: [video/*], maxFileSize: 20MB, captionsIn: [tracks, transcript] } }
                            address: { validation: { captionsIn: [tracks, transcript] } }
                            poster: { type: asset, validation: { fileTypes: [image/*, application/pdf], altText: true } }
                            picture: { type: asset }
                            witness: { type: asset, validation: { consent: true } }
                            consent: { type: consent, validation: { consent: true } }
                            transcript: {}
                            tracks: { type: track, multiple: true }
                          subModels:
                            track: { properties: { kind: {}, file: { type: asset } } }
                            consent: { properties: { date: { type: LocalDate }, withdrawnOn: { type: LocalDate }, expiresOn: { type: LocalDate } } }
                        """)
                .definitions();
        assertThat(definitions.problems()).isEmpty();
        type = definitions.contentType("film").orElseThrow();
        validator = new EntryValidator(definitions, new TestingLookups());
        file("film", "video/mp4", 5_000_000, Map.of());
        file("long", "video/mp4", 30_000_000, Map.of());
        file("plain", "image/png", 9, Map.of());
        file("told", "image/png", 9, Map.of("alt", "A saw", "alt_de", "Eine Säge"));
    }

    @Test
    void aFileOfAnotherTypeOrSizeIsRefusedByItsFieldAlsoInADraft() {
        assertThat(validator.checkDraft(type, film(Map.of("film", "jcr:plain"))))
                .containsExactly(new FieldError("film", "fileType", "takes video/*; /plain is of the type image/png"));
        assertThat(validator.checkDraft(type, film(Map.of("film", "jcr:long"))))
                .containsExactly(new FieldError("film", "fileSize", "takes files of up to 20.0 MB; /long has 28.6 MB"));
        assertThat(validator.checkDraft(type, film(Map.of("film", "jcr:film", "poster", "jcr:plain"))))
                .isEmpty();
    }

    @Test
    void aPictureNeedsAnAlternativeTextInEachLanguageOfTheEntryWhereTheFieldSaysSo() {
        var bilingual = film(Map.of("title", "Saw", "title_de", "Säge", "poster", "jcr:told"));
        assertThat(validator.checkPublication(type, bilingual)).isEmpty();

        var serbian = film(Map.of("title", "Saw", "title_sr", "Тестера", "poster", "jcr:told"));
        assertThat(validator.checkPublication(type, serbian))
                .extracting(FieldError::field, FieldError::rule)
                .containsExactly(org.assertj.core.api.Assertions.tuple("poster", "altText"));
        assertThat(validator.checkPublication(type, serbian).getFirst().message())
                .contains("/told has no alternative text in sr");
        assertThat(validator.checkDraft(type, serbian)).isEmpty();
    }

    @Test
    void elsewhereAPictureThatNobodyDescribedIsPublishedWithAWarning() {
        var entry = film(Map.of("title", "Saw", "picture", "jcr:plain"));

        assertThat(validator.checkPublication(type, entry)).isEmpty();
        assertThat(validator.warnings(type, entry))
                .extracting(FieldError::field, FieldError::rule)
                .containsExactly(org.assertj.core.api.Assertions.tuple("picture", "altText"));
        assertThat(validator.warnings(type, film(Map.of("picture", "jcr:told"))))
                .isEmpty();
    }

    @Test
    void aFilmWithoutCaptionsOrTranscriptIsPublishedWithAWarning() {
        var silent = film(Map.of("film", "jcr:film"));
        assertThat(validator.checkPublication(type, silent)).isEmpty();
        assertThat(validator.warnings(type, silent))
                .containsExactly(
                        new FieldError(
                                "film",
                                "captions",
                                "has neither captions nor a transcript, so those who do not hear it cannot follow: fill tracks or transcript"));
        assertThat(validator.warnings(type, film(Map.of("address", "https://films.example/1"))))
                .extracting(FieldError::field)
                .containsExactly("address");

        assertThat(validator.warnings(type, film(Map.of("film", "jcr:film", "transcript", "x"))))
                .isEmpty();
        assertThat(validator.warnings(type, film(Map.of("film", "jcr:film"), tracks("captions"))))
                .isEmpty();
        assertThat(validator.warnings(type, film(Map.of("film", "jcr:film"), tracks("descriptions"))))
                .hasSize(1);
    }

    @Test
    void whoIsSeenOrHeardMustHaveConsented() {
        assertThat(consent(Map.of())).containsExactly("needs the day on which the consent was given");
        assertThat(consent(Map.of("date", "2026-01-01", "scope", "internal")))
                .containsExactly("is for internal use alone: nothing of it may be published");
        assertThat(consent(Map.of("date", "2026-01-01", "scope", "publication")))
                .isEmpty();
        assertThat(consent(Map.of("date", "2026-01-10"))).isEmpty();
        assertThat(consent(Map.of("date", "2026-01-10", "withdrawnOn", "2026-03-04")))
                .containsExactly("was withdrawn on 2026-03-04");
        assertThat(consent(Map.of("date", "2026-01-10", "expiresOn", "2026-03-04")))
                .isEmpty();
        assertThat(consent(Map.of("date", "2026-01-10", "expiresOn", "2026-03")))
                .isEmpty();
        assertThat(consent(Map.of("date", "2026-01-10", "expiresOn", "2026-02")))
                .containsExactly("ended on 2026-02");

        file("witness", "video/mp4", 9, Map.of());
        file("agreed", "video/mp4", 9, Map.of("consentReference", "binder 4", "consentExpires", "2026-03-04"));
        file("over", "video/mp4", 9, Map.of("consentReference", "binder 4", "consentExpires", "2026-03-03"));
        assertThat(validator.checkConsent(type, film(Map.of("witness", "jcr:witness"))))
                .extracting(FieldError::rule)
                .containsExactly("consent");
        assertThat(validator.checkConsent(type, film(Map.of("witness", "jcr:agreed"))))
                .isEmpty();
        assertThat(validator
                        .checkConsent(type, film(Map.of("witness", "jcr:over")))
                        .getFirst()
                        .message())
                .isEqualTo("the consent of those in /over ended on 2026-03-03");
    }

    @Test
    void whatReadersDoNotGetYetIsNotPublishedAndTheReasonIsTold() {
        heldBack("scanned", Map.of("nph:scan", Value.of("pending")));
        heldBack("ill", Map.of("nph:scan", Value.of("infected"), "nph:scanNote", Value.of("Infected: Test.Virus")));
        heldBack("thrown", Map.of("nph:deleted", Value.of(true)));

        assertThat(message("scanned")).contains("held back until it has been scanned");
        assertThat(message("ill")).contains("quarantined (Test.Virus)");
        assertThat(message("thrown")).contains("is in the trash");
        assertThat(message("nothing")).contains("there is no asset `%s`".formatted(key("nothing")));
    }

    private String message(String file) {
        var errors = validator.checkPublication(type, film(Map.of("picture", "jcr:" + file)));
        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().field()).isEqualTo("picture");
        return errors.getFirst().message();
    }

    private List<String> consent(Map<String, String> consent) {
        var properties = new HashMap<String, Value>();
        consent.forEach((name, value) -> properties.put(name, Value.of(value)));
        var entry = film(
                Map.of("title", "Saw"), ContentNode.unstored("consent", "mgnl:contentNode", properties, List.of()));
        return validator.checkPublication(type, entry).stream()
                .peek(error -> assertThat(error.field()).isEqualTo("consent"))
                .map(FieldError::message)
                .toList();
    }

    private static ContentNode tracks(String kind) {
        var track = ContentNode.unstored("tracks0", "mgnl:contentNode", Map.of("kind", Value.of(kind)), List.of());
        return ContentNode.unstored("tracks", "mgnl:contentNode", Map.of(), List.of(track));
    }

    private static ContentNode film(Map<String, String> values, ContentNode... children) {
        var properties = new HashMap<String, Value>();
        values.forEach((name, value) ->
                properties.put(name, Value.of(value.startsWith("jcr:") ? key(value.substring(4)) : value)));
        return ContentNode.unstored("film", "t:film", properties, List.of(children));
    }

    private static String key(String name) {
        return "jcr:" + java.util.UUID.nameUUIDFromBytes(name.getBytes());
    }

    private void file(String name, String mediaType, long size, Map<String, String> said) {
        var properties = new HashMap<String, Value>();
        said.forEach((property, value) -> properties.put(property, Value.of(value)));
        files.put(key(name), new FileFacts(asset(name, mediaType, size, properties), true));
    }

    private void heldBack(String name, Map<String, Value> properties) {
        files.put(key(name), new FileFacts(asset(name, "text/plain", 9, properties), false));
    }

    private static ContentNode asset(String name, String mediaType, long size, Map<String, Value> properties) {
        var content = ContentNode.unstored(
                "jcr:content",
                "mgnl:resource",
                Map.of("jcr:mimeType", Value.of(mediaType), "size", Value.of(size)),
                List.of());
        return new ContentNode(name, name, "/" + name, "mgnl:asset", properties, List.of(content));
    }

    private final class TestingLookups implements Lookups {

        @Override
        public Optional<Target> target(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<FileFacts> file(String key) {
            return Optional.ofNullable(files.get(key));
        }

        @Override
        public boolean taken(String contentType, String property, String value, String exceptId) {
            return false;
        }

        @Override
        public LocalDate today() {
            return TODAY;
        }
    }
}
