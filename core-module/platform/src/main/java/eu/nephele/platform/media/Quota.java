package eu.nephele.platform.media;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much the files of one organisation may take together, those in the trash among them. A file counts for the organisation of who uploaded it; of several, for
 * the first by name. Who acts for none, as administrators, has no bound.
 */
public final class Quota {

    private static final Actor ACTOR = Actor.system("quota");

    /**
     * @param organisation the name of its entry, or its id where there is none
     * @param used bytes
     * @param allowed bytes; 0 for as many as there are
     */
    public record Use(String organisation, long used, long allowed) {}

    private final ContentRepository repository;
    private final MediaSettings settings;

    public Quota(ContentRepository repository, MediaSettings settings) {
        this.repository = repository;
        this.settings = settings;
        repository.index(List.of(AssetNodes.ORGANISATION));
    }

    /** Empty for who acts for no organisation. */
    public Optional<Use> of(Actor actor) {
        return Optional.ofNullable(organisation(actor)).map(this::use);
    }

    /** @throws PlatformException QUOTA_EXCEEDED when so many bytes have no room beside what there is */
    public void requireRoom(Actor actor, long bytes) {
        requireRoom(organisation(actor), bytes);
    }

    void requireRoom(@Nullable String organisation, long bytes) {
        if (organisation == null
                || settings.quotaBytes() == 0 && settings.quotas().isEmpty()) {
            return;
        }
        var use = use(organisation);
        if (use.allowed() > 0 && bytes > use.allowed() - use.used()) {
            throw new PlatformException(
                    ErrorCode.QUOTA_EXCEEDED,
                    say(
                            "The files of %s take %,d of %,d bytes: another %,d have no room. Throw away what is not needed, from the trash too, or ask the operator for more",
                            use.organisation(), use.used(), use.allowed(), bytes),
                    List.of(),
                    Map.of("organisation", use.organisation(), "used", use.used(), "allowed", use.allowed()));
        }
    }

    /** The one that a file of the actor's counts for; null for none. */
    static @Nullable String organisation(Actor actor) {
        return actor.organisations().stream().sorted().findFirst().orElse(null);
    }

    private Use use(String organisation) {
        return repository.read(ACTOR, reader -> {
            var used = reader.withValue(Perspective.DRAFT, AssetNodes.ORGANISATION, organisation).stream()
                    .filter(at -> at.workspace().equals(Assets.WORKSPACE.name()))
                    .flatMap(at -> reader.node(at, 1).stream())
                    .mapToLong(node -> AssetNodes.asset(node).size())
                    .sum();
            var name = name(reader, organisation);
            var allowed = settings.quotas().get(organisation);
            allowed = allowed == null ? settings.quotas().get(name) : allowed;
            return new Use(name, used, allowed == null ? settings.quotaBytes() : allowed);
        });
    }

    private static String name(ContentReader reader, String organisation) {
        return reader.locate(Perspective.DRAFT, organisation)
                .flatMap(at -> reader.node(at, 0))
                .map(node -> node.name())
                .orElse(organisation);
    }
}
