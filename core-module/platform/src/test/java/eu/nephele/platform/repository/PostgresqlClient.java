package eu.nephele.platform.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** pg_dump and pg_restore, where the machine has them: they do not come with the server that tests start. */
final class PostgresqlClient {

    /** The server's version; an older client refuses to dump it. */
    private static final int OLDEST = 14;

    /** Dumps of later ones set what this server does not know. */
    private static final int NEWEST = 16;

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    private PostgresqlClient() {}

    static boolean fits() {
        return fits("pg_dump") && fits("pg_restore");
    }

    private static boolean fits(String program) {
        try {
            var version = VERSION.matcher(run(new ProcessBuilder(program, "--version")));
            if (!version.find()) {
                return false;
            }
            var major = Integer.parseInt(version.group(1));
            return major >= OLDEST && major <= NEWEST;
        } catch (IOException none) {
            return false;
        }
    }

    /** As docs/operations.md has it. */
    static void dumpAndRestore(PostgresqlSettings from, PostgresqlSettings to) {
        try {
            var dump = Files.createTempFile("nephele", ".dump");
            try {
                run(client(from, "pg_dump", "-Fc", "-f", dump.toString(), name(from)));
                run(client(to, "pg_restore", "--exit-on-error", "-d", name(to), dump.toString()));
            } finally {
                Files.delete(dump);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ProcessBuilder client(PostgresqlSettings database, String... command) {
        var address = address(database);
        var process = new ProcessBuilder(new ArrayList<>(List.of(command)));
        process.environment().put("PGHOST", address.getHost());
        process.environment().put("PGPORT", String.valueOf(address.getPort()));
        process.environment().put("PGUSER", database.user());
        process.environment().put("PGPASSWORD", database.password());
        return process;
    }

    private static URI address(PostgresqlSettings database) {
        return URI.create(database.url().substring("jdbc:".length()));
    }

    private static String name(PostgresqlSettings database) {
        return Path.of(address(database).getPath()).getFileName().toString();
    }

    private static String run(ProcessBuilder command) throws IOException {
        var process = command.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("%s: %s".formatted(command.command(), said));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return said;
    }
}
