package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.desk.Comments;
import eu.nephele.platform.desk.People;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is said of an entry, and to whom it can be said. */
@RestController
@RequestMapping("/.rest/editor/v1/entries/{type}/{id}")
final class CommentController {

    private final Comments comments;
    private final People people;

    CommentController(Comments comments, People people) {
        this.comments = comments;
        this.people = people;
    }

    /** @param people the full names of those who wrote or were called, by name */
    record CommentList(List<Comments.Comment> comments, Map<String, String> people) {}

    @GetMapping("/comments")
    @Described("The comments on an entry and its fields, oldest first")
    CommentList comments(Actor actor, @PathVariable String type, @PathVariable String id) {
        var all = comments.of(actor, type, id);
        var names = all.stream()
                .flatMap(comment -> Stream.concat(Stream.of(comment.author()), comment.mentions().stream()))
                .collect(Collectors.toSet());
        return new CommentList(all, people.named(names));
    }

    /** @param thread the comment that is answered; people are called by @name */
    record Said(
            String text, @Nullable String field, @Nullable String thread) {}

    @PostMapping("/comments")
    @ResponseStatus(HttpStatus.CREATED)
    @Described(
            "Comments on an entry or a field, or answers; who is mentioned by @name and may read the entry is notified")
    Comments.Comment say(Actor actor, @PathVariable String type, @PathVariable String id, @Body Said said) {
        return comments.say(actor, type, id, said.field(), said.thread(), said.text());
    }

    record Resolution(boolean resolved) {}

    @PutMapping("/comments/{comment}/resolution")
    @Described("Ends a thread, or takes it up again")
    Comments.Comment resolve(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @PathVariable String comment,
            @Body Resolution resolution) {
        return comments.resolve(actor, type, id, comment, resolution.resolved());
    }

    @DeleteMapping("/comments/{comment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Described("Takes one's own comment away")
    void delete(Actor actor, @PathVariable String type, @PathVariable String id, @PathVariable String comment) {
        comments.delete(actor, type, id, comment);
    }

    record PersonList(List<People.Person> people) {}

    @GetMapping("/people")
    @Described("Those who may read an entry, up to twenty: to be mentioned, or given a stage")
    PersonList people(
            Actor actor,
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(name = "q", defaultValue = "") String q) {
        return new PersonList(people.of(actor, type, id, q));
    }
}
