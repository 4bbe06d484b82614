package eu.nephele.platform.definition;

import eu.nephele.platform.definition.internal.Problems;
import eu.nephele.platform.definition.internal.Section;
import eu.nephele.platform.definition.internal.YamlFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A light module, as its {@code module.yaml} describes it.
 *
 * @param dependencies names of the modules to load before this one
 */
record LightModule(String name, @Nullable String version, List<Dependency> dependencies) {

    record Dependency(String module, boolean optional) {}

    static final String DESCRIPTOR = "module.yaml";

    LightModule {
        dependencies = List.copyOf(dependencies);
    }

    static LightModule read(String name, @Nullable YamlFile descriptor, Problems problems) {
        if (descriptor == null) {
            return new LightModule(name, null, List.of());
        }
        problems.addAll(descriptor.problems());
        if (descriptor.root() == null) {
            return new LightModule(name, null, List.of());
        }
        var root = Section.of(descriptor.root(), "", problems);
        root.ignore("name", "displayName", "description", "label", "class");
        var version = root.text("version");
        if (version == null) {
            root.minor("version", "a module with a `module.yaml` needs a `version`", "version: 1.0.0");
        }
        var dependencies = new ArrayList<Dependency>();
        for (var entry : root.named("dependencies")) {
            entry.section().text("version");
            dependencies.add(new Dependency(entry.name(), entry.section().flag("optional", false)));
            entry.section().finish();
        }
        root.finish();
        return new LightModule(name, version, dependencies);
    }

    /** Dependencies before dependants, otherwise in the order given; a cycle is a problem and is cut. */
    static List<LightModule> inLoadOrder(List<LightModule> modules, Problems problems) {
        Map<String, LightModule> byName = new LinkedHashMap<>();
        modules.forEach(module -> byName.put(module.name(), module));
        Map<String, LightModule> ordered = new LinkedHashMap<>();
        for (var module : modules) {
            visit(module, byName, ordered, new LinkedHashSet<>(), problems);
        }
        return List.copyOf(ordered.values());
    }

    private static void visit(
            LightModule module,
            Map<String, LightModule> byName,
            Map<String, LightModule> ordered,
            Set<String> open,
            Problems problems) {
        if (ordered.containsKey(module.name())) {
            return;
        }
        open.add(module.name());
        for (var dependency : module.dependencies()) {
            var other = byName.get(dependency.module());
            var place = eu.nephele.platform.definition.internal.Place.wholeFile(module.name() + "/" + DESCRIPTOR);
            if (other == null) {
                if (!dependency.optional()) {
                    problems.minor(
                            place,
                            "dependencies." + dependency.module(),
                            "depends on the module `%s`, which is not here".formatted(dependency.module()),
                            null);
                }
            } else if (open.contains(other.name())) {
                problems.major(
                        place,
                        "dependencies." + dependency.module(),
                        "depends on itself through `%s`".formatted(dependency.module()),
                        "remove one of the dependencies");
            } else {
                visit(other, byName, ordered, open, problems);
            }
        }
        open.remove(module.name());
        ordered.put(module.name(), module);
    }
}
