package eu.nephele.platform.media;

import java.util.Locale;

/** What a file is to an editor. */
public enum AssetKind {
    IMAGE,
    VIDEO,
    AUDIO,
    DOCUMENT,
    OTHER;

    public static AssetKind of(String mimeType) {
        if (mimeType.startsWith("image/")) {
            return IMAGE;
        }
        if (mimeType.startsWith("video/")) {
            return VIDEO;
        }
        if (mimeType.startsWith("audio/")) {
            return AUDIO;
        }
        var document = mimeType.startsWith("text/")
                || mimeType.equals("application/pdf")
                || mimeType.equals("application/rtf")
                || mimeType.equals("application/msword")
                || mimeType.startsWith("application/vnd.ms-")
                || mimeType.startsWith("application/vnd.openxmlformats-officedocument")
                || mimeType.startsWith("application/vnd.oasis.opendocument");
        return document ? DOCUMENT : OTHER;
    }

    /** As it is written: {@code image}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
