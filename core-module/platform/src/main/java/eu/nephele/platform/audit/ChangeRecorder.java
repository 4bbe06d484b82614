package eu.nephele.platform.audit;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.Perspective;
import eu.nephele.platform.audit.AuditLog.RecordedChange;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.repository.Lease;
import java.util.List;
import java.util.Map;

/** Records every write of content, from the change log, so that no write can forget to. */
public final class ChangeRecorder {

    private final AuditLog log;
    private final Lease duty;

    /** @param duty of several nodes one records */
    public ChangeRecorder(AuditLog log, Lease duty) {
        this.log = log;
        this.duty = duty;
    }

    /** Goes on from where the record ends. */
    public ChangeFeed.Subscription follow(ChangeFeed feed) {
        return feed.follow("audit", duty, log::recordedRevision, this::record);
    }

    void record(List<Change> changes) {
        if (!changes.isEmpty()) {
            log.appendChanges(
                    changes.stream().map(ChangeRecorder::recorded).toList(),
                    changes.getLast().revision());
        }
    }

    private static RecordedChange recorded(Change change) {
        var live = change.perspective() == Perspective.LIVE;
        var removed = change.kind() == Change.Kind.REMOVED;
        var kind = live ? removed ? "entry-unpublished" : "entry-published" : removed ? "entry-removed" : "entry-saved";
        var details = Map.of(
                "id", change.id(),
                "nodeType", change.nodeType(),
                "revision", Long.toString(change.revision()));
        return new RecordedChange(
                change.revision(),
                change.at(),
                new AuditEvent(kind, change.actor(), change.workspace() + ":" + change.path(), details));
    }
}
