package eu.nephele.api.contenttype;

import java.util.Map;

/**
 * Where the entries of a content type are stored.
 *
 * @param workspace such as {@code champions}
 * @param rootPath below which entries lie, {@code /} by default
 * @param autoCreate whether loading the type registers its namespaces and node types
 * @param spread whether the platform spreads the children of a folder over buckets (for more than 10,000 entries)
 */
public record Datasource(
        String workspace, String rootPath, boolean autoCreate, Map<String, String> namespaces, boolean spread) {

    public Datasource {
        namespaces = Map.copyOf(namespaces);
    }
}
