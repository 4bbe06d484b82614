package eu.nephele.platform.timedtext;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.definition.SiteDefinition;
import eu.nephele.platform.definition.TimedShapes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tracks of an entry: its files first; then, for kinds and locales without a file, what follows from its transcript (its own, or that of an entry
 * it refers to) in every locale that the whole of it is in, and from its chapters.
 */
public final class EntryTracks {

    /** An entry with its whole subtree. */
    public record Found(ContentType type, ContentNode node) {}

    /** Finds an entry that is referred to. */
    @FunctionalInterface
    public interface Entries {
        Optional<Found> find(String id);
    }

    /** Finds an asset, with what is known of its file. */
    @FunctionalInterface
    public interface Files {
        Optional<ContentNode> find(String id);
    }

    private static final String ASSET = "jcr:";
    private static final String DURATION = "duration";
    private static final String KNOWN = "metadata";

    private final Definitions definitions;
    private final SiteDefinition site;
    private final Entries entries;
    private final Files files;

    public EntryTracks(Definitions definitions, Entries entries, Files files) {
        this.definitions = definitions;
        this.site = definitions.site();
        this.entries = entries;
        this.files = files;
    }

    /** Whether entries of the type may have tracks at all. */
    public static boolean has(Definitions definitions, ContentType type) {
        return TimedShapes.tracks(definitions, type).isPresent()
                || TimedShapes.chapters(definitions, type).isPresent()
                || TimedShapes.segments(definitions, type).isPresent();
    }

    public List<Track> of(Found entry) {
        var tracks = new ArrayList<>(files(entry));
        transcript(entry).ifPresent(transcript -> {
            var source = sourceLocale(transcript);
            for (var locale : site.locales()) {
                var kind = locale.id().equals(source) ? Track.CAPTIONS : Track.SUBTITLES;
                if (isWhole(transcript, locale) && isFree(tracks, kind, locale.id())) {
                    tracks.add(new Track(kind, locale.id(), null, Track.Source.TRANSCRIPT, null));
                }
            }
        });
        var chapters = items(entry, TimedShapes.chapters(definitions, entry.type()));
        for (var locale : site.locales()) {
            var title = site.storedName(TimedShapes.TITLE, locale.id());
            if (!chapters.isEmpty()
                    && chapters.stream().allMatch(chapter -> hasText(chapter, title))
                    && isFree(tracks, Track.CHAPTERS, locale.id())) {
                tracks.add(new Track(Track.CHAPTERS, locale.id(), null, Track.Source.CHAPTERS, null));
            }
        }
        return tracks;
    }

    /** The texts of a track that has no file, in order of time. */
    public List<Cue> cues(Found entry, Track track) {
        return switch (track.source()) {
            case FILE -> List.of();
            case TRANSCRIPT ->
                transcript(entry)
                        .map(transcript -> spoken(transcript, track.locale()))
                        .orElse(List.of());
            case CHAPTERS -> chapters(entry, track.locale());
        };
    }

    /** What is said in a locale, of the segments that have a text in it. */
    public List<Cue> spoken(Found transcript, String locale) {
        var cues = new ArrayList<Cue>();
        for (var segment : segments(transcript)) {
            var text = segment.text(site.storedName(TimedShapes.TEXT, locale));
            if (text != null && !text.isBlank()) {
                var speaker = segment.text(site.storedName(TimedShapes.SPEAKER, locale));
                speaker = speaker == null ? segment.text(TimedShapes.SPEAKER) : speaker;
                cues.add(Cue.of(
                        number(segment, TimedShapes.START),
                        number(segment, TimedShapes.END),
                        new Speech(speaker == null ? "" : speaker, text)));
            }
        }
        return cues;
    }

