package eu.nephele.platform.transcript;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.timedtext.EntryTracks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Drafts with what they refer to, as far as somebody may read them. */
final class DraftEntries {

    private final Drafts drafts;
    private final Actor actor;

    DraftEntries(Drafts drafts, Actor actor) {
        this.drafts = drafts;
        this.actor = actor;
    }

    /** @throws PlatformException ENTRY_NOT_FOUND */
    EntryTracks.Found require(String contentType, String id) {
        var type = drafts.type(contentType);
        var draft = drafts.find(actor, contentType, id)
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.ENTRY_NOT_FOUND, say("There is no %s with the id `%s`", contentType, id)));
        return new EntryTracks.Found(type, draft);
    }

    EntryTracks tracks() {
        return new EntryTracks(drafts.definitions(), this::find, this::file);
    }

    Optional<EntryTracks.Found> find(String id) {
        return drafts.repository()
                .read(actor, reader -> reader.locate(Perspective.DRAFT, id).flatMap(at -> read(reader, at)));
    }

    private Optional<ContentNode> file(String id) {
        return drafts.repository()
                .read(actor, reader -> reader.locate(Perspective.DRAFT, id).flatMap(at -> reader.node(at, 1)));
    }

    Optional<EntryTracks.Found> read(ContentReader reader, Location at) {
        return reader.node(at, Integer.MAX_VALUE)
                .flatMap(node ->
                        type(at, node).map(type -> new EntryTracks.Found(type, drafts.visible(actor, type, at, node))));
    }

    private Optional<ContentType> type(Location at, ContentNode node) {
        return drafts.definitions().contentTypesIn(at.workspace()).stream()
                .filter(type -> type.nodeType().equals(node.nodeType()))
                .findFirst();
    }

    static long revision(ContentNode draft) {
        return draft.value(SystemProperties.REVISION) instanceof Value.Whole(long number) ? number : 0;
    }

    /** Refuses what somebody began at another state, before anything is done for it. */
    static void requireRevision(ContentNode draft, @Nullable Long revision) {
        if (revision != null && revision != revision(draft)) {
            throw new PlatformException(
                    ErrorCode.STALE_REVISION,
                    say(
                            "The entry is at revision %d now, you started from %d: read it again and repeat your change",
                            revision(draft), revision));
        }
    }
}
