package eu.nephele.platform.definition;

import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.platform.definition.internal.Located;
import eu.nephele.platform.definition.internal.Scalars;
import eu.nephele.platform.definition.internal.Section;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code defaultValue:} in the type of its property. */
final class DefaultValue {

    private static final String KEY = "defaultValue";
    private static final Pattern GEO_POINT = Pattern.compile("-?\\d{1,2}(\\.\\d+)?,\\s*-?\\d{1,3}(\\.\\d+)?");

    private DefaultValue() {}

    static @Nullable Value read(Section property, PropertyType type) {
        var written = property.value(KEY);
        if (written.isEmpty()) {
            return null;
        }
        var values = new ArrayList<Value>();
        var items = written.get() instanceof Located.Items list ? list.items() : java.util.List.of(written.get());
        for (var item : items) {
            var value = item instanceof Located.Scalar scalar ? value(scalar, type) : Optional.<Value>empty();
            if (value.isEmpty()) {
                property.major(KEY, "%s is no value of this type".formatted(item.form()), "it is left out");
                return null;
            }
            values.add(value.get());
        }
        return written.get() instanceof Located.Items ? Value.of(values) : values.getFirst();
    }

    private static Optional<Value> value(Located.Scalar scalar, PropertyType type) {
        if (!(type instanceof Scalar known)) {
            return type instanceof PropertyType.Reference ? Optional.of(Value.of(scalar.text())) : Optional.empty();
        }
        return switch (known) {
            case STRING, RICH_TEXT, ASSET -> Optional.of(Value.of(scalar.text()));
            case BOOLEAN -> Scalars.flag(scalar).map(Value::of);
            case LONG -> Scalars.whole(scalar).map(Value::of);
            case DOUBLE -> Scalars.number(scalar).map(BigDecimal::doubleValue).map(Value::of);
            case DECIMAL -> Scalars.number(scalar).map(Value::of);
            case DATE -> moment(scalar.text());
            case LOCAL_DATE -> isLocalDate(scalar.text()) ? Optional.of(Value.of(scalar.text())) : Optional.empty();
            case GEO_POINT ->
                GEO_POINT.matcher(scalar.text()).matches() ? Optional.of(Value.of(scalar.text())) : Optional.empty();
        };
    }

    private static Optional<Value> moment(String text) {
        try {
            return Optional.of(Value.of(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                            : OffsetDateTime.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A day, a month or a year. */
    static boolean isLocalDate(String text) {
        try {
            switch (text.length()) {
                case 4 -> Year.parse(text);
                case 7 -> YearMonth.parse(text);
                default -> LocalDate.parse(text);
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
