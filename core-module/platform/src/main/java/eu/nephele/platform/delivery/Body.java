package eu.nephele.platform.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** JSON as bytes, with its fingerprint and, made when first asked for and then kept, its compressed form. */
public final class Body {

    private static final int FINGERPRINT_BYTES = 12;

    private final byte[] json;
    private final int compression;
    private final String etag;
    private volatile byte @Nullable [] gzip;

    private Body(byte[] json, int compression, String etag) {
        this.json = json;
        this.compression = compression;
        this.etag = etag;
    }

    /** A body that is kept and answered many times: compressed well. */
    static Body kept(byte[] json) {
        return new Body(json, Deflater.DEFAULT_COMPRESSION, fingerprint(digest().digest(json)));
    }

    /**
     * A body made for one answer: compressed fast.
     *
     * @param digest of the bytes, where parts that have a fingerprint may stand for it
     */
    static Body once(byte[] json, MessageDigest digest) {
        return new Body(json, Deflater.BEST_SPEED, fingerprint(digest.digest()));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not to be changed. */
    public byte[] json() {
        return json;
    }

    /** Not to be changed. */
    public byte[] gzip() {
        var compressed = gzip;
        if (compressed == null) {
            compressed = compress();
            gzip = compressed;
        }
        return compressed;
    }

    /** Strong, without quotes; the same bytes have the same one. */
    public String etag() {
        return etag;
    }

    private byte[] compress() {
        var bytes = new ByteArrayOutputStream(json.length / 3 + 64);
        try (var stream = new GZIPOutputStream(bytes) {
            {
                def.setLevel(compression);
            }
        }) {
            stream.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String fingerprint(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, FINGERPRINT_BYTES));
    }
}
