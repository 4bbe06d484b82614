package eu.nephele.platform.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.document.Documents;
import eu.nephele.platform.wording.Wording;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What editors say of entries and their fields: threads that are resolved in the end, and people who are called by {@code @name}. */
public final class Comments {

    private static final int LONGEST = 10_000;
    private static final int MOST_OF_AN_ENTRY = 2_000;
    private static final String REMOVED = "comment-removed";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    /** Who is called by @name. */
    static final Pattern MENTION = Pattern.compile("(?<![\\w@])@([A-Za-z0-9](?:[A-Za-z0-9._@-]{0,62}[A-Za-z0-9])?)");

    /**
     * @param thread the id of the comment that this one answers; null for the first of a thread
     * @param field the stored name of what is spoken of, nested ones with slashes; null for the whole entry
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Comment(
            String id,
            String entry,
            String contentType,
            @Nullable String thread,
            @Nullable String field,
            String text,
            List<String> mentions,
            String author,
            Instant at,
            @Nullable String resolvedBy,
            @Nullable Instant resolvedAt) {

        Comment resolved(@Nullable String by, @Nullable Instant when) {
            return new Comment(id, entry, contentType, thread, field, text, mentions, author, at, by, when);
        }
    }

    /** As another node tells of it: the comment itself is gone. */
    private record Removed(String contentType, String entry, String id) {}

    private final Drafts drafts;
    private final Documents<Comment> comments;
    private final Notifications notifications;
    private final EditorEvents events;
    private final Function<String, Optional<Actor>> actors;
    private final Clock clock;

    /** @param actors who somebody is, by name */
    public Comments(
            Drafts drafts,
            Documents<Comment> comments,
            Notifications notifications,
            EditorEvents events,
            Function<String, Optional<Actor>> actors,
            Clock clock) {
        this.drafts = drafts;
        this.comments = comments;
        this.notifications = notifications;
        this.events = events;
        this.actors = actors;
        this.clock = clock;
        comments.onForeignChange(this::tellOfForeign);
        drafts.repository().onAnnouncement(REMOVED, told -> tellOfForeign(MAPPER.readValue(told, Removed.class)));
    }

    /** Oldest first. */
    public List<Comment> of(Actor actor, String contentType, String entry) {
        subject(actor, contentType, entry);
        return comments.list(entry).stream()
                .sorted(Comparator.comparing(Comment::at))
                .toList();
    }

    public Comment say(
            Actor actor,
            String contentType,
            String entry,
            @Nullable String field,
            @Nullable String thread,
            String text) {
        var subject = subject(actor, contentType, entry);
        actor.require(Action.COMMENT, subject);
        var known = comments.list(entry);
        if (text.isBlank() || text.length() > LONGEST || known.size() >= MOST_OF_AN_ENTRY) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST,
                    Wording.say(
                            "A comment has 1 to %,d characters, an entry at most %,d comments",
                            LONGEST, MOST_OF_AN_ENTRY));
        }
        var first = thread == null ? null : find(entry, thread);
        var mentions = MENTION.matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .filter(name -> mayRead(name, subject))
                .toList();
        var comment = new Comment(
                UUID.randomUUID().toString(),
                entry,
                contentType,
                first == null ? null : first.id(),
                first == null ? field : first.field(),
                text,
                mentions,
                actor.name(),
                clock.instant(),
                null,
                null);
        comments.put(entry, comment.id(), comment);
        tell(comment, subject);
        notify(actor, comment, known, subject);
        return comment;
    }

    /** Nobody is told of what she may not read. */
    private boolean mayRead(String name, Subject subject) {
        return actors.apply(name)
                .filter(actor -> actor.may(Action.READ, subject))
                .isPresent();
    }

    private void notify(Actor actor, Comment comment, List<Comment> known, Subject subject) {
        var called = new LinkedHashSet<>(comment.mentions());
        called.remove(actor.name());
        called.forEach(user -> notifications.tell(user, news("mention", comment)));
        Set<String> others = new LinkedHashSet<>();
        known.stream()
                .filter(other -> comment.thread() != null
                        && (other.id().equals(comment.thread())
                                || comment.thread().equals(other.thread())))
                .map(Comment::author)
                .forEach(others::add);
        others.remove(actor.name());
        others.removeAll(called);
        others.stream()
                .filter(user -> mayRead(user, subject))
                .forEach(user -> notifications.tell(user, news("reply", comment)));
    }

    private static Notifications.News news(String kind, Comment comment) {
        var details = Map.of("comment", comment.thread() == null ? comment.id() : comment.thread());
        return new Notifications.News(
                kind, comment.author(), comment.text(), comment.contentType(), comment.entry(), details);
    }

    /** Ends a thread, or takes it up again. */
    public Comment resolve(Actor actor, String contentType, String entry, String id, boolean resolved) {
        var subject = subject(actor, contentType, entry);
        actor.require(Action.COMMENT, subject);
        find(entry, id);
        var changed = comments.update(
                        entry,
                        id,
                        before -> before == null
                                ? null
                                : before.resolved(resolved ? actor.name() : null, resolved ? clock.instant() : null))
                .orElseThrow();
        tell(changed, subject);
        return changed;
    }

    /** Takes one's own comment away. */
    public void delete(Actor actor, String contentType, String entry, String id) {
        var subject = subject(actor, contentType, entry);
        if (!find(entry, id).author().equals(actor.name())) {
            throw new PlatformException(ErrorCode.ACCESS_DENIED, Wording.say("Only its author can delete a comment"));
        }
        comments.remove(entry, id);
        var removed = new Removed(contentType, entry, id);
        tell(removed, subject);
        drafts.repository().announce(REMOVED, MAPPER.writeValueAsString(removed));
    }

    private Comment find(String entry, String id) {
        return comments.find(entry, id)
                .orElseThrow(() ->
                        new PlatformException(ErrorCode.PATH_NOT_FOUND, Wording.say("There is no comment `%s`", id)));
    }

    private Subject subject(Actor actor, String contentType, String entry) {
        ContentNode draft = drafts.find(actor, contentType, entry)
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.ENTRY_NOT_FOUND, Wording.say("There is no %s with the id `%s`", contentType, entry)));
        return subject(contentType, draft);
    }

    private Subject subject(String contentType, ContentNode draft) {
        var location = new Location(Perspective.DRAFT, drafts.type(contentType).workspace(), draft.path());
        return Subject.of(location, draft);
    }

    /** Said on another node. Its entry may be gone by now. */
    private void tellOfForeign(Comment comment) {
        drafts.find(Actor.system("comments"), comment.contentType(), comment.entry())
                .ifPresent(draft -> tell(comment, subject(comment.contentType(), draft)));
    }

    private void tellOfForeign(Removed removed) {
        drafts.find(Actor.system("comments"), removed.contentType(), removed.entry())
                .ifPresent(draft -> tell(removed, subject(removed.contentType(), draft)));
    }

    private void tell(Removed removed, Subject subject) {
        tell(Map.of("entry", removed.entry(), "removed", removed.id()), subject);
    }

    private void tell(Comment comment, Subject subject) {
        tell(Map.of("entry", comment.entry(), "comment", comment), subject);
    }

    private void tell(Map<String, Object> data, Subject subject) {
        events.tell(new EditorEvents.Event("comment", "", data), actor -> actor.may(Action.READ, subject));
    }
}
