package eu.nephele.platform.timedtext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.PlatformException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of captions are read as what they say, or refused with the line that is wrong; what is written is read back the same. */
class TimedTextTest {

    private static final String VTT = """
            WEBVTT - Sample

            NOTE made by hand
            in two lines

            STYLE
            ::cue { color: lime }

            first
            00:01.000 --> 00:04.500 line:0 align:start
            <v.loud Ana Sample>Fish &amp; <i>chips</i></v>

            01:00:00.000 --> 01:00:02.000
            Two
            lines
            """;

    private static final String SRT = """
            1
            00:00:01,000 --> 00:00:04,500
            {\\an8}<font color="red">Fish</font> & <i>chips</i>

            2
            00:00:05,000 --> 00:00:06,000 X1:1 X2:2 Y1:3 Y2:4
            a < b
            """;

    @Test
    void cuesOfWebVttHaveTheirTimesNamesAndPlaces() {
        var cues = TimedTextFormat.VTT.read(VTT);

        assertThat(cues).hasSize(2);
        var first = cues.getFirst();
        assertThat(first.start()).isEqualTo(1_000);
        assertThat(first.end()).isEqualTo(4_500);
        assertThat(first.id()).isEqualTo("first");
        assertThat(first.settings()).isEqualTo("line:0 align:start");
        assertThat(first.line()).isEqualTo(10);
        assertThat(first.speech()).isEqualTo(new Speech("Ana Sample", "Fish & chips"));
        assertThat(cues.getLast().startSeconds()).isEqualTo(3_600);
        assertThat(cues.getLast().speech().text()).isEqualTo("Two\nlines");
    }

