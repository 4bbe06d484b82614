package eu.nephele.platform.transcript;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.timedtext.Cue;
import eu.nephele.platform.timedtext.Speech;
import eu.nephele.platform.timedtext.TimedTextFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The texts of a file become segments, or translations of the segments there are. */
final class SegmentImport {

    private static final int MOST_PROBLEMS = 50;

    private final SegmentFields fields;
    private final TimedTextFormat format;
    private final List<Map<String, Object>> before;
    private int untouched;

    SegmentImport(SegmentFields fields, TimedTextFormat format, List<Map<String, Object>> before) {
        this.fields = fields;
        this.format = format;
        this.before = before;
    }

    int untouched() {
        return untouched;
    }

    /** A segment is the one that was there when it says the same, or is at the same time: it keeps its translations, and who speaks. */
    List<Map<String, Object>> segments(List<Cue> cues) {
        var left = new ArrayList<>(before);
        var kept = new LinkedHashMap<Cue, Map<String, Object>>();
        for (var cue : cues) {
            var text = format.speech(cue).text();
            take(left, cue, kept, segment -> text.equals(segment.get(fields.text())));
        }
        for (var cue : cues) {
            take(
                    left,
                    cue,
                    kept,
                    segment -> SegmentFields.start(segment) == cue.start() && SegmentFields.end(segment) == cue.end());
        }
        return cues.stream()
                .map(cue -> {
                    var segment = new LinkedHashMap<>(kept.getOrDefault(cue, Map.of()));
                    SegmentFields.time(cue, segment);
                    fields.put(format.speech(cue), segment);
                    return (Map<String, Object>) segment;
                })
                .toList();
    }

    private static void take(
            List<Map<String, Object>> left,
            Cue cue,
            Map<Cue, Map<String, Object>> kept,
            Predicate<Map<String, Object>> fits) {
        if (!kept.containsKey(cue)) {
            left.stream().filter(fits).findFirst().ifPresent(segment -> {
                // By what it is, not by what it says: the same may be said twice.
                left.removeIf(other -> other == segment);
                kept.put(cue, segment);
            });
        }
    }

    /** Each text belongs to the segment that it shares most time with. */
    List<Map<String, Object>> translations(List<Cue> cues) {
        var texts = new TreeMap<Integer, List<Speech>>();
        var problems = new ArrayList<FieldError>();
        for (var cue : cues) {
            var best = best(cue);
            if (best >= 0) {
                texts.computeIfAbsent(best, none -> new ArrayList<>()).add(format.speech(cue));
            } else if (problems.size() < MOST_PROBLEMS) {
                problems.add(new FieldError(
                        "line " + cue.line(),
                        "noSegment",
                        say(
                                "nothing is spoken from %s s to %s s: the times must be those of the transcript",
                                cue.startSeconds(), cue.endSeconds())));
            }
        }
        if (!problems.isEmpty()) {
            var first = problems.getFirst();
            throw new PlatformException(
                    ErrorCode.INVALID_VALUE,
                    say("The file does not fit the transcript: %s: %s", first.field(), first.message()),
                    problems);
        }
        untouched = before.size() - texts.size();
        var after = new ArrayList<Map<String, Object>>();
        for (var index = 0; index < before.size(); index++) {
            var segment = new LinkedHashMap<>(before.get(index));
            var said = texts.get(index);
            if (said != null) {
                var speaker = said.stream()
                        .map(Speech::speaker)
                        .filter(name -> !name.isEmpty())
                        .findFirst();
                var text = String.join("\n", said.stream().map(Speech::text).toList());
                fields.put(new Speech(speaker.orElse(""), text), segment);
            }
            after.add(segment);
        }
        return after;
    }

    private int best(Cue cue) {
        var best = -1;
        var most = 0L;
        for (var index = 0; index < before.size(); index++) {
            var segment = before.get(index);
            var overlap = cue.overlap(SegmentFields.start(segment), SegmentFields.end(segment));
            if (overlap > most) {
                most = overlap;
                best = index;
            }
        }
        return best;
    }
}
