package eu.nephele.platform.media;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.media.extract.MediaTypes;
import eu.nephele.platform.media.extract.PictureSize;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.StoredBinary;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Takes files in: finds their type in their content, refuses what cannot be kept, and stores the bytes before any save waits for them. Vector pictures are
 * kept without what could run; of photographs and films readers get a copy that does not say where they were taken.
 */
final class Intake {

    /** @param delivered what readers get; the original where there is nothing to take out */
    record Received(AssetNodes.File file, StoredBinary original, StoredBinary delivered) {}

    private static final String SVG = "image/svg+xml";

    private final ContentRepository repository;
    private final MediaSettings settings;
    private final MediaTypes mediaTypes = new MediaTypes();

    Intake(ContentRepository repository, MediaSettings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    /** @throws PlatformException TOO_LARGE, INVALID_VALUE, BAD_REQUEST for a file that ends early, STORE_UNAVAILABLE when the disk is full */
    Received receive(Upload upload) {
        if (upload.size() > settings.maxFileBytes()) {
            throw new PlatformException(
                    ErrorCode.TOO_LARGE,
                    say("The file has %,d bytes; at most %,d are allowed", upload.size(), settings.maxFileBytes()));
        }
        if (upload.size() == 0) {
            throw new PlatformException(ErrorCode.INVALID_VALUE, say("The file is empty"));
        }
        var fileName = FileNames.clean(upload.fileName());
        var type = read(upload.source(), content -> mediaTypes.detect(content, fileName));
        var source = type.equals(SVG) ? SvgSanitizer.sanitized(upload.source(), upload.size()) : upload.source();
        var picture = read(source, content -> PictureSize.of(content, type));
        var hash = digest();
        var original = store(() -> new DigestInputStream(source.open(), hash));
        if (source == upload.source() && original.size() != upload.size()) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST,
                    say("The file has %,d bytes, not the %,d that were announced", original.size(), upload.size()));
        }
        var file = new AssetNodes.File(
                fileName,
                type,
                original.size(),
                HexFormat.of().formatHex(hash.digest()),
                picture,
                settings.scanned() && !upload.isOwn() ? Scan.PENDING : Scan.NONE);
        return new Received(file, original, delivered(type, source, original));
    }

    static String hash(Upload.Source source) throws IOException {
        try (var content = new DigestInputStream(source.open(), digest())) {
            content.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest());
        }
    }

    /** What readers get of a stored file. */
    private StoredBinary delivered(String type, Upload.Source source, StoredBinary original) {
        try {
            return WithoutPlace.isNeeded(type, source) ? store(() -> WithoutPlace.of(type, source.open())) : original;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private StoredBinary store(Upload.Source source) {
        try (var content = source.open()) {
            return repository.store(content);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    @FunctionalInterface
    private interface Look<T> {
        T at(InputStream content) throws IOException;
    }

    private static <T> T read(Upload.Source source, Look<T> look) {
        try (var content = source.open()) {
            return look.at(content);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private static PlatformException failed(IOException failure) {
        return isDiskFull(failure)
                ? new PlatformException(
                        ErrorCode.STORE_UNAVAILABLE, say("The file was not kept: the server's disk is full"), failure)
                : new PlatformException(ErrorCode.BAD_REQUEST, say("The file could not be read to its end"), failure);
    }

    private static boolean isDiskFull(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("No space left")) {
                return true;
            }
        }
        return false;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
