package eu.nephele.platform.search;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Datasource;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.contenttype.SearchUse;
import eu.nephele.api.contenttype.SearchUse.Kind;
import eu.nephele.api.search.Facet;
import eu.nephele.api.vocabulary.Term;
import eu.nephele.api.vocabulary.Vocabulary;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.definition.SiteDefinition;
import eu.nephele.platform.definition.SynonymRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A small content type of case studies, entries of it, and questions about them. */
final class Champions {

    static final SiteDefinition SITE = new SiteDefinition(
            true,
            "en",
            List.of(
                    locale("en", "english", List.of()),
                    locale("de", "german", List.of("en")),
                    locale("bg", "bulgarian", List.of("en")),
                    locale("sl", "folding", List.of("en")),
                    locale("hr", "serbian", List.of("en")),
                    locale("sr-Cyrl", "serbian", List.of("en")),
                    locale("sr-Latn", "serbian", List.of("sr-Cyrl", "en"))),
            List.of());

    static final Vocabulary REGIONS = new Vocabulary(
            "regions",
            List.of(
                    term("IT", null),
                    term("ITH", "IT"),
                    term("ITH4", "ITH"),
                    term("ITH5", "ITH"),
                    term("SI", null),
                    term("SI03", "SI"),
                    term("RS", null)));

    static final ContentType TYPE = new ContentType(
            "champion",
            "test",
            null,
            new Datasource("champions", "/", true, Map.of(), false),
            new Model("champion", "cat:champion", properties(), List.of(introduction(), market(), section())));

    static final ContentType NOTE = new ContentType(
            "note",
            "test",
            null,
            new Datasource("champions", "/", true, Map.of(), false),
            new Model(
                    "note",
                    "cat:note",
                    List.of(
                            Property.of("title", Scalar.STRING).localized(),
                            Property.of("employees", Scalar.STRING),
                            Property.of("country", Scalar.STRING)),
                    List.of()));

    private Champions() {}

    static Definitions definitions() {
        return withSynonyms(Map.of());
    }

    static Definitions withSynonyms(Map<String, List<SynonymRule>> synonyms) {
        return new Definitions(
                1,
                Map.of(TYPE.name(), TYPE, NOTE.name(), NOTE),
                Map.of(),
                Map.of("regions", REGIONS, "countries", new Vocabulary("countries", List.of(term("IT", null)))),
                Map.of(),
                Map.of(),
                SITE,
                Map.of(),
                synonyms,
                List.of());
    }

    private static List<Property> properties() {
        return List.of(
                searched(Property.of("title", Scalar.STRING).localized(), 4, Kind.TEXT, Kind.SORT),
                Property.of("story", Scalar.RICH_TEXT).localized(),
                Property.of("products", Scalar.STRING).multi(),
                searched(Property.of("country", Scalar.STRING).withVocabulary("countries"), 0, Kind.FACET),
                Property.of("region", Scalar.STRING).withVocabulary("regions").withSearch(SearchUse.DEFAULT),
                Property.of("employees", Scalar.LONG),
                searched(Property.of("year", Scalar.LONG), 0, Kind.FACET),
                Property.of("turnover", Scalar.DECIMAL),
                Property.of("isSample", Scalar.BOOLEAN),
                Property.of("founded", Scalar.LOCAL_DATE),
                Property.of("visited", Scalar.DATE),
                Property.of("location", Scalar.GEO_POINT),
                Property.of("company", new PropertyType.Reference("company")),
                Property.of("introduced", new PropertyType.Nested("introduction")),
                Property.of("markets", new PropertyType.Nested("market")).multi(),
                Property.of("sections", new PropertyType.Nested("section")).multi(),
                confidential("taxNumber"),
                Property.of("internalNote", Scalar.STRING).withSearch(new SearchUse(Set.of(Kind.NONE), 0)));
    }

    private static Model introduction() {
        return new Model(
                "introduction",
                "mgnl:contentNode",
                List.of(Property.of("year", Scalar.LONG), Property.of("phase", Scalar.STRING)),
                List.of());
    }

