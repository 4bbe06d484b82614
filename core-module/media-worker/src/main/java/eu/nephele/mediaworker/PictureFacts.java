package eu.nephele.mediaworker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** How a picture is shown: width and height as seen (the camera's turn applied), and whether it moves. */
record PictureFacts(Map<String, String> values) {

    static PictureFacts of(Path file, String type) throws IOException {
        var values = new TreeMap<String, String>();
        if (type.equals(VectorPicture.TYPE)) {
            return new PictureFacts(values);
        }
        var orientation = Orientation.of(file);
        try (var picture = PictureSource.open(file)) {
            values.put("width", Integer.toString(orientation.isSideways() ? picture.height() : picture.width()));
            values.put("height", Integer.toString(orientation.isSideways() ? picture.width() : picture.height()));
            if (type.equals("image/gif") && picture.isAnimated()) {
                values.put("animated", "true");
            }
        } catch (Refusal noReader) {
            // The size is then what Tika found, if anything.
        }
        if (orientation != Orientation.UPRIGHT) {
            values.put("exifOrientation", Integer.toString(orientation.code()));
        }
        return new PictureFacts(values);
    }

    void addTo(Map<String, String> all) {
        all.putAll(values);
    }
}
