package eu.nephele.platform.account;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.ContentWriter;
import eu.nephele.platform.repository.Workspace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Sessions of browsers, stored in the repository: every node on the same store knows them, and what ends one ends it everywhere. Only a hash
 * of the secret is stored, so that who reads the store can use none.
 */
public final class Sessions {

    private static final String TYPE = "nph:session";
    private static final Workspace WORKSPACE = new Workspace("sessions", true, Map.of(), List.of(TYPE), List.of());
    private static final Location ROOT = new Location(Perspective.DRAFT, WORKSPACE.name(), "/");
    private static final Actor SYSTEM = Actor.system("sessions");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int SECRET_BYTES = 32;
    private static final int ID_LENGTH = 12;
    private static final int LARGEST_LIST = 10_000;

    private final ContentRepository repository;
    private final SessionSettings settings;
    private final InstantSource clock;

    public Sessions(ContentRepository repository, SessionSettings settings, InstantSource clock) {
        this.repository = repository;
        this.settings = settings;
        this.clock = clock;
        repository.register(WORKSPACE);
    }

    /** @return the secret, which is stored nowhere */
    public String open(String user, String origin) {
        var secret = Secrets.random(SECRET_BYTES);
        var now = clock.instant();
        var hash = Secrets.hash(secret);
        repository.write(SYSTEM, writer -> {
            var own = all(writer).stream()
                    .filter(stored -> stored.session().user().equals(user))
                    .sorted(Comparator.comparing(stored -> stored.session().created()))
                    .toList();
            own.stream().filter(stored -> isOver(stored.session())).forEach(stored -> writer.remove(stored.location()));
            var open = own.stream().filter(stored -> !isOver(stored.session())).toList();
            open.subList(0, Math.max(0, open.size() + 1 - settings.perUser()))
                    .forEach(stored -> writer.remove(stored.location()));
            var properties = Map.of(
                    "user", Value.of(user),
                    "created", Value.of(now.toString()),
                    "lastSeen", Value.of(now.toString()),
                    "origin", Value.of(origin));
            return writer.put(ROOT.child(hash), ContentNode.unstored(hash, TYPE, properties, List.of()));
        });
        return secret;
    }

    /** The session that this secret opens, if it is not over; using it makes it last. */
    public Optional<Session> find(String secret) {
        if (!SECRET.matcher(secret).matches()) {
            return Optional.empty();
        }
        var location = ROOT.child(Secrets.hash(secret));
        var found = repository.read(SYSTEM, reader -> reader.node(location, 0)).map(this::session);
        if (found.isEmpty() || isOver(found.get())) {
            return Optional.empty();
        }
        var now = clock.instant();
        if (found.get().lastSeen().plus(settings.touchEvery()).isBefore(now)) {
            repository.write(SYSTEM, writer -> {
                if (writer.node(location, 0).isPresent()) {
                    writer.setProperties(location, Map.of("lastSeen", Value.of(now.toString())));
                }
                return now;
            });
        }
        return found;
    }

    /** What a page must send along with the session's writes, to show that it can read what the server answers. */
    public static String csrfToken(String secret) {
        return Secrets.derived(secret, "csrf");
    }

    public void close(String secret) {
        var hash = Secrets.hash(secret);
        removeWhere(stored -> stored.location().name().equals(hash));
    }

    /** Ends the session with this id; answers whether there was one. */
    public boolean closeById(String id) {
        return removeWhere(stored -> stored.session().id().equals(id)) > 0;
    }

    /** @param exceptSecret the session that stays open, or an empty text */
    public void closeAllOf(String user, String exceptSecret) {
        var kept = Secrets.hash(exceptSecret);
        removeWhere(stored -> stored.session().user().equals(user)
                && !stored.location().name().equals(kept));
    }

    /** Those that are open, the latest first. */
    public List<Session> list() {
        return repository.read(SYSTEM, Sessions.this::all).stream()
                .map(Stored::session)
                .filter(session -> !isOver(session))
                .sorted(Comparator.comparing(Session::created).reversed())
                .toList();
    }

    /** Forgets those that are over. */
    public int sweep() {
        return removeWhere(stored -> isOver(stored.session()));
    }

    private int removeWhere(Predicate<Stored> condition) {
        var found =
                repository.read(SYSTEM, this::all).stream().filter(condition).toList();
        if (!found.isEmpty()) {
            repository.write(SYSTEM, writer -> removed(writer, found));
        }
        return found.size();
    }

    private static List<Stored> removed(ContentWriter writer, List<Stored> sessions) {
        sessions.forEach(stored -> writer.remove(stored.location()));
        return sessions;
    }

    private List<Stored> all(ContentReader reader) {
        var sessions = new ArrayList<Stored>();
        for (var node : reader.children(ROOT, Set.of(TYPE), 0, LARGEST_LIST)) {
            sessions.add(new Stored(ROOT.child(node.name()), session(node)));
        }
        return sessions;
    }

    private Session session(ContentNode node) {
        var created = Instant.parse(String.valueOf(node.text("created")));
        var lastSeen = Instant.parse(String.valueOf(node.text("lastSeen")));
        var idleEnd = lastSeen.plus(settings.idle());
        var end = created.plus(settings.longest());
        return new Session(
                node.name().substring(0, ID_LENGTH),
                String.valueOf(node.text("user")),
                created,
                lastSeen,
                idleEnd.isBefore(end) ? idleEnd : end,
                String.valueOf(node.text("origin")));
    }

    private boolean isOver(Session session) {
        return !clock.instant().isBefore(session.expires());
    }

    private record Stored(Location location, Session session) {}
}
