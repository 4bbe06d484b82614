package eu.nephele.webapp.editorapi;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.screen.AppModel;
import eu.nephele.platform.screen.AppModels;
import eu.nephele.webapp.http.Described;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The apps of the editor: what the launcher lists, and how each shows entries. */
@RestController
@RequestMapping("/.rest/editor/v1/apps")
final class AppController {

    private final AppModels apps;
    private final Supplier<Definitions> definitions;

    AppController(AppModels apps, Supplier<Definitions> definitions) {
        this.apps = apps;
        this.definitions = definitions;
    }

    /** The apps whose entries the asking person may read. */
    record AppList(List<AppModel.Summary> apps, String language) {}

    @GetMapping
    @Described("The apps of the launcher")
    AppList list(Actor actor, @RequestParam(name = "lang", required = false) @Nullable String lang, Locale accepted) {
        var language = language(lang, accepted);
        var readable = apps.list(language).stream()
                .filter(app -> mayRead(actor, app.contentType()))
                .toList();
        return new AppList(readable, language);
    }

    @GetMapping("/{name}")
    @Described("One app: its list and its form")
    AppModel app(
            Actor actor,
            @PathVariable String name,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            Locale accepted) {
        return apps.find(name, language(lang, accepted))
                .filter(app -> mayRead(actor, app.contentType()))
                .orElseThrow(() -> new PlatformException(ErrorCode.PATH_NOT_FOUND, say("There is no app `%s`", name)));
    }

    private boolean mayRead(Actor actor, @Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        return definitions.get().contentType(contentType).stream()
                .anyMatch(type ->
                        actor.reach(Action.READ, root(type), type.nodeType()).any());
    }

    private static Location root(ContentType type) {
        return new Location(
                Perspective.DRAFT, type.workspace(), type.datasource().rootPath());
    }

    private static String language(@Nullable String asked, Locale accepted) {
        return asked == null ? accepted.toLanguageTag() : asked;
    }
}
