package eu.nephele.platform.desk;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.CleanedText;
import eu.nephele.platform.authoring.CountAsPublished;
import eu.nephele.platform.authoring.CreateEntry;
import eu.nephele.platform.authoring.DeleteEntry;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.authoring.EntryInput;
import eu.nephele.platform.authoring.MoveEntry;
import eu.nephele.platform.authoring.PlainEntry;
import eu.nephele.platform.authoring.RestoreVersion;
import eu.nephele.platform.authoring.SaveEntry;
import eu.nephele.platform.publishing.PublicationCheck;
import eu.nephele.platform.publishing.PublishEntry;
import eu.nephele.platform.publishing.PublishOptions;
import eu.nephele.platform.publishing.UnpublishEntry;
import eu.nephele.platform.repository.ContentWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What bulk actions do to one entry, what they would do, and how it is undone. */
public final class BulkDeeds implements RowDeeds {

    private final Drafts drafts;
    private final CreateEntry createEntry;
    private final SaveEntry saveEntry;
    private final MoveEntry moveEntry;
    private final DeleteEntry deleteEntry;
    private final RestoreVersion restoreVersion;
    private final CountAsPublished countAsPublished;
    private final PublishEntry publishEntry;
    private final UnpublishEntry unpublishEntry;
    private final PublicationCheck check;

    public BulkDeeds(Drafts drafts, PublishEntry publishEntry, UnpublishEntry unpublishEntry, PublicationCheck check) {
        this.drafts = drafts;
        this.createEntry = new CreateEntry(drafts);
        this.saveEntry = new SaveEntry(drafts);
        this.moveEntry = new MoveEntry(drafts);
        this.deleteEntry = new DeleteEntry(drafts);
        this.restoreVersion = new RestoreVersion(drafts);
        this.countAsPublished = new CountAsPublished(drafts);
        this.publishEntry = publishEntry;
        this.unpublishEntry = unpublishEntry;
        this.check = check;
    }

    /** Refuses what lacks what its action needs. */
    static void check(BulkRequest request) {
        if ((request.ids() == null) == (request.selection() == null)) {
            throw new PlatformException(ErrorCode.BAD_REQUEST, "Either `ids` or `selection` is needed");
        }
        if (request.ids() != null && request.ids().size() > Jobs.MOST_ENTRIES) {
            throw new PlatformException(ErrorCode.TOO_LARGE, say("At most %,d entries at once", Jobs.MOST_ENTRIES));
        }
        if (request.action() == BulkRequest.Action.setField
                && (request.fields() == null || request.fields().isEmpty())) {
            throw new PlatformException(ErrorCode.BAD_REQUEST, "To set fields, `fields` must name at least one");
        }
        if (request.action() == BulkRequest.Action.move && request.path() == null) {
            throw new PlatformException(ErrorCode.BAD_REQUEST, "To move entries, `path` must name a folder");
        }
        if (request.action() == BulkRequest.Action.importSheet) {
            throw new PlatformException(ErrorCode.BAD_REQUEST, "An import begins with its spreadsheet, at /sheets");
        }
    }

    String title(BulkRequest request, ContentNode draft) {
        var definitions = drafts.definitions();
        var workspace = drafts.type(request.contentType()).workspace();
        return new EntryTitles(definitions, definitions.site().defaultLocale())
                .of(new Location(Perspective.DRAFT, workspace, draft.path()), draft);
    }

    @Override
    public List<Job.Row> plan(Actor actor, Job job, List<String> ids) {
        return ids.stream()
                .map(id -> drafts.find(actor, job.request().contentType(), id)
                        .map(draft -> new Job.Row(
                                id, title(job.request(), draft), draft.path(), before(draft, job.request()), null))
                        .orElseGet(() -> new Job.Row(id, id, "", null, null).with("failed", say("is not there"), null)))
                .toList();
    }

    @Override
    public Job.Row run(Actor actor, Job job, Job.Row row) {
        var done = row.with("done", null, null);
        try {
            requireLive(job.request(), row);
            return done.cleaned(run(actor, job.request(), row.id()));
        } catch (PlatformException refusal) {
            // It was deleted, and that was not written down.
            if (refusal.code() != ErrorCode.ENTRY_NOT_FOUND || job.request().action() != BulkRequest.Action.delete) {
                throw refusal;
            }
            return done;
        }
    }

