package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.desk.ChangeEvents;
import eu.nephele.platform.desk.EditorEvents;
import eu.nephele.webapp.http.Described;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What happens, as server-sent events. */
@RestController
final class EventController {

    /** Then the browser connects again, and whether it still may is looked at again. */
    private static final long LONGEST_MILLIS = TimeUnit.MINUTES.toMillis(10);

    private static final int HEARTBEAT_SECONDS = 10;
    private static final int MOST_WAITING = 1_000;
    private static final int MOST_MISSED = 1_000;

    private final EditorEvents events;
    private final Drafts drafts;

    EventController(EditorEvents events, Drafts drafts) {
        this.events = events;
        this.drafts = drafts;
    }

    @GetMapping("/.rest/editor/v1/events")
    @Described(
            value =
                    "Server-sent events: change, presence, job, notification, comment; what changed since Last-Event-ID comes first",
            mediaType = "text/event-stream")
    SseEmitter events(
            Actor actor, @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        var emitter = new SseEmitter(LONGEST_MILLIS);
        var waiting = new ArrayBlockingQueue<EditorEvents.Event>(MOST_WAITING);
        var open = new AtomicBoolean(true);
        // One who reads too slowly is cut off, and asks again from where they were.
        var subscription = events.listen(actor, event -> {
            if (!waiting.offer(event)) {
                open.set(false);
            }
        });
        Runnable close = () -> {
            open.set(false);
            subscription.close();
        };
        emitter.onCompletion(close);
        emitter.onTimeout(close);
        emitter.onError(_ -> close.run());
        Thread.ofVirtual().name("events").start(() -> send(actor, emitter, waiting, open, lastEventId, close));
        return emitter;
    }

    private void send(
            Actor actor,
            SseEmitter emitter,
            BlockingQueue<EditorEvents.Event> waiting,
            AtomicBoolean open,
            @Nullable String lastEventId,
            Runnable close) {
        try {
            emitter.send(SseEmitter.event().comment("connected").reconnectTime(2_000));
            missed(actor, emitter, lastEventId);
            while (open.get()) {
                var event = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                if (event == null) {
                    emitter.send(SseEmitter.event().comment("still here"));
                } else {
                    send(emitter, event);
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            // The container has been told already, and ends the request.
            open.set(false);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            close.run();
        }
    }

    private void missed(Actor actor, SseEmitter emitter, @Nullable String lastEventId) throws IOException {
        if (lastEventId == null || !lastEventId.matches("\\d{1,18}")) {
            return;
        }
        for (var change : drafts.repository().changesAfter(Long.parseLong(lastEventId), MOST_MISSED)) {
            if (actor.may(Action.READ, ChangeEvents.subject(change, drafts.repository()))) {
                send(emitter, ChangeEvents.event(change, drafts.definitions()));
            }
        }
    }

    private static void send(SseEmitter emitter, EditorEvents.Event event) throws IOException {
        var written = SseEmitter.event().name(event.name()).data(event.data());
        if (!event.id().isEmpty()) {
            written.id(event.id());
        }
        emitter.send(written);
    }
}
