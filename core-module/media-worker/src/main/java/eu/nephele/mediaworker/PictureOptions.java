package eu.nephele.mediaworker;

import java.util.HashMap;
import java.util.Map;

/**
 * How a picture is to look.
 *
 * @param width in pixels; 0 to follow from the height
 * @param height in pixels; 0 to follow from the width
 * @param fit CONTAIN: whole, within width and height. COVER: fills both, the rest is cut off around the focal point
 * @param focalX 0 (left) to 1 (right): what must stay in sight when something is cut off
 * @param focalY 0 (top) to 1 (bottom)
 * @param format jpeg, png, webp or gif
 * @param quality 1 to 100, of jpeg and webp
 */
public record PictureOptions(int width, int height, Fit fit, double focalX, double focalY, String format, int quality) {

    public enum Fit {
        CONTAIN,
        COVER
    }

    public Map<String, String> toMap() {
        var map = new HashMap<String, String>();
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
                Integer.parseInt(map.getOrDefault("width", "0")),
                Integer.parseInt(map.getOrDefault("height", "0")),
                Fit.valueOf(map.getOrDefault("fit", "CONTAIN")),
                Double.parseDouble(map.getOrDefault("focalX", "0.5")),
                Double.parseDouble(map.getOrDefault("focalY", "0.5")),
                map.getOrDefault("format", "jpeg"),
                Integer.parseInt(map.getOrDefault("quality", "80")));
    }
}
