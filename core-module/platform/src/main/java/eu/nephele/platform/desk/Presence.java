package eu.nephele.platform.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.repository.ContentRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who has an entry open, and in which field, on whichever of the nodes that share the repository. Somebody who is not heard of for 10
 * seconds has left.
 */
public final class Presence {

    static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int MOST_ENTRIES = 10_000;
    private static final int LONGEST = 500;
    private static final String TOPIC = "presence";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** @param window one of several windows of a person */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Editor(
            String user, String window, @Nullable String field, Instant since, Instant seen) {}

    /** As another node tells it. Its clock may differ, so it gives no time. */
    private record Heard(
            String entry,
            String workspace,
            String path,
            String user,
            String window,
            @Nullable String field,
            boolean gone) {}

    private record Open(Subject subject, Map<String, Editor> editors) {}

    private final EditorEvents events;
    private final ContentRepository repository;
    private final Clock clock;
    private final Map<String, Open> entries = new HashMap<>();

    public Presence(EditorEvents events, ContentRepository repository, Clock clock) {
        this.events = events;
        this.repository = repository;
        this.clock = clock;
        repository.onAnnouncement(TOPIC, this::hear);
    }

    /** Somebody is there, or still is; answers all who are. */
    public List<Editor> here(Actor actor, String entry, Subject subject, String window, @Nullable String field) {
        announce(actor, entry, subject, window, field, false);
        return seen(actor.name(), entry, subject, window, field);
    }

    public void gone(Actor actor, String entry, String window) {
        var subject = left(actor.name(), entry, window);
        if (subject != null) {
            announce(actor, entry, subject, window, null, true);
        }
    }

    private synchronized List<Editor> seen(
            String user, String entry, Subject subject, String window, @Nullable String field) {
        sweep();
        if (!entries.containsKey(entry) && entries.size() >= MOST_ENTRIES) {
            return List.of();
        }
        var open = entries.computeIfAbsent(entry, _ -> new Open(subject, new LinkedHashMap<>()));
        var now = clock.instant();
        var before = open.editors().get(key(user, window));
        open.editors()
                .put(key(user, window), new Editor(user, window, field, before == null ? now : before.since(), now));
        if (before == null || !Objects.equals(before.field(), field)) {
            tell(entry, open);
        }
        return List.copyOf(open.editors().values());
    }

    private synchronized @Nullable Subject left(String user, String entry, String window) {
        var open = entries.get(entry);
        if (open == null || open.editors().remove(key(user, window)) == null) {
            return null;
        }
        tell(entry, open);
        if (open.editors().isEmpty()) {
            entries.remove(entry);
        }
        return open.subject();
    }

    private void announce(
            Actor actor, String entry, Subject subject, String window, @Nullable String field, boolean gone) {
        var at = subject.location();
        // A path or name that nobody writes by hand is not worth a message.
        if (at.path().length() + window.length() + (field == null ? 0 : field.length()) <= LONGEST) {
            var heard = new Heard(entry, at.workspace(), at.path(), actor.name(), window, field, gone);
            repository.announce(TOPIC, MAPPER.writeValueAsString(heard));
        }
    }

    private void hear(String told) {
        var heard = MAPPER.readValue(told, Heard.class);
        if (heard.gone()) {
            left(heard.user(), heard.entry(), heard.window());
            return;
        }
        var at = new Location(Perspective.DRAFT, heard.workspace(), heard.path());
        var subject = repository.read(Actor.system("presence"), reader -> reader.subject(at));
        seen(heard.user(), heard.entry(), subject, heard.window(), heard.field());
    }

    /** Lets those go who are silent; to be called every few seconds. */
    public synchronized void sweep() {
        var oldest = clock.instant().minus(SILENCE);
        for (var entry : new ArrayList<>(entries.entrySet())) {
            var open = entry.getValue();
            if (open.editors().values().removeIf(editor -> editor.seen().isBefore(oldest))) {
                tell(entry.getKey(), open);
            }
            if (open.editors().isEmpty()) {
                entries.remove(entry.getKey());
            }
        }
    }

    private void tell(String entry, Open open) {
        var data = Map.<String, Object>of(
                "entry", entry, "editors", List.copyOf(open.editors().values()));
        events.tell(new EditorEvents.Event("presence", "", data), actor -> actor.may(Action.READ, open.subject()));
    }

    private static String key(String user, String window) {
        return user + " " + window;
    }
}
