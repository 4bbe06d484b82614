package eu.nephele.platform.exchange;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.document.Documents;
import eu.nephele.platform.repository.ContentRepository;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mappings that somebody wants to use again for the next file of the kind: each its owner's, or shared with all. */
public final class MappingTemplates {

    private static final int MOST_OF_ONE = 100;
    private static final int LONGEST_NAME = 100;

    public record Content(String name, boolean shared, SheetMapping mapping) {}

    /** @param mine whether the asking person may change it */
    public record Template(String id, String contentType, String owner, boolean mine, Content template) {}

    record Stored(String id, String contentType, String owner, Content template) {}

    private final Documents<Stored> templates;
    private final SheetLimits limits;

    public MappingTemplates(ContentRepository repository, SheetLimits limits) {
        this.limits = limits;
        this.templates = new Documents<>(repository, "mappings", Stored.class);
    }

    /** One's own and the shared ones of a content type, by name. */
    public List<Template> list(Actor actor, String contentType) {
        return templates.list(contentType).stream()
                .filter(template -> isVisible(actor, template))
                .map(template -> shown(actor, template))
                .sorted(Comparator.comparing((Template one) -> one.template().name())
                        .thenComparing(Template::id))
                .toList();
    }

    public Template create(Actor actor, String contentType, Content content) {
        check(content);
        var mine = templates.list(contentType).stream()
                .filter(one -> one.owner().equals(actor.name()))
                .count();
        if (mine >= MOST_OF_ONE) {
            throw new PlatformException(
                    ErrorCode.TOO_LARGE, say("You have %d templates already: delete one", MOST_OF_ONE));
        }
        var template = new Stored(UUID.randomUUID().toString(), contentType, actor.name(), content);
        templates.put(contentType, template.id(), template);
        return shown(actor, template);
    }

    public Template change(Actor actor, String contentType, String id, Content content) {
        check(content);
        return shown(
                actor,
                templates
                        .update(contentType, id, before -> {
                            requireOwn(actor, id, before);
                            return new Stored(id, contentType, actor.name(), content);
                        })
                        .orElseThrow());
    }

    public void delete(Actor actor, String contentType, String id) {
        templates.update(contentType, id, before -> {
            requireOwn(actor, id, before);
            return null;
        });
    }

    private static boolean isVisible(Actor actor, Stored template) {
        return template.owner().equals(actor.name()) || template.template().shared();
    }

    private static void requireOwn(Actor actor, String id, @Nullable Stored template) {
        if (template == null || !isVisible(actor, template)) {
            throw new PlatformException(ErrorCode.PATH_NOT_FOUND, say("There is no template `%s`", id));
        }
        if (!template.owner().equals(actor.name())) {
            throw new PlatformException(
                    ErrorCode.ACCESS_DENIED,
                    say(
                            "The template `%s` belongs to %s: save it as your own",
                            template.template().name(), template.owner()));
        }
    }

    private void check(Content content) {
        if (content.name().isBlank() || content.name().length() > LONGEST_NAME) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST, say("A template needs a name of up to %d characters", LONGEST_NAME));
        }
        if (content.mapping().columns().size() > limits.maxColumns()) {
            throw new PlatformException(
                    ErrorCode.TOO_LARGE, say("A template has at most %d columns", limits.maxColumns()));
        }
    }

    private static Template shown(Actor actor, Stored stored) {
        return new Template(
                stored.id(),
                stored.contentType(),
                stored.owner(),
                stored.owner().equals(actor.name()),
                stored.template());
    }
}