    @Test
    void subRipBecomesWebVttThatShowsTheSame() {
        var cues = TimedTextFormat.SRT.read(SRT);

        assertThat(TimedTextFormat.VTT.write(cues)).isEqualTo("""
                WEBVTT

                00:00:01.000 --> 00:00:04.500 line:0
                Fish &amp; <i>chips</i>

                00:00:05.000 --> 00:00:06.000
                a &lt; b
                """);
        assertThat(TimedTextFormat.SRT.write(cues)).isEqualTo("""
                1
                00:00:01,000 --> 00:00:04,500
                {\\an8}Fish & <i>chips</i>

                2
                00:00:05,000 --> 00:00:06,000
                a &lt; b
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vtt | WEBVTTX                                                   | line 1 | must be `WEBVTT`
            vtt | 00:01.000 --> 00:02.000~Hello                             | line 1 | must be `WEBVTT`
            vtt | WEBVTT~~00:01,000 --> 00:02,000~Hello                     | line 3 | is not of the form
            vtt | WEBVTT~~00:01.000 --> 00:02~Hello                         | line 3 | is not of the form
            vtt | WEBVTT~~Hello                                             | line 3 | has no times
            vtt | WEBVTT~~00:02.000 --> 00:02.000~Hello                     | line 3 | not after it starts
            vtt | WEBVTT~~00:02.000 --> 00:03.000~A~~00:01.000 --> 00:04.000~B | line 6 | starts before the one in line 3
            vtt | WEBVTT~~00:02.000 --> 00:03.000~A~00:03.000 --> 00:04.000~B  | line 5 | an empty line is missing
            vtt | WEBVTT~00:02.000 --> 00:03.000~A                          | line 2 | an empty line is missing
            vtt | WEBVTT                                                    | line 1 | no text with times
            srt | 1~00:00:01 --> 00:00:02~Hello                             | line 2 | is not of the form
            srt | 1~00:00:01,000 --> 00:00:02,000~A~~B                      | line 5 | has no times
            srt | 1~00:00:01,000 --> 00:00:02,000~A~2~00:00:03,000 --> 00:00:04,000~B | line 5 | an empty line is missing
            srt | Hello                                                     | line 1 | has no times
            """)
    void whatIsWrongIsToldWithItsLine(String format, String file, String line, String message) {
        assertThatThrownBy(() -> TimedTextFormat.of(format).read(file.replace("~", "\n")))
                .isInstanceOfSatisfying(PlatformException.class, problem -> {
                    assertThat(problem.fields().getFirst().field()).isEqualTo(line);
                    assertThat(problem.fields().getFirst().message()).contains(message);
                    assertThat(problem.getMessage()).contains(line);
                });
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> TimedTextFormat.VTT.read("WEBVTT\n\nA\n\nB\n\n00:02.000 --> 00:01.000\nC"))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        problem -> assertThat(problem.fields()).hasSize(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n"})
    void linesMayEndAsTheyDoOnAnyMachine(String end) {
        assertThat(TimedTextFormat.VTT.read("\ufeff" + VTT.replace("\n", end))).hasSize(2);
        assertThat(TimedTextFormat.SRT.read(SRT.replace("\n", end))).hasSize(2);
    }

    @Test
    void aFileInAnotherEncodingIsReadWhenItIsNamed() {
        var text = "1\n00:00:01,000 --> 00:00:02,000\nŽena i čaj\n";
        var bytes = text.getBytes(Charset.forName("windows-1250"));

        assertThat(TimedTextFormat.text(bytes, "windows-1250")).isEqualTo(text);
        assertThat(TimedTextFormat.text(("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE), null))
                .contains("Žena");
        assertThatThrownBy(() -> TimedTextFormat.text(bytes, null))
                .hasMessageContaining("line 3")
                .hasMessageContaining("windows-1250");
        assertThatThrownBy(() -> TimedTextFormat.text(bytes, "klingon")).hasMessageContaining("`klingon`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello",
                "Note: this is no name",
                "a < b & c > d",
                "say &amp; and &lt;",
                "<b>not bold</b>",
                "-->",
                "Two\nlines",
                "A\n\ngap",
                "Dr. Who: hello",
                "{curly}",
                "Ž, ш, ψ, 😀",
                "12"
            })
    void whatIsSaidComesBackFromBothFormats(String text) {
        for (var speaker : List.of("", "Ana", "Dr. Müller", "A: B", "R&D <lead>")) {
            var cue = Cue.of(1.25, 2.5, new Speech(speaker, text));
            for (var format : TimedTextFormat.values()) {
                var read = format.read(format.write(List.of(cue)));
                assertThat(read).as(format + " " + speaker).hasSize(1);
                assertThat(format.speech(read.getFirst())).isEqualTo(new Speech(speaker, text));
                assertThat(read.getFirst().start()).isEqualTo(1_250);
            }
        }
    }

    @Test
    void anyTextComesBack() {
        var random = new Random(7);
        var letters = "ab <>&;:.-\n#1{}\\/жč→\"'";
        for (var round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            for (var length = random.nextInt(1, 25); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            var said = text.toString().lines().map(String::stripTrailing).reduce((a, b) -> a + "\n" + b);
            var speech = new Speech(
                    random.nextBoolean() ? "Ana" : "", said.orElse("").strip());
            if (!speech.text().isEmpty()) {
                for (var format : TimedTextFormat.values()) {
                    var read = format.read(format.write(List.of(Cue.of(0, 1, speech))));
                    assertThat(format.speech(read.getFirst())).as(format.name()).isEqualTo(speech);
                }
            }
        }
    }

    /** Whoever sends anything at all gets cues or a reason. */
    @Test
    void noFileBreaksTheReader() {
        var random = new Random(11);
        for (var round = 0; round < 500; round++) {
            var bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            var noise = new String(bytes, StandardCharsets.ISO_8859_1);
            var at = random.nextInt(VTT.length());
            for (var file : List.of(noise, VTT.substring(0, at) + noise + VTT.substring(at), SRT + noise)) {
                for (var format : TimedTextFormat.values()) {
                    try {
                        assertThat(format.read(file)).isNotEmpty();
                    } catch (PlatformException told) {
                        assertThat(told.fields()).isNotEmpty();
                    }
                }
            }
        }
    }
}
