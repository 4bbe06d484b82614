package eu.nephele.api.contenttype;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A type of entries, from {@code <module>/contentTypes/<name>.yaml}.
 *
 * @param name the file's name; other definitions refer to the type by it
 * @param module the light module it comes from
 */
public record ContentType(
        String name, String module, @Nullable String label, Datasource datasource, Model model) {

    public Optional<Property> property(String propertyName) {
        return model.property(propertyName);
    }

    /** Whether its entries are files, which are uploaded and described, and never written as entries are: those of the workspace {@code dam}. */
    public boolean isOfFiles() {
        return workspace().equals("dam");
    }

    public String workspace() {
        return datasource.workspace();
    }

    public String nodeType() {
        return model.nodeType();
    }
}
