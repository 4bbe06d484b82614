package eu.nephele.platform.definition;

import eu.nephele.api.search.Facet;
import eu.nephele.platform.definition.internal.Located;
import eu.nephele.platform.definition.internal.Scalars;
import eu.nephele.platform.definition.internal.Section;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code ranges:} of a facet; dates become epoch milliseconds, days at midnight UTC. */
final class RangeReader {

    private RangeReader() {}

    static List<Facet.Range> read(Section facet) {
        var ranges = new ArrayList<Facet.Range>();
        for (var entry : entries(facet)) {
            var section = entry.section();
            section.ignore("label", "key");
            var from = bound(section, "from");
            var to = bound(section, "to");
            section.finish();
            if (from == null && to == null) {
                section.problems()
                        .major(entry.place(), section.path(), "a range needs `from` or `to`", "it is left out");
            } else if (from != null && to != null && from >= to) {
                section.problems().major(entry.place(), section.path(), "`from` must be below `to`", "it is left out");
            } else {
                ranges.add(new Facet.Range(entry.name(), from, to));
            }
        }
        return ranges;
    }

    /** Ranges are named by {@code key} in a list; {@code name} and the keys of a map will do as well. */
    private static List<Section.Named> entries(Section facet) {
        if (!(facet.value("ranges").orElse(null) instanceof Located.Items items)) {
            return facet.named("ranges");
        }
        var entries = new ArrayList<Section.Named>();
        for (var item : items.items()) {
            var section = Section.of(item, facet.path("ranges"), facet.problems());
            section.ignore("name");
            var key = section.text(
                    "key", section.text("name", "%s-%s".formatted(open(section, "from"), open(section, "to"))));
            entries.add(new Section.Named(key, item.place(), item, section));
        }
        return entries;
    }

    private static String open(Section section, String key) {
        return section.value(key).orElse(null) instanceof Located.Scalar scalar ? scalar.text() : "*";
    }

    private static @Nullable Double bound(Section section, String key) {
        var value = section.value(key).orElse(null);
        if (value instanceof Located.Scalar scalar) {
            var number = Scalars.number(scalar).map(BigDecimal::doubleValue).or(() -> date(scalar.text()));
            if (number.isPresent()) {
                return number.get();
            }
        }
        if (value != null) {
            section.major(key, "must be a number or a date, not %s".formatted(value.form()), null);
        }
        return null;
    }

    private static Optional<Double> date(String text) {
        try {
            var instant = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : Instant.parse(text);
            return Optional.of((double) instant.toEpochMilli());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
