package eu.nephele.platform.timedtext;

import static eu.nephele.platform.wording.Wording.say;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * SubRip (SRT): numbered texts with times. Nobody has written down how it is; read is what its programs write: numbers may be missing, a
 * point may stand for the comma, {@code <b> <i> <u>} and {@code {\an8}} (at the top) are kept, fonts are not.
 */
final class SubRip {

    private static final Pattern TIMES =
            Pattern.compile("\\s*(\\d{1,3}):([0-5]?\\d):([0-5]?\\d)[,.](\\d{1,3})\\s*-->\\s*"
                    + "(\\d{1,3}):([0-5]?\\d):([0-5]?\\d)[,.](\\d{1,3})(?:\\s+[XY]\\d:.*)?\\s*");
    private static final Pattern PLACE = Pattern.compile("\\{\\\\[^}]*}");
    private static final Pattern AT_THE_TOP = Pattern.compile("\\{\\\\an[789]\\b[^}]*}");
    private static final String ARROW = "-->";

    private SubRip() {}

    static List<Cue> read(String text) {
        var lines = new Lines("SubRip (SRT)", text);
        var cues = new ArrayList<Cue>();
        for (var block = lines.next(); block != null; block = lines.next()) {
            cue(block, lines, cues);
        }
        return lines.finished(cues);
    }

    private static void cue(Lines.Block block, Lines lines, List<Cue> cues) {
        var numbered = block.lines().getFirst().strip().matches("\\d{1,9}");
        var at = numbered ? 1 : 0;
        var line = block.first() + at;
        if (block.lines().size() <= at || !block.lines().get(at).contains(ARROW)) {
            var after = cues.isEmpty()
                    ? ""
                    : say("; or take out the empty line before it, if it goes on what stands there");
            lines.problem(
                    block.first(),
                    say(
                            "`%s` has no times: `00:00:01,000 --> 00:00:04,000` must stand before it%s",
                            WebVtt.shortened(block.lines().getFirst()), after));
            return;
        }
        var times = TIMES.matcher(block.lines().get(at));
        if (!times.matches()) {
            lines.problem(
                    line,
                    say(
                            "`%s` is not of the form `00:00:01,000 --> 00:00:04,000`",
                            WebVtt.shortened(block.lines().get(at))));
            return;
        }
        var said = block.lines().subList(at + 1, block.lines().size());
        for (var index = 0; index < said.size(); index++) {
            if (TIMES.matcher(said.get(index)).matches()) {
                lines.problem(line + 1 + index, say("an empty line is missing before these times"));
                return;
            }
        }
        var text = String.join("\n", said);
        cues.add(new Cue(
                Time.millis(times.group(1), times.group(2), times.group(3), times.group(4)),
                Time.millis(times.group(5), times.group(6), times.group(7), times.group(8)),
                null,
                AT_THE_TOP.matcher(text).find() ? "line:0" : "",
                Markup.ofSubRip(PLACE.matcher(text).replaceAll("")),
                line));
    }

    /** Who speaks is written before what is said, as SubRip has no voices. */
    static String write(List<Cue> cues) {
        var text = new StringBuilder();
        var number = 0;
        for (var cue : cues) {
            number++;
            text.append(number == 1 ? "" : "\n").append(number).append('\n');
            text.append(Time.subRip(cue.start())).append(" --> ").append(Time.subRip(cue.end()));
            var top = cue.settings().matches("(?:.* )?line:0%?(?: .*)?");
            text.append('\n').append(top ? "{\\an8}" : "").append(said(cue)).append('\n');
        }
        return text.toString();
    }

    private static String said(Cue cue) {
        var speech = cue.speech();
        var isPlain = Markup.plain(cue.payload()).equals(cue.payload())
                || speech.payload().equals(cue.payload());
        // Of a cue with bold or italic words these are kept; otherwise what is said is written anew, with who says it.
        return isPlain ? Markup.toSubRip(speech.inText().payload()) : tagged(cue, speech);
    }

    private static String tagged(Cue cue, Speech speech) {
        var said = Markup.toSubRip(cue.payload());
        return speech.speaker().isEmpty() ? said : speech.speaker() + ": " + said;
    }
}
