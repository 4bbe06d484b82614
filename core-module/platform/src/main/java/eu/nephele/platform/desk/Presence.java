package eu.nephele.platform.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who has an entry open, and in which field. Somebody who is not heard of for 10 seconds has left. Of the users of this node only. */
public final class Presence {

    static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int MOST_ENTRIES = 10_000;

    /** @param window one of several windows of a person */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Editor(
            String user, String window, @Nullable String field, Instant since, Instant seen) {}

    private record Open(Subject subject, Map<String, Editor> editors) {}

    private final EditorEvents events;
    private final Clock clock;
    private final Map<String, Open> entries = new HashMap<>();

    public Presence(EditorEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Somebody is there, or still is; answers all who are. */
    public synchronized List<Editor> here(
            Actor actor, String entry, Subject subject, String window, @Nullable String field) {
        sweep();
        if (!entries.containsKey(entry) && entries.size() >= MOST_ENTRIES) {
            return List.of();
        }
        var open = entries.computeIfAbsent(entry, _ -> new Open(subject, new LinkedHashMap<>()));
        var now = clock.instant();
        var before = open.editors().get(key(actor, window));
        open.editors()
                .put(
                        key(actor, window),
                        new Editor(actor.name(), window, field, before == null ? now : before.since(), now));
        if (before == null || !java.util.Objects.equals(before.field(), field)) {
            tell(entry, open);
        }
        return List.copyOf(open.editors().values());
    }

    public synchronized void gone(Actor actor, String entry, String window) {
        var open = entries.get(entry);
        if (open != null && open.editors().remove(key(actor, window)) != null) {
            tell(entry, open);
            if (open.editors().isEmpty()) {
                entries.remove(entry);
            }
        }
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

    private static String key(Actor actor, String window) {
        return actor.name() + " " + window;
    }
}
