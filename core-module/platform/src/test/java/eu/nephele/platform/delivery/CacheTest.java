package eu.nephele.platform.delivery;

import static eu.nephele.platform.delivery.TestingDelivery.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.repository.TestingRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CacheTest {

    private final TestingDelivery delivery = new TestingDelivery();

    @AfterEach
    void close() {
        delivery.close();
    }

    @Test
    void anEntryIsRenderedOnceUntilItChanges() {
        publish("/a", "one");
        var first = delivery.answer("delivery/boats/a");
        var reads = delivery.reads.get();

        assertThat(delivery.answer("delivery/boats/a").body()).isSameAs(first.body());
        assertThat(delivery.reads).hasValue(reads);
        publish("/other", "else");
        assertThat(delivery.answer("delivery/boats/a").body()).isSameAs(first.body());
        publish("/a", "two");
        assertThat(delivery.read("delivery/boats/a")).contains("two");
        assertThat(delivery.answer("delivery/boats/a").body().etag())
                .isNotEqualTo(first.body().etag());
    }

    @Test
    void ofManyWhoAskAtOnceOneRenders() throws InterruptedException {
        publish("/a", "one");
        var reads = delivery.reads.get();
        var readers = new ArrayList<Thread>();
        for (var index = 0; index < 100; index++) {
            readers.add(Thread.startVirtualThread(() -> delivery.read("delivery/boats/a")));
        }
        for (var reader : readers) {
            reader.join();
        }
        assertThat(delivery.reads).hasValue(reads + 1);
    }

    @Test
    void theSameContentHasTheSameTag() {
        publish("/a", "one");
        var before = delivery.answer("delivery/boats/a").body().etag();
        publish("/a", "one");

        assertThat(delivery.answer("delivery/boats/a").body().etag()).isEqualTo(before);
    }

    @Test
    void anUnpublishedEntryIsGoneAtOnce() {
        var entry = publish("/a", "one");
        delivery.read("delivery/boats/a");
        delivery.finds(entry);
        delivery.read("delivery/boats");

        delivery.unpublish("boats", entry);

        assertThatThrownBy(() -> delivery.read("delivery/boats/a")).isInstanceOf(PlatformException.class);
        assertThat(delivery.read("delivery/boats")).startsWith("{\"results\":[],");
    }

    @Test
    void anEntryThatShowsAChangedReferenceIsRenderedAnew() {
        var yard = delivery.publish("yards", "/y", node("t:yard", Map.of("name", "Old")));
        delivery.publish("boats", "/a", node("t:boat", Map.of("yard", yard.id())));
        assertThat(delivery.read("delivery/boats/a")).contains("Old");

        delivery.publish("yards", "/y", node("t:yard", Map.of("name", "New")));
        assertThat(delivery.read("delivery/boats/a")).contains("New");

        delivery.unpublish("yards", yard);
        assertThat(delivery.read("delivery/boats/a")).contains("\"yard\":\"" + yard.id() + "\"");

        var stored = new eu.nephele.api.content.ContentNode(yard.id(), "y", "", "t:yard", yard.properties(), List.of());
        delivery.publish("yards", "/y", stored);
        assertThat(delivery.read("delivery/boats/a")).contains("\"yard\":{\"@name\":\"y\"");
    }

    @Test
    void aMovedEntryIsNotFoundWhereItWas() {
        publish("/a", "one");
        delivery.read("delivery/boats/a");
        delivery.repository.write(TestingRepository.SYSTEM, writer -> {
            writer.move(TestingRepository.live("boats", "/a"), TestingRepository.live("boats", "/b"));
            return null;
        });
        var moved = TestingRepository.read(delivery.repository, TestingRepository.live("boats", "/b"))
                .orElseThrow();
        delivery.delivery.apply(List.of(delivery.change(Change.Kind.SAVED, "boats", moved)));

        assertThat(delivery.read("delivery/boats/b")).contains("\"@path\":\"/b\"");
        assertThatThrownBy(() -> delivery.read("delivery/boats/a")).isInstanceOf(PlatformException.class);
    }

    @Test
    void whatIsShownWithDepthFollowsNewChildren() {
        publish("/a", "one");
        assertThat(delivery.read("delivery/boats/v2/a")).contains("\"@nodes\":[]");

        delivery.publish("boats", "/a/child", node("mgnl:contentNode", Map.of("x", "y")));

        assertThat(delivery.read("delivery/boats/v2/a")).contains("\"@nodes\":[\"child\"]");
    }

    @Test
    void aHitOfALaterRevisionIsRenderedAnewEvenBeforeTheChangeIsApplied() {
        var old = delivery.publish("boats", "/a", node("t:boat", Map.of("title", "one", "nph:revision", 1)));
        delivery.read("delivery/boats/a");
        var changed = delivery.save("boats", "/a", node("t:boat", Map.of("title", "two", "nph:revision", 2)));

        delivery.finds(old);
        assertThat(delivery.read("delivery/boats")).contains("one");
        delivery.finds(changed);
        assertThat(delivery.read("delivery/boats")).contains("two");
    }

    @Test
    void newDefinitionsMakeNewAnswers() {
        publish("/a", "one");
        var first = delivery.answer("delivery/boats/a");
        var old = delivery.definitions.get();
        delivery.definitions.set(new Definitions(
                old.generation() + 1,
                old.contentTypes(),
                old.endpoints(),
                old.vocabularies(),
                old.apps(),
                old.site(),
                old.messages(),
                old.problems()));

        assertThat(delivery.answer("delivery/boats/a").body()).isNotSameAs(first.body());
    }

    @Test
    void whatIsKeptIsBoundedByBytes() {
        var cache = new ItemCache(10_000);
        for (var index = 0; index < 100; index++) {
            cache.keep(key("k" + index), item("id" + index, new byte[1_000], cache.begin()));
        }

        var kept = 0;
        for (var index = 0; index < 100; index++) {
            kept += cache.fresh(key("k" + index)) == null ? 0 : 1;
        }
        assertThat(kept).isBetween(1, 8);
    }

    @Test
    void afterMoreChangesThanAreRememberedWhatIsOlderIsStale() {
        var cache = new ItemCache(1_000_000);
        cache.keep(key("old"), item("old", new byte[1], cache.begin()));
        var changes = new ArrayList<Change>();
        for (var index = 0; index < 60_000; index++) {
            changes.add(change("id" + index, "/p" + index));
        }
        cache.apply(changes);
        assertThat(cache.fresh(key("old"))).isNull();
        cache.keep(key("new"), item("new", new byte[1], cache.begin()));
        assertThat(cache.fresh(key("new"))).isNotNull();
    }

    @Test
    void whateverReadersDoAnAppliedChangeIsSeen() throws InterruptedException {
        publish("/a", "0");
        var stop = new AtomicBoolean();
        var readers = new ArrayList<Thread>();
        for (var index = 0; index < 3; index++) {
            readers.add(Thread.ofPlatform().daemon().start(() -> {
                while (!stop.get()) {
                    delivery.read("delivery/boats/a");
                }
            }));
        }
        try {
            for (var round = 1; round <= 300; round++) {
                publish("/a", "round " + round);
                assertThat(delivery.read("delivery/boats/a")).contains("\"title\":\"round " + round + "\"");
            }
        } finally {
            stop.set(true);
            for (var reader : readers) {
                reader.join();
            }
        }
    }

    private eu.nephele.api.content.ContentNode publish(String path, String title) {
        return delivery.publish("boats", path, node("t:boat", Map.of("title", title)));
    }

    private static ItemCache.Key key(String id) {
        return new ItemCache.Key(1, "e", id, "en", "");
    }

    private static Item item(String id, byte[] bytes, long begun) {
        return new Item(
                id,
                "w:/" + id,
                0,
                Body.kept(bytes),
                java.util.Set.of(id),
                java.util.Set.of(),
                "",
                new Item.Freshness(begun));
    }

    private static Change change(String id, String path) {
        return new Change(1, Change.Kind.SAVED, Perspective.LIVE, "w", path, id, "t", List.of(), "test", Instant.EPOCH);
    }
}
