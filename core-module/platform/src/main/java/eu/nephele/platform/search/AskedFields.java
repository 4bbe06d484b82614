package eu.nephele.platform.search;

import eu.nephele.platform.definition.LocaleDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The fields of all content types that a question is about. */
record AskedFields(List<String> types, List<EntryFields> fields) {

    private static final Map<String, String> ALIASES = Map.of("@jcr:uuid", FieldNames.ID, "jcr:uuid", FieldNames.ID);

    /** The property as each of the types has it, if not alike; refuses an unknown one. */
    List<EntryField> named(String property, String parameter) {
        var name = ALIASES.getOrDefault(property, property);
        var found = new LinkedHashSet<EntryField>();
        var kinds = new TreeSet<EntryField.Kind>();
        for (var one : fields) {
            var field = one.field(name);
            if (field != null && (kinds.add(field.kind()) || field.tree() != null)) {
                found.add(field);
            }
        }
        if (found.isEmpty()) {
            throw Refusals.unknown(parameter, property, types, allowed());
        }
        return List.copyOf(found);
    }

    /** The full text fields of a locale, with their weights. */
    List<Weighted> texts(LocaleDefinition locale) {
        var boosts = new TreeSet<Double>();
        fields.forEach(one -> boosts.addAll(one.localizedBoosts()));
        return boosts.stream()
                .map(boost -> new Weighted(TextFields.of(boost, locale.suffix()), boost))
                .toList();
    }

    /** The full text fields of texts in no particular language. */
    List<Weighted> neutralTexts() {
        var boosts = new TreeSet<Double>();
        fields.forEach(one -> boosts.addAll(one.plainBoosts()));
        return boosts.stream()
                .map(boost -> new Weighted(TextFields.of(boost, ""), boost))
                .toList();
    }

    record Weighted(TextFields fields, double boost) {}

    private List<String> allowed() {
        var names = new TreeSet<String>();
        fields.forEach(one -> names.addAll(one.names()));
        return List.copyOf(names);
    }
}
