package eu.nephele.platform.definition;

import eu.nephele.api.vocabulary.Term;
import eu.nephele.api.vocabulary.Vocabulary;
import eu.nephele.platform.definition.internal.Located;
import eu.nephele.platform.definition.internal.NearestName;
import eu.nephele.platform.definition.internal.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code vocabularies/<name>.yaml}. Codes are the text as written, so that the country {@code NO} is no boolean. */
final class VocabularyReader {

    static final int MAX_LEVELS = 100;

    private record Written(Term term, Section section) {}

    private final Map<String, Written> terms = new LinkedHashMap<>();

    private VocabularyReader() {}

    static Vocabulary read(DefinitionFile file, Section root) {
        return new VocabularyReader().vocabulary(file, root);
    }

    private Vocabulary vocabulary(DefinitionFile file, Section root) {
        root.ignore("name", "label", "description", "source", "license", "version", "notes", "class", "$type");
        for (var entry : entries(root)) {
            var previous = terms.putIfAbsent(entry.term().code(), entry);
            if (previous != null) {
                entry.section()
                        .major(
                                "code",
                                "has the code `%s` twice".formatted(entry.term().code()),
                                "the first one is used");
            }
        }
        if (terms.isEmpty()) {
            root.major("terms", "has no `terms`", "terms: [{code: ..., labels: {en: ...}}]");
        }
        root.finish();
        return new Vocabulary(
                file.name(), terms.values().stream().map(this::checked).toList());
    }

    private static List<Written> entries(Section root) {
        var terms = new ArrayList<Written>();
        switch (root.value("terms").orElse(null)) {
            case Located.Fields map ->
                map.fields()
                        .forEach((code, field) ->
                                terms.add(term(code, Section.of(field.value(), "terms." + code, root.problems()))));
            case Located.Items items -> {
                for (var item : items.items()) {
                    var code = item instanceof Located.Fields map ? map.value("code") : null;
                    if (code instanceof Located.Scalar scalar && !scalar.text().isBlank()) {
                        terms.add(term(scalar.text(), Section.of(item, "terms." + scalar.text(), root.problems())));
                    } else {
                        root.problems().major(item.place(), "terms", "has a term without `code`", "it is left out");
                    }
                }
            }
            case null -> {}
            case Located.Scalar ignored -> root.major("terms", "must be a list or a map", null);
        }
        return terms;
    }

    private static Written term(String code, Section section) {
        section.ignore("code", "altLabels", "definition", "exactMatch", "order", "notes", "name");
        var labels = new LinkedHashMap<String, String>();
        var written = section.section("labels");
        for (var locale : List.copyOf(written.keys())) {
            var label = written.text(locale);
            if (label != null) {
                labels.put(locale.replace('_', '-'), label);
            }
        }
        var term = new Term(
                code, labels, section.text("broader"), section.flag("deprecated", false), section.text("replacedBy"));
        section.finish();
        return new Written(term, section);
    }

    private Term checked(Written written) {
        var term = written.term();
        var broader = known(written, "broader", term.broader());
        if (broader != null && isInCycle(term.code())) {
            written.section()
                    .major(
                            "broader",
                            "`%s` is above itself, or more than %d levels deep".formatted(term.code(), MAX_LEVELS),
                            "it is left out");
            broader = null;
        }
        var replacedBy = known(written, "replacedBy", term.replacedBy());
        if (term.code().equals(replacedBy)) {
            written.section().major("replacedBy", "`%s` replaces itself".formatted(term.code()), "it is left out");
            replacedBy = null;
        }
        return new Term(term.code(), term.labels(), broader, term.deprecated(), replacedBy);
    }

    private @Nullable String known(Written written, String key, @Nullable String code) {
        if (code == null || terms.containsKey(code)) {
            return code;
        }
        written.section()
                .major(
                        key,
                        "names the term `%s`, which does not exist".formatted(code),
                        NearestName.suggest(code, terms.keySet()));
        return null;
    }

    private boolean isInCycle(String code) {
        Set<String> seen = new HashSet<>();
        var next = terms.get(code);
        while (next != null && seen.add(next.term().code())) {
            var broader = next.term().broader();
            if (code.equals(broader) || seen.size() > MAX_LEVELS) {
                return true;
            }
            next = broader == null ? null : terms.get(broader);
        }
        return false;
    }
}
