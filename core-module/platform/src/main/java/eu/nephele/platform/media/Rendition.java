package eu.nephele.platform.media;

import java.nio.file.Path;

/**
 * A picture made from an asset.
 *
 * @param file in the cache; it may be gone a while later, but not while it is open
 * @param tag changes when the picture does
 */
public record Rendition(Path file, String mimeType, String tag) {}
