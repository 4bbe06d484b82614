package eu.nephele.platform.authoring;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import java.util.Map;

/** A draft as it would be with what an editor has typed and not saved, for showing it to her. What cannot be stored as it is typed is left out. */
public final class UnsavedDraft {

    private final Drafts drafts;

    public UnsavedDraft(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * @param fields new values by stored name, as {@link SaveEntry} takes them
     * @throws PlatformException ENTRY_NOT_FOUND, UNKNOWN_CONTENT_TYPE
     */
    public ContentNode of(Actor actor, String contentType, String id, Map<String, ?> fields) {
        var draft = drafts.find(actor, contentType, id)
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.ENTRY_NOT_FOUND, say("There is no %s with the id `%s`", contentType, id)));
        return drafts.form(drafts.type(contentType)).fillWhatFits(draft, fields);
    }
}
