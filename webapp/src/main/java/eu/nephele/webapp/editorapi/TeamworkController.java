package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.desk.Comments;
import eu.nephele.platform.desk.Notifications;
import eu.nephele.platform.publishing.Agreements;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Comments, notifications and agreements. */
@RestController
@RequestMapping("/.rest/editor/v1")
final class TeamworkController {

    private static final String ENTRY = "/entries/{type}/{id}";

    private final Comments comments;
    private final Notifications notifications;
    private final Agreements agreements;

    TeamworkController(Comments comments, Notifications notifications, Agreements agreements) {
        this.comments = comments;
        this.notifications = notifications;
        this.agreements = agreements;
    }

    record CommentList(List<Comments.Comment> comments) {}

    @GetMapping(ENTRY + "/comments")
    @Described("The comments on an entry and its fields, oldest first")
    CommentList comments(Actor actor, @PathVariable String type, @PathVariable String id) {
        return new CommentList(comments.of(actor, type, id));
    }

    /** @param thread the comment that is answered; people are called by @name */
    record Said(
            String text, @Nullable String field, @Nullable String thread) {}

    @PostMapping(ENTRY + "/comments")
    @ResponseStatus(HttpStatus.CREATED)
    @Described("Comments on an entry or a field, or answers; who is mentioned by @name is notified")
    Comments.Comment say(Actor actor, @PathVariable String type, @PathVariable String id, @Body Said said) {
        return comments.say(actor, type, id, said.field(), said.thread(), said.text());
    }

    record Resolution(boolean resolved) {}

    @PutMapping(ENTRY + "/comments/{comment}/resolution")
    @Described("Ends a thread, or takes it up again")
    Comments.Comment resolve(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @PathVariable String comment,
            @Body Resolution resolution) {
        return comments.resolve(actor, type, id, comment, resolution.resolved());
    }

    @DeleteMapping(ENTRY + "/comments/{comment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Described("Takes one's own comment away")
    void delete(Actor actor, @PathVariable String type, @PathVariable String id, @PathVariable String comment) {
        comments.delete(actor, type, id, comment);
    }

    record NotificationList(int unread, List<Notifications.Notification> notifications) {}

    @GetMapping("/notifications")
    @Described("What one should know of, the latest first")
    NotificationList notifications(Actor actor) {
        var all = notifications.of(actor);
        return new NotificationList(
                (int) all.stream().filter(one -> !one.read()).count(), all);
    }

    @PutMapping("/notifications/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Described("Marks a notification as read")
    void read(Actor actor, @PathVariable String id) {
        notifications.read(actor, id);
    }

    record AgreementList(List<Agreements.Status> rounds) {}

    @GetMapping(ENTRY + "/agreement")
    @Described("The rounds in which partners were asked to agree, the latest first")
    AgreementList rounds(Actor actor, @PathVariable String type, @PathVariable String id) {
        return new AgreementList(agreements.of(actor, id));
    }

    record Round(List<String> partners) {}

    @PostMapping(ENTRY + "/agreement")
    @ResponseStatus(HttpStatus.CREATED)
    @Described("Asks partner organisations to agree on the draft as it is now, which becomes a version")
    Agreements.Status open(Actor actor, @PathVariable String type, @PathVariable String id, @Body Round round) {
        return agreements.open(actor, id, round.partners());
    }

    record Consent(String organisation) {}

    @PostMapping(ENTRY + "/agreement/consents")
    @Described("Agrees on behalf of an organisation; with the last of them the version is agreed")
    Agreements.Status agree(Actor actor, @PathVariable String type, @PathVariable String id, @Body Consent consent) {
        return agreements.agree(actor, id, consent.organisation());
    }

    record Agreed(String version) {}

    @GetMapping(ENTRY + "/agreement/agreed")
    @Described("The version that all partners have agreed on; 400 with those who have not")
    Agreed agreed(Actor actor, @PathVariable String type, @PathVariable String id) {
        return new Agreed(agreements.requireAgreed(actor, id));
    }
}
