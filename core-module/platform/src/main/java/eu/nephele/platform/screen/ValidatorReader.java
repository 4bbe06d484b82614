package eu.nephele.platform.screen;

import eu.nephele.api.contenttype.Property;
import eu.nephele.platform.screen.Field.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a field: those of its property, which publication checks too, then those that only its form has. */
final class ValidatorReader {

    private static final Set<String> COMMON = Set.of("name", "$type", "class", "errorMessage");

    private final Scope scope;

    ValidatorReader(Scope scope) {
        this.scope = scope;
    }

    List<Validator> read(Keys keys, @Nullable Property property) {
        var validators = new ArrayList<Validator>();
        if (property != null) {
            enforced(property, validators);
        }
        for (var validator : keys.named("validators")) {
            var written = validator.keys();
            validators.add(new Validator(
                    written.text("$type", written.text("class", validator.name())),
                    false,
                    scope.labels()
                            .optional(
                                    written.text("errorMessage"),
                                    List.of("validators." + validator.name() + ".errorMessage")),
                    written.without(COMMON)));
        }
        return List.copyOf(validators);
    }

    private static void enforced(Property property, List<Validator> validators) {
        var rules = property.validation();
        add(validators, "lengthValidator", "min", rules.minLength(), "max", rules.maxLength());
        add(validators, "rangeValidator", "min", rules.min(), "max", rules.max());
        add(validators, "regexpValidator", "pattern", rules.pattern(), "flags", null);
        var files = rules.files();
        add(
                validators,
                "fileValidator",
                "types",
                files.types().isEmpty() ? null : files.types(),
                "maxSize",
                files.maxBytes());
        if (rules.externalVideo()) {
            validators.add(new Validator("externalVideoValidator", true, null, Map.of()));
        }
        if (rules.unique()) {
            validators.add(new Validator("uniqueValidator", true, null, Map.of()));
        }
    }

    private static void add(
            List<Validator> validators,
            String type,
            String first,
            @Nullable Object firstValue,
            String second,
            @Nullable Object secondValue) {
        var parameters = new LinkedHashMap<String, Object>();
        if (firstValue != null) {
            parameters.put(first, firstValue);
        }
        if (secondValue != null) {
            parameters.put(second, secondValue);
        }
        if (!parameters.isEmpty()) {
            validators.add(new Validator(type, true, null, parameters));
        }
    }
}
