package eu.nephele.platform.screen;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the choices of a field come from.
 *
 * @param kind {@code options} (they are all here), {@code vocabulary} and {@code entries} and {@code assets} (asked for at the address), or
 *     {@code unavailable}
 * @param url relative to the server
 * @param tree whether choices lie below others
 * @param contentTypes whose entries can be chosen
 * @param reason why it is unavailable, for the developer of the module
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Datasource(
        String kind,
        @Nullable String url,
        @Nullable Boolean tree,
        @Nullable List<String> contentTypes,
        @Nullable List<Choice> options,
        @Nullable String reason,
        Map<String, Object> parameters) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Choice(
            String value,
            Label label,
            boolean selected,
            @Nullable String icon) {}

    static Datasource options(List<Choice> options) {
        return new Datasource("options", null, null, null, List.copyOf(options), null, Map.of());
    }

    static Datasource vocabulary(String name, boolean tree) {
        var url = "/.rest/editor/v1/vocabularies/" + name;
        return new Datasource("vocabulary", url, tree, null, null, null, Map.of("vocabulary", name));
    }

    static Datasource entries(List<String> contentTypes, Map<String, Object> parameters) {
        var url = "/.rest/editor/v1/references?types=" + String.join(",", contentTypes);
        return new Datasource("entries", url, null, contentTypes, null, null, parameters);
    }

    static Datasource assets(Map<String, Object> parameters) {
        return new Datasource("assets", "/.rest/editor/v1/references?types=dam", null, null, null, null, parameters);
    }

    static Datasource unavailable(String reason, Map<String, Object> parameters) {
        return new Datasource("unavailable", null, null, null, null, reason, parameters);
    }
}
