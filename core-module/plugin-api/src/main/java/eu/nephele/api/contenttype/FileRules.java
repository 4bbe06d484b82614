package eu.nephele.api.contenttype;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file must be to stand in a property, from {@code validation:}.
 *
 * @param types the allowed media types, each whole or with a star: {@code application/pdf}, {@code image/*}; empty for all
 * @param maxBytes null for what the server allows
 * @param altText whether a picture needs an alternative text in every language of the entry to be published
 * @param captionsIn properties beside this one, of which a film needs one: captions or a transcript. Without them it is published with a warning
 */
public record FileRules(List<String> types, @Nullable Long maxBytes, boolean altText, List<String> captionsIn) {

    public static final FileRules NONE = new FileRules(List.of(), null, false, List.of());

    public FileRules {
        types = List.copyOf(types);
        captionsIn = List.copyOf(captionsIn);
    }

    /** Whether a file of this media type may stand here. */
    public boolean allows(String mediaType) {
        return types.isEmpty() || types.stream().anyMatch(type -> fits(type, mediaType));
    }

    private static boolean fits(String type, String mediaType) {
        return type.endsWith("/*")
                ? mediaType.startsWith(type.substring(0, type.length() - 1))
                : type.equals(mediaType);
    }
}
