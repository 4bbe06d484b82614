package eu.nephele.platform.screen;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param property where its value is among the entry's properties; inside a nested value, among that one's members; null where nothing
 *     is stored
 * @param stored whether the content type has that property: false for one that a save would refuse
 * @param type the short name of a known type of field, see {@link FieldTypes}
 * @param declaredType as the author wrote it
 * @param valueType {@code string}, {@code html}, {@code boolean}, {@code integer}, {@code number}, {@code decimal}, {@code instant},
 *     {@code day}, {@code geoPoint}, {@code asset}, {@code reference}, {@code object} or {@code none}
 * @param storage of fields inside this one: {@code child} when they are members of an object, {@code same} when they lie beside it
 * @param fields of a composite field
 * @param item of a field with several values: how one of them is edited
 * @param selector of a switchable field: what chooses among the forms
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Field(
        String name,
        @Nullable String property,
        boolean stored,
        String type,
        String declaredType,
        String valueType,
        Label label,
        @Nullable Label description,
        @Nullable Label placeholder,
        boolean required,
        @Nullable Label requiredMessage,
        boolean readOnly,
        boolean i18n,
        boolean multiple,
        boolean confidential,
        @Nullable Object defaultValue,
        List<Validator> validators,
        @Nullable Datasource datasource,
        @Nullable String storage,
        @Nullable String layout,
        @Nullable List<Field> fields,
        @Nullable Field item,
        @Nullable Field selector,
        @Nullable List<Form> forms,
        Map<String, Object> attributes) {

    /** One of a switchable field's forms, shown while the selector has its name. */
    public record Form(String name, Label label, List<Field> fields) {}

    /**
     * @param type {@code lengthValidator}, {@code rangeValidator}, {@code regexpValidator}, {@code fileValidator}, {@code uniqueValidator},
     *     {@code emailValidator}, or another {@code $type} of the YAML
     * @param enforced whether publication checks it too; else it is the form's alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Validator(
            String type, boolean enforced, @Nullable Label errorMessage, Map<String, Object> parameters) {}
}
