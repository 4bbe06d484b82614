package eu.nephele.webapp.app;

import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.account.User;
import eu.nephele.platform.definition.RoleDefinition;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Creates one user for each role that names a sample one, at the first start with sample content. Their passwords are generated, and written to
 * a file that its owner alone can read.
 */
@Component
class SampleUsers {

    private final CurrentDefinitions definitions;
    private final Accounts accounts;
    private final Path file;

    SampleUsers(CurrentDefinitions definitions, Accounts accounts, NepheleSettings settings) {
        this.definitions = definitions;
        this.accounts = accounts;
        this.file = settings.dataFolder().resolve("sample-users.txt");
    }

    Path file() {
        return file;
    }

    /** Whether there is something to do: once the file is there, nothing is created again. */
    boolean areMissing() {
        return !Files.exists(file)
                && definitions.get().roles().values().stream().anyMatch(role -> role.sampleUser() != null);
    }

    void create() {
        var lines = new ArrayList<String>(List.of(
                "Sample users and their passwords. Delete the users, or give them other passwords, before others can reach the server.",
                ""));
        for (var role : definitions.get().roles().values()) {
            var sample = role.sampleUser();
            if (sample != null) {
                accounts.prepareSample(user(role, sample))
                        .ifPresent(password ->
                                lines.add("%-20s %s   (%s)".formatted(sample.name(), password, role.label())));
            }
        }
        write(lines);
    }

    private static User user(RoleDefinition role, RoleDefinition.SampleUser sample) {
        var organisation = sample.organisation();
        return new User(
                sample.name(),
                sample.fullName(),
                "",
                true,
                List.of(role.name()),
                List.of(),
                organisation == null ? List.of() : List.of(SampleValues.id("organisation", organisation)),
                sample.locales(),
                true);
    }

    private void write(List<String> lines) {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(file, lines, StandardOpenOption.CREATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
