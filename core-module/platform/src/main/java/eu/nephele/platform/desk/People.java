package eu.nephele.platform.desk;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.authoring.Drafts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;

/** Colleagues: who can be called to an entry or given a stage of it, and what people and entries are called. */
public final class People {

    private static final int MOST_OFFERED = 20;

    /** @param organisations that she acts for */
    public record Person(String name, String fullName, List<String> organisations) {

        private boolean contains(String text) {
            return (name + "\n" + fullName).toLowerCase(Locale.ROOT).contains(text);
        }
    }

    private final Drafts drafts;
    private final Supplier<List<Person>> everybody;
    private final Function<String, Optional<Actor>> actors;

    /**
     * @param everybody who may log in
     * @param actors who somebody is, by name
     */
    public People(Drafts drafts, Supplier<List<Person>> everybody, Function<String, Optional<Actor>> actors) {
        this.drafts = drafts;
        this.everybody = everybody;
        this.actors = actors;
    }

    /** Those who may read the entry and whose names contain the text, up to twenty. */
    public List<Person> of(Actor actor, String contentType, String entry, String text) {
        var draft = drafts.find(actor, contentType, entry)
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.ENTRY_NOT_FOUND, say("There is no %s with the id `%s`", contentType, entry)));
        var location = new Location(Perspective.DRAFT, drafts.type(contentType).workspace(), draft.path());
        var subject = Subject.of(location, draft);
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return everybody.get().stream()
                .filter(person -> person.contains(wanted))
                .filter(person -> actors.apply(person.name())
                        .filter(other -> other.may(Action.READ, subject))
                        .isPresent())
                .limit(MOST_OFFERED)
                .toList();
    }

    /** Who acts for an organisation. */
    public List<Person> actingFor(String organisation) {
        return everybody.get().stream()
                .filter(person -> person.organisations().contains(organisation))
                .toList();
    }

    /** The organisations that somebody acts for. */
    public List<String> organisations() {
        return everybody.get().stream()
                .flatMap(person -> person.organisations().stream())
                .distinct()
                .toList();
    }

    /** The full names of those who have one, by name. */
    public Map<String, String> named(Collection<String> names) {
        var known = new LinkedHashMap<String, String>();
        everybody.get().stream()
                .filter(person ->
                        names.contains(person.name()) && !person.fullName().isBlank())
                .forEach(person -> known.put(person.name(), person.fullName()));
        return known;
    }

    /** A text as it is read: who is called by @name in it is called by her full name. */
    public String read(String text) {
        var called = Comments.MENTION
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
        if (called.isEmpty()) {
            return text;
        }
        var names = named(called);
        return Comments.MENTION
                .matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement("@" + names.getOrDefault(match.group(1), match.group(1))));
    }

    /** Of which content type a draft is. */
    public Optional<String> contentType(String entry) {
        var titles = new EntryTitles(
                drafts.definitions(), drafts.definitions().site().defaultLocale());
        return drafts.repository()
                .read(
                        Actor.system("people"),
                        reader -> reader.locate(Perspective.DRAFT, entry)
                                .flatMap(at -> reader.node(at, 0).flatMap(node -> titles.type(at, node))))
                .map(ContentType::name);
    }

    /** What the entries are called that there are and that the actor may read, by id. */
    public Map<String, String> titles(Actor actor, Collection<String> entries, String locale) {
        var titles = new EntryTitles(drafts.definitions(), locale);
        return drafts.repository().read(actor, reader -> titles.of(reader, entries));
    }
}
