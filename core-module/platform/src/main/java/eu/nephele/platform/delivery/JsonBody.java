package eu.nephele.platform.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.databind.json.JsonMapper;

/** JSON being written, into which rendered items go as the bytes they are; their fingerprints stand for them in its own. */
final class JsonBody {

    private final Written bytes = new Written();
    final JsonGenerator json = Rendering.JSON.createGenerator(ObjectWriteContext.empty(), bytes);

    void items(List<Item> items) {
        json.writeStartArray();
        for (var item : items) {
            json.writeRawValue("");
            json.flush();
            bytes.append(item.body());
        }
        json.writeEndArray();
    }

    /** Items with texts of this answer before their own properties. @param texts by the item's id, in no order */
    void items(List<Item> items, Map<String, Map<String, String>> texts) {
        json.writeStartArray();
        for (var item : items) {
            json.writeRawValue("{");
            json.flush();
            var before = JsonMapper.shared().writeValueAsString(new TreeMap<>(texts.getOrDefault(item.id(), Map.of())));
            bytes.appendBehind(before.substring(1, before.length() - 1), item.body());
        }
        json.writeEndArray();
    }

    Body once() {
        json.close();
        return Body.once(bytes.toByteArray(), bytes.digested());
    }

    private static final class Written extends ByteArrayOutputStream {

        private final MessageDigest digest = Body.digest();
        private int digestedUpTo;

        Written() {
            super(8_192);
        }

        void append(Body body) {
            digested().update(body.etag().getBytes(StandardCharsets.ISO_8859_1));
            writeBytes(body.json());
            digestedUpTo = count;
        }

        /** Goes on within an object: an item is one that is never empty. */
        void appendBehind(String text, Body body) {
            writeBytes((text + (text.isEmpty() ? "" : ",")).getBytes(StandardCharsets.UTF_8));
            digested().update(body.etag().getBytes(StandardCharsets.ISO_8859_1));
            write(body.json(), 1, body.json().length - 1);
            digestedUpTo = count;
        }

        MessageDigest digested() {
            digest.update(buf, digestedUpTo, count - digestedUpTo);
            digestedUpTo = count;
            return digest;
        }
    }
}
