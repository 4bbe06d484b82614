package eu.nephele.api.content;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The marks of {@link SystemProperties#TRANSLATED_FROM}: what each translated value was confirmed against. */
public final class TranslationMark {

    private static final int LENGTH = 16;

    private TranslationMark() {}

    /** The hashes by stored name, nested ones with their path: {@code markets/markets0/text_de}. */
    public static Map<String, String> of(ContentNode entry) {
        var marks = new HashMap<String, String>();
        var stored = entry.value(SystemProperties.TRANSLATED_FROM);
        if (stored != null) {
            stored.each().forEach(mark -> {
                var text = mark.asText();
                var equals = text.lastIndexOf('=');
                marks.put(text.substring(0, equals), text.substring(equals + 1));
            });
        }
        return marks;
    }

    /** Of a source text; of a missing one that of the empty text. */
    public static String hash(String source) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
