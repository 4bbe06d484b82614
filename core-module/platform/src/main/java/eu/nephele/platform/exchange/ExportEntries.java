package eu.nephele.platform.exchange;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.authoring.PlainEntry;
import eu.nephele.platform.validation.StoredProperty;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes drafts as a spreadsheet, CSV or JSON, one row an entry, in columns that an import takes back. */
public final class ExportEntries {

    public static final List<String> FORMATS = List.of("xlsx", "csv", "json");

    /** What every entry has, before its properties. */
    private static final List<String> FIRST = List.of("@id", "@path", "state", "externalId");

    private final Drafts drafts;

    public ExportEntries(Drafts drafts) {
        this.drafts = drafts;
    }

    /** Refuses an unknown format or property with BAD_REQUEST; to be called before anything is written. */
    public void check(String contentType, String format, @Nullable List<String> properties) {
        var type = drafts.type(contentType);
        if (!FORMATS.contains(format)) {
            throw refusal("format", "must be one of " + String.join(", ", FORMATS));
        }
        for (var property : properties == null ? List.<String>of() : properties) {
            if (type.property(property).isEmpty()) {
                throw refusal("columns", "`%s` is no property of %s".formatted(property, contentType));
            }
        }
    }

    private static PlatformException refusal(String field, String message) {
        return new PlatformException(
                ErrorCode.BAD_REQUEST, field + " " + message, List.of(new FieldError(field, "unknown", message)));
    }

    /**
     * Writes those of the entries that the actor may export, in their order.
     *
     * @param properties all of the content type where none are given; localized ones have a column for each locale of the site
     */
    public void run(
            Actor actor,
            String contentType,
            List<String> ids,
            @Nullable List<String> properties,
            String format,
            OutputStream output)
            throws IOException {
        check(contentType, format, properties);
        var type = drafts.type(contentType);
        var columns = columns(type, properties);
        try (var writer = SheetWriter.of(format, columns, output)) {
            for (var id : ids) {
                var draft = drafts.find(actor, contentType, id).orElse(null);
                if (draft != null && actor.may(Action.EXPORT, subject(type, draft))) {
                    writer.row(row(type, draft, Set.copyOf(columns)));
                }
            }
        }
    }

    private static Subject subject(ContentType type, ContentNode draft) {
        return Subject.of(new Location(Perspective.DRAFT, type.workspace(), draft.path()), draft);
    }

    private List<String> columns(ContentType type, @Nullable List<String> properties) {
        var site = drafts.definitions().site();
        var columns = new ArrayList<>(FIRST);
        for (var property : type.model().properties()) {
            if (properties != null && !properties.contains(property.name())) {
                continue;
            }
            if (property.i18n()) {
                site.locales().forEach(locale -> columns.add(site.storedName(property.name(), locale.id())));
            } else {
                columns.add(property.name());
            }
        }
        return List.copyOf(columns);
    }

    private Map<String, @Nullable Object> row(ContentType type, ContentNode draft, Set<String> columns) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("@id", draft.id());
        row.put("@path", draft.path());
        row.put("state", EntryState.of(draft).code());
        var externalIds = draft.value(SystemProperties.EXTERNAL_IDS);
        if (externalIds != null) {
            row.put("externalId", externalIds.each().getFirst().asText());
        }
        PlainEntry.of(drafts.definitions(), type, draft).forEach((name, value) -> {
            if (columns.contains(name)
                    && StoredProperty.of(
                                    name, type.model(), drafts.definitions().site())
                            .isPresent()) {
                row.put(name, value);
            }
        });
        return row;
    }
}
