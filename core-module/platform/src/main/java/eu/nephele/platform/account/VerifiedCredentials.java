package eu.nephele.platform.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Remembers which name and password were verified against which hash, so that the slow hash is not paid at every request. */
final class VerifiedCredentials {

    private static final int LARGEST = 1_000;

    /** Known to this process alone, so that what is remembered cannot be tried out offline. */
    private final SecretKeySpec key;

    private final Cache<String, String> hashes;

    VerifiedCredentials(Duration rememberFor) {
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, "HmacSHA256");
        this.hashes = Caffeine.newBuilder()
                .maximumSize(LARGEST)
                .expireAfterWrite(rememberFor)
                .build();
    }

    /** Whether this password was verified against exactly this hash: a changed password is not found. */
    boolean contains(String name, String password, String hash) {
        return hash.equals(hashes.getIfPresent(fingerprint(name, password)));
    }

    void remember(String name, String password, String hash) {
        hashes.put(fingerprint(name, password), hash);
    }

    private String fingerprint(String name, String password) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
