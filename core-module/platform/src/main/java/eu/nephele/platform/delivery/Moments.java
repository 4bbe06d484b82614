package eu.nephele.platform.delivery;

import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.timedtext.Cue;
import eu.nephele.platform.timedtext.EntryTracks;
import eu.nephele.platform.timedtext.TimedTextFormat;
import eu.nephele.platform.timedtext.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** When the words that were searched are said: in the transcript of an entry, in the language of the search; and in its captions. */
final class Moments {

    /** Asked for as a property to highlight. */
    static final String MOMENTS = "@moments";

    private static final int MOST = 10;
    private static final String MARK = "<mark>";

    private record Moment(Cue cue, String locale, String kind, String text) {

        int finds() {
            return text.split(MARK, -1).length - 1;
        }
    }

    private final LiveContent content;
    private final TrackFiles files;
    private final Endpoints endpoints;
    private final Highlighter highlighter;
    private final Language language;

    Moments(
            LiveContent content,
            DeliverySettings settings,
            Endpoints endpoints,
            Highlighter highlighter,
            Language language) {
        this.content = content;
        this.files = new TrackFiles(content, settings);
        this.endpoints = endpoints;
        this.highlighter = highlighter;
        this.language = language;
    }

    /** A list in order of time; where there are many, those in which most was found. */
    void write(JsonGenerator json, Item item) {
        json.writeStartArray();
        find(item.id()).stream()
                .sorted(Comparator.comparingInt(Moment::finds).reversed())
                .limit(MOST)
                .sorted(Comparator.comparingLong(moment -> moment.cue().start()))
                .forEach(moment -> {
                    json.writeStartObject();
                    json.writeNumberProperty("start", moment.cue().startSeconds());
                    json.writeNumberProperty("end", moment.cue().endSeconds());
                    json.writeStringProperty("locale", moment.locale());
                    json.writeStringProperty("kind", moment.kind());
                    var speaker = moment.cue().speech().speaker();
                    if (!speaker.isEmpty()) {
                        json.writeStringProperty("speaker", speaker);
                    }
                    json.writeStringProperty("text", moment.text());
                    json.writeEndObject();
                });
        json.writeEndArray();
    }

    private List<Moment> find(String id) {
        return content.read(reader -> {
            var moments = new ArrayList<Moment>();
            files.entry(endpoints, reader, id).ifPresent(entry -> {
                entry.tracks().transcript(entry.found()).ifPresent(transcript -> spoken(entry, transcript, moments));
                entry.tracks().of(entry.found()).stream()
                        .filter(track -> track.source() == Track.Source.FILE)
                        .forEach(track -> add(captions(reader, track), track.locale(), track.kind(), moments));
            });
            return moments;
        });
    }

    /** Each segment in the first language of the search that it is in. */
    private void spoken(TrackFiles.Entry entry, EntryTracks.Found transcript, List<Moment> moments) {
        var said = new HashSet<Long>();
        for (var locale : language.locales()) {
            var cues = entry.tracks().spoken(transcript, locale).stream()
                    .filter(cue -> said.add(cue.start()))
                    .toList();
            add(cues, locale, "transcript", moments);
        }
    }

    private void add(List<Cue> cues, String locale, String kind, List<Moment> moments) {
        for (var cue : cues) {
            highlighter
                    .snippet(cue.speech().text())
                    .ifPresent(text -> moments.add(new Moment(cue, locale, kind, text)));
        }
    }

    private static List<Cue> captions(ContentReader reader, Track track) {
        var asset = track.asset();
        var bytes = asset == null ? null : TrackFiles.bytes(reader, asset);
        if (bytes == null) {
            return List.of();
        }
        try {
            return TimedTextFormat.of(bytes).read(TimedTextFormat.text(bytes, null));
        } catch (PlatformException notReadable) {
            // The check for publication says so; a search has no use for it.
            return List.of();
        }
    }
}
