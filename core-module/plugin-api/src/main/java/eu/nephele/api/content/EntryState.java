package eu.nephele.api.content;

import java.util.Locale;

/** Where an entry stands between draft and live; derived from Magnolia's properties, with its meaning. */
public enum EntryState {
    /** Not live: never published, or unpublished. */
    NOT_PUBLISHED,
    /** Live, and changed since. */
    MODIFIED,
    /** Live as it is. */
    PUBLISHED,
    /** Marked as deleted: live until the deletion is published. */
    DELETED;

    /** As it is written: {@code not-published}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static EntryState of(ContentNode draft) {
        if (draft.value(SystemProperties.DELETED) instanceof Value.Flag(boolean deleted) && deleted) {
            return DELETED;
        }
        if (!(draft.value(SystemProperties.ACTIVATION_STATUS) instanceof Value.Flag(boolean active) && active)) {
            return NOT_PUBLISHED;
        }
        var modified = draft.value(SystemProperties.LAST_MODIFIED);
        var activated = draft.value(SystemProperties.LAST_ACTIVATED);
        if (modified instanceof Value.Moment(var modifiedAt)
                && activated instanceof Value.Moment(var activatedAt)
                && modifiedAt.toInstant().isAfter(activatedAt.toInstant())) {
            return MODIFIED;
        }
        return PUBLISHED;
    }
}
