package eu.nephele.api.content;

import java.time.Instant;
import java.util.List;

/**
 * One record of the change log: what happened to one entry in one perspective.
 *
 * @param revision the record's place in the log, strictly rising; also the entry's revision from then on
 * @param path where the entry is now; for REMOVED, where it was
 * @param locales the locales concerned; empty for all
 * @param actor the name of who did it
 */
public record Change(
        long revision,
        Kind kind,
        Perspective perspective,
        String workspace,
        String path,
        String id,
        String nodeType,
        List<String> locales,
        String actor,
        Instant at) {

    /** SAVED: created, changed, moved or published; REMOVED: deleted or unpublished. */
    public enum Kind {
        SAVED,
        REMOVED
    }

    public Change {
        locales = List.copyOf(locales);
    }

    public Location location() {
        return new Location(perspective, workspace, path);
    }
}
