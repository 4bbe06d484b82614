package eu.nephele.platform.publishing;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.FieldError;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.WorkflowDefinition;
import eu.nephele.platform.repository.ContentRepository;
import java.util.ArrayList;
import java.util.List;

/** What a stage of a workflow waits for. */
final class StageRequirements {

    private final ContentRepository repository;
    private final Agreements agreements;

    StageRequirements(ContentRepository repository, Agreements agreements) {
        this.repository = repository;
        this.agreements = agreements;
    }

    List<FieldError> missing(WorkflowDefinition.Stage stage, Workflows.StageState state, String entry) {
        var missing = new ArrayList<FieldError>();
        stage.checklist().stream()
                .filter(item -> item.required() && !state.checklist().containsKey(item.name()))
                .forEach(item -> missing.add(new FieldError(item.name(), "checklist", say("is not ticked"))));
        for (var required : stage.requires()) {
            switch (required) {
                case WorkflowDefinition.PUBLISHED -> {
                    if (!isLive(entry)) {
                        missing.add(new FieldError(required, "published", say("is not published")));
                    }
                }
                case WorkflowDefinition.AGREED ->
                    agreements
                            .obstacle(entry)
                            .ifPresent(why -> missing.add(new FieldError(required, "agreement", why)));
                default -> {
                    if (!hasValue(entry, required)) {
                        missing.add(new FieldError(required, "required", say("needs a value")));
                    }
                }
            }
        }
        return missing;
    }

    private boolean isLive(String entry) {
        return repository.read(
                Actor.system("workflow"),
                reader -> reader.locate(Perspective.LIVE, entry).isPresent());
    }

    private boolean hasValue(String entry, String property) {
        return repository
                .read(
                        Actor.system("workflow"),
                        reader -> reader.locate(Perspective.DRAFT, entry).flatMap(at -> reader.node(at, 1)))
                .filter(draft ->
                        draft.value(property) != null || draft.child(property).isPresent())
                .isPresent();
    }
}
