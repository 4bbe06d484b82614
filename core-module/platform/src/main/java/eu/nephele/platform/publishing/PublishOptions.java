package eu.nephele.platform.publishing;

import java.util.List;

/**
 * How to publish.
 *
 * @param withReferences whether the drafts it refers to, and those they refer to, become live together with it
 * @param locales only the values in these locales; empty for all. Shared fields and other locales then stay as they are live
 */
public record PublishOptions(boolean withReferences, List<String> locales) {

    public static final PublishOptions DEFAULTS = new PublishOptions(false, List.of());

    /** The most entries that become live together. */
    public static final int MAX_TOGETHER = 1_000;

    public PublishOptions {
        locales = List.copyOf(locales);
    }
}
