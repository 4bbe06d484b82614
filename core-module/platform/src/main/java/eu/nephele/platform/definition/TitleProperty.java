package eu.nephele.platform.definition;

import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which property names an entry in lists and pickers. */
public final class TitleProperty {

    private static final List<String> NAMES = List.of("title", "name", "displayName", "acronym", "label");

    private TitleProperty() {}

    /** One that is called like a title, else the first text; null where there is none. */
    public static @Nullable Property of(Model model) {
        for (var name : NAMES) {
            var property = model.property(name).filter(TitleProperty::isText);
            if (property.isPresent()) {
                return property.get();
            }
        }
        return model.properties().stream()
                .filter(TitleProperty::isText)
                .findFirst()
                .orElse(null);
    }

    private static boolean isText(Property property) {
        return property.type() == Scalar.STRING && !property.multiple() && property.vocabulary() == null;
    }
}
