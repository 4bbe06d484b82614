package eu.nephele.platform.definition;

import eu.nephele.api.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Folders of light modules for tests: those kept as fixtures, and modules written on the spot. */
public final class TestingModules {

    private final Path folder;

    public TestingModules(Path folder) {
        this.folder = folder;
    }

    /** The fixture folder of that name among the test resources; a copy of it where those lie in a jar, as they do for other modules. */
    public static Path fixture(String name) {
        try {
            var place = Objects.requireNonNull(TestingModules.class.getResource("/" + name), name)
                    .toURI();
            return "jar".equals(place.getScheme()) ? copyOf(place, name) : Path.of(place);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copyOf(URI place, String name) throws IOException {
        var copy = Files.createTempDirectory(name);
        try (var jar = FileSystems.newFileSystem(place, Map.of());
                var files = Files.walk(jar.getPath("/" + name))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target =
                        copy.resolve(jar.getPath("/" + name).relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
                target.toFile().deleteOnExit();
            }
        }
        return copy;
    }

    public Path folder() {
        return folder;
    }

    /** Writes a file, its name with the module first. */
    public TestingModules write(String file, String text) {
        try {
            var path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Definitions definitions() {
        try (var modules = LightModules.load(List.of(folder))) {
            return modules.current();
        }
    }

    /** The problems of all files, each as {@code SEVERITY file:line:column path: message (suggestion)}. */
    public List<String> problems() {
        return LightModules.check(folder).stream().map(Problem::toString).toList();
    }
}
