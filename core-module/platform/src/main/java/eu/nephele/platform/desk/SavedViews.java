package eu.nephele.platform.desk;

import static eu.nephele.platform.wording.Wording.say;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.document.Documents;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists that somebody wants to see again: each their owner's, or shared with all. */
public final class SavedViews {

    private static final int MOST_OF_ONE = 200;
    private static final int LONGEST_NAME = 100;

    /**
     * @param display {@code list}, {@code tree} or {@code thumbnail}
     * @param filters and {@code sort} as the list takes them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Content(
            String name,
            boolean shared,
            @Nullable String display,
            @Nullable String q,
            @Nullable String path,
            @Nullable List<String> filters,
            @Nullable List<String> sort,
            @Nullable List<String> columns,
            @Nullable String locale) {}

    /** @param mine whether the asking person may change it */
    public record View(String id, String contentType, String owner, boolean mine, Content view) {}

    public record Stored(String id, String contentType, String owner, Content view) {}

    private final Documents<Stored> views;

    public SavedViews(Documents<Stored> views) {
        this.views = views;
    }

    /** One's own and the shared ones of a content type, by name. */
    public List<View> list(Actor actor, String contentType) {
        return views.list(contentType).stream()
                .filter(view -> view.owner().equals(actor.name()) || view.view().shared())
                .map(view -> shown(actor, view))
                .sorted(Comparator.comparing((View view) -> view.view().name()).thenComparing(View::id))
                .toList();
    }

    public View find(Actor actor, String contentType, String id) {
        return views.find(contentType, id)
                .filter(view -> view.owner().equals(actor.name()) || view.view().shared())
                .map(view -> shown(actor, view))
                .orElseThrow(() -> unknown(id));
    }

    public View create(Actor actor, String contentType, Content content) {
        check(content);
        if (views.list(contentType).stream()
                        .filter(view -> view.owner().equals(actor.name()))
                        .count()
                >= MOST_OF_ONE) {
            throw new PlatformException(ErrorCode.TOO_LARGE, say("You have %d views already: delete one", MOST_OF_ONE));
        }
        var view = new Stored(UUID.randomUUID().toString(), contentType, actor.name(), content);
        views.put(contentType, view.id(), view);
        return shown(actor, view);
    }

    public View change(Actor actor, String contentType, String id, Content content) {
        check(content);
        var changed = views.update(contentType, id, before -> {
            var own = own(actor, id, before);
            return new Stored(id, contentType, own.owner(), content);
        });
        return shown(actor, changed.orElseThrow());
    }

    public void delete(Actor actor, String contentType, String id) {
        views.update(contentType, id, before -> {
            own(actor, id, before);
            return null;
        });
    }

    private static Stored own(Actor actor, String id, @Nullable Stored view) {
        if (view == null || !view.owner().equals(actor.name()) && !view.view().shared()) {
            throw unknown(id);
        }
        if (!view.owner().equals(actor.name())) {
            throw new PlatformException(
                    ErrorCode.ACCESS_DENIED,
                    say(
                            "The view `%s` belongs to %s: save it as your own",
                            view.view().name(), view.owner()));
        }
        return view;
    }

    private static void check(Content content) {
        if (content.name().isBlank() || content.name().length() > LONGEST_NAME) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST, say("A view needs a name of up to %d characters", LONGEST_NAME));
        }
        ListQuery.filters(content.filters() == null ? List.of() : content.filters());
    }

    private static View shown(Actor actor, Stored view) {
        return new View(
                view.id(), view.contentType(), view.owner(), view.owner().equals(actor.name()), view.view());
    }

    private static PlatformException unknown(String id) {
        return new PlatformException(ErrorCode.PATH_NOT_FOUND, say("There is no view `%s`", id));
    }
}
