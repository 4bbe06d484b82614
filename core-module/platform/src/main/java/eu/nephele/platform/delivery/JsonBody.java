package eu.nephele.platform.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

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

        MessageDigest digested() {
            digest.update(buf, digestedUpTo, count - digestedUpTo);
            digestedUpTo = count;
            return digest;
        }
    }
}
