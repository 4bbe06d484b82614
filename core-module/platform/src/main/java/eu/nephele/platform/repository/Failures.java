package eu.nephele.platform.repository;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.sql.SQLException;
import org.apache.jackrabbit.oak.api.CommitFailedException;
import org.apache.jackrabbit.oak.plugins.document.DocumentStoreException;

/** What Oak's refusals mean to those who called. */
final class Failures {

    private Failures() {}

    /** What the database refuses to tell is not the caller's fault; all else stays as it is. */
    static RuntimeException of(RuntimeException failure) {
        if (failure instanceof PlatformException) {
            return failure;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DocumentStoreException || cause instanceof SQLException) {
                return new PlatformException(
                        ErrorCode.STORE_UNAVAILABLE, "The database does not answer: " + cause.getMessage(), failure);
            }
        }
        return failure;
    }

    static PlatformException of(CommitFailedException failure) {
        if (failure.isConstraintViolation()) {
            return new PlatformException(
                    ErrorCode.INVALID_ENTRY, "The content cannot be stored: " + failure.getMessage(), failure);
        }
        if (failure.isOfType(CommitFailedException.NAME)) {
            return new PlatformException(
                    ErrorCode.INVALID_VALUE, "A name cannot be stored: " + failure.getMessage(), failure);
        }
        if (failure.isOfType(CommitFailedException.STATE)) {
            return new PlatformException(
                    ErrorCode.STORE_UNAVAILABLE, "Another node saved at the same moment; try again", failure);
        }
        if (failure.isOfType(CommitFailedException.OAK) || failure.isOfType(CommitFailedException.MERGE)) {
            return new PlatformException(
                    ErrorCode.STORE_UNAVAILABLE, "The repository could not save: " + failure.getMessage(), failure);
        }
        return new PlatformException(
                ErrorCode.INTERNAL, "The repository refused a save: " + failure.getMessage(), failure);
    }
}
