package eu.nephele.platform.media;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentRepository;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/**
 * Gives an asset another file in place: whatever refers to it shows the new one, as soon as it is known to be clean where a virus scanner is asked. What editors
 * said of it stays, their corrections of metadata too.
 */
public final class ReplaceFile {

    private final ContentRepository repository;
    private final Intake intake;
    private final Quota quota;
    private final Consumer<String> stored;
    private final InstantSource clock;

    /** @param stored hears the id of the asset, whose file is new */
    public ReplaceFile(
            ContentRepository repository, MediaSettings settings, Consumer<String> stored, InstantSource clock) {
        this.repository = repository;
        this.intake = new Intake(repository, settings);
        this.quota = new Quota(repository, settings);
        this.stored = stored;
        this.clock = clock;
    }

    /**
     * To be asked before a large file is sent: whether it would be taken then.
     *
     * @throws PlatformException ASSET_NOT_FOUND, ACCESS_DENIED, QUOTA_EXCEEDED
     */
    public void requireAllowed(Actor actor, String key, long bytes) {
        allowed(actor, key, bytes);
    }

    /** Where the asset is. */
    private Location allowed(Actor actor, String key, long bytes) {
        var before = repository
                .read(actor, reader -> Assets.locate(reader, Perspective.DRAFT, key))
                .orElseThrow(() -> new PlatformException(ErrorCode.ASSET_NOT_FOUND, say("There is no asset %s", key)));
        var at = new Location(Perspective.DRAFT, Assets.WORKSPACE.name(), before.path());
        Subject draft = repository.read(actor, reader -> reader.subject(at));
        Subject live = repository.read(actor, reader -> reader.subject(at.in(Perspective.LIVE)));
        actor.require(Action.WRITE, draft.with(Subject.Field.WHOLE));
        actor.require(Action.PUBLISH, live);
        quota.requireRoom(
                before.text(AssetNodes.ORGANISATION),
                bytes - AssetNodes.asset(before).size());
        return at;
    }

    /** @throws PlatformException as an upload; ASSET_NOT_FOUND; INVALID_VALUE where entries use it as another kind of file */
    public Asset replace(Actor actor, String key, Upload upload) {
        var at = allowed(actor, key, upload.size());
        var received = intake.receive(upload);
        var isHeldBack = received.file().scan().holdsBack();
        var asset = repository.write(actor, writer -> {
            requireFitting(writer, at, received.file().mimeType());
            var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
            for (var perspective : Perspective.values()) {
                if (isHeldBack && perspective == Perspective.LIVE) {
                    // Readers keep the old file until the new one is known to be clean.
                    continue;
                }
                var place = at.in(perspective);
                writer.node(place, Integer.MAX_VALUE).ifPresent(node -> {
                    var changed = AssetNodes.with(
                            AssetNodes.with(
                                    AssetNodes.withFile(node, received.file()),
                                    SystemProperties.LAST_MODIFIED,
                                    Value.of(now)),
                            SystemProperties.LAST_MODIFIED_BY,
                            Value.of(actor.name()));
                    AssetNodes.save(writer, actor, place, changed, now.toInstant());
                    writer.putBinary(
                            place.child(AssetNodes.RESOURCE),
                            AssetNodes.DATA,
                            perspective == Perspective.LIVE ? received.delivered() : received.original());
                });
            }
            return AssetNodes.asset(writer.node(at, 1).orElseThrow());
        });
        stored.accept(asset.id());
        return asset;
    }

    /** Fields choose what they show by its kind: where a picture stands, no recording can take its place. */
    private static void requireFitting(ContentReader reader, Location at, String mimeType) {
        var draft = reader.node(at, 1).orElseThrow();
        var before = AssetNodes.asset(draft).mimeType();
        if (!family(before).equals(family(mimeType)) && TrashAsset.isUsed(reader, draft)) {
            throw new PlatformException(
                    ErrorCode.INVALID_VALUE,
                    say(
                            "Entries show %s as %s; a file of the type %s cannot take its place: upload it as a file of its own",
                            at.path(), before, mimeType));
        }
    }

    /** Documents are replaced by documents in other formats, and subtitles too. */
    private static String family(String mimeType) {
        return switch (AssetKind.of(mimeType)) {
            case IMAGE, VIDEO, AUDIO -> AssetKind.of(mimeType).code();
            case DOCUMENT, OTHER -> "";
        };
    }
}
