package eu.nephele.platform.repository;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import org.apache.jackrabbit.oak.api.Tree;

/** Which names nodes and properties may have: those of JCR 2.0 section 3.2, without what the repository keeps for itself. */
final class Names {

    static final int MAX_LENGTH = 255;
    static final int MAX_DEPTH = 64;
    static final String NAMESPACES_PATH = "/jcr:system/rep:namespaces";
    private static final String ILLEGAL = "/:[]|*";

    private Names() {}

    static void checkPath(String path, Tree namespaces) {
        var names = Layout.names(path);
        if (names.isEmpty()) {
            throw new PlatformException(
                    ErrorCode.INVALID_VALUE, say("The root of a workspace cannot be changed; name a node below it"));
        }
        if (names.size() > MAX_DEPTH) {
            throw new PlatformException(
                    ErrorCode.TOO_LARGE,
                    say("The path %s is %d levels deep; at most %d are allowed", path, names.size(), MAX_DEPTH));
        }
        if (path.contains("//")) {
            throw refusal(path, say("has an empty name in its path"));
        }
        names.forEach(name -> check(name, namespaces));
    }

    static void check(String name, Tree namespaces) {
        if (name.isEmpty()) {
            throw refusal(name, say("is empty"));
        }
        if (name.length() > MAX_LENGTH) {
            throw refusal(name.substring(0, 40) + "...", say("is longer than %d characters", MAX_LENGTH));
        }
        var colon = name.indexOf(':');
        var local = name.substring(colon + 1);
        if (Layout.isBucket(name) || name.startsWith("rep:") || name.startsWith("oak:") || colon == 0) {
            throw refusal(name, say("is kept for the repository itself"));
        }
        if (colon > 0 && namespaces.getProperty(name.substring(0, colon)) == null) {
            throw refusal(name, say("has a prefix that no content type's namespaces declare"));
        }
        if (local.isEmpty() || local.equals(".") || local.equals("..")) {
            throw refusal(name, say("is no name"));
        }
        if (!local.equals(local.strip())) {
            throw refusal(name, say("begins or ends with a space"));
        }
        local.codePoints().filter(Names::isIllegal).findFirst().ifPresent(character -> {
            throw refusal(
                    name,
                    say(
                            "has the character %s; not allowed are %s and control characters",
                            printable(character), ILLEGAL));
        });
    }

    private static boolean isIllegal(int character) {
        return ILLEGAL.indexOf(character) >= 0 || Character.isISOControl(character) || isHalf(character);
    }

    /** Half of a surrogate pair, which UTF-8 cannot store. */
    static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    private static String printable(int character) {
        return Character.isISOControl(character) || isHalf(character)
                ? "U+%04X".formatted(character)
                : Character.toString(character);
    }

    private static PlatformException refusal(String name, String reason) {
        return new PlatformException(ErrorCode.INVALID_VALUE, say("The name `%s` %s", name, reason));
    }
}
