package eu.nephele.platform.definition;

import eu.nephele.platform.definition.internal.Includes;
import eu.nephele.platform.definition.internal.Place;
import eu.nephele.platform.definition.internal.Problems;
import eu.nephele.platform.definition.internal.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files of all modules, by name with the module first. Where two folders have the same module, a file of the later folder
 * hides that of the earlier. Each file is read once.
 */
final class SourceTree implements Includes.Files {

    static final int MAX_FILES = 50_000;
    private static final int MAX_DEPTH = 20;
    private static final Duration CLOCK_TICK = Duration.ofSeconds(2);

    /** The folders that make a directory a module. */
    static final Set<String> KINDS = Set.of(
            "apps",
            "blocks",
            "content",
            "contentTypes",
            "decorations",
            "dialogs",
            "fieldTypes",
            "i18n",
            "includes",
            "messageViews",
            "restClients",
            "restEndpoints",
            "roles",
            "sites",
            "synonyms",
            "templates",
            "themes",
            "traits",
            "virtualUriMappings",
            "vocabularies",
            "webhooks");

    private static final Set<String> NOT_OURS = Set.of("node_modules", "target", "webresources");

    private final TreeMap<String, Path> paths = new TreeMap<>();
    private final Map<String, Stamp> stamps = new HashMap<>();
    private final Map<Stamp, YamlFile> unchanged;
    private final Instant scanned = Instant.now();
    private final Set<Path> directories = new LinkedHashSet<>();
    private final Map<String, YamlFile> parsed = new HashMap<>();
    private final Map<String, Map<String, Optional<String>>> inherited = new HashMap<>();
    private final Problems problems = new Problems();
    private List<LightModule> modules = List.of();

    private SourceTree(Map<Stamp, YamlFile> unchanged) {
        this.unchanged = unchanged;
    }

    /** What changes when a file does. */
    private record Stamp(
            String name,
            Path path,
            FileTime modified,
            long size,
            @Nullable Object key) {}

    /** The files read, without those so young that a change within the clock's tick could have been missed. */
    private Map<Stamp, YamlFile> settled() {
        var settled = new HashMap<Stamp, YamlFile>();
        parsed.forEach((name, file) -> {
            var stamp = stamps.get(name);
            if (stamp != null && stamp.modified().toInstant().isBefore(scanned.minus(CLOCK_TICK))) {
                settled.put(stamp, file);
            }
        });
        return settled;
    }

    /** Reads folders of modules; a folder that is a module itself is taken for one. */
    static SourceTree scan(List<Path> folders) {
        return scan(folders, null);
    }

    /** @param before files that have not changed since are not read again */
    static SourceTree scan(List<Path> folders, @Nullable SourceTree before) {
        var tree = new SourceTree(before == null ? Map.of() : before.settled());
        var names = new LinkedHashSet<String>();
        for (var folder : folders) {
            tree.directories.add(folder.toAbsolutePath());
            if (!Files.isDirectory(folder)) {
                tree.problems.severe(Place.wholeFile(nameOf(folder)), "", "is no folder of modules", null);
                continue;
            }
            for (var module : isSingleModule(folder) ? List.of(folder) : children(folder)) {
                if (isModule(module)) {
                    names.add(nameOf(module));
                    tree.walk(module);
                } else if (Files.isDirectory(module)) {
                    // May become one: its first folder is seen only by who follows it already.
                    tree.directories.add(module.toAbsolutePath());
                }
            }
        }
        var read = names.stream()
                .map(name -> LightModule.read(name, tree.file(name + "/" + LightModule.DESCRIPTOR), tree.problems))
                .toList();
        tree.modules = LightModule.inLoadOrder(read, tree.problems);
        return tree;
    }

    static boolean isModule(Path folder) {
        return Files.isDirectory(folder)
                && (Files.exists(folder.resolve(LightModule.DESCRIPTOR))
                        || KINDS.stream().anyMatch(kind -> Files.isDirectory(folder.resolve(kind))));
    }

    /** Whether the folder is a module, and no folder of modules one of which is called {@code apps}. */
    static boolean isSingleModule(Path folder) {
        return isModule(folder)
                && children(folder).stream().noneMatch(child -> Files.exists(child.resolve(LightModule.DESCRIPTOR)));
    }

    /** The first parts of the names of all files below the folder, and of the folder itself. */
    static Set<String> moduleNames(Path folder) {
        var names = new TreeSet<>(Set.of(nameOf(folder)));
        if (Files.isDirectory(folder) && !isSingleModule(folder)) {
            children(folder).forEach(child -> names.add(nameOf(child)));
        }
        return names;
    }

