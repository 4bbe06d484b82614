package eu.nephele.platform.publishing;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.contenttype.ContentType;
import org.jspecify.annotations.Nullable;

/** A draft that is about to become live. */
record Candidate(ContentType type, Location location, ContentNode draft) {

    String id() {
        return draft.id();
    }

    boolean isDeletion() {
        return EntryState.of(draft) == EntryState.DELETED;
    }

    @Nullable
    String revision() {
        return draft.text(SystemProperties.REVISION);
    }
}
