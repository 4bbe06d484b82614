package eu.nephele.platform.media;

import java.util.Map;

/**
 * @param maxFileBytes a larger file is refused with TOO_LARGE
 * @param scanned whether a virus scanner has to find a file clean before readers get it
 * @param quotaBytes that the files of one organisation may take together; 0 for as many as there are
 * @param quotas the same for single organisations, by the id or the name of their entry
 */
public record MediaSettings(long maxFileBytes, boolean scanned, long quotaBytes, Map<String, Long> quotas) {

    public static final MediaSettings DEFAULT = new MediaSettings(100L * 1024 * 1024);

    public MediaSettings {
        quotas = Map.copyOf(quotas);
    }

    public MediaSettings(long maxFileBytes) {
        this(maxFileBytes, false, 0, Map.of());
    }
}
