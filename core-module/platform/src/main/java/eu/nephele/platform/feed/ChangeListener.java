package eu.nephele.platform.feed;

import eu.nephele.api.content.Change;
import java.util.List;

/** Follows the change log. Applying the same change twice must change nothing. */
@FunctionalInterface
public interface ChangeListener {

    /** Changes in order, none left out. An exception makes the feed try again, later one by one. */
    void apply(List<Change> changes) throws Exception;
}
