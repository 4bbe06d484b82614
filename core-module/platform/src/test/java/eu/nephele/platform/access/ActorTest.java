package eu.nephele.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Scope.Owner;
import eu.nephele.platform.access.Subject.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Action, content type, path, owner, locale and field, each on its own and together; denied wins. */
class ActorTest {

    private static final Location ROOT = new Location(Perspective.DRAFT, "champions", "/");
    private static final Location PLACE = ROOT.child("industry").child("kolektor");
    private static final Subject OURS = entry("ours");
    private static final Subject THEIRS = entry("theirs");

    @Test
    void whatNobodyAllowsIsDenied() {
        assertThat(actor().decide(Action.READ, OURS))
                .isEqualTo(new Decision(false, "no role is given allows to read here", List.of()));
        assertThat(actor(allow(Action.READ)).may(Action.WRITE, OURS)).isFalse();
    }

    @Test
    void deniedWinsOverWhateverAllowsBeforeAndAfter() {
        var grants = List.of(allow(Action.WRITE), below("/industry", false), allow(Action.WRITE));
        var actor = new Actor("ana", grants);

        assertThat(actor.may(Action.WRITE, OURS)).isFalse();
        assertThat(actor.may(Action.WRITE, Subject.of(ROOT.child("x"), node("ours"))))
                .isTrue();
    }

    @Test
    void aRightMayBeLimitedToTheEntriesOfAnOrganisation() {
        var actor = actor(scoped(Action.WRITE, new Scope(Set.of(), owner("ours"), null, null, false)));

        assertThat(actor.may(Action.WRITE, OURS)).isTrue();
        assertThat(actor.may(Action.WRITE, THEIRS)).isFalse();
        assertThat(actor.may(Action.WRITE, Subject.of(PLACE))).isFalse();
        assertThat(actor.may(
                        Action.WRITE, Subject.of(PLACE, ContentNode.unstored("x", "champion", Map.of(), List.of()))))
                .isFalse();
    }

    @Test
    void whoHasNoOrganisationOwnsNothing() {
        var actor = actor(scoped(Action.READ, new Scope(Set.of(), owner(), null, null, false)));

        assertThat(actor.may(Action.READ, OURS)).isFalse();
    }

    @Test
    void aRightMayBeLimitedToTypes() {
        var actor = actor(scoped(Action.READ, new Scope(Set.of("cluster"), null, null, null, false)));

        assertThat(actor.may(Action.READ, OURS)).isFalse();
        assertThat(actor.may(Action.READ, Subject.of(PLACE, ContentNode.unstored("x", "cluster", Map.of(), List.of()))))
                .isTrue();
    }

    @Test
    void aTranslatorChangesValuesInHerLocalesAndNothingShared() {
        var actor = actor(scoped(Action.WRITE, new Scope(Set.of(), null, Set.of("de"), null, false)));

        assertThat(actor.may(Action.WRITE, OURS)).isTrue();
        assertThat(actor.may(Action.WRITE, OURS.with(new Field("title", "de", false))))
                .isTrue();
        assertThat(actor.may(Action.WRITE, OURS.with(new Field("title", "en", false))))
                .isFalse();
        assertThat(actor.may(Action.WRITE, OURS.with(new Field("country", null, false))))
                .isFalse();
        assertThat(actor.may(Action.WRITE, OURS.with(Field.WHOLE))).isFalse();
        assertThat(actor.may(Action.WRITE, OURS.with(Field.allIn("de")))).isTrue();
    }

    @Test
    void confidentialFieldsAreOpenedByName() {
        var plain = actor(scoped(Action.READ, new Scope(Set.of(), null, null, null, false)));
        var analyst = actor(scoped(Action.READ, new Scope(Set.of(), null, null, null, true)));
        var secret = OURS.with(new Field("values", null, true));

        assertThat(plain.may(Action.READ, secret)).isFalse();
        assertThat(plain.may(Action.READ, OURS.with(new Field("title", "en", false))))
                .isTrue();
        assertThat(analyst.may(Action.READ, secret)).isTrue();
    }

    @Test
    void aDeniedFieldLeavesTheOthers() {
        var deny = new Grant(
                false,
                Set.of(Action.WRITE),
                null,
                null,
                "/",
                new Scope(Set.of(), null, null, Set.of("slug"), false),
                "no slugs");
        var actor = new Actor("ana", List.of(allow(Action.WRITE), deny));

        assertThat(actor.may(Action.WRITE, OURS)).isTrue();
        assertThat(actor.decide(Action.WRITE, OURS.with(new Field("slug", "en", false))))
                .isEqualTo(new Decision(false, "no slugs", List.of()));
        assertThat(actor.may(Action.WRITE, OURS.with(new Field("title", "en", false))))
                .isTrue();
    }

    @Test
    void foldersOnTheWayAreSeenAndNotChanged() {
        var actor = new Actor("ana", List.of(below("/industry/kolektor", true)));

        assertThat(actor.may(Action.READ, Subject.of(ROOT.child("industry")))).isTrue();
        assertThat(actor.may(Action.READ, Subject.of(ROOT.child("other")))).isFalse();
        assertThat(actor.may(Action.WRITE, Subject.of(ROOT.child("industry")))).isFalse();
        assertThat(actor.may(Action.READ, Subject.of(ROOT.child("industry"), node("ours"))))
                .isFalse();
    }

