package eu.nephele.platform.search;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.definition.SiteDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The fields of the content types by the definitions in force, worked out once for each generation of them. */
final class FieldsInForce {

    private final Supplier<Definitions> definitions;
    private volatile @Nullable Snapshot latest;

    FieldsInForce(Supplier<Definitions> definitions) {
        this.definitions = definitions;
    }

    Snapshot current() {
        var now = definitions.get();
        var snapshot = latest;
        if (snapshot == null || snapshot.definitions != now) {
            snapshot = new Snapshot(now);
            latest = snapshot;
        }
        return snapshot;
    }

    static final class Snapshot {

        private record Key(String type, Perspective perspective) {}

        private final Definitions definitions;
        private final Map<Key, EntryFields> fields = new ConcurrentHashMap<>();
        private final Synonyms synonyms;

        Snapshot(Definitions definitions) {
            this.definitions = definitions;
            this.synonyms = new Synonyms(definitions);
        }

        Synonyms synonyms() {
            return synonyms;
        }

        Definitions definitions() {
            return definitions;
        }

        SiteDefinition site() {
            return definitions.site();
        }

        AskedFields of(List<String> types, Perspective perspective) {
            if (types.isEmpty()) {
                throw new PlatformException(ErrorCode.INVALID_QUERY, "A question names at least one content type");
            }
            return new AskedFields(
                    types,
                    types.stream()
                            .map(type -> fields.computeIfAbsent(new Key(type, perspective), this::fields))
                            .toList());
        }

        private EntryFields fields(Key key) {
            var type = definitions
                    .contentType(key.type())
                    .orElseThrow(() -> new PlatformException(
                            ErrorCode.UNKNOWN_CONTENT_TYPE,
                            "There is no content type `%s`; there are %s"
                                    .formatted(
                                            key.type(),
                                            new TreeSet<>(
                                                    definitions.contentTypes().keySet()))));
            return new EntryFields(definitions, type, key.perspective());
        }

        /** Refuses a locale that the site does not have. */
        LocaleDefinition locale(String id) {
            return site().locale(id)
                    .orElseThrow(() -> Refusals.query(
                            "lang",
                            "unknown",
                            "There is no locale `%s`; there are %s"
                                    .formatted(
                                            id,
                                            site().locales().stream()
                                                    .map(LocaleDefinition::id)
                                                    .toList())));
        }
    }
}
