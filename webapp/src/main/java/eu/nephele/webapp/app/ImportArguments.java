package eu.nephele.webapp.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What the launcher says when it calls for an import; {@code --nephele.} settings are those of the server, from the same places. */
record ImportArguments(Path file, String type, boolean publish, boolean dryRun, NepheleSettings settings) {

    static ImportArguments of(String[] arguments) throws IOException {
        @Nullable Path file = null;
        @Nullable String type = null;
        var publish = false;
        var dryRun = false;
        for (var index = 0; index < arguments.length; index++) {
            switch (arguments[index]) {
                case "--publish" -> publish = true;
                case "--dry-run" -> dryRun = true;
                case "--type" -> type = valueAfter(arguments, index++);
                case String setting when isSetting(setting) -> {}
                default -> file = Path.of(arguments[index]);
            }
        }
        if (file == null || type == null || !Files.isReadable(file)) {
            throw new IOException("import needs a readable FILE and --type TYPE");
        }
        return new ImportArguments(file, type, publish, dryRun, settingsOf(arguments));
    }

    /** The settings among the arguments of a command. */
    static NepheleSettings settingsOf(String[] arguments) {
        return settings(
                Arrays.stream(arguments).filter(ImportArguments::isSetting).toArray(String[]::new));
    }

    private static boolean isSetting(String argument) {
        return argument.startsWith("--nephele.") || argument.startsWith("--spring.");
    }

    private static NepheleSettings settings(String[] arguments) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return Binder.get(environment).bindOrCreate("nephele", NepheleSettings.class);
    }

    private static String valueAfter(String[] arguments, int index) throws IOException {
        if (index + 1 >= arguments.length) {
            throw new IOException(arguments[index] + " needs a value");
        }
        return arguments[index + 1];
    }
}
