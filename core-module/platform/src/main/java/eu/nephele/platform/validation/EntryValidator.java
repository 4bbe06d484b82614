package eu.nephele.platform.validation;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.failure.FieldError;
import eu.nephele.platform.definition.Definitions;
import java.util.ArrayList;
import java.util.List;

/** Checks an entry, as it would be stored, against its content type. */
public final class EntryValidator {

    private final Definitions definitions;
    private final Lookups lookups;

    public EntryValidator(Definitions definitions, Lookups lookups) {
        this.definitions = definitions;
        this.lookups = lookups;
    }

    /** A draft may be incomplete, but its references must lead somewhere and its values have the right type. */
    public List<FieldError> checkDraft(ContentType type, ContentNode entry) {
        return new Check(type, entry, false).errors();
    }

    /** A publication must meet every rule. */
    public List<FieldError> checkPublication(ContentType type, ContentNode entry) {
        return new Check(type, entry, true).errors();
    }

    private final class Check {

        private final ContentType type;
        private final ContentNode entry;
        private final boolean publication;
        private final List<FieldError> errors = new ArrayList<>();

        Check(ContentType type, ContentNode entry, boolean publication) {
            this.type = type;
            this.entry = entry;
            this.publication = publication;
        }

        List<FieldError> errors() {
            EntryWalk.through(definitions, type, entry, this::node);
            return errors;
        }

        private void node(String path, Model model, ContentNode node) {
            if (publication) {
                model.properties().stream()
                        .filter(Property::isRequired)
                        .filter(property -> isMissing(property, node))
                        .forEach(property -> errors.add(new FieldError(
                                path + property.name(), "required", "needs a value before it can be published")));
            }
            node.properties()
                    .forEach((name, value) -> StoredProperty.of(name, model, definitions.site())
                            .ifPresent(stored -> values(path + name, stored.property(), value)));
        }

        private boolean isMissing(Property property, ContentNode node) {
            if (property.type() instanceof PropertyType.Nested) {
                return node.child(property.name())
                        .map(child -> property.multiple() && child.children().isEmpty())
                        .orElse(true);
            }
            var value = node.value(property.name());
            return value == null
                    || value.each().isEmpty()
                    || value.each().stream().allMatch(single -> single.asText().isBlank());
        }

        private void values(String path, Property property, Value value) {
            if (value instanceof Value.Many != property.multiple()) {
                errors.add(new FieldError(
                        path,
                        "multiple",
                        property.multiple() ? "must be a list of values" : "must be a single value, not a list"));
                return;
            }
            for (var single : value.each()) {
                value(path, property, single);
            }
        }

        private void value(String path, Property property, Value value) {
            var wrongType = ValueTypes.complaint(property.type(), value);
            if (wrongType != null) {
                errors.add(new FieldError(path, "type", wrongType));
                return;
            }
            reference(path, property, value);
            if (publication) {
                errors.addAll(ValueRules.check(path, property, value));
                vocabulary(path, property, value);
                var text = value.asText();
                if (property.validation().unique() && lookups.taken(type.name(), lastName(path), text, entry.id())) {
                    errors.add(new FieldError(path, "unique", "another entry has the value `%s`".formatted(text)));
                }
            }
        }

        private void reference(String path, Property property, Value value) {
            if (property.type() == PropertyType.Scalar.ASSET && !lookups.assetExists(value.asText())) {
                errors.add(new FieldError(path, "reference", "there is no asset `%s`".formatted(value.asText())));
            }
            if (!(property.type() instanceof PropertyType.Reference(String targetType))) {
                return;
            }
            var target = lookups.target(value.asText());
            var wanted = definitions.contentType(targetType);
            if (target.isEmpty()) {
                errors.add(new FieldError(
                        path, "reference", "there is no %s with the id `%s`".formatted(targetType, value.asText())));
            } else if (wanted.isPresent() && !isOfType(target.get(), wanted.get())) {
                errors.add(new FieldError(
                        path,
                        "reference",
                        "`%s` is not a %s".formatted(target.get().path(), targetType)));
            } else if (publication && property.isRequired() && !target.get().live()) {
                errors.add(new FieldError(
                        path,
                        "published",
                        "%s `%s` (%s) is not published: publish it first, or together with this entry"
                                .formatted(targetType, target.get().path(), value.asText())));
            }
        }

        private static boolean isOfType(Lookups.Target target, ContentType wanted) {
            return target.workspace().equals(wanted.workspace())
                    && target.nodeType().equals(wanted.nodeType());
        }

        private void vocabulary(String path, Property property, Value value) {
            var text = value.asText();
            if (property.vocabulary() != null) {
                var vocabulary = definitions.vocabularies().get(property.vocabulary());
                if (vocabulary != null && vocabulary.term(text).isEmpty()) {
                    errors.add(new FieldError(
                            path,
                            "vocabulary",
                            "`%s` is not a code of the vocabulary %s".formatted(text, vocabulary.name())));
                }
            }
            if (!property.options().isEmpty()
                    && property.options().stream()
                            .noneMatch(option -> option.value().equals(text))) {
                errors.add(new FieldError(path, "option", "`%s` is none of the options".formatted(text)));
            }
        }

        private static String lastName(String path) {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
