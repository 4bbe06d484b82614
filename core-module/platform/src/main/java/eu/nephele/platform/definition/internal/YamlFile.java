package eu.nephele.platform.definition.internal;

import eu.nephele.api.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A YAML file as it was read. Files are hostile input: nothing is constructed from tags, and size, depth, aliases and the extent of
 * the written-out tree are bounded.
 *
 * @param root null when the file is empty or cannot be used; then a SEVERE problem says why
 */
public record YamlFile(String file, @Nullable Located root, List<Problem> problems) {

    /** In bytes. */
    static final int MAX_SIZE = 3 * 1024 * 1024;

    static final int MAX_DEPTH = 100;
    static final int MAX_ALIASES = 1_000;
    static final int MAX_VALUES = 500_000;

    public YamlFile {
        problems = List.copyOf(problems);
    }

    /** @param file its name in problems */
    public static YamlFile read(String file, Path path) {
        var problems = new Problems();
        try {
            var size = Files.size(path);
            if (size > MAX_SIZE) {
                return failed(
                        file, problems, "has %d bytes, more than the %d allowed".formatted(size, MAX_SIZE), "split it");
            }
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            return parse(file, text);
        } catch (CharacterCodingException e) {
            return failed(file, problems, "is not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            return failed(file, problems, "cannot be read: " + e.getClass().getSimpleName(), null);
        }
    }

    public static YamlFile parse(String file, String text) {
        var problems = new Problems();
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_SIZE);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setAllowRecursiveKeys(false);
        try {
            var body = text.startsWith("\uFEFF") ? text.substring(1) : text;
            var node = new Yaml(options).compose(new java.io.StringReader(body));
            var root = node == null ? null : new TreeBuilder(file, problems).build(node);
            if (root == null || root.isNull()) {
                return failed(file, problems, "is empty", null);
            }
            return new YamlFile(file, root, problems.list());
        } catch (TreeBuilder.Refused e) {
            problems.severe(e.place, "", e.getMessage(), null);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            var place =
                    mark == null ? Place.wholeFile(file) : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
            problems.severe(place, "", "is not YAML: " + describe(e), cure(e));
        } catch (ReaderException e) {
            var before = text.substring(0, Math.min(Math.max(e.getPosition(), 0), text.length()));
            var line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            var column = before.length() - before.lastIndexOf('\n');
            problems.severe(
                    new Place(file, line, column),
                    "",
                    "is not YAML: the character U+%04X is not allowed".formatted(e.getCodePoint()),
                    "remove it");
        } catch (YAMLException e) {
            problems.severe(Place.wholeFile(file), "", "is not usable YAML: " + e.getMessage(), null);
        }
        return new YamlFile(file, null, problems.list());
    }

    private static String describe(MarkedYAMLException e) {
        return e.getContext() == null || e.getContext().isBlank()
                ? e.getProblem()
                : e.getContext() + ", " + e.getProblem();
    }

    private static @Nullable String cure(MarkedYAMLException e) {
        if (e.getProblem() == null) {
            return null;
        }
        if (e.getProblem().contains("\\t")) {
            return "indent with spaces, not with tabs";
        }
        return e.getProblem().contains("mapping values are not allowed")
                ? "is a line indented too far, or a text with a colon not in quotes?"
                : null;
    }

    private static YamlFile failed(String file, Problems problems, String message, @Nullable String suggestion) {
        problems.severe(Place.wholeFile(file), "", message, suggestion);
        return new YamlFile(file, null, problems.list());
    }
}