    private static Model market() {
        return new Model(
                "market",
                "mgnl:contentNode",
                List.of(
                        Property.of("country", Scalar.STRING),
                        Property.of("text", Scalar.STRING).localized()),
                List.of());
    }

    /** A section holds sections. */
    private static Model section() {
        return new Model(
                "section",
                "mgnl:contentNode",
                List.of(
                        Property.of("heading", Scalar.STRING).localized(),
                        Property.of("sections", new PropertyType.Nested("section"))
                                .multi()),
                List.of());
    }

    private static Property searched(Property property, double boost, Kind... kinds) {
        return property.withSearch(new SearchUse(Set.of(kinds), boost));
    }

    private static Property confidential(String name) {
        var plain = Property.of(name, Scalar.STRING);
        return new Property(
                name,
                plain.type(),
                false,
                false,
                false,
                null,
                null,
                null,
                List.of(),
                null,
                plain.validation(),
                plain.search(),
                true);
    }

    private static LocaleDefinition locale(String id, String analyzer, List<String> fallbacks) {
        return new LocaleDefinition(id, id, id, id, analyzer, fallbacks);
    }

    private static Term term(String code, @org.jspecify.annotations.Nullable String broader) {
        return new Term(code, Map.of(), broader, false, null);
    }

    /** An entry at {@code /<name>}; values are texts, numbers, flags, lists or {@link Value}s. */
    static ContentNode champion(String name, Object... namesAndValues) {
        return entry("/" + name, TYPE.nodeType(), namesAndValues);
    }

    static ContentNode entry(String path, String nodeType, Object... namesAndValues) {
        var properties = new LinkedHashMap<String, Value>();
        properties.put(SystemProperties.REVISION, Value.of(1L));
        for (var i = 0; i < namesAndValues.length; i += 2) {
            properties.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
        }
        var name = path.substring(path.lastIndexOf('/') + 1);
        var id = UUID.nameUUIDFromBytes(path.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new ContentNode(id.toString(), name, path, nodeType, properties, List.of());
    }

    static ContentNode nested(String name, List<ContentNode> children, Object... namesAndValues) {
        var node = entry("/" + name, "mgnl:contentNode", namesAndValues);
        return node.withChildren(children);
    }

    private static Value value(Object value) {
        return switch (value) {
            case Value already -> already;
            case String text -> Value.of(text);
            case Integer number -> Value.of(number.longValue());
            case Long number -> Value.of(number);
            case Double number -> Value.of(number);
            case Boolean flag -> Value.of(flag);
            case List<?> many -> Value.of(many.stream().map(Champions::value).toList());
            default -> throw new IllegalArgumentException("No value: " + value);
        };
    }

    static EntryQuery ask(String locale, @org.jspecify.annotations.Nullable String text, PropertyFilter... filters) {
        return ask(locale, text, List.of(), filters);
    }

    static EntryQuery ask(
            String locale,
            @org.jspecify.annotations.Nullable String text,
            List<FacetRequest> facets,
            PropertyFilter... filters) {
        return new EntryQuery(
                List.of(TYPE.name()),
                Perspective.LIVE,
                locale,
                text,
                Arrays.asList(filters),
                facets,
                List.of(new EntrySort("@score", true), new EntrySort("@name", false)),
                0,
                100,
                null);
    }

    static EntryQuery sorted(String locale, EntrySort... sort) {
        return new EntryQuery(
                List.of(TYPE.name()),
                Perspective.LIVE,
                locale,
                null,
                List.of(),
                List.of(),
                List.of(sort),
                0,
                100,
                null);
    }

    static PropertyFilter filter(String property, PropertyFilter.Operator operator, String... values) {
        return new PropertyFilter(property, operator, List.of(values));
    }

    static FacetRequest terms(String property) {
        return new FacetRequest(property, property, 100, Facet.Order.COUNT, null, List.of(), null);
    }
}
