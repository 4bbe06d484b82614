package eu.nephele.platform.account;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.account.Token.TokenScope;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** API tokens. Only a hash of each is stored: it is shown once, when it is made. */
final class Tokens {

    /** What they begin with, so that a secret scanner knows one that was committed somewhere. */
    static final String PREFIX = "nph_";

    static final Duration LONGEST_LIFE = Duration.ofDays(366);

    private static final Duration TOUCH_EVERY = Duration.ofHours(1);
    private static final String TYPE = "nph:token";
    private static final Workspace WORKSPACE = new Workspace("tokens", true, Map.of(), List.of(TYPE), List.of());
    private static final Location ROOT = new Location(Perspective.DRAFT, WORKSPACE.name(), "/");
    private static final Actor SYSTEM = Actor.system("tokens");
    private static final Pattern TEXT = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final int SECRET_BYTES = 32;
    private static final int ID_LENGTH = 12;
    private static final int MOST_PER_USER = 100;
    private static final int LARGEST_LIST = 10_000;

    private final ContentRepository repository;
    private final InstantSource clock;

    Tokens(ContentRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
        repository.register(WORKSPACE);
    }

    /** @param text the token itself, which is stored nowhere */
    record Made(Token token, String text) {}

    Made make(String user, String name, Duration life, TokenScope scope) {
        if (life.isNegative() || life.isZero() || life.compareTo(LONGEST_LIFE) > 0) {
            throw new PlatformException(
                    ErrorCode.INVALID_VALUE, say("A token lasts from 1 to %d days", LONGEST_LIFE.toDays()));
        }
        if (list().stream().filter(token -> token.user().equals(user)).count() >= MOST_PER_USER) {
            throw new PlatformException(
                    ErrorCode.TOO_LARGE, say("%s has %d tokens: revoke one first", user, MOST_PER_USER));
        }
        var text = PREFIX + Secrets.random(SECRET_BYTES);
        var hash = Secrets.hash(text);
        var now = clock.instant();
        var properties = new LinkedHashMap<String, Value>();
        properties.put("title", Value.of(name));
        properties.put("user", Value.of(user));
        properties.put("created", Value.of(now.toString()));
        properties.put("expires", Value.of(now.plus(life).toString()));
        properties.put("actions", AccountStore.texts(scope.actions()));
        properties.put("types", AccountStore.texts(scope.types()));
        properties.put("locales", AccountStore.texts(scope.locales()));
        if (scope.perspective() != null) {
            properties.put("perspective", Value.of(scope.perspective()));
        }
        var node = ContentNode.unstored(hash, TYPE, properties, List.of());
        return new Made(token(repository.write(SYSTEM, writer -> writer.put(ROOT.child(hash), node))), text);
    }

    /** The token of this text, unless it has expired. */
    Optional<Token> find(String text) {
        var location = ROOT.child(Secrets.hash(text));
        var now = clock.instant();
        var found = stored(text).filter(token -> now.isBefore(token.expires()));
        found.filter(token -> isWorthNoting(token, now))
                .ifPresent(token -> repository.write(SYSTEM, writer -> {
                    if (writer.isTaken(location)) {
                        writer.setProperties(location, Map.of("lastUsed", Value.of(now.toString())));
                    }
                    return now;
                }));
        return found;
    }

    /** The token of this text, if it has expired: only who had it knows the text, and may be told. */
    Optional<Token> expired(String text) {
        return stored(text).filter(token -> !clock.instant().isBefore(token.expires()));
    }

    private Optional<Token> stored(String text) {
        return TEXT.matcher(text).matches()
                ? repository
                        .read(SYSTEM, reader -> reader.node(ROOT.child(Secrets.hash(text)), 0))
                        .map(Tokens::token)
                : Optional.empty();
    }

    /** Whether a use now is more than an hour after the last one that was noted. */
    static boolean isWorthNoting(Token token, Instant now) {
        return token.lastUsed() == null || token.lastUsed().plus(TOUCH_EVERY).isBefore(now);
    }

    /** The latest first, those that have expired among them. */
    List<Token> list() {
        return repository.read(SYSTEM, reader -> reader.children(ROOT, Set.of(TYPE), 0, LARGEST_LIST)).stream()
                .map(Tokens::token)
                .sorted(Comparator.comparing(Token::created).reversed())
                .toList();
    }

    void revoke(Token token) {
        repository.write(SYSTEM, writer -> {
            writer.children(ROOT, Set.of(TYPE), 0, LARGEST_LIST).stream()
                    .filter(node -> token(node).id().equals(token.id()))
                    .forEach(node -> writer.remove(ROOT.child(node.name())));
            return token;
        });
    }

    private static Token token(ContentNode node) {
        var lastUsed = node.text("lastUsed");
        return new Token(
                node.name().substring(0, ID_LENGTH),
                String.valueOf(node.text("title")),
                String.valueOf(node.text("user")),
                Instant.parse(String.valueOf(node.text("created"))),
                Instant.parse(String.valueOf(node.text("expires"))),
                lastUsed == null ? null : Instant.parse(lastUsed),
                new TokenScope(
                        AccountStore.list(node, "actions"),
                        AccountStore.list(node, "types"),
                        AccountStore.list(node, "locales"),
                        node.text("perspective")));
    }
}
