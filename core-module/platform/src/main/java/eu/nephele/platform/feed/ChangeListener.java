package eu.nephele.platform.feed;

import eu.nephele.api.content.Change;
import java.util.List;

/** Follows the change log. Applying the same change twice must change nothing. */
@FunctionalInterface
public interface ChangeListener {

    /**
     * Changes in order, none left out. An exception makes the feed try again, later one by one; a change that keeps failing is put
     * aside as a dead letter. Only a PlatformException of the kind UNAVAILABLE is retried for ever: it tells of a system that is
     * down, not of a change that is wrong.
     */
    void apply(List<Change> changes) throws Exception;
}
