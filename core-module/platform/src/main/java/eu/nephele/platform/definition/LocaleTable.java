package eu.nephele.platform.definition;

import eu.nephele.platform.definition.internal.Problems;
import eu.nephele.platform.definition.internal.Section;
import eu.nephele.platform.definition.internal.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The locales the product knows, from {@code locales.yaml} beside this class; of others it derives what it can. */
final class LocaleTable {

    private static final String RESOURCE = "locales.yaml";

    private final Map<String, LocaleDefinition> locales = new LinkedHashMap<>();

    LocaleTable() {
        try (var stream = Objects.requireNonNull(LocaleTable.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            var file = YamlFile.parse(RESOURCE, text);
            var problems = new Problems();
            problems.addAll(file.problems());
            for (var entry : Section.of(Objects.requireNonNull(file.root()), "", problems)
                    .named("locales")) {
                locales.put(entry.name(), overridden(derived(entry.name()), entry.section()));
                entry.section().finish();
            }
            if (!problems.list().isEmpty()) {
                throw new IllegalStateException(problems.list().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean knows(String id) {
        return locales.containsKey(id);
    }

    LocaleDefinition locale(String id) {
        var known = locales.get(id);
        return known == null ? derived(id) : known;
    }

    /** From the nearest known locale above it: {@code de} for {@code de-CH}. */
    private LocaleDefinition derived(String id) {
        var above = new ArrayList<String>();
        for (var dash = id.lastIndexOf('-'); dash > 0; dash = id.lastIndexOf('-', dash - 1)) {
            above.add(id.substring(0, dash));
        }
        var analyzer = above.stream()
                .map(locales::get)
                .filter(Objects::nonNull)
                .map(LocaleDefinition::analyzer)
                .findFirst()
                .orElse("folding");
        return new LocaleDefinition(id, id, id, id, analyzer, above);
    }

    /** What a file says about a locale, over what is known of it. */
    static LocaleDefinition overridden(LocaleDefinition known, Section section) {
        var fallbacks = section.value("fallbacks").isPresent() ? section.texts("fallbacks") : known.fallbacks();
        return new LocaleDefinition(
                known.id(),
                section.text("languageTag", known.languageTag()),
                section.text("formatLocale", known.formatLocale()),
                section.text("collationLocale", known.collationLocale()),
                section.text("analyzer", known.analyzer()),
                List.copyOf(fallbacks));
    }
}
