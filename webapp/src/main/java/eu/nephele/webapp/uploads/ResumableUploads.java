package eu.nephele.webapp.uploads;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.webapp.http.ErrorWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import me.desair.tus.server.TusFileUploadService;
import me.desair.tus.server.exception.TusException;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.disk.DiskLockingService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parts of files that are being uploaded, each seen by its owner alone. They lie in a folder until they are whole, taken back, or left alone for too long;
 * what is not wanted any more is deleted within a minute.
 */
public final class ResumableUploads implements AutoCloseable {

    static final String PATH = "/.rest/editor/v1/uploads";

    private static final Logger LOG = LoggerFactory.getLogger(ResumableUploads.class);
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(30);

    private final TusFileUploadService tus;
    private final ErrorWriter errors;
    private final Path folder;
    private final Thread sweeper;

    /** @param patience how long an upload that does not go on is kept */
    public ResumableUploads(Path folder, long maxBytes, Duration patience, ErrorWriter errors) {
        this.folder = folder;
        this.errors = errors;
        try {
            // The sweeper looks into both, also before the first upload.
            Files.createDirectories(folder.resolve("locks"));
            Files.createDirectories(folder.resolve("uploads"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.tus = new TusFileUploadService()
                .withUploadUri(PATH)
                .withUploadStorageService(new StoredParts(folder))
                .withUploadLockingService(new DiskLockingService(folder.toString()))
                .withMaxUploadSize(maxBytes)
                .withUploadExpirationPeriod(patience.toMillis());
        tus.disableTusExtension("concatenation");
        this.sweeper = Thread.ofVirtual().name("upload-sweeper").start(this::sweep);
    }

    /** Answers a request of the protocol. */
    void process(HttpServletRequest request, HttpServletResponse response, String owner) throws IOException {
        try {
            var answer = new TusAnswer(response);
            tus.process(request, answer, owner);
            if (answer.isRefused()) {
                answer.tell(request, errors);
                return;
            }
            requireTaken(request, response);
        } catch (IOException failure) {
            if (isDiskFull(failure)) {
                throw diskFull(failure);
            }
            throw failure;
        }
    }

    /** A part that found no room is cut off without a word by the library: a client would send the rest again and again. */
    private static void requireTaken(HttpServletRequest request, HttpServletResponse response) {
        var from = request.getHeader("Upload-Offset");
        var to = response.getHeader("Upload-Offset");
        if (request.getMethod().equals("PATCH")
                && response.getStatus() < 300
                && request.getContentLengthLong() > 0
                && from != null
                && to != null
                && Long.parseLong(to) < Long.parseLong(from) + request.getContentLengthLong()) {
            response.reset();
            throw diskFull(null);
        }
    }

    private static PlatformException diskFull(@Nullable Throwable cause) {
        return new PlatformException(
                ErrorCode.STORE_UNAVAILABLE,
                say("The server's disk is full: the upload can go on from here when there is room"),
                cause);
    }

    /** The upload, if it is whole now. */
    Optional<UploadInfo> finished(String path, String owner) throws IOException {
        try {
            var upload = tus.getUploadInfo(path, owner);
            return Optional.ofNullable(upload).filter(info -> !info.isUploadInProgress());
        } catch (TusException unknown) {
            return Optional.empty();
        }
    }

    java.io.InputStream open(String path, String owner) throws IOException {
        try {
            return tus.getUploadedBytes(path, owner);
        } catch (TusException gone) {
            throw new IOException(gone);
        }
    }

    void forget(String path, String owner) throws IOException {
        try {
            tus.deleteUpload(path, owner);
        } catch (TusException goneAlready) {
            LOG.debug("{} was deleted before", path);
        }
    }

    private void sweep() {
        try {
            while (true) {
                try {
                    tus.cleanup();
                } catch (IOException failure) {
                    LOG.warn("Unfinished uploads in {} could not be swept: {}", folder, failure.getMessage());
                }
                Thread.sleep(BETWEEN_SWEEPS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isDiskFull(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("No space left")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        sweeper.interrupt();
    }
}
