package eu.nephele.platform.media;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A picture made from an asset.
 *
 * @param file in the cache; it may be gone a while later, but not while it is open
 * @param tag changes when the picture does
 * @param madeBy of what is no picture itself, who made one of it: {@code ffmpeg} or {@code jcodec} of a film, {@code pdfbox}, {@code neutral} where nobody could;
 *     null for a picture, and where it is not known any more
 */
public record Rendition(
        Path file, String mimeType, String tag, @Nullable String madeBy) {}
