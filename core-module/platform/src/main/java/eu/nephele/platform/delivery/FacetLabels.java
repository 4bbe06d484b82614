package eu.nephele.platform.delivery;

import eu.nephele.platform.delivery.QueryFields.FacetField;
import eu.nephele.platform.search.EntryPage.FacetBucket;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the values of facets are called in the language of an answer. */
record FacetLabels(EndpointPlan plan, Language language, Titles titles) {

    String of(@Nullable FacetField facet, String value) {
        if (facet == null || facet.definition().interval() != null) {
            return value;
        }
        var property = facet.property();
        if (property == null) {
            return plan.typeLabel(value, language);
        }
        return facet.isReference() ? titles.of(value) : plan.endpoints.labels.of(property, value, language.locales());
    }

    /** Buckets with all those below them. */
    static Stream<FacetBucket> flat(List<FacetBucket> buckets) {
        return buckets.stream().flatMap(bucket -> Stream.concat(Stream.of(bucket), flat(bucket.children())));
    }
}
