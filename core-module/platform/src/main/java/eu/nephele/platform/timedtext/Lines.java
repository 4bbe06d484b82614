package eu.nephele.platform.timedtext;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file being read line by line, and what is wrong with it. */
final class Lines {

    static final int MOST_CUES = 20_000;
    private static final int MOST_PROBLEMS = 50;

    /** Lines without an empty one between them; {@code first} is the number of the first. */
    record Block(int first, List<String> lines) {}

    private final String format;
    private final List<String> lines;
    private final List<FieldError> problems = new ArrayList<>();
    private int at;

    Lines(String format, String text) {
        this.format = format;
        this.lines = List.of((text.startsWith("\ufeff") ? text.substring(1) : text).split("\\r\\n|\\r|\\n", -1));
    }

    /** Null at the end. */
    @Nullable
    Block next() {
        while (at < lines.size() && lines.get(at).isEmpty()) {
            at++;
        }
        var first = at;
        while (at < lines.size() && !lines.get(at).isEmpty()) {
            at++;
        }
        return first == at ? null : new Block(first + 1, lines.subList(first, at));
    }

    void problem(int line, String message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new FieldError("line " + line, "timedText", message));
        }
    }

    /** @throws PlatformException INVALID_VALUE with what is wrong in which line */
    List<Cue> finished(List<Cue> cues) {
        if (cues.isEmpty() && problems.isEmpty()) {
            problem(Math.max(1, lines.size()), say("there is no text with times in the file"));
        }
        for (var index = 0; index < cues.size() && problems.size() < MOST_PROBLEMS; index++) {
            var cue = cues.get(index);
            if (cue.end() <= cue.start()) {
                problem(cue.line(), say("ends at %s, not after it starts", Time.vtt(cue.end())));
            }
            if (index > 0 && cue.start() < cues.get(index - 1).start()) {
                problem(
                        cue.line(),
                        say(
                                "starts before the one in line %d",
                                cues.get(index - 1).line()));
            }
        }
        if (cues.size() > MOST_CUES) {
            throw new PlatformException(
                    ErrorCode.TOO_LARGE, say("The file has %,d texts, at most %,d are read", cues.size(), MOST_CUES));
        }
        if (!problems.isEmpty()) {
            var first = problems.getFirst();
            var more = problems.size() == 1 ? "" : say(" (and %d more)", problems.size() - 1);
            throw new PlatformException(
                    ErrorCode.INVALID_VALUE,
                    say("This is no %s as it should be: %s %s%s", format, first.field(), first.message(), more),
                    problems);
        }
        return List.copyOf(cues);
    }
}
