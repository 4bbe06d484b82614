package eu.nephele.platform.timedtext;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is said in a cue, without tags.
 *
 * @param speaker empty where nobody is named
 */
public record Speech(String speaker, String text) {

    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s>]*)?[ \\t]+([^>]*)>");
    private static final Pattern NAMED = Pattern.compile("([^:.!?\\n]{1,60}): (?=\\S)");
    /** Invisible: before a text that only looks as if somebody was named in it, and behind a name that does not look like one. */
    private static final String MARK = "\u2060";

    private static final Pattern MARKED = Pattern.compile("([^\\n" + MARK + "]+)" + MARK + ": ");

    static Speech of(String payload) {
        var voice = VOICE.matcher(payload);
        var first = voice.find();
        var speaker = first ? Markup.plain(voice.group(1)).strip() : "";
        var rest = first ? payload.substring(0, voice.start()) + payload.substring(voice.end()) : payload;
        // Who speaks second in the same cue is named in its text.
        var text = VOICE.matcher(rest).replaceAll("$1: ");
        return new Speech(speaker, lines(Markup.plain(text)));
    }

    /** Where the format has no voices, as SubRip, {@code Ana: Good morning} names one. */
    public Speech named() {
        if (!speaker.isEmpty()) {
            return this;
        }
        if (text.startsWith(MARK)) {
            return new Speech("", text.substring(MARK.length()));
        }
        var marked = MARKED.matcher(text);
        var name = marked.lookingAt() ? marked : NAMED.matcher(text);
        return name.lookingAt() ? new Speech(name.group(1).strip(), text.substring(name.end())) : this;
    }

    /** The other way round: {@link #named} gives back what this was. */
    Speech inText() {
        if (speaker.isEmpty()) {
            return named().equals(this) ? this : new Speech("", MARK + text);
        }
        var written = new Speech("", speaker + ": " + text);
        return written.named().equals(this) ? written : new Speech("", speaker + MARK + ": " + text);
    }

    /** As WebVTT writes it. An empty line would end the cue: it becomes one with a space. */
    String payload() {
        var said = text.strip()
                .lines()
                .map(line -> line.isEmpty() ? " " : Markup.escaped(line))
                .collect(Collectors.joining("\n"));
        var name = speaker.replaceAll("\\s+", " ").strip();
        return name.isEmpty() ? said : "<v " + Markup.escaped(name) + ">" + said;
    }

    private static String lines(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
