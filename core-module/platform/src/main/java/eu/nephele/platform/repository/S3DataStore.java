package eu.nephele.platform.repository;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import org.apache.jackrabbit.core.data.AbstractDataStore;
import org.apache.jackrabbit.core.data.DataIdentifier;
import org.apache.jackrabbit.core.data.DataRecord;
import org.apache.jackrabbit.core.data.DataStoreException;
import org.apache.jackrabbit.core.data.MultiDataStoreAware;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Binaries as objects of a bucket, named by their SHA-256 hash. An upload passes through a temporary file, for its name is known at its end only;
 * reading streams, from any position, without one. What is acknowledged lies with the server.
 */
final class S3DataStore extends AbstractDataStore implements MultiDataStoreAware {

    /** What is stored again after this time is written again, so that it is young when binaries are sorted out by age. */
    private static final Duration COUNTS_AS_NEW = Duration.ofHours(6);

    private final S3Bucket bucket;
    private final int minRecordLength;

    S3DataStore(S3Bucket bucket, int minRecordLength) {
        this.bucket = bucket;
        this.minRecordLength = minRecordLength;
    }

    @Override
    public void init(String homeDir) {
        try {
            bucket.requireThere();
        } catch (SdkException failure) {
            throw new PlatformException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The bucket %s cannot be used: %s".formatted(bucket, failure.getMessage()),
                    failure);
        }
    }

    @Override
    public DataRecord addRecord(InputStream stream) throws DataStoreException {
        Path file = null;
        try {
            file = Files.createTempFile("nephele-upload", ".bin");
            var digest = MessageDigest.getInstance("SHA-256");
            try (var output = Files.newOutputStream(file)) {
                new DigestInputStream(stream, digest).transferTo(output);
            }
            var name = HexFormat.of().formatHex(digest.digest());
            var stored = bucket.find(name);
            if (stored == null || stored.lastModified().isBefore(Instant.now().minus(COUNTS_AS_NEW))) {
                bucket.put(name, file);
            }
            return new Record(new DataIdentifier(name), Files.size(file), Instant.now());
        } catch (IOException | SdkException failure) {
            throw new DataStoreException("A binary could not be stored in " + bucket, failure);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        } finally {
            delete(file);
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            file.toFile().deleteOnExit();
        }
    }

    @Override
    public @Nullable DataRecord getRecordIfStored(DataIdentifier identifier) throws DataStoreException {
        try {
            var stored = bucket.find(identifier.toString());
            return stored == null ? null : new Record(identifier, stored.length(), stored.lastModified());
        } catch (SdkException failure) {
            throw new DataStoreException("The binary " + identifier + " could not be looked for in " + bucket, failure);
        }
    }

    @Override
    public Iterator<DataIdentifier> getAllIdentifiers() {
        return bucket.names().map(DataIdentifier::new).iterator();
    }

    @Override
    public void deleteRecord(DataIdentifier identifier) throws DataStoreException {
        try {
            bucket.delete(identifier.toString());
        } catch (SdkException failure) {
            throw new DataStoreException("The binary " + identifier + " could not be deleted in " + bucket, failure);
        }
    }

    @Override
    public int deleteAllOlderThan(long min) throws DataStoreException {
        throw new DataStoreException("Binaries are deleted one by one, when nothing refers to them");
    }

    @Override
    public void updateModifiedDateOnAccess(long before) {}

    @Override
    public int getMinRecordLength() {
        return minRecordLength;
    }

    @Override
    public void clearInUse() {}

    @Override
    public void close() {
        bucket.close();
    }

    private final class Record implements DataRecord {

        private final DataIdentifier identifier;
        private final long length;
        private final Instant lastModified;

        Record(DataIdentifier identifier, long length, Instant lastModified) {
            this.identifier = identifier;
            this.length = length;
            this.lastModified = lastModified;
        }

        @Override
        public DataIdentifier getIdentifier() {
            return identifier;
        }

        @Override
        public @Nullable String getReference() {
            return null;
        }

        @Override
        public long getLength() {
            return length;
        }

        @Override
        public InputStream getStream() {
            return new S3Stream(bucket, identifier.toString(), length);
        }

        @Override
        public long getLastModified() {
            return lastModified.toEpochMilli();
        }
    }
}
