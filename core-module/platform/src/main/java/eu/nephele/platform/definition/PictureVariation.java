package eu.nephele.platform.definition;

import org.jspecify.annotations.Nullable;

/**
 * A size that pictures are offered in, as a theme's {@code imaging: variations} names it.
 *
 * @param width in pixels; 0 to follow from the height
 * @param height in pixels; 0 to follow from the width
 * @param crop fills width and height, and cuts off the rest; else the whole picture is shown within them
 * @param format jpeg, png or webp; null for the picture's own, or what the browser likes best
 * @param quality 1 to 100, of jpeg and webp
 */
public record PictureVariation(
        String name,
        int width,
        int height,
        boolean crop,
        @Nullable String format,
        int quality) {}
