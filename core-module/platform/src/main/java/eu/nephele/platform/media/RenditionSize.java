package eu.nephele.platform.media;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.mediaworker.Crop;
import eu.nephele.platform.definition.PictureVariation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The size of a picture in a signed link, written as {@code w800-h600-cover-c0.1,0,0.5,1-f0.5,0.3-webp-q80-t12.5}: width, height, fit, part shown, focal point,
 * format, quality, seconds of a video.
 * What is left out, but for one of width and height, is up to the server.
 *
 * @param crop the part of the picture that is shown; null for the one that editors set, else all of it
 * @param focalPoint of the whole picture, {@code 0.5,0.3}, what must stay in sight; null for the one that editors set, or the middle of what is shown
 * @param at seconds, of a video
 */
public record RenditionSize(
        PictureVariation variation,
        @Nullable Crop crop,
        @Nullable String focalPoint,
        double at) {

    private static final String POINT = "(?:0(?:\\.\\d{1,6})?|1(?:\\.0{1,6})?)";

    /** As a regular expression without groups. */
    public static final String FORM = "(?:w\\d{1,4})?-?(?:h\\d{1,4})?(?:-(?:cover|contain))?(?:-c" + Crop.FORM
            + ")?(?:-f" + POINT + "," + POINT
            + ")?(?:-(?:jpeg|png|webp))?(?:-q(?:100|[1-9]\\d?))?(?:-t\\d{1,6}(?:\\.\\d{1,3})?)?";

    private static final Pattern PARTS = Pattern.compile(
            "(?:w(?<w>\\d{1,4}))?-?(?:h(?<h>\\d{1,4}))?(?:-(?<fit>cover|contain))?(?:-c(?<c>" + Crop.FORM
                    + "))?(?:-f(?<f>" + POINT + "," + POINT
                    + "))?(?:-(?<format>jpeg|png|webp))?(?:-q(?<q>100|[1-9]\\d?))?(?:-t(?<t>\\d{1,6}(?:\\.\\d{1,3})?))?");

    private static final int USUAL_QUALITY = 82;

    /** @throws PlatformException INVALID_VALUE for another form, or no size at all */
    public static RenditionSize parse(String options) {
        var parts = PARTS.matcher(options);
        if (!parts.matches() || parts.group("w") == null && parts.group("h") == null) {
            throw none(options);
        }
        var width = number(parts.group("w"), 0);
        var height = number(parts.group("h"), 0);
        var at = parts.group("t");
        var crop = parts.group("c");
        return new RenditionSize(
                new PictureVariation(
                        options,
                        width,
                        height,
                        "cover".equals(parts.group("fit")),
                        parts.group("format"),
                        number(parts.group("q"), USUAL_QUALITY)),
                crop == null ? null : Crop.parse(crop).orElseThrow(() -> none(options)),
                parts.group("f"),
                at == null ? 0 : Double.parseDouble(at));
    }

    /** One that a theme names: what editors set holds for all else. */
    public static RenditionSize of(PictureVariation variation) {
        return new RenditionSize(variation, null, null, 0);
    }

    private static PlatformException none(String options) {
        return new PlatformException(
                ErrorCode.INVALID_VALUE,
                "`%s` is no size of a picture: w800-h600-cover-c0.1,0,0.5,1-f0.5,0.3-webp-q80-t12.5"
                        .formatted(options));
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