    @Test
    void nobodyReachesWhatThePlatformKeepsForItself() {
        var users = Subject.of(new Location(Perspective.DRAFT, "users", "/system/admin"), node("ours"));

        assertThat(Actor.administrator("admin").may(Action.READ, users)).isFalse();
        assertThat(Actor.system("account").may(Action.READ, users)).isTrue();
    }

    @Test
    void aRefusalNamesTheRuleAndWhoCanChangeIt() {
        var actor = new Actor("ana", List.of(), List.of("reader"), Set.of(), List.of("Sample Coordinator"));

        assertThatThrownBy(() -> actor.require(Action.PUBLISH, OURS))
                .isInstanceOfSatisfying(PlatformException.class, refusal -> {
                    assertThat(refusal).hasMessageContaining("ana may not publish /industry/kolektor");
                    assertThat(refusal.details())
                            .containsEntry("rule", "none of the roles reader allows to publish here")
                            .containsEntry("whoCanGrant", List.of("Sample Coordinator"));
                });
    }

    @Test
    void withinLimitsNobodyMayMoreThanBefore() {
        var own = actor(scoped(Action.READ, new Scope(Set.of(), owner("ours"), Set.of("de", "it"), null, true)));
        var everything = List.of(Actor.everything("token"));
        var german = List.of(scoped(Action.READ, new Scope(Set.of("champion"), null, Set.of("de", "sr"), null, false)));
        var otherType = List.of(scoped(Action.READ, new Scope(Set.of("cluster"), null, null, null, false)));

        var unlimited = own.within("token", everything);
        assertThat(unlimited.may(Action.READ, OURS)).isTrue();
        assertThat(unlimited.may(Action.READ, THEIRS)).isFalse();
        assertThat(unlimited.may(Action.WRITE, OURS)).isFalse();
        var limited = own.within("token", german);
        assertThat(limited.may(Action.READ, OURS.with(new Field("title", "de", false))))
                .isTrue();
        assertThat(limited.may(Action.READ, OURS.with(new Field("title", "it", false))))
                .isFalse();
        assertThat(limited.may(Action.READ, OURS.with(new Field("title", "sr", false))))
                .isFalse();
        assertThat(limited.may(Action.READ, OURS.with(new Field("values", "de", true))))
                .isFalse();
        assertThat(own.within("token", otherType).may(Action.READ, OURS)).isFalse();
        var granted = new Actor("ana", own.grants(), List.of("reader"), Set.of(), List.of("Sample Coordinator"));
        assertThat(granted.within("token", otherType).decide(Action.READ, OURS))
                .isEqualTo(new Decision(
                        false,
                        "the limits of the API token do not allow to read here: use one with wider limits",
                        List.of()));
        assertThat(unlimited.decide(Action.WRITE, OURS).rule()).startsWith("no role");
    }

    @Test
    void theReachOfARightCanBeAskedOfAnIndex() {
        var all = actor(allow(Action.READ)).reach(Action.READ, ROOT, "champion");
        assertThat(all).isEqualTo(new Reach(true, null, Set.of(), Set.of(), List.of()));

        var ours = actor(scoped(Action.READ, new Scope(Set.of(), owner("ours"), null, null, false)));
        assertThat(ours.reach(Action.READ, ROOT, "champion").owner()).isEqualTo(owner("ours"));
        assertThat(ours.reach(Action.WRITE, ROOT, "champion").any()).isFalse();

        var closed = new Actor("ana", List.of(allow(Action.READ), below("/industry", false)));
        assertThat(closed.reach(Action.READ, ROOT, "champion").notBelow()).containsExactly("/industry");

        var shut = new Actor("ana", List.of(allow(Action.READ), below("/", false)));
        assertThat(shut.reach(Action.READ, ROOT, "champion").any()).isFalse();

        var part = new Actor("ana", List.of(below("/industry", true)));
        assertThat(part.reach(Action.READ, ROOT, "champion").below()).containsExactly("/industry");
    }

    private static Actor actor(Grant... grants) {
        return new Actor("ana", List.of(grants));
    }

    private static Grant allow(Action action) {
        return scoped(action, Scope.EVERYTHING);
    }

    private static Grant scoped(Action action, Scope scope) {
        return new Grant(true, Set.of(action), null, null, "/", scope, "a rule");
    }

    private static Grant below(String path, boolean allowed) {
        return new Grant(
                allowed, Set.of(Action.READ, Action.WRITE), null, null, path, Scope.EVERYTHING, "below " + path);
    }

    private static Owner owner(String... anyOf) {
        return new Owner("ownerOrganisation", Set.of(anyOf));
    }

    private static Subject entry(String owner) {
        return Subject.of(PLACE, node(owner));
    }

    private static ContentNode node(@Nullable String owner) {
        return ContentNode.unstored(
                "kolektor", "champion", Map.of("ownerOrganisation", Value.of(String.valueOf(owner))), List.of());
    }
}
