package eu.nephele.platform.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.Definitions.NestedModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where columns of a spreadsheet can go, and where one seems to by its name. */
public final class ColumnTargets {

    private static final int DEEPEST = 3;
    private static final int MOST_LOOKED_AT = 1_000;
    private static final Pattern WITH_LOCALE =
            Pattern.compile("(.+?)\\s*(?:@|_|[(\\[/:-]\\s*)\\s*([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)\\s*[)\\]]?");

    /**
     * One target.
     *
     * @param property the name of the outermost property; null for what says which entry it is
     * @param locale of a property that is localized
     * @param type {@code string}, {@code reference:company} and so on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Choice(
            String target,
            @Nullable String property,
            @Nullable String locale,
            String type,
            boolean multiple,
            boolean required) {}

    private final Definitions definitions;
    private final ContentType type;

    ColumnTargets(Definitions definitions, ContentType type) {
        this.definitions = definitions;
        this.type = type;
    }

    List<Choice> all() {
        var choices = new ArrayList<Choice>();
        ColumnTarget.IDENTITIES.forEach(
                identity -> choices.add(new Choice(identity, null, null, "identity", false, false)));
        add(choices, new NestedModel(type, type.model()), "", null, 1);
        return List.copyOf(choices);
    }

    private void add(List<Choice> choices, NestedModel shape, String prefix, @Nullable String root, int depth) {
        for (var property : shape.model().properties()) {
            var outermost = root == null ? property.name() : root;
            var locales = property.i18n()
                    ? definitions.site().locales().stream()
                            .map(locale -> locale.id())
                            .toList()
                    : List.of("");
            for (var locale : locales) {
                var target = prefix + property.name() + (locale.isEmpty() ? "" : "@" + locale);
                choices.add(new Choice(
                        target,
                        outermost,
                        locale.isEmpty() ? null : locale,
                        name(property.type()),
                        property.multiple(),
                        root == null && property.isRequired()));
            }
            if (depth < DEEPEST && property.type() instanceof PropertyType.Nested nested && !property.i18n()) {
                var item = property.multiple() ? property.name() + "[1]." : property.name() + ".";
                definitions
                        .nested(shape.owner(), nested)
                        .ifPresent(below -> add(choices, below, prefix + item, outermost, depth + 1));
            }
        }
    }

    private static String name(PropertyType type) {
        return switch (type) {
            case PropertyType.Scalar scalar -> scalar.name().toLowerCase(Locale.ROOT);
            case PropertyType.Reference(String target) -> "reference:" + target;
            case PropertyType.Nested(String model) -> "nested:" + model;
        };
    }

    /** @param taken targets that other columns go to */
    SheetMapping.Column suggest(String column, List<Object> cells, List<String> taken) {
        var target = target(column).filter(found -> !taken.contains(written(found)));
        if (target.isEmpty()) {
            return new SheetMapping.Column(column, null, null, null);
        }
        var property = target.get().property();
        var looked = cells.subList(0, Math.min(cells.size(), MOST_LOOKED_AT));
        var separator = property != null && property.multiple() && !(property.type() instanceof PropertyType.Nested)
                ? separator(property, looked)
                : null;
        var number = property != null
                && Set.of(PropertyType.Scalar.LONG, PropertyType.Scalar.DOUBLE, PropertyType.Scalar.DECIMAL)
                        .contains(property.type());
        var decimal = number
                ? looked.stream()
                        .map(CellNumbers::decimalOf)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
        return new SheetMapping.Column(column, written(target.get()), separator, decimal);
    }

    /** As the choices write it: {@code title_sr} is {@code title@sr-Latn}. */
    private String written(ColumnTarget target) {
        var property = target.property();
        if (property == null || !property.i18n()) {
            return target.path();
        }
        var site = definitions.site();
        var stored = target.steps().getLast().storedName();
        var outside = target.path().substring(0, target.path().lastIndexOf('.') + 1);
        return site.locales().stream()
                .map(locale -> locale.id())
                .filter(id -> site.storedName(property.name(), id).equals(stored))
                .findFirst()
                .map(id -> outside + property.name() + "@" + id)
                .orElse(target.path());
    }

    /** Texts may hold any sign; terms, choices and references none. */
    private static @Nullable String separator(Property property, List<Object> cells) {
        var texts = cells.stream().map(String::valueOf).toList();
        if (texts.stream().anyMatch(text -> text.contains("|"))) {
            return null;
        }
        var coded = property.vocabulary() != null
                || !property.options().isEmpty()
                || !(property.type() instanceof PropertyType.Scalar);
        for (var sign : coded ? List.of(";", "\n", ",") : List.of(";", "\n")) {
            if (texts.stream().anyMatch(text -> text.contains(sign))) {
                return sign;
            }
        }
        return null;
    }

    private Optional<ColumnTarget> target(String column) {
        var name = column.strip();
        if (name.equals("state") && type.property("state").isEmpty()) {
            return Optional.empty();
        }
        return exact(name).or(() -> labelled(name, null)).or(() -> {
            var match = WITH_LOCALE.matcher(name);
            return match.matches()
                    ? ColumnTarget.locale(definitions.site(), match.group(2))
                            .flatMap(locale ->
                                    exact(match.group(1) + "@" + locale).or(() -> labelled(match.group(1), locale)))
                    : Optional.empty();
        });
    }

    private Optional<ColumnTarget> exact(String written) {
        try {
            return Optional.of(ColumnTarget.of(definitions, type, written));
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    private Optional<ColumnTarget> labelled(String name, @Nullable String locale) {
        var wanted = key(name);
        var found = labels().getOrDefault(wanted, Set.of());
        // "External id", as people write it; a column "Id" or "Path" may be anybody's.
        if (found.isEmpty() && locale == null && wanted.equals(key(ColumnTarget.EXTERNAL_ID))) {
            return exact(ColumnTarget.EXTERNAL_ID);
        }
        return found.size() == 1
                ? exact(found.iterator().next() + (locale == null ? "" : "@" + locale))
                : Optional.empty();
    }

    /** Properties by what they are called, in any language. */
    private Map<String, Set<String>> labels() {
        var labels = new HashMap<String, Set<String>>();
        for (var property : type.model().properties()) {
            var keys = List.of(
                    type.name() + "." + property.name() + ".label",
                    type.name() + "-app." + property.name() + ".label",
                    "fields." + property.name() + ".label",
                    property.label() == null ? "" : property.label());
            keys.forEach(key -> definitions
                    .messages()
                    .getOrDefault(key, Map.of())
                    .values()
                    .forEach(label -> put(labels, label, property)));
            if (property.label() != null && !definitions.messages().containsKey(property.label())) {
                put(labels, property.label(), property);
            }
            put(labels, property.name(), property);
        }
        return labels;
    }

    private static void put(Map<String, Set<String>> labels, String label, Property property) {
        labels.computeIfAbsent(key(label), _ -> new HashSet<>()).add(property.name());
    }

    private static String key(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
