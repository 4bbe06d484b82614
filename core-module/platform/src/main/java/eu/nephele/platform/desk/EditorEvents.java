package eu.nephele.platform.desk;

import eu.nephele.platform.access.Actor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells editors who listen what happens: changes of entries, who edits what, how jobs go on, what is new for them. */
public final class EditorEvents {

    private static final Logger LOG = LoggerFactory.getLogger(EditorEvents.class);

    /**
     * @param name {@code change}, {@code presence}, {@code job}, {@code notification} or {@code comment}
     * @param id to go on from after an interruption; empty where that makes no sense
     */
    public record Event(String name, String id, Map<String, Object> data) {}

    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    private record Listener(Actor actor, Consumer<Event> consumer) {}

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    public Subscription listen(Actor actor, Consumer<Event> consumer) {
        var listener = new Listener(actor, consumer);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** @param audience who may know of it */
    public void tell(Event event, Predicate<Actor> audience) {
        for (var listener : listeners) {
            if (audience.test(listener.actor())) {
                try {
                    listener.consumer().accept(event);
                } catch (RuntimeException e) {
                    LOG.debug("A listener has gone", e);
                    listeners.remove(listener);
                }
            }
        }
    }
}