    /** The entry itself where it has segments, else the first one with segments that it refers to. */
    public Optional<Found> transcript(Found entry) {
        if (TimedShapes.segments(definitions, entry.type()).isPresent()) {
            return Optional.of(entry);
        }
        return entry.type().model().properties().stream()
                .filter(property -> !property.confidential() && !property.multiple())
                .filter(property -> refersToTranscript(property))
                .flatMap(property -> Optional.ofNullable(entry.node().text(property.name())).stream())
                .flatMap(id -> entries.find(id).stream())
                .filter(found -> TimedShapes.segments(definitions, found.type()).isPresent())
                .findFirst();
    }

    /** The locale that the transcript is translated from. */
    public String sourceLocale(Found transcript) {
        return TimedShapes.sourceLocale(definitions, transcript.type(), transcript.node());
    }

    public List<ContentNode> segments(Found transcript) {
        return items(transcript, TimedShapes.segments(definitions, transcript.type()));
    }

    private boolean refersToTranscript(Property property) {
        return property.type() instanceof PropertyType.Reference(String target)
                && definitions
                        .contentType(target)
                        .flatMap(type -> TimedShapes.segments(definitions, type))
                        .isPresent();
    }

    private List<Track> files(Found entry) {
        var tracks = new ArrayList<Track>();
        for (var track : items(entry, TimedShapes.tracks(definitions, entry.type()))) {
            var kind = track.text(TimedShapes.KIND);
            var locale = track.text(TimedShapes.LOCALE);
            var file = track.text(TimedShapes.FILE);
            if (kind != null && locale != null && file != null && isFree(tracks, kind, locale)) {
                tracks.add(new Track(kind, locale, track.text(TimedShapes.LABEL), Track.Source.FILE, file));
            }
        }
        return tracks;
    }

    private static boolean isFree(List<Track> tracks, String kind, String locale) {
        return tracks.stream().noneMatch(track -> track.is(kind, locale));
    }

    private boolean isWhole(Found transcript, LocaleDefinition locale) {
        var name = site.storedName(TimedShapes.TEXT, locale.id());
        var segments = segments(transcript);
        return !segments.isEmpty() && segments.stream().allMatch(segment -> hasText(segment, name));
    }

    /** Each lasts until the next begins, the last one to the end of the film. */
    private List<Cue> chapters(Found entry, String locale) {
        var chapters = new ArrayList<>(items(entry, TimedShapes.chapters(definitions, entry.type())));
        chapters.sort(Comparator.comparingDouble(chapter -> number(chapter, TimedShapes.START)));
        var length = length(entry.node());
        var cues = new ArrayList<Cue>();
        for (var index = 0; index < chapters.size(); index++) {
            var chapter = chapters.get(index);
            var title = chapter.text(site.storedName(TimedShapes.TITLE, locale));
            var start = number(chapter, TimedShapes.START);
            var end = index + 1 < chapters.size()
                    ? number(chapters.get(index + 1), TimedShapes.START)
                    : Math.max(length, start + 1);
            if (title != null && end > start) {
                cues.add(Cue.of(start, end, new Speech("", title)));
            }
        }
        return cues;
    }

    /** In seconds, as the entry says, else as its film does; 0 where neither is known. */
    private double length(ContentNode entry) {
        var said = number(entry, DURATION);
        var file = entry.text(TimedShapes.FILE);
        if (said > 0 || file == null || !file.startsWith(ASSET)) {
            return said;
        }
        return files.find(file.substring(ASSET.length()))
                .flatMap(asset -> asset.child(KNOWN))
                .map(known -> number(known, DURATION))
                .orElse(0.0);
    }

    private static List<ContentNode> items(Found entry, Optional<Property> list) {
        return list.flatMap(property -> entry.node().child(property.name()))
                .map(ContentNode::children)
                .orElse(List.of());
    }

    private static boolean hasText(ContentNode node, String name) {
        var text = node.text(name);
        return text != null && !text.isBlank();
    }

    public static double number(ContentNode node, String name) {
        return number(node.value(name));
    }

    private static double number(@Nullable Value value) {
        return switch (value) {
            case Value.Real(double number) -> number;
            case Value.Whole(long number) -> number;
            case Value.Exact(var number) -> number.doubleValue();
            case null, default -> 0;
        };
    }
}
