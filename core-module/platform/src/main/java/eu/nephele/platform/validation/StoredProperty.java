package eu.nephele.platform.validation;

import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Property;
import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.definition.SiteDefinition;
import java.util.Optional;

/**
 * A stored name taken apart: {@code title_de} is the property {@code title} in the locale {@code de}.
 *
 * @param locale the default locale for an unsuffixed name, also of a property that is not localized
 */
public record StoredProperty(Property property, String locale) {

    /** Empty when the model has no such property, or it has but not in such a locale. */
    public static Optional<StoredProperty> of(String storedName, Model model, SiteDefinition site) {
        var plain = model.property(storedName);
        if (plain.isPresent()) {
            return Optional.of(new StoredProperty(plain.get(), site.defaultLocale()));
        }
        if (storedName.indexOf('_') < 0) {
            return Optional.empty();
        }
        for (LocaleDefinition locale : site.locales()) {
            var suffix = "_" + locale.suffix();
            if (storedName.endsWith(suffix)) {
                var base = model.property(storedName.substring(0, storedName.length() - suffix.length()))
                        .filter(Property::i18n);
                if (base.isPresent()) {
                    return Optional.of(new StoredProperty(base.get(), locale.id()));
                }
            }
        }
        return Optional.empty();
    }
}
