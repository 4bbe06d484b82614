package eu.nephele.platform.definition;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.SearchUse;
import eu.nephele.platform.definition.WorkflowDefinition.Item;
import eu.nephele.platform.definition.WorkflowDefinition.Stage;
import eu.nephele.platform.definition.internal.NearestName;
import eu.nephele.platform.definition.internal.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@code workflows/<name>.yaml}. */
final class WorkflowReader {

    private static final int LONGEST_DAYS = 3_650;
    private static final int USUAL_DAYS = 14;
    private static final int USUAL_COUNT = 5;
    private static final int LARGEST_COUNT = 100_000;
    private static final String OWNER = "ownerOrganisation";

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
        var quota = quota(root, types);
        root.finish();
        return new WorkflowDefinition(file.name(), file.module(), label, types, stages, quota);
    }

    private WorkflowDefinition.@Nullable Quota quota(Section root, List<String> types) {
        if (root.value("quota").isEmpty()) {
            return null;
        }
        var section = root.section("quota");
        var by = section.text("by", OWNER);
        var count = section.whole("count", USUAL_COUNT, 1, LARGEST_COUNT);
        section.finish();
        for (var type : types) {
            var references = contentTypes
                    .get(type)
                    .property(by)
                    .filter(property -> property.type() instanceof PropertyType.Reference)
                    .filter(property ->
                            !property.confidential() && !property.search().is(SearchUse.Kind.NONE));
            if (references.isEmpty()) {
                section.major(
                        "by",
                        "names `%s`, which is no searched reference of %s".formatted(by, type),
                        NearestName.suggest(by, names(type)));
                return null;
            }
        }
        return new WorkflowDefinition.Quota(count, by);
    }

    private List<String> names(String type) {
        return contentTypes.get(type).model().properties().stream()
                .map(Property::name)
                .toList();
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
