package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.desk.SavedViews;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved views of lists. */
@RestController
@RequestMapping("/.rest/editor/v1/views/{type}")
final class ViewController {

    private final Drafts drafts;
    private final SavedViews views;

    ViewController(Drafts drafts, SavedViews views) {
        this.drafts = drafts;
        this.views = views;
    }

    record ViewList(List<SavedViews.View> views) {}

    @GetMapping
    @Described("One's own views and the shared ones")
    ViewList list(Actor actor, @PathVariable String type) {
        return new ViewList(views.list(actor, drafts.type(type).name()));
    }

    @GetMapping("/{id}")
    @Described("One view, by the id that its address carries")
    SavedViews.View view(Actor actor, @PathVariable String type, @PathVariable String id) {
        return views.find(actor, type, id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Described("Saves a view")
    SavedViews.View create(Actor actor, @PathVariable String type, @Body SavedViews.Content view) {
        return views.create(actor, drafts.type(type).name(), view);
    }

    @PutMapping("/{id}")
    @Described("Changes one's own view")
    SavedViews.View change(
            Actor actor, @PathVariable String type, @PathVariable String id, @Body SavedViews.Content view) {
        return views.change(actor, type, id, view);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Described("Deletes one's own view")
    void delete(Actor actor, @PathVariable String type, @PathVariable String id) {
        views.delete(actor, type, id);
    }
}
