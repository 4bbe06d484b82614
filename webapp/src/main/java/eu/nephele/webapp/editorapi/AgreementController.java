package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.desk.People;
import eu.nephele.platform.publishing.Agreements;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Agreement of partner organisations on a version of an entry. */
@RestController
@RequestMapping("/.rest/editor/v1/entries/{type}/{id}/agreement")
final class AgreementController {

    private final Drafts drafts;
    private final Agreements agreements;
    private final People people;

    AgreementController(Drafts drafts, Agreements agreements, People people) {
        this.drafts = drafts;
        this.agreements = agreements;
        this.people = people;
    }

    /**
     * @param suggested organisations to ask: those of the latest round, or those that somebody acts for
     * @param titles of the organisations that may be read, by id
     * @param people the full names of those who agreed or asked, by name
     */
    record AgreementList(
            List<Agreements.Status> rounds,
            List<String> suggested,
            Map<String, String> titles,
            Map<String, String> people) {}

    @GetMapping
    @Described("The rounds in which partners were asked to agree, the latest first")
    AgreementList rounds(Actor actor, @PathVariable String type, @PathVariable String id, Locale accepted) {
        EntryController.require(drafts, actor, type, id);
        var rounds = agreements.of(actor, id);
        var suggested = rounds.isEmpty()
                ? people.organisations()
                : rounds.getFirst().round().partners();
        var organisations = new HashSet<>(suggested);
        var names = new HashSet<String>();
        for (var status : rounds) {
            organisations.addAll(status.round().partners());
            names.add(status.round().openedBy());
            status.round().consents().forEach(consent -> names.add(consent.by()));
        }
        return new AgreementList(
                rounds, suggested, people.titles(actor, organisations, accepted.toLanguageTag()), people.named(names));
    }

    record Round(List<String> partners) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Described("Asks partner organisations to agree on the draft as it is now, which becomes a version")
    Agreements.Status open(Actor actor, @PathVariable String type, @PathVariable String id, @Body Round round) {
        EntryController.require(drafts, actor, type, id);
        return agreements.open(actor, id, round.partners());
    }

    record Consent(String organisation) {}

    @PostMapping("/consents")
    @Described("Agrees on behalf of an organisation; with the last of them the version is agreed")
    Agreements.Status agree(Actor actor, @PathVariable String type, @PathVariable String id, @Body Consent consent) {
        EntryController.require(drafts, actor, type, id);
        return agreements.agree(actor, id, consent.organisation());
    }

    @DeleteMapping("/consents/{organisation}")
    @Described("Takes the consent of an organisation back, as long as others are missing")
    Agreements.Status withdraw(
            Actor actor, @PathVariable String type, @PathVariable String id, @PathVariable String organisation) {
        EntryController.require(drafts, actor, type, id);
        return agreements.withdraw(actor, id, organisation);
    }

    record Agreed(String version) {}

    @GetMapping("/agreed")
    @Described("The version that all partners have agreed on; 400 with those who have not")
    Agreed agreed(Actor actor, @PathVariable String type, @PathVariable String id) {
        EntryController.require(drafts, actor, type, id);
        return new Agreed(agreements.requireAgreed(actor, id));
    }
}
