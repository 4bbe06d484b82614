package eu.nephele.platform.definition;

import eu.nephele.api.problem.Problem;
import eu.nephele.api.problem.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The light modules of one or more folders: loads them, keeps the definitions in force, follows changed files. */
public final class LightModules implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LightModules.class);

    private final List<Path> folders;
    private final List<Consumer<Definitions>> listeners = new CopyOnWriteArrayList<>();
    private Map<String, Object> lastGood = Map.of();
    private SourceTree sources;
    private volatile Definitions current;
    private @Nullable FolderWatch watch;

    private LightModules(List<Path> folders) {
        this.folders = List.copyOf(folders);
        this.sources = SourceTree.scan(this.folders);
        this.current = read(1);
    }

    /** Loads all modules below the folders, dependencies before dependants; a later folder's files replace those of the same module before. */
    public static LightModules load(List<Path> folders) {
        var modules = new LightModules(folders);
        log(modules.current.problems());
        return modules;
    }

    /**
     * What is wrong in a module, sample content included, or in all modules of a folder. Modules that a single module depends on are
     * looked for beside it.
     *
     * @param others folders of modules that the checked ones are used with; what is wrong in those is left out
     */
    public static List<Problem> check(Path moduleOrFolder, List<Path> others) {
        var folder = moduleOrFolder.toAbsolutePath().normalize();
        var checked = SourceTree.moduleNames(folder);
        var folders = new ArrayList<>(others);
        folders.addAll(SourceTree.isSingleModule(folder) ? withDependencies(folder) : List.of(folder));
        try (var modules = new LightModules(folders)) {
            var problems = new ArrayList<>(modules.current().problems());
            SampleReader.read(modules.sources, modules.current(), problems);
            return DefinitionLoader.sorted(problems.stream()
                    .filter(problem -> checked.contains(problem.file().split("/", 2)[0]))
                    .toList());
        }
    }

    public static List<Problem> check(Path moduleOrFolder) {
        return check(moduleOrFolder, List.of());
    }

    private static List<Path> withDependencies(Path module) {
        var found = new LinkedHashSet<Path>();
        var open = new ArrayList<>(List.of(module));
        while (!open.isEmpty()) {
            var next = open.removeFirst();
            if (found.add(next)) {
                SourceTree.scan(List.of(next)).modules().stream()
                        .flatMap(read -> read.dependencies().stream())
                        .map(dependency -> next.resolveSibling(dependency.module()))
                        .filter(Files::isDirectory)
                        .forEach(open::add);
            }
        }
        return List.copyOf(found).reversed();
    }

    public Definitions current() {
        return current;
    }

    /** Calls the listener with the definitions after each change, from the watching thread. */
    public void onChange(Consumer<Definitions> listener) {
        listeners.add(listener);
    }

    /** Starts to follow the folders: a changed file is in force within a second. */
    public synchronized void watch() {
        if (watch == null) {
            watch = FolderWatch.start(sources.directories(), this::reload);
        }
    }

    /** Reads the folders again, now. Answers the definitions in force from then on. */
    public synchronized Definitions reload() {
        if (watch != null) {
            // Followed before they are read, so that nothing is missed that is written in between.
            watch.follow(SourceTree.scan(folders).directories());
        }
        sources = SourceTree.scan(folders, sources);
        var before = current;
        var next = read(before.generation());
        if (!next.equals(before)) {
            current = next.withGeneration(before.generation() + 1);
            var known = new HashSet<>(before.problems());
            log(current.problems().stream()
                    .filter(problem -> !known.contains(problem))
                    .toList());
            LOG.info("Definitions changed: generation {}", current.generation());
            listeners.forEach(this::tell);
        }
        return current;
    }

    private void tell(Consumer<Definitions> listener) {
        try {
            listener.accept(current);
        } catch (RuntimeException e) {
            LOG.error("A follower of definitions failed at generation {}", current.generation(), e);
        }
    }

    private Definitions read(long generation) {
        var loader = new DefinitionLoader(sources, lastGood);
        var definitions = loader.load(generation);
        lastGood = loader.good();
        return definitions;
    }

    private static void log(List<Problem> problems) {
        for (var problem : problems) {
            if (problem.severity() == Severity.MINOR) {
                LOG.info("{}", problem);
            } else {
                LOG.warn("{}", problem);
            }
        }
    }

    /** The sample content of the modules, read now. What is wrong in it is logged; {@link #check} lists it. */
    public synchronized List<SampleEntry> sampleContent() {
        var problems = new ArrayList<Problem>();
        var entries = SampleReader.read(SourceTree.scan(folders), current, problems);
        log(problems);
        return entries;
    }

    @Override
    public synchronized void close() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }
}
