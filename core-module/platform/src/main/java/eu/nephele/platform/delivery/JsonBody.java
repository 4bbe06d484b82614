package eu.nephele.platform.delivery;

import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** JSON being written, into which rendered items go as the bytes they are. */
final class JsonBody {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(8_192);
    final JsonGenerator json = Rendering.JSON.createGenerator(ObjectWriteContext.empty(), bytes);

    void items(List<Item> items) {
        json.writeStartArray();
        for (var item : items) {
            json.writeRawValue("");
            json.flush();
            bytes.writeBytes(item.body().json());
        }
        json.writeEndArray();
    }

    Body once() {
        json.close();
        return Body.once(bytes.toByteArray());
    }
}
