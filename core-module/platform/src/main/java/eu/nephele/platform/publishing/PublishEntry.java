package eu.nephele.platform.publishing;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.access.Subject.Field;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.ContentWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes drafts live. Everything of one publication becomes visible in one save, with its change records: it is whole, or it did
 * not happen. A version of each draft is kept with it.
 */
public final class PublishEntry {

    private final ContentRepository repository;
    private final Supplier<Definitions> definitions;
    private final Clock clock;

    public PublishEntry(ContentRepository repository, Supplier<Definitions> definitions, Clock clock) {
        this.repository = repository;
        this.definitions = definitions;
        this.clock = clock;
    }

    /**
     * Publishes the entry, or its deletion when it is marked as deleted.
     *
     * @throws PlatformException INVALID_ENTRY with every rule that is not met, ENTRY_NOT_FOUND, STILL_REFERENCED for a deletion
     */
    public Publication publish(Actor actor, String id, PublishOptions options) {
        requireLocales(options.locales());
        return repository.write(
                actor,
                writer -> publish(writer, actor, List.of(id), options, (candidates, complaints) -> {
                    if (!complaints.isEmpty()) {
                        throw refusal(id, candidates, complaints);
                    }
                }));
    }

    /** Publishes each entry that can be, in one save; the others are answered with what keeps them back. */
    public Publication publishEach(Actor actor, Collection<String> ids) {
        return repository.write(actor, writer -> publishEach(writer, actor, ids));
    }

    /** As part of a larger save. */
    public Publication publishEach(ContentWriter writer, Actor actor, Collection<String> ids) {
        return publish(writer, actor, ids, PublishOptions.DEFAULTS, (candidates, complaints) -> {});
    }

    /** Refuses who may not publish the entry so, and does nothing else. */
    public void requireRight(Actor actor, String id, PublishOptions options) {
        repository.read(actor, reader -> {
            new Candidates(definitions.get(), reader)
                    .collect(List.of(id), options.withReferences())
                    .values()
                    .forEach(candidate -> requireRight(reader, actor, candidate, options.locales()));
            return null;
        });
    }

    private interface Judge {
        void decide(Map<String, Candidate> candidates, Map<String, List<FieldError>> complaints);
    }

    private Publication publish(
            ContentWriter writer, Actor actor, Collection<String> ids, PublishOptions options, Judge judge) {
        var inForce = definitions.get();
        var refused = new HashMap<String, List<FieldError>>();
        var finder = new Candidates(inForce, writer);
        var found = finder.collect(ids, options.withReferences());
        // Before anything is said of what is wrong with them.
        found.values().forEach(candidate -> requireRight(writer, actor, candidate, options.locales()));
        var candidates = choose(finder, found, judge, refused);
        var deed = new MakeLive(writer, actor, inForce, clock);
        var warnings = finder.warnings();
        var locales = Set.copyOf(options.locales());
        var published = candidates.values().stream()
                .map(candidate -> candidate.isDeletion() ? deed.remove(candidate) : deed.publish(candidate, locales))
                .toList();
        return new Publication(published, refused, warnings);
    }

    /** What was never live becomes live as a whole, whichever locales were asked for. */
    private static void requireRight(ContentReader reader, Actor actor, Candidate candidate, List<String> locales) {
        var subject = Subject.of(candidate.location(), candidate.draft());
        actor.require(Action.PUBLISH, subject);
        if (locales.isEmpty() || reader.locate(Perspective.LIVE, candidate.id()).isEmpty()) {
            actor.require(Action.PUBLISH, subject.with(Field.WHOLE));
        } else {
            locales.forEach(locale -> actor.require(Action.PUBLISH, subject.with(Field.allIn(locale))));
        }
    }

    /** Leaves out what is refused, until what remains can become live together. */
    private static Map<String, Candidate> choose(
            Candidates finder, Map<String, Candidate> found, Judge judge, Map<String, List<FieldError>> refused) {
        var candidates = new LinkedHashMap<>(found);
        while (true) {
            var complaints = finder.complaints(candidates);
            judge.decide(candidates, complaints);
            if (complaints.isEmpty()) {
                return candidates;
            }
            refused.putAll(complaints);
            candidates.keySet().removeAll(complaints.keySet());
        }
    }

    private void requireLocales(List<String> locales) {
        var site = definitions.get().site();
        for (var locale : locales) {
            if (site.locale(locale).isEmpty()) {
                throw new PlatformException(
                        ErrorCode.BAD_REQUEST,
                        say(
                                "`%s` is no locale of this site: %s",
                                locale,
                                String.join(
                                        ", ",
                                        site.locales().stream()
                                                .map(known -> known.id())
                                                .toList())));
            }
        }
    }

    private static PlatformException refusal(
            String id, Map<String, Candidate> candidates, Map<String, List<FieldError>> complaints) {
        var errors = new ArrayList<FieldError>();
        complaints.forEach((other, own) -> own.forEach(error -> errors.add(
                other.equals(id)
                        ? error
                        : new FieldError(
                                candidates.get(other).location().path() + "#" + error.field(),
                                error.rule(),
                                error.message()))));
        var asked = candidates.get(id);
        var first = errors.getFirst();
        return new PlatformException(
                asked.isDeletion() ? ErrorCode.STILL_REFERENCED : ErrorCode.INVALID_ENTRY,
                say(
                        "`%s` cannot be published: %s %s%s",
                        asked.location().path(),
                        first.field(),
                        first.message(),
                        errors.size() == 1 ? "" : say(" (and %d more)", errors.size() - 1)),
                errors);
    }
}
