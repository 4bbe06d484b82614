package eu.nephele.platform.repository;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Reads an object from where the reader has skipped to: nothing is asked of the server before the first byte is. */
final class S3Stream extends InputStream {

    private final S3Bucket bucket;
    private final String name;
    private final long length;
    private long position;
    private @Nullable InputStream open;

    S3Stream(S3Bucket bucket, String name, long length) {
        this.bucket = bucket;
        this.name = name;
        this.length = length;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (position >= length) {
            return -1;
        }
        try {
            var input = open;
            if (input == null) {
                input = bucket.read(name, position);
                open = input;
            }
            var read = input.read(bytes, offset, count);
            if (read < 0) {
                throw new IOException("The binary %s ended at byte %d of %d".formatted(name, position, length));
            }
            position += read;
            return read;
        } catch (SdkException failure) {
            throw new IOException("The binary " + name + " could not be read: " + failure.getMessage(), failure);
        }
    }

    @Override
    public long skip(long count) throws IOException {
        var skipped = Math.clamp(count, 0, length - position);
        if (open != null) {
            skipped = open.skip(skipped);
        }
        position += skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return open == null ? 0 : open.available();
    }

    @Override
    public void close() throws IOException {
        if (open instanceof software.amazon.awssdk.http.Abortable abortable && position < length) {
            // Closing would read what is left, for the connection to be used again.
            abortable.abort();
        } else if (open != null) {
            open.close();
        }
    }
}
