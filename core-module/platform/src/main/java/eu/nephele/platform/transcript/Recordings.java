package eu.nephele.platform.transcript;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.externalvideo.ExternalVideo;
import eu.nephele.platform.media.Assets;
import eu.nephele.platform.timedtext.EntryTracks;
import eu.nephele.platform.transcript.Transcript.Recording;
import java.util.ArrayList;
import java.util.List;

/** What was written down in a transcript: films and sound of the entries that refer to it. */
final class Recordings {

    private static final int MOST = 20;

    private final Drafts drafts;
    private final Assets assets;

    Recordings(Drafts drafts, Assets assets) {
        this.drafts = drafts;
        this.assets = assets;
    }

    List<Recording> of(Actor actor, EntryTracks.Found transcript) {
        var entries = new DraftEntries(drafts, actor);
        var referring = drafts.repository().read(actor, reader -> {
            var found = new ArrayList<EntryTracks.Found>();
            found.add(transcript);
            reader.referrers(Perspective.DRAFT, transcript.node().id()).stream()
                    .limit(MOST)
                    .forEach(at -> entries.read(reader, at).ifPresent(found::add));
            return found;
        });
        var recordings = new ArrayList<Recording>();
        referring.forEach(entry -> add(actor, entry, recordings));
        return recordings;
    }

    private void add(Actor actor, EntryTracks.Found entry, List<Recording> recordings) {
        var node = entry.node();
        var title = node.text("title") == null ? node.name() : node.text("title");
        for (var property : entry.type().model().properties()) {
            var value = property.multiple() ? null : node.text(property.name());
            if (value == null || title == null) {
                continue;
            }
            if (property.type() == Scalar.ASSET) {
                assets.find(actor, Perspective.DRAFT, value)
                        .filter(asset -> asset.mimeType().matches("(video|audio)/.*"))
                        .ifPresent(asset -> recordings.add(new Recording(
                                entry.type().name(), node.id(), title, asset.key(), asset.mimeType(), null)));
            } else if (property.validation().externalVideo()) {
                ExternalVideo.of(value)
                        .ifPresent(video -> recordings.add(
                                new Recording(entry.type().name(), node.id(), title, null, null, video)));
            }
        }
    }
}
