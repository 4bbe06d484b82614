package eu.nephele.platform.desk;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.TitleProperty;
import eu.nephele.platform.repository.ContentReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What entries and assets are called, in a locale or what it falls back to. */
final class EntryTitles {

    private final Definitions definitions;
    private final List<String> locales;

    EntryTitles(Definitions definitions, String locale) {
        this.definitions = definitions;
        var chain = new ArrayList<>(List.of(locale));
        definitions.site().locale(locale).ifPresent(known -> chain.addAll(known.fallbacks()));
        chain.add(definitions.site().defaultLocale());
        this.locales = List.copyOf(chain);
    }

    List<String> locales() {
        return locales;
    }

    /** The titles of those that there are and that may be read, by id; {@code jcr:} before an asset's id is kept. */
    Map<String, String> of(ContentReader reader, Collection<String> ids) {
        var titles = new LinkedHashMap<String, String>();
        for (var id : ids) {
            reader.locate(Perspective.DRAFT, id.replaceFirst("^jcr:", ""))
                    .flatMap(at -> reader.node(at, 0).map(node -> of(at, node)))
                    .ifPresent(title -> titles.put(id, title));
        }
        return titles;
    }

    String of(Location at, ContentNode node) {
        return type(at, node)
                .flatMap(type -> text(type, node))
                .or(() -> Optional.ofNullable(node.text("title")).filter(text -> !text.isBlank()))
                .orElse(at.name());
    }

    Optional<ContentType> type(Location at, ContentNode node) {
        return definitions.contentTypesIn(at.workspace()).stream()
                .filter(type -> type.nodeType().equals(node.nodeType()))
                .findFirst();
    }

    private Optional<String> text(ContentType type, ContentNode node) {
        var property = TitleProperty.of(type.model());
        if (property == null) {
            return Optional.empty();
        }
        var site = definitions.site();
        return locales.stream()
                .map(locale -> property.i18n() ? site.storedName(property.name(), locale) : property.name())
                .map(node::text)
                .filter(text -> text != null && !text.isBlank())
                .findFirst();
    }
}
