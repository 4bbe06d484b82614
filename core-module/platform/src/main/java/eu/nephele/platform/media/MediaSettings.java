package eu.nephele.platform.media;

/** @param maxFileBytes a larger file is refused with TOO_LARGE */
public record MediaSettings(long maxFileBytes) {

    public static final MediaSettings DEFAULT = new MediaSettings(100L * 1024 * 1024);
}
