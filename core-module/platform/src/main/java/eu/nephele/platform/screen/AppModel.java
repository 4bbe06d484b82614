package eu.nephele.platform.screen;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An app as the editor shows it: a list of entries and a form for one. Its JSON is described in {@code docs/schemas/app-model.schema.json}.
 *
 * @param contentType whose entries it edits; null when no content type is stored in its workspace
 * @param generation of the definitions that it was made from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppModel(
        String name,
        String module,
        Label label,
        @Nullable String icon,
        String group,
        @Nullable String contentType,
        @Nullable String workspace,
        String language,
        String defaultLocale,
        List<ContentLocale> locales,
        @Nullable Browser browser,
        @Nullable Detail detail,
        long generation) {

    /** A locale that content can have, its name in the editor's language. */
    public record ContentLocale(String id, String label, List<String> fallbacks) {}

    /**
     * What the launcher shows of an app.
     *
     * @param workspace where its entries lie; those of {@code dam} are files, which the library shows
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Summary(
            String name,
            String module,
            Label label,
            @Nullable String icon,
            String group,
            Label groupLabel,
            @Nullable String contentType,
            @Nullable String workspace) {}

    /** @param filters what the list can be narrowed by */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Browser(
            Label label,
            @Nullable String icon,
            List<View> views,
            List<Filter> filters,
            boolean searchEnabled,
            @Nullable Label searchPlaceholder,
            List<Action> actions,
            ActionBar actionbar) {}

    /** @param type {@code tree}, {@code list} or {@code thumbnail} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String name,
            String type,
            Label label,
            @Nullable String icon,
            boolean multiSelect,
            boolean readOnly,
            List<Column> columns) {}

    /**
     * @param type {@code title}, {@code status}, {@code date}, {@code path}, {@code icon} or {@code property}
     * @param property whose value it shows, as the list of entries names it; null for {@code icon}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Column(
            String name,
            String type,
            @Nullable String property,
            Label label,
            @Nullable String valueType,
            boolean multiple,
            boolean i18n,
            boolean sortable,
            boolean editable,
            @Nullable Datasource datasource,
            Map<String, Object> attributes) {}

    /** @param kind {@code text}, {@code choice}, {@code reference}, {@code number}, {@code date}, {@code flag} or {@code state} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Filter(
            String name,
            String kind,
            @Nullable String property,
            Label label,
            boolean facet,
            @Nullable Datasource datasource) {}

    /**
     * @param type as in YAML: {@code publishAction}
     * @param parameters what the YAML says beside the common keys: {@code viewType}, {@code dialogId}, {@code command}
     * @param messages {@code confirmationHeader}, {@code successMessage}, ... where there are any
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Action(
            String name,
            String type,
            Label label,
            @Nullable Label description,
            @Nullable String icon,
            Availability availability,
            Map<String, Object> parameters,
            Map<String, Label> messages) {}

    /** When an action can be used: with nothing selected (root), with one entry (nodes), with several (multiple). */
    public record Availability(
            boolean root,
            boolean nodes,
            boolean properties,
            boolean multiple,
            List<String> nodeTypes,
            List<String> roles,
            boolean writePermissionRequired,
            List<Rule> rules) {}

    /** @param type {@code jcrIsDeletedRule}, {@code jcrPublishableRule}, {@code jcrPublishedRule}, {@code jcrHasVersionsRule} or an unknown one */
    public record Rule(String name, String type, boolean negate) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ActionBar(@Nullable String defaultAction, List<Section> sections) {}

    public record Section(String name, Label label, Availability availability, List<Group> groups) {}

    /** @param items names of actions */
    public record Group(String name, List<String> items) {}

    public record Detail(Label label, Layout layout, List<Field> fields, List<Action> actions, ActionBar actionbar) {}

    /** @param type {@code tabs}, {@code stacked} or {@code horizontal}; every field of the form is in exactly one tab */
    public record Layout(String type, List<Tab> tabs) {}

    /** @param fields names of the form's fields */
    public record Tab(String name, Label label, List<String> fields) {}
}
