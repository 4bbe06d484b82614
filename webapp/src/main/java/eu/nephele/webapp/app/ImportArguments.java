package eu.nephele.webapp.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the launcher says when it calls for an import. */
record ImportArguments(Path file, String type, boolean publish, boolean dryRun, Path data, List<Path> lightModules) {

    static ImportArguments of(String[] arguments) throws IOException {
        @Nullable Path file = null;
        @Nullable String type = null;
        var publish = false;
        var dryRun = false;
        var data = Path.of("data");
        var modules = new ArrayList<Path>();
        for (var index = 0; index < arguments.length; index++) {
            switch (arguments[index]) {
                case "--publish" -> publish = true;
                case "--dry-run" -> dryRun = true;
                case "--type" -> type = valueAfter(arguments, index++);
                case "--data" -> data = Path.of(valueAfter(arguments, index++));
                case "--light-modules" -> modules.add(Path.of(valueAfter(arguments, index++)));
                default -> file = Path.of(arguments[index]);
            }
        }
        if (file == null || type == null || !Files.isReadable(file)) {
            throw new IOException("import needs a readable FILE and --type TYPE");
        }
        return new ImportArguments(file, type, publish, dryRun, data, List.copyOf(modules));
    }

    private static String valueAfter(String[] arguments, int index) throws IOException {
        if (index + 1 >= arguments.length) {
            throw new IOException(arguments[index] + " needs a value");
        }
        return arguments[index + 1];
    }
}
