package eu.nephele.platform.definition.internal;

import eu.nephele.api.problem.Problem;
import eu.nephele.platform.definition.internal.Located.Field;
import eu.nephele.platform.definition.internal.Located.Fields;
import eu.nephele.platform.definition.internal.Located.Items;
import eu.nephele.platform.definition.internal.Located.Scalar;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what {@code !include} and {@code !inherit} name in their place, and lays what is written beside the tag over it. */
public final class Includes {

    static final int MAX_CHAIN = 50;

    /** The files to include from. */
    public interface Files {

        /** A file by its name, the module first; null when there is none. */
        @Nullable
        YamlFile file(String name);

        /** The file of a definition that another one inherits from; null when there is none. */
        @Nullable
        String definition(String reference, String fromFile);

        List<String> names();
    }

    /** @param problems of the file and of all that it includes */
    public record Resolved(@Nullable Located root, List<Problem> problems) {
        public Resolved {
            problems = List.copyOf(problems);
        }
    }

    private final Files files;
    private final Map<String, Resolved> resolved = new HashMap<>();
    private final Deque<String> chain = new ArrayDeque<>();

    public Includes(Files files) {
        this.files = files;
    }

    public Resolved resolve(YamlFile file) {
        var known = resolved.get(file.file());
        if (known != null) {
            return known;
        }
        var problems = new Problems();
        problems.addAll(file.problems());
        chain.push(file.file());
        var root = file.root() == null ? null : resolve(file.root(), problems);
        chain.pop();
        if (root != null
                && (root.extent().size() > YamlFile.MAX_VALUES || root.extent().depth() > YamlFile.MAX_DEPTH)) {
            problems.severe(
                    Place.wholeFile(file.file()),
                    "",
                    "has more than %d values or %d levels with what it includes"
                            .formatted(YamlFile.MAX_VALUES, YamlFile.MAX_DEPTH),
                    null);
            root = null;
        }
        var result = new Resolved(root, problems.list());
        resolved.put(file.file(), result);
        return result;
    }

    private Located resolve(Located value, Problems problems) {
        return switch (value) {
            case Scalar scalar -> {
                var base = base(scalar, scalar.text(), problems);
                yield base == null ? scalar : base;
            }
            case Items items -> {
                var children = new ArrayList<Located>();
                items.items().forEach(item -> children.add(resolve(item, problems)));
                yield Items.of(items.place(), items.tag(), children);
            }
            case Fields fields -> {
                var children = new LinkedHashMap<String, Field>();
                fields.fields()
                        .forEach((key, field) ->
                                children.put(key, new Field(field.key(), resolve(field.value(), problems))));
                var own = Fields.of(fields.place(), fields.tag(), children);
                var base = base(fields, "", problems);
                yield base == null ? own : Merge.over(base, own.withTag(null));
            }
        };
    }

    /** What the value's tag names, an empty map if that is not to be had; null when it names nothing. */
    private @Nullable Located base(Located value, String text, Problems problems) {
        var tag = value.tag();
        if (tag == null) {
            return null;
        }
        var colon = tag.indexOf(':');
        var word = colon < 0 ? tag : tag.substring(0, colon);
        var written = decoded(colon < 0 || colon == tag.length() - 1 ? text : tag.substring(colon + 1))
                .strip();
        if (word.equals("!include")) {
            return included(written.startsWith("/") ? written.substring(1) : written, written, value, problems);
        }
        if (word.equals("!inherit")) {
            var name = files.definition(written, value.place().file());
            if (name == null) {
                problems.minor(value.place(), "", "inherits from `%s`, which is not here".formatted(written), null);
                return Fields.empty(value.place());
            }
            return included(name, written, value, problems);
        }
        return null;
    }

    private Located included(String name, String written, Located at, Problems problems) {
        var nothing = Fields.empty(at.place());
        var file = files.file(name);
        if (file == null) {
            problems.major(
                    at.place(),
                    "",
                    "includes `%s`, which is not there".formatted(written),
                    NearestName.suggest(name, files.names()));
            return nothing;
        }
        if (chain.contains(name) || chain.size() >= MAX_CHAIN) {
            problems.major(
                    at.place(),
                    "",
                    chain.contains(name)
                            ? "includes itself through `%s`".formatted(written)
                            : "includes more than %d files in a chain".formatted(MAX_CHAIN),
                    "remove one of the includes");
            return nothing;
        }
        var included = resolve(file);
        problems.addAll(included.problems());
        if (included.root() == null) {
            problems.major(at.place(), "", "includes `%s`, which cannot be used".formatted(written), null);
            return nothing;
        }
        return included.root();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
