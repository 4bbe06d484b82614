package eu.nephele.platform.screen;

import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.WorkflowDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workflow as the editor shows it, labelled in one language. */
public record WorkflowModel(String name, Label label, List<Stage> stages) {

    public record Stage(String name, Label label, int days, List<Item> checklist, List<String> requires) {}

    public record Item(String name, Label label, boolean required) {}

    public static WorkflowModel of(Definitions definitions, WorkflowDefinition workflow, String language) {
        var labels = new Labels(definitions, language);
        var key = "workflows." + workflow.name();
        var stages = workflow.stages().stream()
                .map(stage -> {
                    var own = key + ".stages." + stage.name();
                    var items = stage.checklist().stream()
                            .map(item -> new Item(
                                    item.name(),
                                    labels.find(
                                            given(item.label(), item.name()),
                                            List.of(own + ".checklist." + item.name() + ".label"),
                                            item.name()),
                                    item.required()))
                            .toList();
                    return new Stage(
                            stage.name(),
                            labels.find(given(stage.label(), stage.name()), List.of(own + ".label"), stage.name()),
                            stage.days(),
                            items,
                            stage.requires());
                })
                .toList();
        return new WorkflowModel(
                workflow.name(),
                labels.find(given(workflow.label(), workflow.name()), List.of(key + ".label"), workflow.name()),
                stages);
    }

    /** Null where the file gives no label, and the name stands for it: then the bundles are asked. */
    private static @Nullable String given(String label, String name) {
        return label.equals(name) ? null : label;
    }
}
