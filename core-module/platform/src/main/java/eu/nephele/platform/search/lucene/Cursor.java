package eu.nephele.platform.search.lucene;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The place behind a hit: its sort values and id, which stay what they are while other documents come and go. */
final class Cursor {

    private static final byte VERSION = 1;
    private static final int MAX_LENGTH = 200_000;

    private Cursor() {}

    static String of(FieldDoc hit, SortOrder order) {
        var bytes = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(bytes)) {
            data.writeByte(VERSION);
            data.writeInt(order.fingerprint());
            for (var value : hit.fields) {
                write(data, value);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    static FieldDoc read(String cursor, SortOrder order) {
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
            var sortFields = order.sort().getSort();
            var values = new Object[sortFields.length];
            for (var i = 0; i < values.length; i++) {
                values[i] = read(data, sortFields[i]);
            }
            if (data.available() > 0) {
                throw refused("it is none of ours");
            }
            return new FieldDoc(Integer.MAX_VALUE, Float.NaN, values);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw refused("it is none of ours");
        }
    }

    private static void write(DataOutputStream data, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> data.writeByte('-');
            case Float score -> {
                data.writeByte('f');
                data.writeFloat(score);
            }
            case Long number -> {
                data.writeByte('l');
                data.writeLong(number);
            }
            case Double number -> {
                data.writeByte('d');
                data.writeDouble(number);
            }
            case BytesRef text -> {
                data.writeByte('b');
                data.writeInt(text.length);
                data.write(text.bytes, text.offset, text.length);
            }
            default -> throw new IllegalStateException("No sort value: " + value.getClass());
        }
    }

    private static @Nullable Object read(DataInputStream data, SortField field) throws IOException {
        var value = switch (data.readByte()) {
            case '-' -> null;
            case 'f' -> data.readFloat();
            case 'l' -> data.readLong();
            case 'd' -> data.readDouble();
            case 'b' -> {
                var length = data.readInt();
                if (length < 0 || length > data.available()) {
                    throw refused("it is none of ours");
                }
                yield new BytesRef(data.readNBytes(length));
            }
            default -> throw refused("it is none of ours");
        };
        if (!fits(value, field)) {
            throw refused("it is none of ours");
        }
        return value;
    }

    private static boolean fits(@Nullable Object value, SortField field) {
        if (field == SortField.FIELD_SCORE) {
            return value instanceof Float;
        }
        if (field.getField() == null) {
            return false;
        }
        return switch (field.getField().charAt(0)) {
            case 'l' -> value instanceof Long;
            case 'd', 'g' -> value instanceof Double;
            case 's', 'k' -> value == null || value instanceof BytesRef;
            default -> value instanceof BytesRef;
        };
    }

    private static PlatformException refused(String why) {
        return new PlatformException(
                ErrorCode.INVALID_QUERY,
                "The cursor cannot be used: " + why + ". Start without a cursor, with the same query and order.");
    }
}
