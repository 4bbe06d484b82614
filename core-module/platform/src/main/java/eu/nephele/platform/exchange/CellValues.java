package eu.nephele.platform.exchange;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.contenttype.Option;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.platform.definition.Definitions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a cell says becomes a plain value of a property, as a save takes it. */
final class CellValues {

    private static final Set<String> YES = Set.of(
            "true", "yes", "ja", "sì", "si", "da", "да", "ναι", "oui", "igen", "ano", "áno", "po", "x", "✓", "✔", "1");
    private static final Set<String> NO =
            Set.of("false", "no", "nein", "ne", "не", "όχι", "non", "nem", "nie", "nu", "jo", "-", "0");
    private static final Set<String> ERRORS =
            Set.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#N/V", "#BEZUG!", "#WERT!");
    private static final Pattern MARKUP = Pattern.compile(
            "<(p|br|h[1-6]|[uo]l|li|a|b|strong|i|em|u|s|blockquote|table|div|span|img|pre|code|hr|figure)\\b[^>]*>",
            Pattern.CASE_INSENSITIVE);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Definitions definitions;
    private final ZoneId zone;
    private final CellReferences references;

    CellValues(Definitions definitions, ZoneId zone, CellReferences references) {
        this.definitions = definitions;
        this.zone = zone;
        this.references = references;
    }

    /** @throws IllegalArgumentException with the complaint, made to follow the property's name */
    Object of(Property property, SheetMapping.Column column, Object cell) {
        if (cell instanceof String text && ERRORS.contains(text)) {
            throw new IllegalArgumentException(say("shows an error of the spreadsheet, %s: put it right there", text));
        }
        if (property.type() instanceof PropertyType.Nested) {
            return json(property, cell);
        }
        if (!property.multiple()) {
            return one(property, column, cell);
        }
        var values = new ArrayList<Object>();
        for (var part : cell instanceof String text ? parts(text, column.separator()) : List.of(cell)) {
            values.add(one(property, column, part));
        }
        return values;
    }

    /** Parted at the separator; one with a backslash before it is part of a value. */
    static List<String> parts(String text, @Nullable String separator) {
        var sign = separator == null || separator.isEmpty() ? '|' : separator.charAt(0);
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            var next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
            if (letter == '\\' && (next == sign || next == '\\')) {
                part.append(next);
                at++;
            } else if (letter == sign) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(letter);
            }
        }
        parts.add(part.toString());
        return parts.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
    }

    private Object one(Property property, SheetMapping.Column column, Object cell) {
        if (property.vocabulary() != null) {
            return term(property.vocabulary(), text(cell).strip());
        }
        if (!property.options().isEmpty()) {
            return option(property, text(cell).strip());
        }
        return switch (property.type()) {
            case PropertyType.Reference(String target) ->
                references.entry(target, text(cell).strip());
            case PropertyType.Nested nested -> throw new IllegalStateException(nested.toString());
            case Scalar.STRING -> text(cell);
            case Scalar.RICH_TEXT -> rich(text(cell));
            case Scalar.BOOLEAN -> flag(cell);
            case Scalar.LONG -> CellNumbers.whole(cell, column.decimal());
            case Scalar.DOUBLE, Scalar.DECIMAL -> CellNumbers.number(cell, column.decimal(), false);
            case Scalar.DATE -> CellDates.moment(cell, zone);
            case Scalar.LOCAL_DATE -> CellDates.day(cell);
            case Scalar.GEO_POINT -> point(text(cell));
            case Scalar.ASSET -> references.asset(text(cell).strip());
        };
    }

    static String text(Object cell) {
        return cell instanceof Number number ? CellNumbers.text(number) : String.valueOf(cell);
    }

    private static boolean flag(Object cell) {
        if (cell instanceof Boolean flag) {
            return flag;
        }
        var text = text(cell).strip().toLowerCase(Locale.ROOT);
        if (YES.contains(text)) {
            return true;
        }
        if (NO.contains(text)) {
            return false;
        }
        throw new IllegalArgumentException(say("must be yes or no, not `%s`", CellNumbers.shown(text)));
    }

    /** {@code 45,81; 15,98} is a place too. */
    private static String point(String text) {
        var written = text.strip();
        return written.matches(".*\\d,\\d.*[;|\\s].*\\d,\\d.*")
                ? written.replace(',', '.').replaceAll("\\s*[;|\\s]\\s*", ",")
                : written.replaceAll("\\s*[;,|]\\s*|\\s+", ",");
    }

    /** A text without markup is paragraphs. */
    private static String rich(String text) {
        if (MARKUP.matcher(text).find()) {
            return text;
        }
        var html = new StringBuilder();
        for (var line : text.strip().split("\\R+")) {
            html.append("<p>")
                    .append(line.strip()
                            .replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace(">", "&gt;"))
                    .append("</p>");
        }
        return html.toString();
    }

    private static Object json(Property property, Object cell) {
        var form = property.multiple() ? "[{\"..\": \"..\"}]" : "{\"..\": \"..\"}";
        try {
            var value = JSON.readValue(text(cell), Object.class);
            if (property.multiple() ? value instanceof List<?> : value instanceof Map<?, ?>) {
                return value;
            }
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException(
                    say("must be JSON, %s, or map its properties one by one", form), notJson);
        }
        throw new IllegalArgumentException(say("must be JSON of the form %s", form));
    }

    private String term(String name, String text) {
        var vocabulary = definitions.vocabularies().get(name);
        if (vocabulary == null || vocabulary.term(text).isPresent()) {
            return text;
        }
        var wanted = folded(text);
        var choices = new LinkedHashMap<String, Set<String>>();
        vocabulary
                .terms()
                .forEach(term ->
                        choices.put(term.code(), Set.copyOf(term.labels().values())));
        return chosen(choices, wanted, text, say("is no term of %s: `%s`", name, CellNumbers.shown(text)));
    }

    private String option(Property property, String text) {
        var choices = new LinkedHashMap<String, Set<String>>();
        for (Option option : property.options()) {
            if (option.value().equals(text)) {
                return text;
            }
            var labels = definitions.messages().getOrDefault(option.label(), Map.of());
            choices.put(option.value(), labels.isEmpty() ? Set.of(option.label()) : Set.copyOf(labels.values()));
        }
        return chosen(choices, folded(text), text, say("is no choice: `%s`", CellNumbers.shown(text)));
    }

    /** The choice whose code or label it is. */
    private static String chosen(Map<String, Set<String>> choices, String wanted, String text, String complaint) {
        var found = choices.entrySet().stream()
                .filter(choice -> folded(choice.getKey()).equals(wanted)
                        || choice.getValue().stream()
                                .anyMatch(label -> folded(label).equals(wanted)))
                .map(Map.Entry::getKey)
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.size() > 1) {
            throw new IllegalArgumentException(
                    say("means several, `%s`: give one of their codes %s", text, String.join(", ", found)));
        }
        throw new IllegalArgumentException(complaint + NearChoices.suggestion(choices, wanted));
    }

    static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
