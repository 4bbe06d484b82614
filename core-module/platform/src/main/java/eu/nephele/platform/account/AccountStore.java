package eu.nephele.platform.account;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Accounts as Magnolia stores them: {@code mgnl:user} nodes with the hash in {@code pswd}, in the workspace {@code users}. */
final class AccountStore {

    private static final Workspace WORKSPACE = new Workspace("users", false, Map.of(), List.of("mgnl:user"), List.of());
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final Actor SYSTEM = Actor.system("account");

    private final ContentRepository repository;

    AccountStore(ContentRepository repository) {
        this.repository = repository;
        repository.register(WORKSPACE);
    }

    Optional<String> passwordHash(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return repository.read(SYSTEM, reader -> reader.node(location(name), 0)).map(node -> node.text("pswd"));
    }

    void save(String name, String passwordHash) {
        repository.write(SYSTEM, writer -> {
            var properties = Map.of(
                    "name", Value.of(name),
                    "pswd", Value.of(passwordHash),
                    "enabled", Value.of(true),
                    "roles", Value.texts("superuser"));
            return writer.put(location(name), ContentNode.unstored(name, "mgnl:user", properties, List.of()));
        });
    }

    private static Location location(String name) {
        return new Location(Perspective.DRAFT, WORKSPACE.name(), "/system/" + name);
    }
}
