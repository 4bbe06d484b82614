package eu.nephele.platform.repository;

import static eu.nephele.platform.repository.TestingRepository.SYSTEM;
import static eu.nephele.platform.repository.TestingRepository.draft;
import static eu.nephele.platform.repository.TestingRepository.entry;
import static eu.nephele.platform.repository.TestingRepository.live;
import static eu.nephele.platform.repository.TestingRepository.read;
import static eu.nephele.platform.repository.TestingRepository.save;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Grant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

abstract class RefusalContract extends RepositoryContract {

    private static final Location HERE = draft("champions", "/kolektor");

    private static final List<String> BAD_NAMES = List.of(
            ".",
            "..",
            "a:b:c",
            "a[1]",
            "a*",
            "a|b",
            " a",
            "a ",
            "a\tb",
            "a\u0000b",
            "nph:a3",
            "rep:policy",
            "oak:index",
            ":hidden",
            "unknown:name",
            "mgnl:",
            "half\ud83d");
    private static final List<String> GOOD_NAMES =
            List.of("čšž ћ ώ", "a.b", "a'b\"c", "100%", "a,b;c", "{x}", "𝄞", "jcr:content", "nph:locales", "mgnl:x");

    @Test
    void aNameThatCannotBeIsRefusedForNodesChildrenAndProperties() {
        for (var name : BAD_NAMES) {
            refused(ErrorCode.INVALID_VALUE, () -> save(repository, draft("champions", "/" + name), entry()));
            refused(ErrorCode.INVALID_VALUE, () -> save(repository, HERE, parent(name)));
            refused(ErrorCode.INVALID_VALUE, () -> save(repository, HERE, entry(name, "x")));
        }
    }

    @Test
    void anyOtherNameIsStoredAsItIs() {
        for (var name : GOOD_NAMES) {
            var stored = save(repository, draft("champions", "/" + name), parent(name));

            assertThat(stored.name()).isEqualTo(name);
            assertThat(read(repository, draft("champions", "/" + name + "/" + name)))
                    .isPresent();
        }
    }

    @Test
    void aNameOf255CharactersIsTheLongest() {
        save(repository, draft("champions", "/" + "n".repeat(255)), entry());

        refused(ErrorCode.INVALID_VALUE, () -> save(repository, draft("champions", "/" + "n".repeat(256)), entry()));
    }

    @Test
    void aPathOf64LevelsIsTheDeepest() {
        save(repository, draft("champions", "/n".repeat(64)), entry());

        refused(ErrorCode.TOO_LARGE, () -> save(repository, draft("champions", "/n".repeat(65)), entry()));
        refused(ErrorCode.TOO_LARGE, () -> save(repository, draft("champions", "/n".repeat(64)), parent("n")));
    }

    @Test
    void anUnknownWorkspaceOrNodeTypeIsRefused() {
        refused(ErrorCode.PATH_NOT_FOUND, () -> save(repository, draft("nowhere", "/x"), entry()));
        refused(ErrorCode.INVALID_ENTRY, () -> save(repository, HERE, typed("nph:unknown")));
        refused(ErrorCode.INVALID_ENTRY, () -> save(repository, HERE, typed("mix:versionable")));
        assertThat(read(repository, draft("nowhere", "/x"))).isEmpty();
    }

    @Test
    void mixedOrNestedValuesTwinChildrenAndImpossibleYearsAreRefused() {
        var mixed = Value.of(List.of(Value.of("a"), Value.of(1L)));
        refused(ErrorCode.INVALID_VALUE, () -> save(repository, HERE, valued(mixed)));
        refused(ErrorCode.INVALID_VALUE, () -> save(repository, HERE, valued(Value.of(List.of(Value.texts("a"))))));
        refused(ErrorCode.INVALID_VALUE, () -> save(repository, HERE, valued(Value.of("\ud83d half"))));
        var year = OffsetDateTime.parse("2026-01-01T00:00:00Z").withYear(10_000);
        refused(ErrorCode.INVALID_VALUE, () -> save(repository, HERE, valued(Value.of(year))));
        refused(ErrorCode.INVALID_ENTRY, () -> save(repository, HERE, parent("a", "a")));
    }

