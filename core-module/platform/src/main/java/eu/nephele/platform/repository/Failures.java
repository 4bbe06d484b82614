package eu.nephele.platform.repository;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import org.apache.jackrabbit.oak.api.CommitFailedException;

/** What Oak's refusals mean to those who called. */
final class Failures {

    private Failures() {}

    static PlatformException of(CommitFailedException failure) {
        if (failure.isConstraintViolation()) {
            return new PlatformException(
                    ErrorCode.INVALID_ENTRY, "The content cannot be stored: " + failure.getMessage(), failure);
        }
        if (failure.isOfType(CommitFailedException.NAME)) {
            return new PlatformException(
                    ErrorCode.INVALID_VALUE, "A name cannot be stored: " + failure.getMessage(), failure);
        }
        if (failure.isOfType(CommitFailedException.OAK) || failure.isOfType(CommitFailedException.MERGE)) {
            return new PlatformException(
                    ErrorCode.STORE_UNAVAILABLE, "The repository could not save: " + failure.getMessage(), failure);
        }
        return new PlatformException(
                ErrorCode.INTERNAL, "The repository refused a save: " + failure.getMessage(), failure);
    }
}
