package eu.nephele.platform.delivery;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.delivery.Rendering.Found;
import eu.nephele.platform.repository.ContentReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives rendered entries: kept ones where they are fresh, else new ones. */
final class Items {

    /** An entry wanted, of a revision at least. */
    record Wanted(String id, long revision) {}

    private static final int GATES = 256;
    private static final long MAX_WAIT_MILLIS = 1_000;

    private final ReentrantLock[] gates =
            Stream.generate(ReentrantLock::new).limit(GATES).toArray(ReentrantLock[]::new);
    private final LiveContent content;
    private final ItemCache cache;
    private final DeliverySettings settings;

    Items(LiveContent content, ItemCache cache, DeliverySettings settings) {
        this.content = content;
        this.cache = cache;
        this.settings = settings;
    }

    Item at(EndpointPlan plan, String nodePath, Language language, ItemOptions options) {
        var location = plan.location(nodePath);
        var place = ItemCache.place(location.workspace(), location.path());
        var path = key(plan, nodePath, language, options);
        var kept = cache.freshAt(path, place);
        if (kept != null) {
            return kept;
        }
        // Of many who ask for the same at once the first renders it; who has waited long enough does so too.
        var gate = gates[Math.floorMod(path.hashCode(), gates.length)];
        var alone = waitFor(gate);
        try {
            kept = cache.freshAt(path, place);
            return kept != null ? kept : rendered(plan, location, path, language, options);
        } finally {
            if (alone) {
                gate.unlock();
            }
        }
    }

    private static boolean waitFor(ReentrantLock gate) {
        try {
            return gate.tryLock(MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Item rendered(
            EndpointPlan plan, Location location, ItemCache.Key path, Language language, ItemOptions options) {
        var begun = cache.begin();
        var item = content.read(reader -> {
                    var rendering = new Rendering(plan, language, options, reader, settings);
                    return rendering
                            .find(location)
                            .filter(found -> isItem(plan, found, reader))
                            .map(found -> rendering.item(found, begun));
                })
                .orElseThrow(() -> notFound(location));
        var key = key(plan, item.id(), language, options);
        cache.keep(key, item);
        cache.keepPath(path, key);
        return item;
    }

    /** In the order wanted; what is no longer live is left out. */
    List<Item> of(EndpointPlan plan, List<Wanted> wanted, Language language, ItemOptions options) {
        var items = new ArrayList<@Nullable Item>();
        wanted.forEach(entry -> items.add(cache.fresh(key(plan, entry.id(), language, options), entry.revision())));
        if (items.contains(null)) {
            var begun = cache.begin();
            content.read(reader -> {
                for (var index = 0; index < items.size(); index++) {
                    if (items.get(index) == null) {
                        var rendering = new Rendering(plan, language, options, reader, settings);
                        items.set(index, rendered(rendering, wanted.get(index).id(), begun));
                    }
                }
                return items;
            });
        }
        return items.stream().filter(Objects::nonNull).toList();
    }

    /** Rendered for one who looks ahead, and not kept. */
    Preview preview(EndpointPlan plan, String workspace, ContentNode draft, Language language) {
        var json = content.read(reader -> {
            var ahead = new DraftInPlace(reader, workspace, draft);
            var rendering = new Rendering(plan, language, ItemOptions.ALL, ahead, settings);
            var found = rendering.find(ahead.place()).orElseThrow(() -> notFound(ahead.place()));
            return rendering.item(found, cache.begin()).body().json();
        });
        var address = new Links(settings.linkBase()).entry(plan.endpoint.path(), plan.relative(draft.path()));
        return new Preview(address, new String(json, StandardCharsets.UTF_8));
    }

    /** Something small that is kept as items are: it goes stale with what the rendering has read. */
    String kept(EndpointPlan plan, String name, Language language, String place, Function<Rendering, String> make) {
        var key = key(plan, name, language, ItemOptions.ALL);
        var kept = cache.fresh(key);
        if (kept == null) {
            var begun = cache.begin();
            kept = content.read(reader -> {
                var rendering = new Rendering(plan, language, ItemOptions.ALL, reader, settings);
                return rendering.remark(name, place, make.apply(rendering), begun);
            });
            cache.keep(key, kept);
        }
        return new String(kept.body().json(), StandardCharsets.UTF_8);
    }

    static PlatformException notFound(Location location) {
        return new PlatformException(ErrorCode.PATH_NOT_FOUND, location.path());
    }

    private @Nullable Item rendered(Rendering rendering, String id, long begun) {
        var plan = rendering.plan;
        var item = rendering
                .find(id)
                .filter(found -> found.location().workspace().equals(plan.endpoint.workspace()))
                .filter(found -> plan.isBelowRoot(found.location().path()))
                .filter(found -> isItem(plan, found, rendering.reader))
                .map(found -> rendering.item(found, begun))
                .orElse(null);
        if (item != null) {
            cache.keep(key(plan, id, rendering.language, rendering.options), item);
        }
        return item;
    }

    private static boolean isItem(EndpointPlan plan, Found found, ContentReader reader) {
        return plan.acceptsItem(found.node().nodeType(), reader);
    }

    private static ItemCache.Key key(EndpointPlan plan, String name, Language language, ItemOptions options) {
        return new ItemCache.Key(
                plan.endpoints.definitions.generation(), plan.endpoint.path(), name, language.key(), options.key());
    }
}
