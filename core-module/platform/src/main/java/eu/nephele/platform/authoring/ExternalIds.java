package eu.nephele.platform.authoring;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ids an entry has elsewhere, as the list of {@code scheme} and {@code value} in its property {@code externalIds} says. */
final class ExternalIds {

    static final String PROPERTY = "externalIds";

    private ExternalIds() {}

    static @Nullable Value in(ContentNode entry) {
        var ids = entry.child(PROPERTY)
                .map(list -> list.children().stream()
                        .filter(item -> item.text("value") != null)
                        .map(item -> item.text("scheme") == null
                                ? Value.of(item.text("value"))
                                : Value.of(item.text("scheme") + ":" + item.text("value")))
                        .toList())
                .orElse(List.of());
        return ids.isEmpty() ? null : Value.of(ids);
    }
}
