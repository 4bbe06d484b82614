package eu.nephele.mediaworker;

import java.awt.Rectangle;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of an upright picture that is shown of it, as shares of its width and height, written as {@code 0.1,0.2,0.5,0.6}.
 *
 * @param left 0 (the left edge) to 1
 * @param top 0 (the upper edge) to 1
 */
public record Crop(double left, double top, double width, double height) {

    public static final Crop WHOLE = new Crop(0, 0, 1, 1);

    /** What is smaller, in width or height, is a slip of the hand. */
    public static final double LEAST = 0.01;

    private static final String SHARE = "(?:0(?:\\.\\d{1,6})?|1(?:\\.0{1,6})?)";

    /** As a regular expression without groups; not all that fits lies within a picture. */
    public static final String FORM = SHARE + "(?:," + SHARE + "){3}";

    private static final Pattern PARTS = Pattern.compile(FORM);

    /** Empty for another form, and for what is too small or reaches beyond the picture. */
    public static Optional<Crop> parse(String text) {
        if (!PARTS.matcher(text).matches()) {
            return Optional.empty();
        }
        // In decimals: of binary fractions, some sums that are 1 are more.
        var shares = Arrays.stream(text.split(",")).map(BigDecimal::new).toList();
        for (var axis = 0; axis < 2; axis++) {
            var length = shares.get(axis + 2);
            if (length.compareTo(BigDecimal.valueOf(LEAST)) < 0
                    || shares.get(axis).add(length).compareTo(BigDecimal.ONE) > 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new Crop(
                shares.get(0).doubleValue(),
                shares.get(1).doubleValue(),
                shares.get(2).doubleValue(),
                shares.get(3).doubleValue()));
    }

    /** Where a point of the whole picture is within this part, or at its edge. */
    public double across(double x) {
        return Math.clamp((x - left) / width, 0, 1);
    }

    public double down(double y) {
        return Math.clamp((y - top) / height, 0, 1);
    }

    /** The part of a picture of this size; at least a pixel. */
    Rectangle of(int pictureWidth, int pictureHeight) {
        var x = Math.min(pictureWidth - 1, (int) Math.round(left * pictureWidth));
        var y = Math.min(pictureHeight - 1, (int) Math.round(top * pictureHeight));
        var right = Math.clamp(Math.round((left + width) * pictureWidth), x + 1, pictureWidth);
        var bottom = Math.clamp(Math.round((top + height) * pictureHeight), y + 1, pictureHeight);
        return new Rectangle(x, y, right - x, bottom - y);
    }

    @Override
    public String toString() {
        return Stream.of(left, top, width, height).map(Crop::plain).collect(Collectors.joining(","));
    }

    private static String plain(double share) {
        return BigDecimal.valueOf(share).stripTrailingZeros().toPlainString();
    }
}
