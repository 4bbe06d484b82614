package eu.nephele.platform.repository;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The objects of a bucket below a prefix. Every method may throw SdkException. */
final class S3Bucket implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    /** Larger objects are stored in parts of this size; S3 allows 10,000 of them. */
    private static final long PART = 64L << 20;

    private static final int NOT_FOUND = 404;

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    S3Bucket(BinarySettings.S3 settings) {
        this.bucket = settings.bucket();
        this.prefix = settings.prefix();
        this.client = client(settings);
    }

    static S3Client client(BinarySettings.S3 settings) {
        var builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                // Other servers than Amazon's do not all know the newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        if (settings.accessKey() != null) {
            builder.credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.accessKey(), String.valueOf(settings.secretKey()))));
        }
        return builder.build();
    }

    void requireThere() {
        client.headBucket(request -> request.bucket(bucket));
    }

    @Nullable
    Stored find(String name) {
        try {
            var head = client.headObject(request -> request.bucket(bucket).key(prefix + name));
            return new Stored(head.contentLength(), head.lastModified());
        } catch (S3Exception failure) {
            if (failure.statusCode() == NOT_FOUND) {
                return null;
            }
            throw failure;
        }
    }

    InputStream read(String name, long from) {
        return client.getObject(
                request -> request.bucket(bucket).key(prefix + name).range("bytes=" + from + "-"));
    }

    /** Whole or not at all: an object is to be seen when all of it has arrived. */
    void put(String name, Path file) throws IOException {
        var length = Files.size(file);
        if (length <= PART) {
            client.putObject(request -> request.bucket(bucket).key(prefix + name), RequestBody.fromFile(file));
        } else {
            putInParts(name, file, length);
        }
    }

    private void putInParts(String name, Path file, long length) throws IOException {
        var upload = client.createMultipartUpload(
                        request -> request.bucket(bucket).key(prefix + name))
                .uploadId();
        try {
            var parts = new ArrayList<CompletedPart>();
            for (var start = 0L; start < length; start += PART) {
                var number = parts.size() + 1;
                var tag = putPart(name, upload, number, file, start, Math.min(PART, length - start));
                parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
            }
            client.completeMultipartUpload(request -> request.bucket(bucket)
                    .key(prefix + name)
                    .uploadId(upload)
                    .multipartUpload(all -> all.parts(parts)));
        } catch (SdkException | IOException failure) {
            client.abortMultipartUpload(
                    request -> request.bucket(bucket).key(prefix + name).uploadId(upload));
            throw failure;
        }
    }

    private String putPart(String name, String upload, int number, Path file, long start, long length)
            throws IOException {
        try (var input = Files.newInputStream(file)) {
            input.skipNBytes(start);
            return client.uploadPart(
                            request -> request.bucket(bucket)
                                    .key(prefix + name)
                                    .uploadId(upload)
                                    .partNumber(number),
                            RequestBody.fromInputStream(input, length))
                    .eTag();
        }
    }

    Stream<String> names() {
        return client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                .map(object -> object.key().substring(prefix.length()));
    }

    void delete(String name) {
        client.deleteObject(request -> request.bucket(bucket).key(prefix + name));
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public String toString() {
        return bucket + "/" + prefix;
    }

    record Stored(long length, Instant lastModified) {}
}
