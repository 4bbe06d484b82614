package eu.nephele.platform.definition;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.platform.definition.WorkflowDefinition.Item;
import eu.nephele.platform.definition.WorkflowDefinition.Stage;
import eu.nephele.platform.definition.internal.NearestName;
import eu.nephele.platform.definition.internal.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads {@code workflows/<name>.yaml}. */
final class WorkflowReader {

    private static final int LONGEST_DAYS = 3_650;
    private static final int USUAL_DAYS = 14;

    private final Map<String, ContentType> contentTypes;

    WorkflowReader(Map<String, ContentType> contentTypes) {
        this.contentTypes = contentTypes;
    }

    WorkflowDefinition read(DefinitionFile file, Section root) {
        root.ignore("name", "class", "$type", "description");
        var types = new ArrayList<String>();
        for (var type : root.texts("contentTypes")) {
            if (contentTypes.containsKey(type)) {
                types.add(type);
            } else {
                root.major(
                        "contentTypes",
                        "names the content type `%s`, which does not exist".formatted(type),
                        NearestName.suggest(type, contentTypes.keySet()));
            }
        }
        var stages =
                root.named("stages").stream().map(stage -> stage(stage, types)).toList();
        if (stages.isEmpty()) {
            root.severe("stages", "has no `stages`", "stages: { draft: { label: Draft } }");
        }
        var label = root.text("label", file.name());
        root.finish();
        return new WorkflowDefinition(file.name(), file.module(), label, types, stages);
    }

    private Stage stage(Section.Named stage, List<String> types) {
        var section = stage.section();
        var items = new ArrayList<Item>();
        for (var item : section.named("checklist")) {
            items.add(new Item(
                    item.name(),
                    item.section().text("label", item.name()),
                    item.section().flag("required", true)));
            item.section().finish();
        }
        var read = new Stage(
                stage.name(),
                section.text("label", stage.name()),
                section.whole("days", USUAL_DAYS, 0, LONGEST_DAYS),
                items,
                requires(section, types));
        section.finish();
        return read;
    }

    private List<String> requires(Section section, List<String> types) {
        var known = new TreeSet<String>(List.of(WorkflowDefinition.PUBLISHED, WorkflowDefinition.AGREED));
        types.forEach(
                type -> contentTypes.get(type).model().properties().forEach(property -> known.add(property.name())));
        var required = new ArrayList<String>();
        for (var name : section.texts("requires")) {
            if (known.contains(name)) {
                required.add(name);
            } else {
                section.major(
                        "requires",
                        "names `%s`, which is no property".formatted(name),
                        NearestName.suggest(name, known));
            }
        }
        return required;
    }
}
