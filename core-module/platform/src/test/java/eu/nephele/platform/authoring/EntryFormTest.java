package eu.nephele.platform.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.definition.TestingDefinitions;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryFormTest {

    private static final ContentNode EMPTY = ContentNode.unstored("acme", "t:company", Map.of(), List.of());

    @Test
    void plainValuesBecomeValuesOfTheirType() {
        var filled = fill(Map.of(
                "title",
                "Acme",
                "title_sr_Latn",
                "Akme",
                "employees",
                12,
                "turnover",
                new BigDecimal("1342357.00"),
                "growth",
                4.5,
                "active",
                true,
                "verified",
                "2026-10-01T09:30:00+02:00",
                "tags",
                List.of("wood", "export")));

        assertThat(filled.properties())
                .containsEntry("title", Value.of("Acme"))
                .containsEntry("title_sr_Latn", Value.of("Akme"))
                .containsEntry("employees", Value.of(12L))
                .containsEntry("turnover", Value.of(new BigDecimal("1342357.00")))
                .containsEntry("growth", Value.of(4.5))
                .containsEntry("active", Value.of(true))
                .containsEntry("verified", Value.of(OffsetDateTime.parse("2026-10-01T09:30:00+02:00")))
                .containsEntry("tags", Value.texts("wood", "export"));
    }

    @Test
    void nestedObjectsBecomeNumberedChildNodes() {
        var filled = fill(Map.of(
                "markets", List.of(Map.of("country", "IT", "since", 2010), Map.of("country", "RS", "text_de", "Neu")),
                "home", Map.of("country", "RS")));

        var markets = filled.child("markets").orElseThrow();
        assertThat(markets.children()).extracting(ContentNode::name).containsExactly("markets0", "markets1");
        assertThat(markets.children().get(1).text("text_de")).isEqualTo("Neu");
        assertThat(filled.child("home").orElseThrow().text("country")).isEqualTo("RS");
    }

    @Test
    void nullTakesAValueAwayAndWhatIsNotNamedStays() {
        var before = fill(Map.of("title", "Acme", "employees", 12, "home", Map.of("country", "RS")));
        var changes = new HashMap<String, Object>();
        changes.put("employees", null);
        changes.put("home", null);

        var after = form().fill(before, changes);

        assertThat(after.properties()).containsOnlyKeys("title");
        assertThat(after.children()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    employees | twelve             | must be a whole number, not `twelve`
                    active    | yes                | must be true or false, not `yes`
                    verified  | yesterday          | must be a date with time and offset, such as 2026-10-01T09:30:00+02:00, not `yesterday`
                    cluster   | wood               | must be the id (a UUID) of an entry, not `wood`
                    titel     | Acme               | is no property of company: title, story, cluster
                    title_fr  | Acme               | is in no locale of this site: en, de, sr_Latn
                    mgnl:created | 2020            | is kept by the platform and cannot be set
                    markets   | IT                 | must be a list of at most
                    tags      | wood               | must be a list of at most
                    """)
    void aWrongValueIsRefusedWithItsNameAndTheCure(String field, String value, String message) {
        var refusal = catchThrowableOfType(PlatformException.class, () -> fill(Map.of(field, value)));

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_ENTRY);
        assertThat(refusal.fields()).hasSize(1);
        assertThat(refusal.fields().getFirst().field()).isEqualTo(field);
        assertThat(refusal.fields().getFirst().message()).startsWith(message);
    }

    @Test
    void everyWrongFieldIsToldAtOnceWithItsPath() {
        var refusal = catchThrowableOfType(
                PlatformException.class,
                () -> fill(Map.of(
                        "markets",
                        List.of(Map.of("country", "IT"), Map.of("since", "long ago", "colour", "red")),
                        "employees",
                        1.5)));

        assertThat(refusal.fields())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("markets/markets1/since", "markets/markets1/colour", "employees");
    }

    @ParameterizedTest
    @CsvSource({"2012-10-01,true", "2012-10,true", "2012,true", "2012-02-30,false", "1 Oct 2012,false"})
    void aDayIsADayAndNeverAnInstant(String text, boolean valid) {
        var cluster = ContentNode.unstored("c", "t:cluster", Map.of(), List.of());
        var form =
                new EntryForm(TestingDefinitions.catalogue(), TestingDefinitions.cluster(), AuthoringSettings.DEFAULTS);

        if (valid) {
            assertThat(form.fill(cluster, Map.of("founded", text)).value("founded"))
                    .isEqualTo(Value.of(text));
        } else {
            assertThat(catchThrowableOfType(PlatformException.class, () -> form.fill(cluster, Map.of("founded", text))))
                    .hasMessageContaining("a day, month or year");
        }
    }

    @Test
    void aPointIsGivenAsTextOrAsLatAndLon() {
        var cluster = ContentNode.unstored("c", "t:cluster", Map.of(), List.of());
        var form =
                new EntryForm(TestingDefinitions.catalogue(), TestingDefinitions.cluster(), AuthoringSettings.DEFAULTS);

        assertThat(form.fill(cluster, Map.of("location", "44.8178, 20.4569")).text("location"))
                .isEqualTo("44.8178,20.4569");
        assertThat(form.fill(cluster, Map.of("location", Map.of("lat", 44.8178, "lon", 20.4569)))
                        .text("location"))
                .isEqualTo("44.8178,20.4569");
    }

    @Test
    void limitsHoldForLongTextsAndManyValues() {
        var small = new AuthoringSettings(10, 2, 1);
        var form = new EntryForm(TestingDefinitions.catalogue(), TestingDefinitions.company(), small);

        var refusal = catchThrowableOfType(
                PlatformException.class,
                () -> form.fill(EMPTY, Map.of("title", "x".repeat(11), "tags", Arrays.asList("a", "b", "c"))));

        assertThat(refusal.fields()).extracting(FieldError::rule).containsExactlyInAnyOrder("maxLength", "multiple");
    }

    private static ContentNode fill(Map<String, ?> given) {
        return form().fill(EMPTY, given);
    }

    private static EntryForm form() {
        return new EntryForm(TestingDefinitions.catalogue(), TestingDefinitions.company(), AuthoringSettings.DEFAULTS);
    }
}