    @Test
    void aRefusedPutLeavesTheWriterAsItWas() {
        repository.write(SYSTEM, writer -> {
            var bad = ContentNode.unstored(
                    "",
                    "nph:champion",
                    Map.of("title", Value.of("x")),
                    parent("fine", "bad*").children());
            refused(ErrorCode.INVALID_VALUE, () -> writer.put(draft("champions", "/new/bad"), bad));
            writer.put(draft("champions", "/good"), entry());
            return null;
        });

        assertThat(read(repository, draft("champions", "/new"))).isEmpty();
        assertThat(read(repository, draft("champions", "/good"))).isPresent();
    }

    @Test
    void theRootOfAWorkspaceStays() {
        refused(ErrorCode.INVALID_VALUE, () -> save(repository, draft("champions", "/"), entry()));
        refused(
                ErrorCode.INVALID_VALUE,
                () -> repository.write(SYSTEM, writer -> {
                    writer.remove(draft("champions", "/"));
                    return null;
                }));
    }

    @Test
    void whatMayNotBeReadIsAsIfItWereNotThere() {
        var secret = save(repository, draft("champions", "/secret/plan"), parent("part"));
        save(repository, draft("champions", "/open/plan"), entry("slug", "x"));
        save(repository, draft("champions", "/secret/other"), entry("slug", "x"));
        var editor = new Actor(
                "editor",
                List.of(
                        new Grant(true, Set.of(Action.READ), null, "champions", "/"),
                        new Grant(false, Set.of(Action.READ), null, "champions", "/secret")));

        repository.read(editor, reader -> {
            assertThat(reader.node(draft("champions", "/secret/plan"), 1)).isEmpty();
            assertThat(reader.locate(Perspective.DRAFT, secret.id()).isPresent())
                    .isFalse();
            assertThat(reader.children(draft("champions", "/"), Set.of(), 0, 10))
                    .extracting(ContentNode::name)
                    .containsExactly("open");
            assertThat(reader.withValue(Perspective.DRAFT, "slug", "x"))
                    .containsExactly(draft("champions", "/open/plan"));
            assertThat(reader.count(Perspective.DRAFT, "champions", Set.of("mgnl:content")))
                    .isEqualTo(1);
            return null;
        });
        repository.read(Actor.anonymous(), reader -> {
            assertThat(reader.node(draft("champions", "/open/plan"), 0)).isEmpty();
            return null;
        });
    }

    @Test
    void aDraftNeedsTheRightToWriteAndLiveTheRightToPublish() {
        var author = actor(Action.READ, Action.WRITE);
        var publisher = actor(Action.READ, Action.PUBLISH);

        repository.write(author, writer -> writer.put(HERE, entry()));
        refused(
                ErrorCode.ACCESS_DENIED,
                () -> repository.write(author, writer -> writer.put(live("champions", "/x"), entry())));
        repository.write(publisher, writer -> writer.put(live("champions", "/x"), entry()));
        refused(ErrorCode.ACCESS_DENIED, () -> repository.write(publisher, writer -> writer.put(HERE, entry())));
        refused(
                ErrorCode.ACCESS_DENIED,
                () -> repository.write(publisher, writer -> {
                    writer.remove(HERE);
                    return null;
                }));
        refused(
                ErrorCode.ACCESS_DENIED,
                () -> repository.write(publisher, writer -> {
                    writer.move(HERE, draft("champions", "/y"));
                    return null;
                }));
    }

    @Test
    void aWriteWithinAWriteIsRefusedAndDoesNotHang() {
        assertThatThrownBy(() -> repository.write(SYSTEM, _ -> save(repository, HERE, entry())))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Actor actor(Action... actions) {
        return new Actor("someone", List.of(new Grant(true, Set.of(actions), null, null, "/")));
    }

    private static void refused(ErrorCode code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }

    private static ContentNode parent(String... children) {
        return ContentNode.unstored(
                "",
                "nph:champion",
                Map.of(),
                Arrays.stream(children)
                        .map(name -> ContentNode.unstored(name, "mgnl:contentNode", Map.of(), List.of()))
                        .toList());
    }

    private static ContentNode typed(String nodeType) {
        return ContentNode.unstored("", nodeType, Map.of(), List.of());
    }

    private static ContentNode valued(Value value) {
        return ContentNode.unstored("", "nph:champion", Map.of("value", value), List.of());
    }
}
