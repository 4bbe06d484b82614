package eu.nephele.platform.definition;

import eu.nephele.platform.definition.internal.Located;
import eu.nephele.platform.definition.internal.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Reads {@code synonyms/<locale>.yaml}: lists of words that mean the same, and maps {@code from} words {@code to} others. */
final class SynonymReader {

    static final int MAX_RULES = 5_000;
    static final int MAX_EXPRESSIONS = 50;
    static final int MAX_LENGTH = 100;

    private static final String KEY = "synonyms";
    private static final String LEFT_OUT = "it is left out";

    private SynonymReader() {}

    /** @param locale the file's name; rules in the order written */
    record Synonyms(String locale, List<SynonymRule> rules) {}

    static Synonyms read(DefinitionFile file, Section root) {
        root.ignore("description", "notes", "source", "license");
        var rules = new ArrayList<SynonymRule>();
        switch (root.value(KEY).orElse(null)) {
            case Located.Items items -> {
                for (var index = 0; index < items.items().size(); index++) {
                    if (rules.size() == MAX_RULES) {
                        root.problems()
                                .major(
                                        items.items().get(index).place(),
                                        KEY,
                                        "has more than %d entries".formatted(MAX_RULES),
                                        "the others are left out");
                        break;
                    }
                    rule(items.items().get(index), KEY + "[" + index + "]", root, rules);
                }
            }
            case null -> root.major(KEY, "has no `synonyms`", "synonyms: [[company, firm, enterprise]]");
            default -> root.major(KEY, "must be a list", "synonyms: [[company, firm, enterprise]]");
        }
        root.finish();
        return new Synonyms(file.name().replace('_', '-'), rules);
    }

    private static void rule(Located item, String path, Section root, List<SynonymRule> rules) {
        if (item instanceof Located.Fields) {
            var section = Section.of(item, path, root.problems());
            var from = expressions(section, "from");
            var to = expressions(section, "to");
            section.finish();
            if (!from.isEmpty() && !to.isEmpty()) {
                rules.add(new SynonymRule(from, to));
            }
        } else if (item instanceof Located.Items group) {
            var expressions = expressions(group, path, root);
            if (expressions.size() > 1) {
                rules.add(SynonymRule.group(expressions));
            } else {
                root.problems().major(item.place(), path, "names fewer than two expressions", LEFT_OUT);
            }
        } else {
            root.problems()
                    .major(
                            item.place(),
                            path,
                            "must be a list of expressions, or a map with `from` and `to`, not " + item.form(),
                            LEFT_OUT);
        }
    }

    private static List<String> expressions(Section section, String key) {
        var value = section.value(key).orElse(null);
        var expressions = value == null
                ? List.<String>of()
                : value instanceof Located.Items items
                        ? expressions(items, section.path(key), section)
                        : expression(value, section.path(key), section);
        if (expressions.isEmpty()) {
            section.major(key, "names no expression", "the entry is left out");
        }
        return expressions;
    }

    private static List<String> expressions(Located.Items items, String path, Section section) {
        var expressions = new LinkedHashSet<String>();
        for (var item : items.items()) {
            if (expressions.size() == MAX_EXPRESSIONS) {
                section.problems()
                        .major(
                                item.place(),
                                path,
                                "has more than %d expressions".formatted(MAX_EXPRESSIONS),
                                "the others are left out");
                break;
            }
            for (var expression : expression(item, path, section)) {
                if (!expressions.add(expression)) {
                    section.problems()
                            .minor(item.place(), path, "names `%s` twice".formatted(expression), "remove one of them");
                }
            }
        }
        return List.copyOf(expressions);
    }

    private static List<String> expression(Located value, String path, Section section) {
        if (value instanceof Located.Scalar scalar
                && scalar.text().codePoints().anyMatch(Character::isLetterOrDigit)
                && scalar.text().length() <= MAX_LENGTH) {
            return List.of(scalar.text().strip());
        }
        section.problems()
                .major(
                        value.place(),
                        path,
                        "an expression is a text of words with at most %d characters, not %s"
                                .formatted(MAX_LENGTH, value.form()),
                        LEFT_OUT);
        return List.of();
    }
}
