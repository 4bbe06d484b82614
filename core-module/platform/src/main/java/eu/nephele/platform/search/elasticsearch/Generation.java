package eu.nephele.platform.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.mapping.IndexOptions;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch._types.mapping.Subobjects;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.indices.get_mapping.IndexMappingRecord;
import co.elastic.clients.json.JsonData;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.IndexSchema.FieldKind;
import jakarta.json.JsonString;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One index in the cluster: a generation of an index of ours. What it was built by is told in its mapping.
 *
 * @param name of the index in the cluster
 * @param id drawn when it was made: another index that gets the same name later has another one
 */
record Generation(String name, String id, IndexSchema schema) {

    /** The number of the one that takes changes until the first rebuild has come to its end. */
    static final String NEVER_BUILT = "0";

    /** Rises when the mapping of a kind of field changes. */
    private static final int FORMAT = 2;

    private static final String META_FORMAT = "format";
    private static final String META_ID = "id";
    private static final String META_VERSION = "version";
    private static final String META_FIELDS = "fields";
    private static final SecureRandom RANDOM = new SecureRandom();

    static Generation created(String name, IndexSchema schema) {
        var bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return new Generation(name, HexFormat.of().formatHex(bytes), schema);
    }

    /** Of one that another format or program made, no field is known and nothing fits. */
    static Generation of(String index, String name, IndexMappingRecord record) {
        var meta = record.mappings().meta();
        var ours = meta.containsKey(META_FORMAT) && meta.get(META_FORMAT).to(Integer.class) == FORMAT;
        if (!ours) {
            return new Generation(name, name, new IndexSchema(index, Map.of(), -1));
        }
        var fields = new LinkedHashMap<String, FieldKind>();
        meta.get(META_FIELDS)
                .toJson()
                .asJsonObject()
                .forEach((field, kind) -> fields.put(field, FieldKind.valueOf(((JsonString) kind).getString())));
        return new Generation(
                name,
                meta.get(META_ID).to(String.class),
                new IndexSchema(index, fields, meta.get(META_VERSION).to(Integer.class)));
    }

    /** Whether a rebuild was finished, for only then the alias comes to stand for it; else entries may be missing. */
    boolean complete() {
        return !name.endsWith("~" + NEVER_BUILT);
    }

    boolean isBuiltBy(IndexSchema declared) {
        return complete()
                && schema.version() == declared.version()
                && schema.fields().equals(declared.fields());
    }

    Map<String, JsonData> meta() {
        return Map.of(
                META_FORMAT, JsonData.of(FORMAT),
                META_ID, JsonData.of(id),
                META_VERSION, JsonData.of(schema.version()),
                META_FIELDS, JsonData.of(names()));
    }

    private Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        schema.fields().forEach((field, kind) -> names.put(field, kind.name()));
        return names;
    }

    /** Each field by name: an unknown one is an error, not a new field. Names may have dots, which part nothing. */
    TypeMapping mapping() {
        var properties = new HashMap<String, Property>();
        properties.put(FieldNames.ID, Property.of(p -> p.keyword(k -> k.index(false))));
        properties.put(
                FieldNames.VOCABULARY,
                Property.of(p -> p.text(text -> text.analyzer("whitespace")
                        .indexOptions(IndexOptions.Docs)
                        .norms(false))));
        schema.fields().forEach((field, kind) -> properties.put(FieldNames.stored(kind, field), property(kind)));
        return TypeMapping.of(mapping -> mapping.dynamic(DynamicMapping.Strict)
                .subobjects(Subobjects.False)
                .source(source -> source.excludes(
                        FieldNames.stored(FieldKind.TOKENS, "*"), FieldNames.stored(FieldKind.SORT, "*")))
                .meta(meta())
                .properties(properties));
    }

    private static Property property(FieldKind kind) {
        return Property.of(property -> switch (kind) {
            case TOKENS -> property.text(text -> text.analyzer("whitespace").copyTo(FieldNames.VOCABULARY));
            case KEYWORD -> property.keyword(keyword -> keyword);
            case LONG ->
                property.long_(number -> number.fields(
                        FieldNames.DATE,
                        date -> date.date(
                                d -> d.format("epoch_millis").index(false).ignoreMalformed(true))));
            case DOUBLE -> property.double_(number -> number);
            case GEO -> property.geoPoint(point -> point);
            case SORT -> property.keyword(key -> key.index(false));
        });
    }
}
