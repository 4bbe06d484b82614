package eu.nephele.platform.definition;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.platform.definition.internal.Includes;
import eu.nephele.platform.definition.internal.Located;
import eu.nephele.platform.definition.internal.Merge;
import eu.nephele.platform.definition.internal.NearestName;
import eu.nephele.platform.definition.internal.Problems;
import eu.nephele.platform.definition.internal.Scalars;
import eu.nephele.platform.definition.internal.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@code content/**.yaml}, one entry a file, by the types of the properties: text stays as it was written. */
final class SampleReader {

    private final Definitions definitions;
    private final Problems problems;

    SampleReader(Definitions definitions, Problems problems) {
        this.definitions = definitions;
        this.problems = problems;
    }

    static List<SampleEntry> read(
            SourceTree sources, Definitions definitions, List<eu.nephele.api.problem.Problem> found) {
        var includes = new Includes(sources);
        var entries = new ArrayList<SampleEntry>();
        for (var module : sources.modules()) {
            for (var file : sources.definitions(module.name(), "content")) {
                var problems = new Problems();
                var resolved = includes.resolve(Objects.requireNonNull(sources.file(file.file())));
                problems.addAll(resolved.problems());
                if (resolved.root() != null) {
                    var entry = new SampleReader(definitions, problems)
                            .entry(file, Section.of(resolved.root(), "", problems));
                    if (entry != null) {
                        entries.add(entry);
                    }
                }
                found.addAll(problems.list());
            }
        }
        return entries;
    }

    private @Nullable SampleEntry entry(DefinitionFile file, Section root) {
        var typeName = root.text("type");
        if (typeName == null) {
            root.severe("type", "needs a `type`", null);
            return null;
        }
        var type = definitions.contentTypes().get(typeName);
        if (type == null) {
            root.severe(
                    "type",
                    "names the content type `%s`, which does not exist".formatted(typeName),
                    NearestName.suggest(typeName, definitions.contentTypes().keySet()));
            return null;
        }
        var path = root.text("path", "/" + file.name());
        var publish = root.flag("publish", true);
        var values = root.value("properties").orElse(Located.Fields.empty(root.place()));
        Map<String, Object> properties = values instanceof Located.Fields fields
                ? properties(type, type.model(), fields, "properties")
                : Map.of();
        root.section("properties");
        root.finish();
        return new SampleEntry(file.file(), type.name(), path.startsWith("/") ? path : "/" + path, publish, properties);
    }

    private Map<String, Object> properties(ContentType owner, Model model, Located.Fields fields, String path) {
        var properties = new LinkedHashMap<String, Object>();
        fields.fields().forEach((name, field) -> {
            var property = property(model, name);
            var below = path + "." + name;
            if (field.value().isNull()) {
                return;
            }
            if (property == null && !name.contains(":")) {
                var names = model.properties().stream().map(Property::name).toList();
                problems.major(
                        field.key(),
                        below,
                        "`%s` has no property `%s`".formatted(model.name(), name),
                        NearestName.suggest(name, names));
                return;
            }
            var value = property == null ? Merge.plain(field.value()) : value(owner, property, field.value(), below);
            if (value != null) {
                properties.put(name, value);
            }
        });
        return properties;
    }

    /** By its name, or by its name with the suffix of a locale when it is localized. */
    private static @Nullable Property property(Model model, String storedName) {
        var exact = model.property(storedName);
        if (exact.isPresent()) {
            return exact.get();
        }
        for (var end = storedName.lastIndexOf('_'); end > 0; end = storedName.lastIndexOf('_', end - 1)) {
            var localized = model.property(storedName.substring(0, end)).filter(Property::i18n);
            if (localized.isPresent()) {
                return localized.get();
            }
        }
        return null;
    }

    private @Nullable Object value(ContentType owner, Property property, Located value, String path) {
        if (!property.multiple()) {
            return single(owner, property, value, path);
        }
        var items = value instanceof Located.Items list ? list.items() : List.of(value);
        return items.stream()
                .map(item -> single(owner, property, item, path))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Object single(ContentType owner, Property property, Located value, String path) {
        if (property.type() instanceof PropertyType.Nested nested) {
            var shape = Definitions.nested(owner, nested, definitions.contentTypes())
                    .orElse(null);
            if (value instanceof Located.Fields fields && shape != null) {
                return properties(shape.owner(), shape.model(), fields, path);
            }
            problems.major(value.place(), path, "must be a map, not %s".formatted(value.form()), null);
            return null;
        }
        if (value instanceof Located.Scalar scalar) {
            return scalar(property.type(), scalar, path);
        }
        problems.major(value.place(), path, "must be a single value, not %s".formatted(value.form()), null);
        return null;
    }

    private @Nullable Object scalar(PropertyType type, Located.Scalar scalar, String path) {
        Object read = switch (type) {
            case Scalar.BOOLEAN -> Scalars.flag(scalar).orElse(null);
            case Scalar.LONG -> Scalars.whole(scalar).orElse(null);
            case Scalar.DOUBLE, Scalar.DECIMAL ->
                Scalars.number(scalar).map(BigDecimal::doubleValue).orElse(null);
            default -> scalar.text();
        };
        if (read == null) {
            problems.major(scalar.place(), path, "`%s` is no %s".formatted(scalar.text(), type), null);
        }
        return read;
    }
}
