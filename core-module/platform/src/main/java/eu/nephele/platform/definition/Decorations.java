package eu.nephele.platform.definition;

import eu.nephele.api.problem.Problem;
import eu.nephele.platform.definition.internal.Includes;
import eu.nephele.platform.definition.internal.Located;
import eu.nephele.platform.definition.internal.Merge;
import eu.nephele.platform.definition.internal.NearestName;
import eu.nephele.platform.definition.internal.Place;
import eu.nephele.platform.definition.internal.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What modules lay over definitions of others: {@code decorations/<module>/<kind>/<name>[.<property.path>].yaml}, in load order.
 */
final class Decorations {

    private static final String KIND = "decorations";
    private static final String CONFIG = "config";

    /** Magnolia's modules whose configuration means something to us. */
    private static final List<String> CONFIGURED = List.of("site", "multisite", "ui-admincentral", "admincentral");

    private record Decoration(List<String> path, Includes.Resolved resolved) {}

    private final SourceTree sources;
    private final Includes includes;
    private final Problems problems = new Problems();
    private final Map<String, List<Decoration>> byTarget = new HashMap<>();

    Decorations(SourceTree sources, Includes includes) {
        this.sources = sources;
        this.includes = includes;
        for (var module : sources.modules()) {
            sources.definitions(module.name(), KIND).forEach(this::add);
        }
    }

    private void add(DefinitionFile file) {
        var resolved = includes.resolve(Objects.requireNonNull(sources.file(file.file())));
        var folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
        var steps = Arrays.asList(file.name().split("\\."));
        for (var named = steps.size(); named > 0; named--) {
            var name = String.join(".", steps.subList(0, named));
            var target = target(folder, name);
            if (target != null) {
                byTarget.computeIfAbsent(target, key -> new ArrayList<>())
                        .add(new Decoration(steps.subList(named, steps.size()), resolved));
                return;
            }
        }
        problems.addAll(resolved.problems());
        complain(file);
    }

    private @org.jspecify.annotations.Nullable String target(String folder, String name) {
        var target = folder + name;
        if (CONFIGURED.stream().anyMatch(module -> target.equals(module + "/" + CONFIG))) {
            return target;
        }
        return sources.path(target + ".yaml") != null
                ? target + ".yaml"
                : sources.path(target + ".yml") != null ? target + ".yml" : null;
    }

    private void complain(DefinitionFile file) {
        var module = file.path().substring(0, Math.max(0, file.path().indexOf('/')));
        var place = Place.wholeFile(file.file());
        if (sources.modules().stream().noneMatch(other -> other.name().equals(module))) {
            problems.minor(place, "", "decorates the module `%s`, which is not here".formatted(module), null);
        } else {
            problems.major(
                    place,
                    "",
                    "decorates `%s`, which does not exist".formatted(file.path()),
                    NearestName.suggest(file.path() + ".yaml", sources.names()));
        }
    }

    /** Lays the decorations of a file over it. */
    Located apply(String file, Located root, Problems collector) {
        var decorated = root;
        for (var decoration : byTarget.getOrDefault(file, List.of())) {
            collector.addAll(decoration.resolved().problems());
            if (decoration.resolved().root() != null) {
                decorated = Merge.over(
                        decorated,
                        Merge.at(decoration.path(), decoration.resolved().root()));
            }
        }
        return decorated;
    }

    /** The decorations of a module's configuration, each from its root: such as {@code site}. */
    List<Located> config(String module, Problems collector) {
        var roots = new ArrayList<Located>();
        for (var decoration : byTarget.getOrDefault(module + "/" + CONFIG, List.of())) {
            collector.addAll(decoration.resolved().problems());
            if (decoration.resolved().root() != null) {
                roots.add(Merge.at(decoration.path(), decoration.resolved().root()));
            }
        }
        return roots;
    }

    List<Problem> problems() {
        return problems.list();
    }
}
