package eu.nephele.webapp.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** A secret of this process that commands on the same machine log in with; whoever may read the data folder can read it. */
public final class LocalToken {

    public static final String NAME = "local";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");

    private final String token;

    public LocalToken() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.token = HexFormat.of().formatHex(bytes);
    }

    public String text() {
        return token;
    }

    boolean accepts(String name, String password, String origin) {
        return NAME.equals(name)
                && LOOPBACK.contains(origin)
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
    }
}
