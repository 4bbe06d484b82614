package eu.nephele.platform.delivery;

import static eu.nephele.platform.repository.TestingRepository.SYSTEM;
import static eu.nephele.platform.repository.TestingRepository.live;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.TestingModules;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
import eu.nephele.platform.repository.TestingRepository;
import eu.nephele.platform.repository.Workspace;
import eu.nephele.platform.search.AssetText;
import eu.nephele.platform.search.EntryPage;
import eu.nephele.platform.search.EntryQuery;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Delivery over a repository in memory with the module {@code boats}; searches are answered by what {@link #page} holds, and
 * recorded.
 */
public final class TestingDelivery implements AutoCloseable {

    public final ContentRepository repository = ContentRepository.open(RepositorySettings.inMemory());
    public final AtomicReference<Definitions> definitions = new AtomicReference<>();
    public final List<EntryQuery> queries = new ArrayList<>();
    public final AtomicInteger reads = new AtomicInteger();
    public volatile EntryPage page = new EntryPage(0, List.of(), Map.of(), null);

    /** What the next searches end in, if not null. */
    public volatile @Nullable RuntimeException fails;

    public final Delivery delivery;

    public TestingDelivery() {
        this(DeliverySettings.DEFAULT);
    }

    public TestingDelivery(DeliverySettings settings) {
        this(settings, boats());
    }

    public TestingDelivery(DeliverySettings settings, Definitions types) {
        definitions.set(types);
        var namespaces = Map.of("t", "https://nephele.example/ns/testing");
        types.contentTypes()
                .values()
                .forEach(type -> repository.register(
                        new Workspace(type.workspace(), false, namespaces, List.of(type.nodeType()), List.of())));
        repository.register(new Workspace("dam", false, Map.of(), List.of(), List.of()));
        delivery =
                new Delivery(definitions::get, content(), search(), settings, AssetText.NONE, TestingDelivery::moment);
    }

    public static Definitions boats() {
        return new TestingModules(TestingModules.fixture("delivery-modules")).definitions();
    }

    /** Films with tracks and chapters, and talks with segments, in English, German and Italian. */
    public static Definitions films() {
        return new TestingModules(TestingModules.fixture("film-modules")).definitions();
    }

    /** Publishes an entry and tells delivery, as the feed would. */
    public ContentNode publish(String workspace, String path, ContentNode content) {
        var stored = save(workspace, path, content);
        delivery.apply(List.of(change(Change.Kind.SAVED, workspace, stored)));
        return stored;
    }

    /** Publishes an entry without telling delivery. */
    public ContentNode save(String workspace, String path, ContentNode content) {
        return TestingRepository.save(repository, live(workspace, path), content);
    }

    public void unpublish(String workspace, ContentNode entry) {
        TestingRepository.remove(repository, live(workspace, entry.path()));
        delivery.apply(List.of(change(Change.Kind.REMOVED, workspace, entry)));
    }

    public Change change(Change.Kind kind, String workspace, ContentNode entry) {
        return repository.write(
                SYSTEM, writer -> TestingRepository.change(writer, kind, live(workspace, entry.path()), entry));
    }

    public String read(String path, String... parameters) {
        return text(answer(path, parameters));
    }

    /** @param parameters each {@code name=value} */
    public DeliveryAnswer answer(String path, String... parameters) {
        return delivery.answer(new DeliveryRequest(path, parameters(parameters), null));
    }

    public static String text(DeliveryAnswer answer) {
        return new String(answer.body().json(), StandardCharsets.UTF_8);
    }

    public static List<DeliveryRequest.Parameter> parameters(String... parameters) {
        var list = new ArrayList<DeliveryRequest.Parameter>();
        for (var parameter : parameters) {
            var equals = parameter.indexOf('=');
            list.add(new DeliveryRequest.Parameter(parameter.substring(0, equals), parameter.substring(equals + 1)));
        }
        return list;
    }

    /** The next search finds these entries. */
    public void finds(ContentNode... entries) {
        var hits = new ArrayList<EntryPage.EntryHit>();
        for (var entry : entries) {
            var revision = entry.value(SystemProperties.REVISION) instanceof Value.Whole(long number) ? number : 0;
            hits.add(new EntryPage.EntryHit("boat", entry.id(), revision, 1));
        }
        page = new EntryPage(hits.size(), hits, page.facets(), page.nextCursor());
    }

    /** A node to be stored; values are String, Long, Double, Boolean, Value, or a list of strings. */
    public static ContentNode node(String type, Map<String, ?> values, ContentNode... children) {
        var properties = new LinkedHashMap<String, Value>();
        values.forEach((name, value) -> properties.put(name, value(value)));
        return ContentNode.unstored("", type, properties, List.of(children));
    }

    public static ContentNode named(String name, ContentNode node) {
        return ContentNode.unstored(name, node.nodeType(), node.properties(), node.children());
    }

    private static Value value(Object value) {
        return switch (value) {
            case Value ready -> ready;
            case String text -> Value.of(text);
            case Long number -> Value.of(number);
            case Integer number -> Value.of(number.longValue());
            case Double number -> Value.of(number);
            case Boolean flag -> Value.of(flag);
            case List<?> list ->
                Value.of(list.stream().map(TestingDelivery::value).toList());
            default -> throw new IllegalArgumentException(value.toString());
        };
    }

    private static String moment(String asset, String fileName, int width, double second) {
        return "/.imaging/%d/%s/%s".formatted(width, second, fileName);
    }

    private EntryPage search(EntryQuery query) {
        queries.add(query);
        if (fails != null) {
            throw fails;
        }
        return page;
    }

    private LiveSearch search() {
        return new LiveSearch() {
            @Override
            public EntryPage search(EntryQuery query) {
                return TestingDelivery.this.search(query);
            }

            @Override
            public List<String> respellings(EntryQuery query) {
                return List.of();
            }
        };
    }

    private LiveContent content() {
        return new LiveContent() {
            @Override
            public <T> T read(Function<ContentReader, T> work) {
                reads.incrementAndGet();
                return repository.read(Actor.anonymous(), work);
            }
        };
    }

    @Override
    public void close() {
        repository.close();
    }
}
