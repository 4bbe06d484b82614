package eu.nephele.api.contenttype;

import eu.nephele.api.content.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A property of a model.
 *
 * @param required must have a value to be published (as {@link Validation#requiredToPublish()})
 * @param i18n stored once per locale: {@code title}, {@code title_de}
 * @param label the text, or the key of a text in a message bundle; null when neither is given
 * @param vocabulary the name of the vocabulary whose codes are the allowed values
 * @param confidential never leaves through delivery
 */
public record Property(
        String name,
        PropertyType type,
        boolean required,
        boolean multiple,
        boolean i18n,
        @Nullable String label,
        @Nullable String description,
        @Nullable String vocabulary,
        List<Option> options,
        @Nullable Value defaultValue,
        Validation validation,
        SearchUse search,
        boolean confidential) {

    public Property {
        options = List.copyOf(options);
    }

    /** A plain property with default settings, to start from in tests and plugins. */
    public static Property of(String name, PropertyType type) {
        var text = type == PropertyType.Scalar.STRING || type == PropertyType.Scalar.RICH_TEXT;
        var search = text ? SearchUse.DEFAULT_TEXT : SearchUse.DEFAULT;
        return new Property(
                name, type, false, false, false, null, null, null, List.of(), null, Validation.NONE, search, false);
    }

    public Property localized() {
        return new Property(
                name,
                type,
                required,
                multiple,
                true,
                label,
                description,
                vocabulary,
                options,
                defaultValue,
                validation,
                search,
                confidential);
    }

    public Property multi() {
        return new Property(
                name,
                type,
                required,
                true,
                i18n,
                label,
                description,
                vocabulary,
                options,
                defaultValue,
                validation,
                search,
                confidential);
    }

    public Property requiredToPublish() {
        return new Property(
                name,
                type,
                true,
                multiple,
                i18n,
                label,
                description,
                vocabulary,
                options,
                defaultValue,
                validation,
                search,
                confidential);
    }

    public Property withVocabulary(String name) {
        return new Property(
                this.name,
                type,
                required,
                multiple,
                i18n,
                label,
                description,
                name,
                options,
                defaultValue,
                validation,
                search,
                confidential);
    }

    public Property withSearch(SearchUse newSearch) {
        return new Property(
                name,
                type,
                required,
                multiple,
                i18n,
                label,
                description,
                vocabulary,
                options,
                defaultValue,
                validation,
                newSearch,
                confidential);
    }

    public Property withValidation(Validation newValidation) {
        return new Property(
                name,
                type,
                required,
                multiple,
                i18n,
                label,
                description,
                vocabulary,
                options,
                defaultValue,
                newValidation,
                search,
                confidential);
    }

    /** HTML instead of plain text. */
    public Property richText() {
        return new Property(
                name,
                PropertyType.Scalar.RICH_TEXT,
                required,
                multiple,
                i18n,
                label,
                description,
                vocabulary,
                options,
                defaultValue,
                validation,
                search,
                confidential);
    }

    /** What entries can be found and counted by of the file in this property, below its name: {@code file/duration}. Nothing unless it is searched so. */
    public List<Property> inFile() {
        return type == PropertyType.Scalar.ASSET && search.is(SearchUse.Kind.FILE) ? FileProperties.ALL : List.of();
    }

    public boolean isRequired() {
        return required || validation.requiredToPublish();
    }
}
