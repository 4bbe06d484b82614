package eu.nephele.platform.delivery;

import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.search.FacetResult;
import eu.nephele.platform.delivery.QueryFields.FacetField;
import eu.nephele.platform.search.EntryPage.FacetBucket;
import eu.nephele.platform.search.EntryPage.FacetCounts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes facets: each bucket with its value, its label in the language of the answer, its count, and those below it. */
final class FacetWriter {

    private static final double MAX_WHOLE = 1L << 53;

    private final JsonGenerator json;
    private final EndpointPlan plan;
    private final FacetLabels labels;

    FacetWriter(JsonGenerator json, EndpointPlan plan, Language language, Titles titles) {
        this.json = json;
        this.plan = plan;
        this.labels = new FacetLabels(plan, language, titles);
    }

    void write(Map<String, FacetCounts> facets) {
        json.writeStartObject();
        facets.forEach((name, counts) -> {
            json.writeName(name);
            json.writeStartObject();
            buckets(plan.fields.facets.get(name), counts.buckets());
            json.writeNumberProperty("otherCount", counts.otherCount());
            json.writeBooleanProperty("truncated", counts.truncated());
            if (counts.numbers() != null) {
                statistics(plan.fields.facets.get(name), counts.numbers());
            }
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private void statistics(@Nullable FacetField facet, FacetResult.Numbers numbers) {
        json.writeName("stats");
        json.writeStartObject();
        var type = facet == null || facet.property() == null
                ? null
                : facet.property().type();
        if (type == Scalar.DATE || type == Scalar.LOCAL_DATE) {
            json.writeStringProperty("min", date(type, numbers.min()));
            json.writeStringProperty("max", date(type, numbers.max()));
        } else {
            number("min", numbers.min());
            number("max", numbers.max());
            number("avg", numbers.sum() / numbers.count());
        }
        json.writeEndObject();
    }

    private static String date(PropertyType type, double millis) {
        var instant = Instant.ofEpochMilli((long) millis).atOffset(ZoneOffset.UTC);
        return type == Scalar.DATE
                ? ValueWriter.INSTANT.format(instant)
                : instant.toLocalDate().toString();
    }

    /** Whole numbers without a fraction, as the values themselves are written. */
    private void number(String name, double number) {
        if (number == Math.rint(number) && Math.abs(number) < MAX_WHOLE) {
            json.writeNumberProperty(name, (long) number);
        } else {
            json.writeNumberProperty(name, number);
        }
    }

    private void buckets(@Nullable FacetField facet, List<FacetBucket> buckets) {
        json.writeName("buckets");
        json.writeStartArray();
        for (var bucket : buckets) {
            json.writeStartObject();
            json.writeStringProperty("value", bucket.value());
            json.writeStringProperty("label", labels.of(facet, bucket.value()));
            json.writeNumberProperty("count", bucket.count());
            json.writeBooleanProperty("selected", bucket.selected());
            if (!bucket.children().isEmpty()) {
                buckets(facet, bucket.children());
                if (bucket.truncated()) {
                    json.writeNumberProperty("otherCount", bucket.otherCount());
                    json.writeBooleanProperty("truncated", true);
                }
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
