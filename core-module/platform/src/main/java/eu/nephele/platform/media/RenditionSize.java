package eu.nephele.platform.media;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.definition.PictureVariation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The size of a picture in a signed link, written as {@code w800-h600-cover-f0.5,0.3-webp-q80-t12.5}: width, height, fit, focal point, format, quality, seconds of a video.
 * What is left out, but for one of width and height, is up to the server.
 *
 * @param focalPoint null for the one that editors set
 */
public record RenditionSize(
        PictureVariation variation, @Nullable String focalPoint, double at) {

    private static final String POINT = "(?:0(?:\\.\\d{1,6})?|1(?:\\.0{1,6})?)";

    /** As a regular expression without groups. */
    public static final String FORM = "(?:w\\d{1,4})?-?(?:h\\d{1,4})?(?:-(?:cover|contain))?(?:-f" + POINT + "," + POINT
            + ")?(?:-(?:jpeg|png|webp))?(?:-q(?:100|[1-9]\\d?))?(?:-t\\d{1,6}(?:\\.\\d{1,3})?)?";

    private static final Pattern PARTS = Pattern.compile(
            "(?:w(?<w>\\d{1,4}))?-?(?:h(?<h>\\d{1,4}))?(?:-(?<fit>cover|contain))?(?:-f(?<f>" + POINT + "," + POINT
                    + "))?(?:-(?<format>jpeg|png|webp))?(?:-q(?<q>100|[1-9]\\d?))?(?:-t(?<t>\\d{1,6}(?:\\.\\d{1,3})?))?");

    private static final int USUAL_QUALITY = 82;

    /** @throws PlatformException INVALID_VALUE for another form, or no size at all */
    public static RenditionSize parse(String options) {
        var parts = PARTS.matcher(options);
        if (!parts.matches() || parts.group("w") == null && parts.group("h") == null) {
            throw new PlatformException(
                    ErrorCode.INVALID_VALUE,
                    "`%s` is no size of a picture: w800-h600-cover-f0.5,0.3-webp-q80-t12.5".formatted(options));
        }
        var width = number(parts.group("w"), 0);
        var height = number(parts.group("h"), 0);
        var at = parts.group("t");
        return new RenditionSize(
                new PictureVariation(
                        options,
                        width,
                        height,
                        "cover".equals(parts.group("fit")),
                        parts.group("format"),
                        number(parts.group("q"), USUAL_QUALITY)),
                parts.group("f"),
                at == null ? 0 : Double.parseDouble(at));
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    /** The path of the link to a picture of this size. */
    public static String link(String options, Asset asset, LinkSignature signature) {
        return link(options, asset.key(), asset.fileName(), signature);
    }

    /** @param key {@code jcr:<uuid>} */
    public static String link(String options, String key, String fileName, LinkSignature signature) {
        parse(options);
        return "/.imaging/signed/%s/%s/%s/%s"
                .formatted(
                        signature.of(options + "/" + key),
                        options,
                        key,
                        URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /** The options for a moment of a film. */
    public static String moment(int width, double second) {
        var millis = Math.clamp(Math.round(second * 1000), 0L, 999_999_999L);
        return "w%d-t%d.%03d".formatted(width, millis / 1000, millis % 1000);
    }
}
