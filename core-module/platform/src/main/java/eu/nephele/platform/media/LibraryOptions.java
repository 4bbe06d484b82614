package eu.nephele.platform.media;

import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Decision;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.definition.PictureVariation;
import eu.nephele.platform.repository.ContentRepository;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What an editor can do with the library, and with one asset of it, and what her screens offer. */
public final class LibraryOptions {

    private static final List<Action> OF_ASSETS =
            List.of(Action.READ, Action.CREATE, Action.WRITE, Action.DELETE, Action.PUBLISH);

    /** @param suffix of stored names in this locale, {@code alt_sl}; empty for the default */
    public record Language(String id, String suffix) {}

    /**
     * @param sizes that themes name, for trying a focal point on
     * @param maxFileSize in bytes
     * @param may by action, as of any asset
     */
    public record Options(
            List<Language> locales, List<PictureVariation> sizes, long maxFileSize, Map<Action, Decision> may) {}

    /** @param may by action, and the rule that says so */
    public record Standing(boolean isTrash, Map<Action, Decision> may) {}

    private final ContentRepository repository;
    private final Supplier<Definitions> definitions;
    private final MediaSettings settings;

    public LibraryOptions(ContentRepository repository, Supplier<Definitions> definitions, MediaSettings settings) {
        this.repository = repository;
        this.definitions = definitions;
        this.settings = settings;
    }

    public Options of(Actor actor) {
        var site = definitions.get().site();
        var locales = site.locales().stream()
                .map(locale -> new Language(locale.id(), suffix(locale, site.defaultLocale())))
                .toList();
        var sizes = definitions.get().variations().values().stream()
                .sorted(Comparator.comparing(PictureVariation::name))
                .toList();
        var anywhere = Assets.subject(new Location(Perspective.DRAFT, Assets.WORKSPACE.name(), "/"));
        return new Options(locales, sizes, settings.maxFileBytes(), decisions(actor, anywhere));
    }

    /** What somebody may do to an asset, else why not; empty where there is none that she may read. */
    public Optional<Standing> standing(Actor actor, String key) {
        return repository.read(
                actor,
                reader -> Assets.locate(reader, Perspective.DRAFT, key).map(node -> {
                    var may = decisions(actor, reader.subject(TrashAsset.at(node)));
                    return new Standing(node.value(SystemProperties.DELETED) != null, may);
                }));
    }

    /** Who may write only some fields may not describe an asset: a change of it is live at once, as a whole. */
    private static Map<Action, Decision> decisions(Actor actor, Subject subject) {
        var may = new EnumMap<Action, Decision>(Action.class);
        for (var action : OF_ASSETS) {
            var whole = action == Action.WRITE ? subject.with(Subject.Field.WHOLE) : subject;
            may.put(action, actor.decide(action, whole));
        }
        return may;
    }

    private static String suffix(LocaleDefinition locale, String defaultLocale) {
        return locale.id().equals(defaultLocale) ? "" : "_" + locale.suffix();
    }
}
