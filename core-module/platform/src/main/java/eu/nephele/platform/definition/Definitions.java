package eu.nephele.platform.definition;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.problem.Problem;
import eu.nephele.api.vocabulary.Vocabulary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All definitions in force at one moment, those of a kind in the order of modules and files.
 *
 * @param generation rises with every reload that changed something
 * @param contentTypes by name
 * @param endpoints by path below {@code /.rest/}
 * @param roles by name
 * @param workflows by name
 * @param messages labels by key, then by locale id
 * @param variations sizes of pictures, by name
 * @param synonyms by locale id
 */
public record Definitions(
        long generation,
        Map<String, ContentType> contentTypes,
        Map<String, EndpointDefinition> endpoints,
        Map<String, Vocabulary> vocabularies,
        Map<String, AppDefinition> apps,
        Map<String, RoleDefinition> roles,
        Map<String, WorkflowDefinition> workflows,
        SiteDefinition site,
        Map<String, Map<String, String>> messages,
        Map<String, List<SynonymRule>> synonyms,
        Map<String, PictureVariation> variations,
        List<Problem> problems) {

    /**
     * An app, kept as it was read (includes resolved, decorations merged) for the editor UI.
     *
     * @param contentType of an app made by {@code !content-type:}, else null
     */
    public record AppDefinition(
            String name,
            String module,
            @org.jspecify.annotations.Nullable String contentType,
            Map<String, Object> definition) {}

    public Definitions {
        contentTypes = inOrder(contentTypes);
        endpoints = inOrder(endpoints);
        vocabularies = inOrder(vocabularies);
        apps = inOrder(apps);
        roles = inOrder(roles);
        workflows = inOrder(workflows);
        messages = Map.copyOf(messages);
        synonyms = Map.copyOf(synonyms);
        variations = inOrder(variations);
        problems = List.copyOf(problems);
    }

    /** Without workflows and sizes of pictures. */
    public Definitions(
            long generation,
            Map<String, ContentType> contentTypes,
            Map<String, EndpointDefinition> endpoints,
            Map<String, Vocabulary> vocabularies,
            Map<String, AppDefinition> apps,
            Map<String, RoleDefinition> roles,
            SiteDefinition site,
            Map<String, Map<String, String>> messages,
            Map<String, List<SynonymRule>> synonyms,
            List<Problem> problems) {
        this(
                generation,
                contentTypes,
                endpoints,
                vocabularies,
                apps,
                roles,
                Map.of(),
                site,
                messages,
                synonyms,
                Map.of(),
                problems);
    }

    /** Without roles, workflows, synonyms and sizes of pictures. */
    public Definitions(
            long generation,
            Map<String, ContentType> contentTypes,
            Map<String, EndpointDefinition> endpoints,
            Map<String, Vocabulary> vocabularies,
            Map<String, AppDefinition> apps,
            SiteDefinition site,
            Map<String, Map<String, String>> messages,
            List<Problem> problems) {
        this(
                generation,
                contentTypes,
                endpoints,
                vocabularies,
                apps,
                Map.of(),
                Map.of(),
                site,
                messages,
                Map.of(),
                Map.of(),
                problems);
    }

    private static <T> Map<String, T> inOrder(Map<String, T> definitions) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
    }

    Definitions withGeneration(long newGeneration) {
        return new Definitions(
                newGeneration,
                contentTypes,
                endpoints,
                vocabularies,
                apps,
                roles,
                workflows,
                site,
                messages,
                synonyms,
                variations,
                problems);
    }

    public Optional<ContentType> contentType(String name) {
        return Optional.ofNullable(contentTypes.get(name));
    }

    /**
     * The model of a nested node.
     *
     * @param owner the content type whose sub-models the model's own nested properties name
     */
    public record NestedModel(ContentType owner, Model model) {}

    /** The model that a nested property of the content type names: one of its sub-models, or another content type's model. */
    public Optional<NestedModel> nested(ContentType owner, PropertyType.Nested nested) {
        return nested(owner, nested, contentTypes);
    }

    static Optional<NestedModel> nested(
            ContentType owner, PropertyType.Nested nested, Map<String, ContentType> contentTypes) {
        return owner.model()
                .subModel(nested.model())
                .map(model -> new NestedModel(owner, model))
                .or(() -> Optional.ofNullable(contentTypes.get(nested.model()))
                        .map(type -> new NestedModel(type, type.model())));
    }

    /** The content types stored in a workspace. */
    public List<ContentType> contentTypesIn(String workspace) {
        return contentTypes.values().stream()
                .filter(type -> type.workspace().equals(workspace))
                .toList();
    }
}
