package eu.nephele.platform.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The parts that a file consists of, one after the other; each is read to its end before the next one is asked for. */
abstract class FileParts implements Enumeration<InputStream> {

    private @Nullable InputStream next;

    FileParts(@Nullable InputStream first) {
        this.next = first;
    }

    /** The next part; null at the end of the file. */
    abstract @Nullable InputStream read() throws IOException;

    @Override
    public boolean hasMoreElements() {
        if (next == null) {
            try {
                next = read();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return next != null;
    }

    @Override
    public InputStream nextElement() {
        if (!hasMoreElements()) {
            throw new NoSuchElementException();
        }
        var part = next;
        next = null;
        return part;
    }

    /** So many bytes of a stream that stays open behind them. */
    static final class Part extends InputStream {

        private final InputStream whole;
        private long left;

        Part(InputStream whole, long length) {
            this.whole = whole;
            this.left = length;
        }

        long left() {
            return left;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var count = left == 0 ? -1 : whole.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            var skipped = whole.skip(Math.min(count, left));
            left -= skipped;
            return skipped;
        }
    }
}
