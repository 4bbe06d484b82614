package eu.nephele.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Keeps source files short enough to be read in one sitting: 400 lines for code, 600 for tests. */
class SourceFilesTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    @Test
    void noSourceFileIsLongerThanItsLimit() throws IOException {
        var tooLong = new TreeMap<String, Long>();
        for (var module : List.of("core-module/plugin-api", "core-module/platform", "webapp")) {
            collect(tooLong, ROOT.resolve(module).resolve("src/main/java"), 400);
            collect(tooLong, ROOT.resolve(module).resolve("src/test/java"), 600);
        }
        assertThat(tooLong).isEmpty();
    }

    private static void collect(TreeMap<String, Long> tooLong, Path folder, int limit) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                try (var lines = Files.lines(file)) {
                    var count = lines.count();
                    if (count > limit) {
                        tooLong.put(ROOT.relativize(file).toString(), count);
                    }
                }
            }
        }
    }
}
