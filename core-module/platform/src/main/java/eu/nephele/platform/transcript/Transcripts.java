package eu.nephele.platform.transcript;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.authoring.PlainEntry;
import eu.nephele.platform.authoring.SaveEntry;
import eu.nephele.platform.authoring.SavedEntry;
import eu.nephele.platform.authoring.Translations;
import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.definition.SiteDefinition;
import eu.nephele.platform.definition.TimedShapes;
import eu.nephele.platform.media.Assets;
import eu.nephele.platform.timedtext.EntryTracks;
import eu.nephele.platform.timedtext.TimedTextFormat;
import eu.nephele.platform.transcript.Transcript.Progress;
import eu.nephele.platform.transcript.Transcript.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Transcripts: entries of types with a list of segments. */
public final class Transcripts {

    private static final Pattern INDEX = Pattern.compile("[^/]+/[^/]*?(\\d+)/[^/]+");

    /**
     * What a file brought.
     *
     * @param changed how many segments are new or have another text or time
     * @param untouched how many segments a translation had no text for; they keep the one they have
     */
    public record Imported(SavedEntry saved, int segments, int changed, int untouched) {}

    private final Drafts drafts;
    private final SaveEntry saveEntry;
    private final Translations translations;
    private final Recordings recordings;

    public Transcripts(Drafts drafts, SaveEntry saveEntry, Translations translations, Assets assets) {
        this.drafts = drafts;
        this.saveEntry = saveEntry;
        this.translations = translations;
        this.recordings = new Recordings(drafts, assets);
    }

    /** @throws PlatformException ENTRY_NOT_FOUND, BAD_REQUEST for a type without segments */
    public Transcript read(Actor actor, String contentType, String id) {
        var entry = new DraftEntries(drafts, actor).require(contentType, id);
        var property = segments(entry);
        var site = drafts.definitions().site();
        var source = Translations.sourceLocale(drafts.definitions(), entry.type(), entry.node());
        var outdated = Translations.outdated(drafts.definitions(), entry.type(), entry.node());
        var nodes =
                entry.node().child(property.name()).map(ContentNode::children).orElse(List.of());
        var segments = new ArrayList<Segment>();
        for (var node : nodes) {
            var path = property.name() + "/" + node.name() + "/";
            segments.add(segment(segments.size(), node, path, source, outdated, site));
        }
        var progress = site.locales().stream()
                .map(LocaleDefinition::id)
                .filter(locale -> !locale.equals(source))
                .map(locale -> progress(locale, segments))
                .toList();
        return new Transcript(
                id,
                DraftEntries.revision(entry.node()),
                property.name(),
                source,
                segments,
                progress,
                recordings.of(actor, entry));
    }

    /** @throws PlatformException as {@link #read}; BAD_REQUEST for a locale that content cannot be in, or that there is no text in */
    public String export(Actor actor, String contentType, String id, @Nullable String locale, TimedTextFormat format) {
        var entries = new DraftEntries(drafts, actor);
        var entry = entries.require(contentType, id);
        segments(entry);
        var source = Translations.sourceLocale(drafts.definitions(), entry.type(), entry.node());
        var wanted = locale == null ? source : locale(locale);
        var cues = entries.tracks().spoken(entry, wanted);
        if (cues.isEmpty()) {
            throw new PlatformException(ErrorCode.BAD_REQUEST, say("locale: no segment has a text in `%s`", wanted));
        }
        return format.write(cues);
    }

