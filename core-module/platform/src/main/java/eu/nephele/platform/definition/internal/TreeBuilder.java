package eu.nephele.platform.definition.internal;

import eu.nephele.platform.definition.internal.Located.Field;
import eu.nephele.platform.definition.internal.Located.Fields;
import eu.nephele.platform.definition.internal.Located.Items;
import eu.nephele.platform.definition.internal.Located.Kind;
import eu.nephele.platform.definition.internal.Located.Scalar;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns the parser's nodes into located values; an anchored node becomes one value, however often it is named. */
final class TreeBuilder {

    /** The file cannot be used. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        final transient Place place;

        Refused(Place place, String message) {
            super(message, null, false, false);
            this.place = place;
        }

        @Override
        public String getMessage() {
            return java.util.Objects.requireNonNull(super.getMessage());
        }
    }

    private static final Set<Tag> STANDARD = Set.of(
            Tag.STR,
            Tag.BOOL,
            Tag.INT,
            Tag.FLOAT,
            Tag.NULL,
            Tag.TIMESTAMP,
            Tag.SEQ,
            Tag.MAP,
            Tag.MERGE,
            Tag.BINARY,
            Tag.OMAP,
            Tag.PAIRS,
            Tag.SET,
            new Tag("tag:yaml.org,2002:value"));

    private static final Set<String> LOCAL = Set.of("!include", "!inherit", "!override", "!content-type");

    private final String file;
    private final Problems problems;
    private final Map<Node, Located> built = new IdentityHashMap<>();
    private final Map<Node, Boolean> open = new IdentityHashMap<>();

    TreeBuilder(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    Located build(Node node) {
        var known = built.get(node);
        if (known != null) {
            return known;
        }
        if (open.put(node, true) != null) {
            throw new Refused(place(node), "has an alias inside of what it stands for");
        }
        var value = switch (node) {
            case ScalarNode scalar -> new Scalar(place(node), localTag(node), scalar.getValue(), kind(scalar));
            case SequenceNode sequence ->
                Items.of(
                        place(node),
                        localTag(node),
                        sequence.getValue().stream().map(this::build).toList());
            case MappingNode mapping -> fields(mapping);
            default -> throw new Refused(place(node), "has a node of unknown kind");
        };
        if (value.extent().size() > YamlFile.MAX_VALUES) {
            throw new Refused(
                    place(node),
                    "has more than %d values when its aliases are written out".formatted(YamlFile.MAX_VALUES));
        }
        if (value.extent().depth() > YamlFile.MAX_DEPTH) {
            throw new Refused(place(node), "is nested deeper than %d levels".formatted(YamlFile.MAX_DEPTH));
        }
        open.remove(node);
        built.put(node, value);
        return value;
    }

    private Fields fields(MappingNode mapping) {
        var own = new LinkedHashMap<String, Field>();
        var merged = new LinkedHashMap<String, Field>();
        for (var tuple : mapping.getValue()) {
            if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                mergeSources(tuple).forEach(source -> source.fields().forEach(merged::putIfAbsent));
            } else if (tuple.getKeyNode() instanceof ScalarNode key) {
                if (own.put(key.getValue(), new Field(place(key), build(tuple.getValueNode()))) != null) {
                    problems.major(
                            place(key), "", "has the key `%s` twice".formatted(key.getValue()), "the last one is used");
                }
            } else {
                problems.major(place(tuple.getKeyNode()), "", "has a key that is no plain text", "it is left out");
            }
        }
        merged.putAll(own);
        return Fields.of(place(mapping), localTag(mapping), merged);
    }

    private List<Fields> mergeSources(NodeTuple tuple) {
        var sources = new ArrayList<Fields>();
        var value = build(tuple.getValueNode());
        var candidates = value instanceof Items items ? items.items() : List.of(value);
        for (var candidate : candidates) {
            if (candidate instanceof Fields fields) {
                sources.add(fields);
            } else {
                problems.major(place(tuple.getKeyNode()), "", "merges %s".formatted(candidate.form()), "merge a map");
            }
        }
        return sources;
    }

    private @Nullable String localTag(Node node) {
        var tag = node.getTag();
        if (STANDARD.contains(tag)) {
            return null;
        }
        var value = tag.getValue();
        if (!value.startsWith("!")) {
            throw new Refused(place(node), "has the tag `%s`, which is not allowed".formatted(value));
        }
        var colon = value.indexOf(':');
        var word = colon < 0 ? value : value.substring(0, colon);
        if (value.equals("!")) {
            return null;
        }
        if (!LOCAL.contains(word)) {
            problems.minor(
                    place(node), "", "has the unknown tag `%s`".formatted(value), NearestName.suggest(word, LOCAL));
            return null;
        }
        return value;
    }

    private static Kind kind(ScalarNode node) {
        var tag = node.getTag();
        if (tag.equals(Tag.BOOL)) {
            return Kind.BOOLEAN;
        }
        if (tag.equals(Tag.INT) && node.getValue().indexOf(':') < 0) {
            return Kind.WHOLE;
        }
        if (tag.equals(Tag.FLOAT) && node.getValue().indexOf(':') < 0) {
            return Kind.REAL;
        }
        var empty = node.isPlain() && node.getValue().isEmpty();
        return tag.equals(Tag.NULL) || empty ? Kind.NULL : Kind.TEXT;
    }

    private Place place(Node node) {
        var mark = node.getStartMark();
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