    /** By what was written down ahead: where it is done again after a crash, it was live before the first time. */
    private static void requireLive(BulkRequest request, Job.Row row) {
        if (request.action() == BulkRequest.Action.unpublish
                && row.before() != null
                && row.before().state().equals(EntryState.NOT_PUBLISHED.code())) {
            throw new PlatformException(ErrorCode.BAD_REQUEST, notLive());
        }
    }

    @Override
    public void undo(Actor actor, Job job, Job.Row row) {
        var before = Objects.requireNonNull(row.before());
        undo(actor, job.request(), row.id(), before);
        countAsPublished.again(actor, job.request().contentType(), row.id(), before.state());
    }

    private Job.Before before(ContentNode draft, BulkRequest request) {
        var type = drafts.type(request.contentType());
        var all = PlainEntry.of(drafts.definitions(), type, draft);
        var properties = new LinkedHashMap<String, @Nullable Object>();
        switch (request.action()) {
            case setField ->
                Objects.requireNonNull(request.fields())
                        .keySet()
                        .forEach(field -> properties.put(field, all.get(field)));
            case delete -> properties.putAll(all);
            default -> {}
        }
        var externalIds = draft.value(SystemProperties.EXTERNAL_IDS);
        return new Job.Before(
                EntryState.of(draft).code(),
                draft.path(),
                draft.text(SystemProperties.LAST_ACTIVATED_VERSION),
                properties,
                externalIds == null
                        ? List.of()
                        : externalIds.each().stream().map(Value::asText).toList());
    }

    /** What was taken out of rich texts. */
    private List<CleanedText> run(Actor actor, BulkRequest request, String id) {
        var type = request.contentType();
        switch (request.action()) {
            case publish -> publishEntry.publish(actor, id, options(request));
            case unpublish -> unpublishEntry.unpublish(actor, id);
            case delete -> deleteEntry.delete(actor, type, id);
            case undelete -> deleteEntry.undelete(actor, type, id);
            case move -> moveEntry.move(actor, type, id, request.path(), null);
            case setField -> {
                var fields = Objects.requireNonNull(request.fields());
                return saveEntry.change(actor, type, id, null, fields).cleaned();
            }
            case importSheet -> throw new IllegalStateException(request.toString());
        }
        return List.of();
    }

    /** What keeps the action from being done to the entry; empty where nothing does. Changes nothing. */
    List<FieldError> obstacles(Actor actor, BulkRequest request, ContentNode draft) {
        var type = request.contentType();
        var id = draft.id();
        return switch (request.action()) {
            case publish -> {
                var refusal = refusal(() -> publishEntry.requireRight(actor, id, options(request)));
                yield refusal.isEmpty() ? findings(actor, request, id) : refusal;
            }
            case unpublish -> {
                var refusal = refusal(() -> unpublishEntry.requireRight(actor, id));
                yield refusal.isEmpty() && EntryState.of(draft) == EntryState.NOT_PUBLISHED
                        ? List.of(new FieldError("", "live", notLive()))
                        : refusal;
            }
            case undelete ->
                EntryState.of(draft) == EntryState.DELETED
                        ? rehearsed(actor, writer -> deleteEntry.undelete(writer, actor, type, id))
                        : List.of(new FieldError("", "deleted", say("is not marked as deleted")));
            case delete -> rehearsed(actor, writer -> deleteEntry.delete(writer, actor, type, id, null));
            case move -> rehearsed(actor, writer -> moveEntry.move(writer, actor, type, id, request.path(), null));
            case setField -> {
                var fields = Objects.requireNonNull(request.fields());
                yield rehearsed(
                        actor, writer -> saveEntry.save(writer, actor, drafts.type(type), id, null, fields, false));
            }
            case importSheet -> throw new IllegalStateException(request.toString());
        };
    }

    private static String notLive() {
        return say("is not live");
    }

