package eu.nephele.webapp.app;

import eu.nephele.platform.repository.BinarySettings;
import eu.nephele.platform.repository.PostgresqlSettings;
import eu.nephele.platform.repository.RepositorySettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where content lies: {@code nephele.repository}.
 *
 * @param store in the data folder of one server, or in a database that several nodes share
 * @param compactHour the hour of the day (0 to 23, local time) at which disk space is freed
 * @param changesKept how long records of changes are kept; an index that was away for longer is built anew
 */
record StoreSettings(
        @DefaultValue("segment") Store store,
        @DefaultValue("3") int compactHour,
        @DefaultValue("30d") Duration changesKept,
        @DefaultValue Postgresql postgresql,
        @DefaultValue Binaries binaries) {

    enum Store {
        SEGMENT,
        POSTGRESQL
    }

    /**
     * @param poolSize most connections of one node
     * @param nodeTimeout after how long a silence the other nodes count this one as dead
     */
    record Postgresql(
            @DefaultValue("jdbc:postgresql://localhost:5432/nephele")
            String url,

            @DefaultValue("nephele") String user,
            @DefaultValue("") String password,
            @DefaultValue("20") int poolSize,
            @DefaultValue("15s") Duration nodeTimeout) {

        @Override
        public String toString() {
            return url;
        }
    }

    /**
     * @param folder empty for a folder in the data folder; with several nodes one that all of them share
     * @param s3 used where it names a bucket
     */
    record Binaries(
            @DefaultValue("") String folder, @DefaultValue S3 s3) {}

    /**
     * @param endpoint empty for Amazon's
     * @param accessKey empty to take the credentials from the environment of the process
     * @param pathStyle whether the bucket is named in the path, as most servers other than Amazon's need it
     */
    record S3(
            @DefaultValue("") String bucket,
            @DefaultValue("") String endpoint,
            @DefaultValue("eu-central-1") String region,
            @DefaultValue("nephele/") String prefix,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey,
            @DefaultValue("false") boolean pathStyle) {

        @Override
        public String toString() {
            return bucket + "/" + prefix;
        }
    }

    StoreSettings {
        if (compactHour < 0 || compactHour > 23) {
            throw new IllegalArgumentException(
                    "nephele.repository.compact-hour must be an hour from 0 to 23, not " + compactHour);
        }
        if (changesKept.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException(
                    "nephele.repository.changes-kept must be an hour or more, not " + changesKept);
        }
        if (!binaries.folder().isEmpty() && !binaries.s3().bucket().isEmpty()) {
            throw new IllegalArgumentException(
                    "Set nephele.repository.binaries.folder or nephele.repository.binaries.s3.bucket, not both");
        }
        if (store == Store.POSTGRESQL
                && binaries.folder().isEmpty()
                && binaries.s3().bucket().isEmpty()) {
            throw new IllegalArgumentException(
                    "With nephele.repository.store: postgresql all nodes must reach the files: set nephele.repository.binaries.folder to a"
                            + " folder that they share, or nephele.repository.binaries.s3.bucket");
        }
    }

    /** @param folder of this node alone */
    RepositorySettings in(Path folder) {
        var chosen = binarySettings();
        if (store == Store.POSTGRESQL && chosen != null) {
            var database = new PostgresqlSettings(
                    postgresql.url(),
                    postgresql.user(),
                    postgresql.password(),
                    postgresql.poolSize(),
                    postgresql.nodeTimeout());
            return RepositorySettings.shared(folder, database, chosen);
        }
        var alone = RepositorySettings.in(folder);
        return chosen == null ? alone : alone.withBinaries(chosen);
    }

    private @Nullable BinarySettings binarySettings() {
        var s3 = binaries.s3();
        if (!s3.bucket().isEmpty()) {
            return new BinarySettings.S3(
                    s3.endpoint().isEmpty() ? null : URI.create(s3.endpoint()),
                    s3.region(),
                    s3.bucket(),
                    s3.prefix(),
                    s3.accessKey().isEmpty() ? null : s3.accessKey(),
                    s3.secretKey().isEmpty() ? null : s3.secretKey(),
                    s3.pathStyle());
        }
        return binaries.folder().isEmpty() ? null : new BinarySettings.Folder(Path.of(binaries.folder()));
    }
}
