package eu.nephele.platform.definition;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Datasource;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Option;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType.Nested;
import eu.nephele.api.contenttype.PropertyType.Reference;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.contenttype.Validation;
import eu.nephele.api.vocabulary.Term;
import eu.nephele.api.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Definitions made in code: clusters and the companies in them, in English, German and Serbian (Latin). */
public final class TestingDefinitions {

    private TestingDefinitions() {}

    public static Definitions catalogue() {
        return of(cluster(), company());
    }

    /** No content type, no role. */
    public static Definitions none() {
        return of();
    }

    public static Definitions of(ContentType... types) {
        return new Definitions(
                1,
                Arrays.stream(types).collect(Collectors.toMap(ContentType::name, Function.identity())),
                Map.of(),
                Map.of("countries", countries()),
                Map.of(),
                site(),
                Map.of(),
                List.of());
    }

    public static SiteDefinition site() {
        return new SiteDefinition(
                true,
                "en",
                List.of(locale("en", "english"), locale("de", "german", "en"), locale("sr-Latn", "serbian", "en")),
                List.of());
    }

    private static LocaleDefinition locale(String id, String analyzer, String... fallbacks) {
        return new LocaleDefinition(id, id, id, id, analyzer, List.of(fallbacks));
    }

    public static Vocabulary countries() {
        return new Vocabulary(
                "countries",
                List.of(
                        new Term("IT", Map.of("en", "Italy", "de", "Italien"), null, false, null),
                        new Term("RS", Map.of("en", "Serbia", "sr-Latn", "Srbija"), null, false, null)));
    }

    public static ContentType cluster() {
        return type(
                "cluster",
                "clusters",
                List.of(),
                Property.of("title", Scalar.STRING)
                        .localized()
                        .requiredToPublish()
                        .withValidation(new Validation(3, 60, null, null, null, false, false)),
                Property.of("country", Scalar.STRING).requiredToPublish().withVocabulary("countries"),
                Property.of("founded", Scalar.LOCAL_DATE),
                Property.of("location", Scalar.GEO_POINT));
    }

    public static ContentType company() {
        var market = new Model(
                "market",
                "mgnl:contentNode",
                List.of(
                        Property.of("country", Scalar.STRING)
                                .requiredToPublish()
                                .withVocabulary("countries"),
                        Property.of("since", Scalar.LONG),
                        Property.of("text", Scalar.STRING).localized()),
                List.of());
        return type(
                "company",
                "companies",
                List.of(market),
                Property.of("title", Scalar.STRING).localized().requiredToPublish(),
                Property.of("story", Scalar.RICH_TEXT).localized(),
                Property.of("cluster", new Reference("cluster")).requiredToPublish(),
                Property.of("partners", new Reference("company")).multi(),
                Property.of("markets", new Nested("market")).multi(),
                Property.of("home", new Nested("market")),
                Property.of("employees", Scalar.LONG)
                        .withValidation(
                                new Validation(null, null, BigDecimal.ONE, new BigDecimal(5000), null, false, false)),
                Property.of("turnover", Scalar.DECIMAL),
                Property.of("growth", Scalar.DOUBLE),
                Property.of("active", Scalar.BOOLEAN),
                Property.of("verified", Scalar.DATE),
                Property.of("tags", Scalar.STRING).multi(),
                Property.of("vat", Scalar.STRING)
                        .withValidation(new Validation(null, null, null, null, "[A-Z]{2}\\d+", true, false)),
                withOptions(Property.of("size", Scalar.STRING), "small", "large"),
                Property.of("logo", Scalar.ASSET));
    }

    private static Property withOptions(Property property, String... values) {
        var options =
                Arrays.stream(values).map(value -> new Option(value, value)).toList();
        return new Property(
                property.name(),
                property.type(),
                property.required(),
                property.multiple(),
                property.i18n(),
                property.label(),
                property.description(),
                property.vocabulary(),
                options,
                property.defaultValue(),
                Validation.NONE,
                property.search(),
                property.confidential());
    }

    /** A content type of the module {@code testing} with its own workspace. */
    public static ContentType type(String name, String workspace, List<Model> subModels, Property... properties) {
        return new ContentType(
                name,
                "testing",
                null,
                new Datasource(workspace, "/", true, Map.of("t", "https://nephele.example/ns/testing"), false),
                new Model(name, "t:" + name, List.of(properties), subModels));
    }
}
