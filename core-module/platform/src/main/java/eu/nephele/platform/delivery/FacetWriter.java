package eu.nephele.platform.delivery;

import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.platform.delivery.QueryFields.FacetField;
import eu.nephele.platform.search.EntryPage.FacetBucket;
import eu.nephele.platform.search.EntryPage.FacetCounts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes facets: each bucket with its value, its label in the language of the answer, its count, and those below it. */
final class FacetWriter {

    private final JsonGenerator json;
    private final EndpointPlan plan;
    private final Language language;
    private final Titles titles;

    FacetWriter(JsonGenerator json, EndpointPlan plan, Language language, Titles titles) {
        this.json = json;
        this.plan = plan;
        this.language = language;
        this.titles = titles;
    }

    void write(Map<String, FacetCounts> facets) {
        json.writeStartObject();
        facets.forEach((name, counts) -> {
            json.writeName(name);
            json.writeStartObject();
            buckets(plan.fields.facets.get(name), counts.buckets());
            json.writeNumberProperty("otherCount", counts.otherCount());
            json.writeBooleanProperty("truncated", counts.truncated());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private void buckets(@Nullable FacetField facet, List<FacetBucket> buckets) {
        json.writeName("buckets");
        json.writeStartArray();
        for (var bucket : buckets) {
            json.writeStartObject();
            json.writeStringProperty("value", bucket.value());
            json.writeStringProperty("label", facet == null ? bucket.value() : label(facet, bucket.value()));
            json.writeNumberProperty("count", bucket.count());
            json.writeBooleanProperty("selected", bucket.selected());
            if (!bucket.children().isEmpty()) {
                buckets(facet, bucket.children());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private String label(FacetField facet, String value) {
        if (facet.definition().interval() != null) {
            return value;
        }
        if (facet.property().type() instanceof PropertyType.Reference) {
            return titles.of(value);
        }
        return plan.endpoints.labels.of(facet.property(), value, language.locales());
    }
}
