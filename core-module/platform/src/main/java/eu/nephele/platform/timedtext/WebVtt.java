package eu.nephele.platform.timedtext;

import static eu.nephele.platform.wording.Wording.say;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** WebVTT as the W3C describes it (webvtt1, 4.1); what a player would pass over in silence is a problem here. */
final class WebVtt {

    private static final Pattern HEAD = Pattern.compile("WEBVTT(?:[ \\t].*)?");
    private static final Pattern TIMES =
            Pattern.compile("(?:(\\d{2,5}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})[ \\t]+-->[ \\t]+"
                    + "(?:(\\d{2,5}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})(?:[ \\t]+(.*?))?[ \\t]*");
    private static final String ARROW = "-->";

    private WebVtt() {}

    static List<Cue> read(String text) {
        var lines = new Lines("WebVTT", text);
        var head = lines.next();
        if (head == null
                || head.first() != 1
                || !HEAD.matcher(head.lines().getFirst()).matches()) {
            lines.problem(1, say("must be `WEBVTT`"));
            return lines.finished(List.of());
        }
        for (var index = 1; index < head.lines().size(); index++) {
            if (head.lines().get(index).contains(ARROW)) {
                lines.problem(
                        head.first() + index, say("an empty line is missing between `WEBVTT` and the first text"));
            }
        }
        var cues = new ArrayList<Cue>();
        for (var block = lines.next(); block != null; block = lines.next()) {
            if (!isAside(block, cues.isEmpty())) {
                cue(block, lines, cues);
            }
        }
        return lines.finished(cues);
    }

    /** Notes anywhere; styles and regions before the first cue. A cue may have such a name, too. */
    private static boolean isAside(Lines.Block block, boolean before) {
        var first = block.lines().getFirst();
        var isNamed = block.lines().size() > 1 && block.lines().get(1).contains(ARROW);
        return !isNamed && (first.matches("NOTE([ \\t].*)?") || before && first.matches("(STYLE|REGION)[ \\t]*"));
    }

    private static void cue(Lines.Block block, Lines lines, List<Cue> cues) {
        var named = !block.lines().getFirst().contains(ARROW);
        var at = named ? 1 : 0;
        var line = block.first() + at;
        if (block.lines().size() <= at || !block.lines().get(at).contains(ARROW)) {
            lines.problem(
                    block.first(),
                    say(
                            "`%s` has no times: `00:00:01.000 --> 00:00:04.000` must stand before it",
                            shortened(block.lines().getFirst())));
            return;
        }
        var times = TIMES.matcher(block.lines().get(at));
        if (!times.matches()) {
            lines.problem(
                    line,
                    say(
                            "`%s` is not of the form `00:00:01.000 --> 00:00:04.000`",
                            shortened(block.lines().get(at))));
            return;
        }
        var payload = block.lines().subList(at + 1, block.lines().size());
        for (var index = 0; index < payload.size(); index++) {
            if (payload.get(index).contains(ARROW)) {
                lines.problem(line + 1 + index, say("an empty line is missing before these times"));
                return;
            }
        }
        cues.add(new Cue(
                Time.millis(times.group(1), times.group(2), times.group(3), times.group(4)),
                Time.millis(times.group(5), times.group(6), times.group(7), times.group(8)),
                named ? block.lines().getFirst() : null,
                times.group(9) == null ? "" : times.group(9),
                String.join("\n", payload),
                line));
    }

    static String write(List<Cue> cues) {
        var text = new StringBuilder("WEBVTT\n");
        for (var cue : cues) {
            text.append('\n');
            if (cue.id() != null) {
                text.append(cue.id()).append('\n');
            }
            text.append(Time.vtt(cue.start())).append(" --> ").append(Time.vtt(cue.end()));
            if (!cue.settings().isEmpty()) {
                text.append(' ').append(cue.settings());
            }
            text.append('\n').append(cue.payload());
            text.append(cue.payload().isEmpty() ? "" : "\n");
        }
        return text.toString();
    }

    static String shortened(String line) {
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