    private static PublishOptions options(BulkRequest request) {
        return new PublishOptions(request.withReferences(), request.locales() == null ? List.of() : request.locales());
    }

    private List<FieldError> findings(Actor actor, BulkRequest request, String id) {
        return check.check(actor, id, request.withReferences()).findings().stream()
                .filter(finding -> finding.severity() == PublicationCheck.Severity.error)
                .map(finding -> new FieldError(finding.field(), finding.rule(), finding.message()))
                .toList();
    }

    /** Ends a save that must leave nothing behind. */
    private static final class Rehearsed extends RuntimeException {
        private Rehearsed() {
            super(null, null, false, false);
        }
    }

    /** What the deed would be refused for, by doing it and leaving nothing behind. */
    private List<FieldError> rehearsed(Actor actor, Consumer<ContentWriter> deed) {
        return refusal(() -> {
            try {
                drafts.repository().write(actor, writer -> {
                    deed.accept(writer);
                    throw new Rehearsed();
                });
            } catch (Rehearsed nothingWasWritten) {
                return;
            }
        });
    }

    /** Field by field where the entry itself is at fault; else in one sentence, as the deed says it. */
    private static List<FieldError> refusal(Runnable deed) {
        try {
            deed.run();
            return List.of();
        } catch (PlatformException refusal) {
            return refusal.fields().isEmpty() || refusal.code() == ErrorCode.STILL_REFERENCED
                    ? List.of(new FieldError("", refusal.code().name(), String.valueOf(refusal.getMessage())))
                    : refusal.fields();
        }
    }

    private void undo(Actor actor, BulkRequest request, String id, Job.Before before) {
        var type = request.contentType();
        switch (request.action()) {
            case publish -> {
                if (before.state().equals(EntryState.NOT_PUBLISHED.code())) {
                    unpublishEntry.unpublish(actor, id);
                } else if (before.state().equals(EntryState.MODIFIED.code())) {
                    makeLiveAgain(actor, type, id, before);
                } else if (isDeleted(before)) {
                    throw new PlatformException(ErrorCode.BAD_REQUEST, say("A published deletion cannot be undone"));
                }
            }
            case unpublish -> makeLiveAgain(actor, type, id, before);
            // What the job found as it wanted it to be stays so.
            case delete -> {
                if (drafts.find(actor, type, id).isEmpty()) {
                    createAgain(actor, type, id, before);
                } else if (!isDeleted(before)) {
                    deleteEntry.undelete(actor, type, id);
                }
            }
            case undelete -> {
                if (isDeleted(before)) {
                    deleteEntry.delete(actor, type, id);
                }
            }
            case move -> moveEntry.move(actor, type, id, parent(before.path()), null);
            case setField -> saveEntry.change(actor, type, id, null, before.properties());
            case importSheet -> throw new IllegalStateException(request.toString());
        }
    }

    /** What was live comes back from its version, and the draft stays what it is. */
    private void makeLiveAgain(Actor actor, String type, String id, Job.Before before) {
        if (before.version() == null) {
            throw new PlatformException(ErrorCode.VERSION_NOT_FOUND, say("What was live before has no version"));
        }
        var draft = drafts.find(actor, type, id).orElseThrow();
        var now = PlainEntry.of(drafts.definitions(), drafts.type(type), draft);
        restoreVersion.restore(actor, type, id, before.version());
        publishEntry.publish(actor, id, PublishOptions.DEFAULTS);
        var live = drafts.find(actor, type, id).orElseThrow();
        if (!now.equals(PlainEntry.of(drafts.definitions(), drafts.type(type), live))) {
            saveEntry.replace(actor, type, id, null, now);
        }
        if (isDeleted(before)) {
            deleteEntry.delete(actor, type, id);
        }
    }

    private static boolean isDeleted(Job.Before before) {
        return before.state().equals(EntryState.DELETED.code());
    }

    private void createAgain(Actor actor, String type, String id, Job.Before before) {
        var name = before.path().substring(before.path().lastIndexOf('/') + 1);
        createEntry.create(
                actor,
                type,
                new EntryInput(name, parent(before.path()), before.properties(), before.externalIds(), id));
    }

    private static String parent(String path) {
        var slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }
}
