package eu.nephele.platform.account;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Users as Magnolia stores them: {@code mgnl:user} nodes with the hash in {@code pswd}, in the workspace {@code users}. */
final class AccountStore {

    static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    private static final String TYPE = "mgnl:user";
    private static final Workspace WORKSPACE = new Workspace("users", false, Map.of(), List.of(TYPE), List.of());
    private static final Actor SYSTEM = Actor.system("account");
    private static final Location FOLDER = new Location(Perspective.DRAFT, WORKSPACE.name(), "/system");
    private static final String GROUP_TYPE = "mgnl:group";
    private static final Workspace GROUP_WORKSPACE =
            new Workspace("usergroups", false, Map.of(), List.of(GROUP_TYPE), List.of());
    private static final Location GROUPS = new Location(Perspective.DRAFT, GROUP_WORKSPACE.name(), "/");
    private static final int LARGEST_LIST = 10_000;

    /**
     * @param passwordHash null for somebody who cannot log in with a password
     * @param identity who it is at an identity provider; null for a user of our own
     */
    record Stored(
            User user,
            @Nullable String passwordHash,
            @Nullable String identity) {

        Stored with(User changed) {
            return new Stored(changed, passwordHash, identity);
        }

        Stored withPassword(String hash) {
            return new Stored(user, hash, identity);
        }
    }

    private final ContentRepository repository;

    AccountStore(ContentRepository repository) {
        this.repository = repository;
        repository.register(WORKSPACE);
        repository.register(GROUP_WORKSPACE);
    }

    Optional<Stored> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return repository
                .read(SYSTEM, reader -> reader.node(FOLDER.child(name), 0))
                .map(AccountStore::stored);
    }

    Optional<Stored> withIdentity(String identity) {
        return repository.read(SYSTEM, reader -> reader.children(FOLDER, Set.of(TYPE), 0, LARGEST_LIST)).stream()
                .map(AccountStore::stored)
                .filter(stored -> identity.equals(stored.identity()))
                .findFirst();
    }

    /** In the order of their names. */
    List<User> all() {
        return repository.read(SYSTEM, reader -> reader.children(FOLDER, Set.of(TYPE), 0, LARGEST_LIST)).stream()
                .map(node -> stored(node).user())
                .sorted(java.util.Comparator.comparing(User::name))
                .toList();
    }

    void save(Stored stored) {
        var user = stored.user();
        var properties = new LinkedHashMap<String, Value>();
        properties.put("name", Value.of(user.name()));
        properties.put("title", Value.of(user.fullName()));
        properties.put("email", Value.of(user.email()));
        properties.put("enabled", Value.of(user.enabled()));
        properties.put("roles", texts(user.roles()));
        properties.put("groups", texts(user.groups()));
        properties.put("organisations", texts(user.organisations()));
        properties.put("locales", texts(user.locales()));
        properties.put("sample", Value.of(user.sample()));
        if (stored.passwordHash() != null) {
            properties.put("pswd", Value.of(stored.passwordHash()));
        }
        if (stored.identity() != null) {
            properties.put("identity", Value.of(stored.identity()));
        }
        var node = ContentNode.unstored(user.name(), TYPE, properties, List.of());
        repository.write(SYSTEM, writer -> writer.put(FOLDER.child(user.name()), node));
    }

    /** In the order of their names. */
    List<Group> groups() {
        return repository.read(SYSTEM, reader -> reader.children(GROUPS, Set.of(GROUP_TYPE), 0, LARGEST_LIST)).stream()
                .map(node -> new Group(
                        node.name(),
                        text(node, "title"),
                        list(node, "roles"),
                        list(node, "organisations"),
                        list(node, "locales")))
                .sorted(java.util.Comparator.comparing(Group::name))
                .toList();
    }

    void save(Group group) {
        var properties = Map.of(
                "title", Value.of(group.label()),
                "roles", texts(group.roles()),
                "organisations", texts(group.organisations()),
                "locales", texts(group.locales()));
        var node = ContentNode.unstored(group.name(), GROUP_TYPE, properties, List.of());
        repository.write(SYSTEM, writer -> writer.put(GROUPS.child(group.name()), node));
    }

    void removeGroup(String name) {
        repository.write(SYSTEM, writer -> {
            writer.remove(GROUPS.child(name));
            return name;
        });
    }

    void remove(String name) {
        repository.write(SYSTEM, writer -> {
            writer.remove(FOLDER.child(name));
            return name;
        });
    }

    private static Stored stored(ContentNode node) {
        var user = new User(
                node.name(),
                text(node, "title"),
                text(node, "email"),
                !"false".equals(node.text("enabled")),
                list(node, "roles"),
                list(node, "groups"),
                list(node, "organisations"),
                list(node, "locales"),
                "true".equals(node.text("sample")));
        return new Stored(user, node.text("pswd"), node.text("identity"));
    }

    private static String text(ContentNode node, String property) {
        var text = node.text(property);
        return text == null ? "" : text;
    }

    static List<String> list(ContentNode node, String property) {
        var value = node.value(property);
        return value == null
                ? List.of()
                : value.each().stream().map(Value::asText).toList();
    }

    static Value texts(List<String> texts) {
        return Value.texts(texts.toArray(String[]::new));
    }
}
