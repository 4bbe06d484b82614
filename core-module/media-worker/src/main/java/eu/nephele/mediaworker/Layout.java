package eu.nephele.mediaworker;

import java.awt.geom.Rectangle2D;

/** Which part of an upright picture is shown, and how large. Pictures are never made larger than they are. */
record Layout(Rectangle2D.Double part, int width, int height) {

    static Layout of(int sourceWidth, int sourceHeight, PictureOptions options) {
        var wantedWidth = options.width() > 0 ? options.width() : Double.MAX_VALUE;
        var wantedHeight = options.height() > 0 ? options.height() : Double.MAX_VALUE;
        if (options.fit() == PictureOptions.Fit.COVER && options.width() > 0 && options.height() > 0) {
            return cover(sourceWidth, sourceHeight, options);
        }
        var scale = Math.min(1, Math.min(wantedWidth / sourceWidth, wantedHeight / sourceHeight));
        return new Layout(
                new Rectangle2D.Double(0, 0, sourceWidth, sourceHeight),
                pixels(sourceWidth * scale),
                pixels(sourceHeight * scale));
    }

    private static Layout cover(int sourceWidth, int sourceHeight, PictureOptions options) {
        var scale = Math.max((double) options.width() / sourceWidth, (double) options.height() / sourceHeight);
        var partWidth = Math.min(sourceWidth, options.width() / scale);
        var partHeight = Math.min(sourceHeight, options.height() / scale);
        var left = Math.clamp(options.focalX() * sourceWidth - partWidth / 2, 0, sourceWidth - partWidth);
        var top = Math.clamp(options.focalY() * sourceHeight - partHeight / 2, 0, sourceHeight - partHeight);
        var shown = Math.min(1, scale);
        return new Layout(
                new Rectangle2D.Double(left, top, partWidth, partHeight),
                pixels(partWidth * shown),
                pixels(partHeight * shown));
    }

    private static int pixels(double length) {
        return Math.max(1, (int) Math.round(length));
    }
}
