package eu.nephele.platform.delivery;

import eu.nephele.api.content.Value;
import eu.nephele.platform.delivery.Rendering.Found;
import java.util.List;

/** What entries are called in a language, to label values that refer to them. */
final class Titles {

    static final List<String> TITLES = List.of("title", "name", "displayName", "acronym", "label");

    private final Items items;
    private final EndpointPlan plan;
    private final Language language;

    Titles(Items items, EndpointPlan plan, Language language) {
        this.items = items;
        this.plan = plan;
        this.language = language;
    }

    /** The id itself where nothing live has it. */
    String of(String id) {
        return items.kept(
                plan,
                "@title " + id,
                language,
                id,
                rendering -> rendering.find(id).map(this::title).orElse(id));
    }

    private String title(Found found) {
        var values =
                plan.endpoints.localization.properties(found.node(), found.shape(), language, found.shape() != null);
        return TITLES.stream()
                .filter(name -> values.get(name) instanceof Value.Text(String text) && !text.isBlank())
                .findFirst()
                .map(name -> values.get(name).asText())
                .orElse(found.node().name());
    }
}
