package eu.nephele.webapp.editorapi;

import com.fasterxml.jackson.annotation.JsonRawValue;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.authoring.UnsavedDraft;
import eu.nephele.platform.delivery.Delivery;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What readers will get of an entry, while it is being written. */
@RestController
final class PreviewController {

    private final Drafts drafts;
    private final UnsavedDraft unsavedDraft;
    private final Delivery delivery;

    PreviewController(Drafts drafts, UnsavedDraft unsavedDraft, Delivery delivery) {
        this.drafts = drafts;
        this.unsavedDraft = unsavedDraft;
        this.delivery = delivery;
    }

    /**
     * @param fields what was typed and not saved, by stored name
     * @param locale the language of the answer; the site's default where it is not given
     */
    record Wanted(
            @Nullable Map<String, @Nullable Object> fields,
            @Nullable String locale) {}

    /** @param address where readers will find it; @param delivered the answer there */
    record Shown(String address, @JsonRawValue String delivered) {}

    @PostMapping(EntryController.PATH + "/{id}/preview")
    @Described(
            "What delivery will answer when the draft, with what is typed and not saved, is published; nothing is changed")
    ResponseEntity<Shown> preview(
            Actor actor, @PathVariable String type, @PathVariable String id, @Body Wanted wanted) {
        Map<String, @Nullable Object> fields = wanted.fields() == null ? Map.of() : wanted.fields();
        var draft = unsavedDraft.of(actor, type, id, fields);
        var preview = delivery.preview(drafts.type(type).workspace(), draft, wanted.locale());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Shown(preview.address(), preview.json()));
    }
}
