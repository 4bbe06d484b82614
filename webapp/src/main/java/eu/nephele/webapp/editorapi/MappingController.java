package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.exchange.MappingTemplates;
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

/** Mappings of spreadsheets' columns that are kept for the next file. */
@RestController
@RequestMapping("/.rest/editor/v1/mappings/{type}")
final class MappingController {

    private final Drafts drafts;
    private final MappingTemplates templates;

    MappingController(Drafts drafts, MappingTemplates templates) {
        this.drafts = drafts;
        this.templates = templates;
    }

    record TemplateList(List<MappingTemplates.Template> templates) {}

    @GetMapping
    @Described("One's own mappings and the shared ones")
    TemplateList list(Actor actor, @PathVariable String type) {
        return new TemplateList(templates.list(actor, drafts.type(type).name()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Described("Keeps a mapping")
    MappingTemplates.Template create(Actor actor, @PathVariable String type, @Body MappingTemplates.Content template) {
        return templates.create(actor, drafts.type(type).name(), template);
    }

    @PutMapping("/{id}")
    @Described("Changes one's own mapping")
    MappingTemplates.Template change(
            Actor actor, @PathVariable String type, @PathVariable String id, @Body MappingTemplates.Content template) {
        return templates.change(actor, type, id, template);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Described("Deletes one's own mapping")
    void delete(Actor actor, @PathVariable String type, @PathVariable String id) {
        templates.delete(actor, type, id);
    }
}
