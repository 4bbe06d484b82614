package eu.nephele.webapp.editorapi;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.desk.Choices;
import eu.nephele.platform.desk.Usages;
import eu.nephele.platform.screen.VocabularyTree;
import eu.nephele.webapp.http.Described;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What fields can refer to, and what refers to an entry. */
@RestController
@RequestMapping("/.rest/editor/v1")
final class ChoiceController {

    private static final int MOST_IDS = 200;

    private final Drafts drafts;
    private final Choices choices;
    private final Usages usages;

    ChoiceController(Drafts drafts, Choices choices, Usages usages) {
        this.drafts = drafts;
        this.choices = choices;
        this.usages = usages;
    }

    @GetMapping("/references")
    @Described(
            "Entries of some types, or assets (types=dam), that match what was typed; or those with the given ids, to show what is chosen")
    Choices.Page references(
            Actor actor,
            @RequestParam(name = "types", required = false) @Nullable List<String> types,
            @RequestParam(name = "q", required = false) @Nullable String q,
            @RequestParam(name = "ids", required = false) @Nullable List<String> ids,
            @RequestParam(name = "locale", required = false) @Nullable String locale,
            @RequestParam(name = "offset", defaultValue = "0") int offset,
            @RequestParam(name = "limit", defaultValue = "20") int limit)
            throws InterruptedException {
        if (ids != null) {
            EntryListController.requireWithin("ids", ids.size(), 0, MOST_IDS);
            var named = choices.named(actor, ids, locale(locale));
            return new Choices.Page(false, named);
        }
        if (types == null || types.isEmpty()) {
            throw new PlatformException(ErrorCode.BAD_REQUEST, "`types` or `ids` is needed");
        }
        EntryListController.requireWithin("offset", offset, 0, 9_000);
        EntryListController.requireWithin("limit", limit, 1, 100);
        return choices.search(actor, types, q, locale(locale), offset, limit);
    }

    @GetMapping("/vocabularies/{name}")
    @Described(
            "The terms of a vocabulary in their tree, labelled in a language; with q, those that match and all above them")
    VocabularyTree vocabulary(
            Actor actor,
            @PathVariable String name,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestParam(name = "q", required = false) @Nullable String q,
            Locale accepted) {
        var definitions = drafts.definitions();
        var vocabulary = definitions.vocabularies().get(name);
        if (vocabulary == null) {
            throw new PlatformException(ErrorCode.PATH_NOT_FOUND, "There is no vocabulary `%s`".formatted(name));
        }
        return VocabularyTree.of(definitions, vocabulary, lang == null ? accepted.toLanguageTag() : lang, q);
    }

    @GetMapping("/entries/{type}/{id}/used-in")
    @Described("The entries that refer to this one, in draft or live")
    Usages.UsedIn usedIn(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(name = "locale", required = false) @Nullable String locale) {
        EntryController.require(drafts, actor, type, id);
        return usages.of(actor, id, locale(locale));
    }

    @GetMapping("/assets/{id}/used-in")
    @Described("The entries that use an asset, in draft or live")
    Usages.UsedIn assetUsedIn(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = "locale", required = false) @Nullable String locale) {
        if (choices.named(actor, List.of(id), locale(locale)).isEmpty()) {
            throw new PlatformException(ErrorCode.ASSET_NOT_FOUND, "There is no asset `%s`".formatted(id));
        }
        return usages.of(actor, id, locale(locale));
    }

    private String locale(@Nullable String asked) {
        var site = drafts.definitions().site();
        if (asked != null && site.locale(asked).isEmpty()) {
            throw new PlatformException(ErrorCode.BAD_REQUEST, "`%s` is no locale of this site".formatted(asked));
        }
        return asked == null ? site.defaultLocale() : asked;
    }
}
