package eu.nephele.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.FieldError;
import eu.nephele.platform.definition.TestingDefinitions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntryValidatorTest {

    private static final String LIVE_CLUSTER = "00000000-0000-0000-0000-000000000001";
    private static final String DRAFT_CLUSTER = "00000000-0000-0000-0000-000000000002";
    private static final String COMPANY = "00000000-0000-0000-0000-000000000003";
    private static final String ASSET = "00000000-0000-0000-0000-000000000004";

    private final TestingLookups lookups = new TestingLookups();
    private final EntryValidator validator = new EntryValidator(TestingDefinitions.catalogue(), lookups);

    @Test
    void anEmptyDraftIsFineButCannotBePublished() {
        var company = company(Map.of());

        assertThat(validator.checkDraft(TestingDefinitions.company(), company)).isEmpty();
        assertThat(validator.checkPublication(TestingDefinitions.company(), company))
                .extracting(FieldError::field, FieldError::rule)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("title", "required"),
                        org.assertj.core.groups.Tuple.tuple("cluster", "required"));
    }

    @Test
    void aBlankTextCountsAsMissing() {
        assertThat(rules(Map.of("title", Value.of("  ")))).contains("title:required");
    }

    @Test
    void lengthsAreCountedInCharactersThatAReaderSees() {
        var cluster = ContentNode.unstored(
                "c", "t:cluster", Map.of("title", Value.of("🏭🏭"), "country", Value.of("IT")), List.of());

        assertThat(validator.checkPublication(TestingDefinitions.cluster(), cluster))
                .extracting(FieldError::rule)
                .containsExactly("minLength");
    }

    @Test
    void numbersMustLieWithinTheirBounds() {
        assertThat(rules(Map.of("employees", Value.of(0L)))).contains("employees:min");
        assertThat(rules(Map.of("employees", Value.of(5001L)))).contains("employees:max");
        assertThat(rules(Map.of("employees", Value.of(5000L)))).doesNotContain("employees:max");
    }

    @Test
    void patternsVocabulariesAndOptionsAreHeldOnPublicationOnly() {
        var company = company(Map.of(
                "vat",
                Value.of("12"),
                "size",
                Value.of("huge"),
                "cluster",
                Value.of(LIVE_CLUSTER),
                "title",
                Value.of("x")));

        assertThat(validator.checkDraft(TestingDefinitions.company(), company)).isEmpty();
        assertThat(validator.checkPublication(TestingDefinitions.company(), company))
                .extracting(FieldError::rule)
                .containsExactlyInAnyOrder("pattern", "option");
    }

    @Test
    void aUniqueValueThatAnotherEntryHasIsRefused() {
        lookups.taken = Set.of("RS100");

        assertThat(rules(Map.of("vat", Value.of("RS100")))).contains("vat:unique");
        assertThat(rules(Map.of("vat", Value.of("RS101")))).doesNotContain("vat:unique");
    }

    @Test
    void rulesReachIntoNestedObjectsWithTheirPath() {
        var markets = ContentNode.unstored(
                "markets",
                "mgnl:contentNode",
                Map.of(),
                List.of(
                        ContentNode.unstored(
                                "markets0", "mgnl:contentNode", Map.of("country", Value.of("IT")), List.of()),
                        ContentNode.unstored(
                                "markets1", "mgnl:contentNode", Map.of("country", Value.of("XX")), List.of())));
        var company = company(Map.of()).withChildren(List.of(markets));

        assertThat(validator.checkPublication(TestingDefinitions.company(), company))
                .extracting(error -> error.field() + ":" + error.rule())
                .contains("markets/markets1/country:vocabulary")
                .doesNotContain("markets/markets0/country:vocabulary");
    }

    @Test
    void aRequiredReferenceMustBeLiveToBePublished() {
        assertThat(rules(Map.of("cluster", Value.of(LIVE_CLUSTER)))).doesNotContain("cluster:published");
        assertThat(rules(Map.of("cluster", Value.of(DRAFT_CLUSTER)))).contains("cluster:published");
    }

    @Test
    void aReferenceToNothingOrToAnotherTypeIsRefusedInADraftToo() {
        var nowhere = company(Map.of("cluster", Value.of("00000000-0000-0000-0000-000000000099")));
        var wrongType = company(Map.of("cluster", Value.of(COMPANY)));

        assertThat(validator.checkDraft(TestingDefinitions.company(), nowhere))
                .extracting(FieldError::message)
                .containsExactly("there is no cluster with the id `00000000-0000-0000-0000-000000000099`");
        assertThat(validator.checkDraft(TestingDefinitions.company(), wrongType))
                .extracting(FieldError::message)
                .containsExactly("`/acme` is not a cluster");
    }

    @Test
    void aMissingAssetIsRefused() {
        assertThat(rules(Map.of("logo", Value.of("jcr:" + ASSET)))).doesNotContain("logo:reference");
        assertThat(rules(Map.of("logo", Value.of("jcr:" + COMPANY)))).contains("logo:reference");
    }

    @Test
    void aListWhereASingleValueBelongsIsRefusedAndTheOtherWayRound() {
        assertThat(rules(Map.of("vat", Value.texts("RS1", "RS2")))).contains("vat:multiple");
        assertThat(rules(Map.of("tags", Value.of("one")))).contains("tags:multiple");
    }

    @Test
    void translationsFollowTheSameRulesAsTheirSource() {
        var cluster = ContentNode.unstored(
                "c",
                "t:cluster",
                Map.of("title", Value.of("Furniture"), "title_sr_Latn", Value.of("N"), "country", Value.of("RS")),
                List.of());

        assertThat(validator.checkPublication(TestingDefinitions.cluster(), cluster))
                .extracting(error -> error.field() + ":" + error.rule())
                .containsExactly("title_sr_Latn:minLength");
    }

    @Test
    void whatNoDefinitionKnowsIsLeftAlone() {
        assertThat(validator.checkDraft(TestingDefinitions.company(), company(Map.of("retired", Value.of(1L)))))
                .isEmpty();
    }

    private List<String> rules(Map<String, Value> properties) {
        return validator.checkPublication(TestingDefinitions.company(), company(properties)).stream()
                .map(error -> error.field() + ":" + error.rule())
                .toList();
    }

    private static ContentNode company(Map<String, Value> properties) {
        return ContentNode.unstored("acme", "t:company", new HashMap<>(properties), List.of());
    }

    private static final class TestingLookups implements Lookups {

        private Set<String> taken = Set.of();

        @Override
        public Optional<Target> target(String id) {
            return switch (id) {
                case LIVE_CLUSTER -> Optional.of(new Target("clusters", "t:cluster", "/wood", true));
                case DRAFT_CLUSTER -> Optional.of(new Target("clusters", "t:cluster", "/metal", false));
                case COMPANY -> Optional.of(new Target("companies", "t:company", "/acme", true));
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<FileFacts> file(String key) {
            return key.equals("jcr:" + ASSET)
                    ? Optional.of(new FileFacts(ContentNode.unstored("a", "mgnl:asset", Map.of(), List.of()), true))
                    : Optional.empty();
        }

        @Override
        public boolean taken(String contentType, String property, String value, String exceptId) {
            return taken.contains(value);
        }
    }
}
