package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.platform.wording.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Holds the sentences that the code says beside their translations: none without, none too many, the same values in each. */
class SentencesTest {

    private static final Path PLATFORM = Path.of("../core-module/platform/src/main/java/eu/nephele/platform");
    private static final Path WEBAPP = Path.of("src/main/java/eu/nephele/webapp");
    private static final Path TRANSLATIONS =
            Path.of("../core-module/platform/src/main/resources/eu/nephele/platform/wording/sentences.json");

    private static final String LITERAL = "\"(?:[^\"\\\\\\n]|\\\\.)*\"";
    private static final Pattern SAID = Pattern.compile("\\b(?:say|kept)\\(\\s*(" + LITERAL + ")");
    private static final Pattern NOT_LITERAL = Pattern.compile("\\bsay\\(\\s*+[^\"\\s]");
    private static final Pattern QUOTED = Pattern.compile(LITERAL);
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2}.* .*\\p{L}{2}");
    private static final Pattern PLACE = Pattern.compile("%(?:\\d+\\$)?(,?[sd])");
    private static final Pattern REFUSAL =
            Pattern.compile("new (?:PlatformException|FieldError|CellProblem|IllegalArgumentException)\\(");

    /** Whose refusals an editor meets. */
    private static final List<Path> REFUSING = List.of(
            PLATFORM.resolve("access"),
            PLATFORM.resolve("account"),
            PLATFORM.resolve("authoring"),
            PLATFORM.resolve("validation"),
            PLATFORM.resolve("publishing"),
            PLATFORM.resolve("desk"),
            PLATFORM.resolve("exchange"),
            PLATFORM.resolve("transcript"),
            PLATFORM.resolve("timedtext"),
            PLATFORM.resolve("externalvideo"),
            PLATFORM.resolve("document"),
            PLATFORM.resolve("media"),
            WEBAPP.resolve("uploads"));

    /** What only programs and operators meet, for the editor asks as it should, and has words of its own for a log-in: in English. */
    private static final Set<String> FOR_PROGRAMS = Set.of(
            "`%s` are files: they are uploaded, and described, below /.rest/editor/v1/assets",
            "Either `ids` or `selection` is needed",
            "To set fields, `fields` must name at least one",
            "To move entries, `path` must name a folder",
            "An import begins with its spreadsheet, at /sheets",
            "The filter `%s` is not understood; write property:operator:value, such as country:eq:RS|AT",
            "must be property:operator:value",
            "`%s` is no address of a virus scanner: write tcp://localhost:3310 or unix:/run/clamav/clamd.ctl",
            "`%s` is no size of a picture: w800-h600-cover-c0.1,0,0.5,1-f0.5,0.3-webp-q80-t12.5",
            "No process could be started to read the file: ",
            "%s: `%s` is not known; there are %s",
            "format: `%s` is no format of timed text; there are vtt and srt",
            "must be vtt or srt",
            "The name or the password is wrong",
            "You are known to the identity provider, but not let in here: ",
            "The token `%s` expired on %s: make a new one",
            "The token is unknown or was revoked, or its user is suspended");

    @Test
    void eachSentenceIsTranslatedAndNoneIsLeftOver() throws IOException {
        var said = new TreeMap<String, String>();
        for (var file : sources(List.of(PLATFORM, WEBAPP))) {
            var text = Files.readString(file);
            if (text.contains("wording.Wording")) {
                SAID.matcher(text).results().forEach(found -> said.put(unquoted(found.group(1)), file.toString()));
            }
        }
        var translations = translations();

        assertThat(said).hasSizeGreaterThan(300);
        assertThat(translations.keySet()).containsExactlyInAnyOrderElementsOf(said.keySet());
        var languages = Wording.LANGUAGES.subList(1, Wording.LANGUAGES.size());
        translations.forEach((english, others) ->
                assertThat(others.keySet()).as(english).containsExactlyInAnyOrderElementsOf(languages));
    }

    @Test
    void translationsHaveTheSameValuesAndAreWholeSentences() throws IOException {
        translations()
                .forEach((english, others) -> others.forEach((language, translation) -> {
                    assertThat(translation).as(english).isNotBlank();
                    assertThat(places(translation)).as(translation).isEqualTo(places(english));
                    assertThat(translation.startsWith(" ")).as(translation).isEqualTo(english.startsWith(" "));
                    assertThat(translation.endsWith(" ")).as(translation).isEqualTo(english.endsWith(" "));
                }));
    }

    /** A sentence that is not a literal could not be found by this test. */
    @Test
    void whatIsSaidIsWrittenWhereItIsSaid() throws IOException {
        for (var file : sources(List.of(PLATFORM, WEBAPP))) {
            var text = Files.readString(file);
            if (text.contains("import static eu.nephele.platform.wording.Wording.say;")) {
                assertThat(NOT_LITERAL.matcher(text).results().map(MatchResult::group))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void whatAnEditorIsRefusedWithIsSaid() throws IOException {
        var unsaid = new TreeSet<String>();
        for (var file : sources(REFUSING)) {
            var source = Files.readString(file);
            REFUSAL.matcher(source).results().forEach(refusal -> {
                var rest = SAID.matcher(arguments(source, refusal.end())).replaceAll("say(");
                QUOTED.matcher(rest)
                        .results()
                        .map(literal -> unquoted(literal.group()))
                        .filter(text -> WORDS.matcher(PLACE.matcher(text).replaceAll(""))
                                .find())
                        .forEach(unsaid::add);
            });
        }
        assertThat(unsaid).isEqualTo(new TreeSet<>(FOR_PROGRAMS));
    }

    @Test
    void languagesThatNobodySpeaksHereAreAnsweredInEnglish() {
        assertThat(Wording.asked("de-AT,de;q=0.9,en;q=0.8")).isEqualTo("de");
        assertThat(Wording.asked("sr")).isEqualTo("sr");
        assertThat(Wording.asked("fr, it;q=0.4")).isEqualTo("it");
        assertThat(List.of(Wording.asked(null), Wording.asked("*"), Wording.asked("fr"), Wording.asked(";;q=x")))
                .containsOnly("en");
    }

    @Test
    void aLanguageHoldsForTheWorkItIsAskedForAlone() {
        assertThat(Wording.<String, RuntimeException>in("de", () -> Wording.say("needs a value")))
                .isEqualTo("braucht einen Wert");
        assertThat(Wording.<String, RuntimeException>in("sr", () -> Wording.say("%,d bytes", 10_000)))
                .isEqualTo("10.000 B");
        assertThat(Wording.<String, RuntimeException>in("fr", () -> Wording.say("needs a value")))
                .isEqualTo("needs a value");
        assertThatThrownBy(() -> Wording.in("it", () -> {
                    throw new IOException(Wording.say("needs a value"));
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("richiede un valore");
        assertThat(Wording.say("needs a value")).isEqualTo("needs a value");
    }

    private static Map<String, Map<String, String>> translations() throws IOException {
        return JsonMapper.shared().readValue(Files.readString(TRANSLATIONS), new TypeReference<>() {});
    }

    private static List<String> places(String sentence) {
        return PLACE.matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
    }

    private static String unquoted(String literal) {
        return literal.substring(1, literal.length() - 1).translateEscapes();
    }

    /** From behind an opening bracket to the one that closes it. */
    private static String arguments(String text, int from) {
        var depth = 1;
        var quoted = false;
        for (var at = from; at < text.length(); at++) {
            var sign = text.charAt(at);
            if (quoted && sign == '\\') {
                at++;
            } else if (sign == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
                if (depth == 0) {
                    return text.substring(from, at);
                }
            }
        }
        throw new IllegalStateException("A bracket is not closed");
    }

    private static List<Path> sources(List<Path> folders) throws IOException {
        var files = new ArrayList<Path>();
        for (var folder : folders) {
            try (var found = Files.walk(folder)) {
                found.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
            }
        }
        return files;
    }
}
