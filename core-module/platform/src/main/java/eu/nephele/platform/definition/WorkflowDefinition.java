package eu.nephele.platform.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of an entry through the hands of those who make it, from {@code workflows/<name>.yaml}.
 *
 * @param contentTypes whose entries go this way
 * @param stages in their order
 * @param quota how many each partner has to bring; null where that is open
 */
public record WorkflowDefinition(
        String name,
        String module,
        String label,
        List<String> contentTypes,
        List<Stage> stages,
        @Nullable Quota quota) {

    public WorkflowDefinition(String name, String module, String label, List<String> contentTypes, List<Stage> stages) {
        this(name, module, label, contentTypes, stages, null);
    }

    /** @param by the property that names whose an entry is */
    public record Quota(int count, String by) {}

    /**
     * @param days from its beginning to its due date
     * @param requires properties that must have a value before it is complete; {@code @published} for the entry being live,
     *     {@code @agreed} for all partner organisations having agreed on the draft as it is
     */
    public record Stage(String name, String label, int days, List<Item> checklist, List<String> requires) {
        public Stage {
            checklist = List.copyOf(checklist);
            requires = List.copyOf(requires);
        }
    }

    /** @param required whether the stage waits for it */
    public record Item(String name, String label, boolean required) {}

    /** What a stage can require that is no property. */
    public static final String PUBLISHED = "@published";

    public static final String AGREED = "@agreed";

    public WorkflowDefinition {
        contentTypes = List.copyOf(contentTypes);
        stages = List.copyOf(stages);
    }
}
