package eu.nephele.mediaworker;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a picture is to look.
 *
 * @param crop what is shown of the picture; all else is of this part, as if there were no more
 * @param width in pixels; 0 to follow from the height
 * @param height in pixels; 0 to follow from the width
 * @param fit CONTAIN: whole, within width and height. COVER: fills both, the rest is cut off around the focal point
 * @param focalX 0 (left) to 1 (right) of the part shown: what must stay in sight when something is cut off
 * @param focalY 0 (top) to 1 (bottom)
 * @param format jpeg, png, webp or gif
 * @param quality 1 to 100, of jpeg and webp
 */
public record PictureOptions(
        Crop crop, int width, int height, Fit fit, double focalX, double focalY, String format, int quality) {

    public enum Fit {
        CONTAIN,
        COVER
    }

    public Map<String, String> toMap() {
        var map = new HashMap<String, String>();
        map.put("crop", crop.toString());
        map.put("width", Integer.toString(width));
        map.put("height", Integer.toString(height));
        map.put("fit", fit.name());
        map.put("focalX", Double.toString(focalX));
        map.put("focalY", Double.toString(focalY));
        map.put("format", format);
        map.put("quality", Integer.toString(quality));
        return map;
    }

    static PictureOptions of(Map<String, String> map) {
        return new PictureOptions(
                crop(map.get("crop")),
                Integer.parseInt(map.getOrDefault("width", "0")),
                Integer.parseInt(map.getOrDefault("height", "0")),
                Fit.valueOf(map.getOrDefault("fit", "CONTAIN")),
                Double.parseDouble(map.getOrDefault("focalX", "0.5")),
                Double.parseDouble(map.getOrDefault("focalY", "0.5")),
                map.getOrDefault("format", "jpeg"),
                Integer.parseInt(map.getOrDefault("quality", "80")));
    }

    private static Crop crop(@Nullable String text) {
        return text == null
                ? Crop.WHOLE
                : Crop.parse(text).orElseThrow(() -> new IllegalArgumentException("crop " + text));
    }
}
