package eu.nephele.platform.repository;

import static eu.nephele.platform.repository.TestingRepository.SYSTEM;
import static eu.nephele.platform.repository.TestingRepository.draft;
import static eu.nephele.platform.repository.TestingRepository.entry;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of binaries must do. */
abstract class BinaryStoreContract {

    private static final Location HERE = draft("champions", "/kolektor");

    @TempDir
    protected Path folder;

    protected abstract BinarySettings binaries();

    @Test
    void whatWasStoredIsReadAgainFromAnyPositionAlsoAfterARestart() throws IOException {
        var bytes = random(1_000_000, 1);
        try (var repository = open()) {
            store(repository, new ByteArrayInputStream(bytes));
        }
        try (var repository = open()) {
            assertThat(read(repository, 0)).isEqualTo(bytes);
            assertThat(read(repository, 999_990)).hasSize(10).endsWith(bytes[999_999]);
            assertThat(read(repository, 500_000)).startsWith(bytes[500_000], bytes[500_001]);
        }
    }

    @Test
    void aLargeBinaryStreamsThroughLittleMemory() throws IOException {
        var megabytes = 150;
        try (var repository = open()) {
            store(repository, new Zeros(megabytes << 20));
            repository.read(SYSTEM, reader -> {
                try (var data = reader.binary(HERE, "jcr:data").orElseThrow()) {
                    data.skipNBytes((megabytes << 20) - 3);
                    assertThat(data.readAllBytes()).containsExactly(0, 0, 0);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
                return null;
            });
        }
    }

    @Test
    void theSameBytesAreStoredOnceAndABrokenUploadLeavesNothing() throws IOException {
        var bytes = random(200_000, 2);
        try (var repository = open()) {
            store(repository, new ByteArrayInputStream(bytes));
            store(repository, new ByteArrayInputStream(bytes));
            try {
                store(repository, new BreakingStream(new ByteArrayInputStream(random(200_000, 3))));
            } catch (RuntimeException broken) {
                assertThat(broken).hasMessageContaining("could not be stored");
            }
            assertThat(read(repository, 0)).isEqualTo(bytes);
        }
        try (var store = Binaries.open(RepositorySettings.in(folder).withBinaries(binaries()))) {
            assertThat(store.getAllIdentifiers()).toIterable().hasSize(1);
        } catch (org.apache.jackrabbit.core.data.DataStoreException failure) {
            throw new IOException(failure);
        }
    }

    private ContentRepository open() {
        var repository = ContentRepository.open(RepositorySettings.in(folder).withBinaries(binaries()));
        repository.register(TestingRepository.workspace("champions"));
        return repository;
    }

    private static void store(ContentRepository repository, InputStream content) {
        repository.write(SYSTEM, writer -> {
            writer.put(HERE, entry());
            writer.putBinary(HERE, "jcr:data", content);
            return null;
        });
    }

    private static byte[] read(ContentRepository repository, long from) {
        return repository.read(SYSTEM, reader -> {
            try (var data = reader.binary(HERE, "jcr:data").orElseThrow()) {
                data.skipNBytes(from);
                return data.readAllBytes();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private static byte[] random(int length, long seed) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) {
            if (left <= 0) {
                return -1;
            }
            var read = (int) Math.min(left, count);
            java.util.Arrays.fill(bytes, offset, offset + read, (byte) 0);
            left -= read;
            return read;
        }
    }

    private static final class BreakingStream extends InputStream {
        private final InputStream input;
        private int left = 100_000;

        BreakingStream(InputStream input) {
            this.input = input;
        }

        @Override
        public int read() throws IOException {
            if (left-- <= 0) {
                throw new IOException("the connection broke");
            }
            return input.read();
        }
    }
}