    /**
     * Brings in a file: in the source locale it becomes the segments, and those that stay keep their translations; in another locale its texts go to the
     * segments that are spoken at the same time.
     *
     * @param encoding null for UTF-8
     * @throws PlatformException INVALID_VALUE with the lines that are not right, or that fit no segment; STALE_REVISION; as {@link #read}
     */
    public Imported importFile(
            Actor actor,
            String contentType,
            String id,
            @Nullable Long revision,
            @Nullable String locale,
            byte[] content,
            @Nullable String encoding) {
        var entry = new DraftEntries(drafts, actor).require(contentType, id);
        var property = segments(entry);
        DraftEntries.requireRevision(entry.node(), revision);
        var source = Translations.sourceLocale(drafts.definitions(), entry.type(), entry.node());
        var wanted = locale == null ? source : locale(locale);
        var format = TimedTextFormat.of(content);
        var cues = format.read(TimedTextFormat.text(content, encoding));
        var before = plain(
                PlainEntry.of(drafts.definitions(), entry.type(), entry.node()).get(property.name()));
        var fields = new SegmentFields(drafts.definitions(), entry.type(), property, wanted);
        var incoming = new SegmentImport(fields, format, before);
        var after = wanted.equals(source) ? incoming.segments(cues) : incoming.translations(cues);
        var started = revision == null ? (Long) DraftEntries.revision(entry.node()) : revision;
        var saved = saveEntry.change(actor, contentType, id, started, Map.of(property.name(), after));
        var known = Set.copyOf(before);
        var changed = (int) after.stream().filter(one -> !known.contains(one)).count();
        return new Imported(saved, after.size(), changed, incoming.untouched());
    }

    /**
     * Says that translated segments still fit what was spoken.
     *
     * @param segments which, from zero; null for all
     * @return how many were outdated
     */
    public int confirm(
            Actor actor,
            String contentType,
            String id,
            @Nullable Long revision,
            String locale,
            @Nullable Set<Integer> segments) {
        var entry = new DraftEntries(drafts, actor).require(contentType, id);
        var property = segments(entry);
        var site = drafts.definitions().site();
        var names =
                Set.of(site.storedName(TimedShapes.TEXT, locale(locale)), site.storedName(TimedShapes.SPEAKER, locale));
        return translations.confirm(actor, contentType, id, revision, path -> {
            var index = INDEX.matcher(path);
            return path.startsWith(property.name() + "/")
                    && names.contains(path.substring(path.lastIndexOf('/') + 1))
                    && (segments == null || index.matches() && segments.contains(Integer.valueOf(index.group(1))));
        });
    }

    private Property segments(EntryTracks.Found entry) {
        return TimedShapes.segments(drafts.definitions(), entry.type())
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.BAD_REQUEST,
                        say(
                                "`%s` has no transcript: no list of segments with start, end and text",
                                entry.type().name())));
    }

    private String locale(String locale) {
        var site = drafts.definitions().site();
        if (site.locale(locale).isEmpty()) {
            var known = site.locales().stream().map(LocaleDefinition::id).collect(Collectors.joining(", "));
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST, say("locale: content cannot be in `%s`; there are %s", locale, known));
        }
        return locale;
    }

    private static Segment segment(
            int index, ContentNode node, String path, String source, Set<String> outdated, SiteDefinition site) {
        var speakers = new LinkedHashMap<String, String>();
        var texts = new LinkedHashMap<String, String>();
        var states = new LinkedHashMap<String, String>();
        for (var locale : site.locales()) {
            var speaker = node.text(site.storedName(TimedShapes.SPEAKER, locale.id()));
            if (speaker != null && !speaker.isBlank()) {
                speakers.put(locale.id(), speaker);
            }
            var name = site.storedName(TimedShapes.TEXT, locale.id());
            var text = node.text(name);
            if (text != null && !text.isBlank()) {
                texts.put(locale.id(), text);
                if (!locale.id().equals(source)) {
                    states.put(
                            locale.id(), outdated.contains(path + name) ? Transcript.OUTDATED : Transcript.TRANSLATED);
                }
            }
        }
        return new Segment(
                index,
                EntryTracks.number(node, TimedShapes.START),
                EntryTracks.number(node, TimedShapes.END),
                speakers,
                texts,
                states);
    }

    private static Progress progress(String locale, List<Segment> segments) {
        var states = segments.stream()
                .map(segment -> segment.states().getOrDefault(locale, ""))
                .filter(state -> !state.isEmpty())
                .toList();
        var outdated = (int) states.stream().filter(Transcript.OUTDATED::equals).count();
        return new Progress(locale, segments.size(), states.size(), outdated);
    }

    private static List<Map<String, Object>> plain(@Nullable Object list) {
        var items = new ArrayList<Map<String, Object>>();
        if (list instanceof List<?> several) {
            for (var one : several) {
                if (one instanceof Map<?, ?> map) {
                    var item = new LinkedHashMap<String, Object>();
                    map.forEach((name, value) -> item.put(name.toString(), value));
                    items.add(item);
                }
            }
        }
        return items;
    }
}
