package eu.nephele.platform.screen;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.platform.definition.Definitions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an app's parts are read with: the definitions, the labels, and whose they are.
 *
 * @param app its name, the first word of its labels' keys
 * @param type null for an app whose workspace no content type is stored in
 */
record Scope(
        Definitions definitions,
        Labels labels,
        String app,
        @Nullable ContentType type) {

    /** The keys of a part of the app, then of its content type, then of all apps: {@code x.<part>}, {@code t.<part>}, {@code <generic>}. */
    List<String> keys(String part, String... more) {
        var keys = new ArrayList<String>();
        keys.add(app + "." + part);
        if (type != null) {
            keys.add(type.name() + "." + part);
        }
        keys.addAll(List.of(more));
        return keys;
    }
}