    static boolean isYaml(String file) {
        return file.endsWith(".yaml") || file.endsWith(".yml");
    }

    private static String nameOf(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    private static List<Path> children(Path folder) {
        try (var children = Files.list(folder)) {
            return children.filter(child -> !nameOf(child).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void walk(Path module) {
        var name = nameOf(module);
        try {
            Files.walkFileTree(module, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    var folder = nameOf(directory);
                    if (!directory.equals(module) && (folder.startsWith(".") || NOT_OURS.contains(folder))) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    directories.add(directory.toAbsolutePath());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    return add(name, module, file, attributes);
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    problems.minor(
                            Place.wholeFile(name + "/" + module.relativize(file)),
                            "",
                            "cannot be read: " + e.getClass().getSimpleName(),
                            null);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            problems.severe(Place.wholeFile(name), "", "cannot be read: " + e.getMessage(), null);
        }
    }

    private FileVisitResult add(String name, Path module, Path file, BasicFileAttributes attributes) {
        var relative = module.relativize(file).toString().replace('\\', '/');
        if (!attributes.isRegularFile() || nameOf(file).startsWith(".")) {
            return FileVisitResult.CONTINUE;
        }
        if (paths.size() >= MAX_FILES) {
            problems.severe(Place.wholeFile(name), "", "there are more than %d files".formatted(MAX_FILES), null);
            return FileVisitResult.TERMINATE;
        }
        if (Files.isSymbolicLink(file)) {
            try {
                directories.add(file.toRealPath().getParent());
            } catch (IOException e) {
                return FileVisitResult.CONTINUE;
            }
        }
        var fullName = name + "/" + relative;
        paths.put(fullName, file);
        stamps.put(
                fullName,
                new Stamp(fullName, file, attributes.lastModifiedTime(), attributes.size(), attributes.fileKey()));
        return FileVisitResult.CONTINUE;
    }

    /** In load order. */
    List<LightModule> modules() {
        return modules;
    }

    List<eu.nephele.api.problem.Problem> problems() {
        return problems.list();
    }

    /** All folders in which a change matters. */
    Set<Path> directories() {
        return directories;
    }

    /** The files of a folder of a module, sorted. */
    List<String> files(String module, String kind) {
        var prefix = module + "/" + kind + "/";
        return List.copyOf(paths.subMap(prefix, prefix + Character.MAX_VALUE).keySet());
    }

    List<DefinitionFile> definitions(String module, String kind) {
        var files = new ArrayList<DefinitionFile>();
        for (var file : files(module, kind)) {
            var definition = DefinitionFile.of(file);
            if (definition != null) {
                files.add(definition);
            }
        }
        return files;
    }

    @Nullable
    Path path(String file) {
        return paths.get(file);
    }

    @Override
    public @Nullable YamlFile file(String name) {
        var path = paths.get(name);
        if (path == null || !isYaml(name)) {
            return null;
        }
        var known = unchanged.get(stamps.get(name));
        return parsed.computeIfAbsent(name, key -> known == null ? YamlFile.read(key, path) : known);
    }

    /** By {@code module:path} or by name, of the same kind as the file that refers to it, or else of any. */
    @Override
    public @Nullable String definition(String reference, String fromFile) {
        return inherited
                .computeIfAbsent(fromFile, file -> new HashMap<>())
                .computeIfAbsent(reference, key -> Optional.ofNullable(find(key, fromFile)))
                .orElse(null);
    }

    private @Nullable String find(String reference, String fromFile) {
        var from = DefinitionFile.of(fromFile);
        var colon = reference.indexOf(':');
        var module = colon < 0 ? null : reference.substring(0, colon);
        var path = reference.substring(colon + 1).replace('.', '/');
        var kinds = new ArrayList<>(new TreeSet<>(KINDS));
        if (from != null) {
            kinds.addFirst(from.kind());
        }
        for (var kind : kinds) {
            for (var candidate : modules) {
                for (var file : definitions(candidate.name(), kind)) {
                    var named = module == null
                            ? file.name().equals(reference) || file.path().equals(path)
                            : candidate.name().equals(module)
                                    && (file.path().equals(path) || file.name().equals(path));
                    if (named && !file.file().equals(fromFile)) {
                        return file.file();
                    }
                }
            }
        }
        return null;
    }

    @Override
    public List<String> names() {
        return paths.keySet().stream().filter(SourceTree::isYaml).toList();
    }
}
