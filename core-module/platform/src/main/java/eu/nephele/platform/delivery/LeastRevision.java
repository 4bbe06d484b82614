package eu.nephele.platform.delivery;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.delivery.DeliveryRequest.Parameter;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** {@code minRevision}: an answer that shows a change at least, for who has just made it. */
final class LeastRevision {

    static final String PARAMETER = "minRevision";
    private static final int MAX_WAITING = 200;

    private final DeliverySettings settings;
    private final Semaphore places = new Semaphore(MAX_WAITING);
    private volatile @Nullable Revisions revisions;

    LeastRevision(DeliverySettings settings) {
        this.settings = settings;
    }

    void follow(Revisions followed) {
        revisions = followed;
    }

    void await(List<Parameter> parameters) {
        for (var parameter : parameters) {
            if (parameter.name().equals(PARAMETER)) {
                await(revision(parameter.value()));
            }
        }
    }

    private static long revision(String text) {
        try {
            var revision = Long.parseLong(text);
            if (revision >= 0) {
                return revision;
            }
        } catch (NumberFormatException noNumber) {
            // Refused below, like a negative one.
        }
        throw Refusal.value(PARAMETER, text, "the revision that a publication was answered with");
    }

    private void await(long revision) {
        var followed = revisions;
        if (followed == null || !places.tryAcquire()) {
            throw unavailable("Too many wait for changes to be shown");
        }
        try {
            if (!followed.await(revision, settings.longestWait())) {
                throw unavailable(
                        "The change of revision %d is not shown yet, after a wait of %d ms: try again, or leave `%s` out"
                                .formatted(revision, settings.longestWait().toMillis(), PARAMETER));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw unavailable("The server is being stopped");
        } finally {
            places.release();
        }
    }

    private static PlatformException unavailable(String message) {
        return new PlatformException(ErrorCode.NOT_SHOWN_YET, message);
    }
}
