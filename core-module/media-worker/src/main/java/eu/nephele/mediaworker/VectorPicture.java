package eu.nephele.mediaworker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The size that a vector picture (SVG) asks for, in pixels, and its title. */
final class VectorPicture {

    static final String TYPE = "image/svg+xml";

    private static final Pattern PIXELS = Pattern.compile("\\s*(\\d{1,6}(?:\\.\\d+)?)\\s*(?:px)?\\s*");

    private VectorPicture() {}

    static Map<String, String> read(Path file) throws IOException {
        var values = new TreeMap<String, String>();
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (var stream = Files.newInputStream(file)) {
            var reader = factory.createXMLStreamReader(stream);
            reader.nextTag();
            size(reader, values);
            // A title of the whole picture is the first thing in it.
            if (reader.nextTag() == XMLStreamReader.START_ELEMENT
                    && reader.getLocalName().equals("title")) {
                var title = reader.getElementText().strip();
                if (!title.isEmpty() && title.length() <= 500) {
                    values.put("title", title);
                }
            }
        } catch (XMLStreamException noneOrDamaged) {
            // What was found before it stands.
        }
        return values;
    }

    private static void size(XMLStreamReader reader, Map<String, String> values) {
        var box = String.valueOf(reader.getAttributeValue(null, "viewBox"))
                .strip()
                .split("[\\s,]+");
        var width = pixels(reader.getAttributeValue(null, "width"), box, 2);
        var height = pixels(reader.getAttributeValue(null, "height"), box, 3);
        if (width > 0 && height > 0) {
            values.put("width", Long.toString(width));
            values.put("height", Long.toString(height));
        }
    }

    /** Sizes in per cent or centimetres say nothing by themselves; the box tells the shape at least. */
    private static long pixels(@Nullable String length, String[] box, int place) {
        var asked = length == null ? null : PIXELS.matcher(length);
        if (asked != null && asked.matches()) {
            return Math.round(Double.parseDouble(asked.group(1)));
        }
        var shape = PIXELS.matcher(box.length == 4 ? box[place] : "");
        return shape.matches() ? Math.round(Double.parseDouble(shape.group(1))) : 0;
    }
}
