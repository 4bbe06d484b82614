package eu.nephele.platform.authoring;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.platform.access.Actor;
import java.util.LinkedHashMap;
import java.util.List;

/** A draft that is again what is live, after a change was taken back, counts as published: it needs nobody to publish it. */
public final class CountAsPublished {

    private final Drafts drafts;

    public CountAsPublished(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * Leaves a draft alone that differs from what is live, or lies elsewhere.
     *
     * @param before the code of the entry's state before the change: only what counted as published then does so again
     */
    public void again(Actor actor, String contentType, String id, String before) {
        if (!before.equals(EntryState.PUBLISHED.code())) {
            return;
        }
        var type = drafts.type(contentType);
        drafts.write(actor, writer -> {
            var at = drafts.require(writer, type, id);
            var draft = Drafts.load(writer, at);
            writer.locate(Perspective.LIVE, id)
                    .map(location -> Drafts.load(writer, location))
                    .filter(live -> EntryState.of(draft) == EntryState.MODIFIED && isSame(type, draft, live))
                    .ifPresent(live -> {
                        var revision = writer.nextRevision();
                        var kept = new LinkedHashMap<String, Value>();
                        List.of(SystemProperties.LAST_MODIFIED, SystemProperties.LAST_MODIFIED_BY)
                                .forEach(name -> kept.put(name, live.value(name)));
                        kept.put(SystemProperties.REVISION, Value.of(revision));
                        writer.setProperties(at, kept);
                        drafts.record(writer, actor, Change.Kind.SAVED, at, id, type.nodeType(), revision);
                    });
            return id;
        });
    }

    private boolean isSame(ContentType type, ContentNode draft, ContentNode live) {
        return draft.path().equals(live.path())
                && PlainEntry.of(drafts.definitions(), type, draft)
                        .equals(PlainEntry.of(drafts.definitions(), type, live));
    }
}
