package eu.nephele.platform.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The place behind a hit: its sort values and id, which stay what they are while other documents come and go. */
final class Cursor {

    private static final byte VERSION = 1;
    private static final int MAX_LENGTH = 200_000;

    private Cursor() {}

    static String of(List<FieldValue> values, SortOrder order) {
        var bytes = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(bytes)) {
            data.writeByte(VERSION);
            data.writeInt(order.fingerprint());
            for (var value : values) {
                write(data, value);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    static List<FieldValue> read(String cursor, SortOrder order) {
        if (cursor.length() > MAX_LENGTH) {
            throw refused("it is too long");
        }
        try (var data = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(cursor)))) {
            if (data.readByte() != VERSION) {
                throw refused("it is none of ours");
            }
            if (data.readInt() != order.fingerprint()) {
                throw refused("it belongs to a search with another order");
            }
            var values = new ArrayList<FieldValue>();
            for (var i = 0; i < order.options().size(); i++) {
                values.add(read(data));
            }
            if (data.available() > 0 || !values.getLast().isString()) {
                throw refused("it is none of ours");
            }
            return values;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw refused("it is none of ours");
        }
    }

    private static void write(DataOutputStream data, FieldValue value) throws IOException {
        switch (value._kind()) {
            case Null -> data.writeByte('-');
            case Long -> {
                data.writeByte('l');
                data.writeLong(value.longValue());
            }
            case Double -> {
                data.writeByte('d');
                data.writeDouble(value.doubleValue());
            }
            case String -> {
                var text = value.stringValue().getBytes(StandardCharsets.UTF_8);
                data.writeByte('s');
                data.writeInt(text.length);
                data.write(text);
            }
            default -> throw new IllegalStateException("No sort value: " + value);
        }
    }

    private static FieldValue read(DataInputStream data) throws IOException {
        return switch (data.readByte()) {
            case '-' -> FieldValue.NULL;
            case 'l' -> FieldValue.of(data.readLong());
            case 'd' -> FieldValue.of(data.readDouble());
            case 's' -> {
                var length = data.readInt();
                if (length < 0 || length > data.available()) {
                    throw refused("it is none of ours");
                }
                yield FieldValue.of(new String(data.readNBytes(length), StandardCharsets.UTF_8));
            }
            default -> throw refused("it is none of ours");
        };
    }

    private static PlatformException refused(String why) {
        return new PlatformException(
                ErrorCode.INVALID_QUERY,
                "The cursor cannot be used: " + why + ". Start without a cursor, with the same query and order.");
    }
}
