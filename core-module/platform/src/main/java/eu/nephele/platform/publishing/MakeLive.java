package eu.nephele.platform.publishing;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.publishing.Publication.PublishedEntry;
import eu.nephele.platform.repository.ContentWriter;
import eu.nephele.platform.validation.EntryWalk;
import eu.nephele.platform.validation.StoredProperty;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The changes of one entry's publication within a save: the live tree, the draft's state, the change records. */
record MakeLive(ContentWriter writer, Actor actor, Definitions definitions, Clock clock) {

    /** What a draft says of its own publication has no place in the live tree. */
    private static final Set<String> DRAFT_ONLY = Set.of(
            SystemProperties.PUBLISHED_REVISION,
            SystemProperties.PUBLISHED_LOCALES,
            SystemProperties.TRANSLATED_FROM,
            SystemProperties.DELETED);

    PublishedEntry publish(Candidate candidate, Set<String> locales) {
        var at = candidate.location().in(Perspective.LIVE);
        var before = writer.locate(Perspective.LIVE, candidate.id());
        before.filter(location -> !location.equals(at)).ifPresent(location -> moveLive(location, at));

        var partly = before.isPresent() && !locales.isEmpty();
        var content = partly
                ? new LocaleSelection(definitions, candidate.type(), locales)
                        .merge(writer.node(at, Integer.MAX_VALUE).orElseThrow(), candidate.draft())
                : candidate.draft();
        var liveRevision = writer.nextRevision();
        var draftRevision = writer.nextRevision();
        var state = activation(candidate, locales, partly, draftRevision);

        var liveProperties = new LinkedHashMap<>(content.properties());
        liveProperties.keySet().removeAll(DRAFT_ONLY);
        state.forEach((name, value) -> {
            if (!DRAFT_ONLY.contains(name)) {
                liveProperties.put(name, value);
            }
        });
        liveProperties.put(SystemProperties.REVISION, Value.of(liveRevision));
        writer.put(at, content.withProperties(liveProperties));
        record(Change.Kind.SAVED, at, candidate, liveRevision, locales);

        state.put(SystemProperties.REVISION, Value.of(draftRevision));
        writer.setProperties(candidate.location(), state);
        record(Change.Kind.SAVED, candidate.location(), candidate, draftRevision, locales);
        return new PublishedEntry(candidate.id(), candidate.type().name(), at.path(), draftRevision);
    }

    /** Publishes a deletion: live and draft go. */
    PublishedEntry remove(Candidate candidate) {
        writer.locate(Perspective.LIVE, candidate.id()).ifPresent(live -> takeAway(live, candidate));
        return new PublishedEntry(
                candidate.id(),
                candidate.type().name(),
                candidate.location().path(),
                takeAway(candidate.location(), candidate));
    }

    long takeAway(Location location, Candidate candidate) {
        var revision = writer.nextRevision();
        writer.remove(location);
        record(Change.Kind.REMOVED, location, candidate, revision, Set.of());
        return revision;
    }

    void record(Change.Kind kind, Location at, Candidate candidate, long revision, Set<String> locales) {
        writer.record(new Change(
                revision,
                kind,
                at.perspective(),
                at.workspace(),
                at.path(),
                candidate.id(),
                candidate.type().nodeType(),
                List.copyOf(locales),
                actor.name(),
                clock.instant()));
    }

    private void moveLive(Location from, Location to) {
        // When two entries changed places in the draft, the other one must leave first.
        if (writer.node(to, 0).isPresent()) {
            throw new PlatformException(
                    ErrorCode.NAME_TAKEN, say("Another entry is live at `%s`: publish that one first", to.path()));
        }
        writer.move(from, to);
    }

    private Map<String, Value> activation(
            Candidate candidate, Set<String> locales, boolean partly, long draftRevision) {
        var now = Value.of(OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC));
        var state = new LinkedHashMap<String, Value>();
        state.put(SystemProperties.ACTIVATION_STATUS, Value.of(true));
        if (!partly) {
            // With other locales still unpublished the entry stays what it was: modified.
            state.put(SystemProperties.LAST_ACTIVATED, now);
            state.put(SystemProperties.PUBLISHED_REVISION, Value.of(draftRevision));
        }
        state.put(SystemProperties.LAST_ACTIVATED_BY, Value.of(actor.name()));
        state.put(SystemProperties.LAST_ACTIVATED_VERSION, Value.of(writer.keepVersion(candidate.location())));
        state.put(SystemProperties.LAST_ACTIVATED_VERSION_CREATED, now);
        state.put(SystemProperties.PUBLISHED_LOCALES, publishedLocales(candidate, locales, draftRevision));
        return state;
    }

    private Value publishedLocales(Candidate candidate, Set<String> locales, long revision) {
        var published = new TreeMap<String, String>();
        if (!locales.isEmpty() && candidate.draft().value(SystemProperties.PUBLISHED_LOCALES) instanceof Value before) {
            before.each()
                    .forEach(text -> published.put(
                            text.asText().replaceFirst("=.*", ""), text.asText().replaceFirst(".*=", "")));
        }
        var now = locales.isEmpty() ? localesOf(candidate) : locales;
        now.forEach(locale -> published.put(locale, Long.toString(revision)));
        return Value.of(published.entrySet().stream()
                .map(entry -> Value.of(entry.getKey() + "=" + entry.getValue()))
                .toList());
    }

    /** The locales that the entry has any value in; the default locale always. */
    private Set<String> localesOf(Candidate candidate) {
        var locales = new TreeSet<String>();
        locales.add(definitions.site().defaultLocale());
        EntryWalk.through(
                definitions,
                candidate.type(),
                candidate.draft(),
                (path, model, node) -> node.properties()
                        .keySet()
                        .forEach(name -> StoredProperty.of(name, model, definitions.site())
                                .ifPresent(stored -> locales.add(stored.locale()))));
        return locales;
    }
}
