package eu.nephele.platform.validation;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.failure.FieldError;
import eu.nephele.platform.definition.Definitions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks an entry, as it would be stored, against its content type. What is wrong refuses; warnings tell what should be better, and refuse nothing. */
public final class EntryValidator {

    private final Definitions definitions;
    private final Lookups lookups;

    public EntryValidator(Definitions definitions, Lookups lookups) {
        this.definitions = definitions;
        this.lookups = lookups;
    }

    /** A draft may be incomplete, but its references must lead somewhere and its values have the right type. */
    public List<FieldError> checkDraft(ContentType type, ContentNode entry) {
        return new Check(type, entry, false, lookups).errors();
    }

    /** @param warnings what could be better, such as a film without captions */
    public record Findings(List<FieldError> errors, List<FieldError> warnings) {}

    /** A publication must meet every rule; warnings keep nothing back. */
    public Findings publication(ContentType type, ContentNode entry) {
        var check = new Check(type, entry, true, lookups);
        return new Findings(check.errors(), check.warnings);
    }

    public List<FieldError> checkPublication(ContentType type, ContentNode entry) {
        return publication(type, entry).errors();
    }

    public List<FieldError> warnings(ContentType type, ContentNode entry) {
        return publication(type, entry).warnings();
    }

    /** Whether those who are seen or heard agree today: the errors of the rule {@code consent} alone. */
    public List<FieldError> checkConsent(ContentType type, ContentNode entry) {
        return new Check(type, entry, true, new FilesAlone(lookups))
                .errors().stream()
                        .filter(error -> error.rule().equals("consent"))
                        .toList();
    }

    /** Spares the look at other entries. */
    private record FilesAlone(Lookups whole) implements Lookups {

        @Override
        public Optional<Target> target(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<FileFacts> file(String key) {
            return whole.file(key);
        }

        @Override
        public boolean taken(String contentType, String property, String value, String exceptId) {
            return false;
        }

        @Override
        public LocalDate today() {
            return whole.today();
        }
    }

    private final class Check {

        private final ContentType type;
        private final ContentNode entry;
        private final boolean publication;
        private final Lookups lookups;
        private final List<FieldError> errors = new ArrayList<>();
        private final List<FieldError> warnings = new ArrayList<>();
        private final FileCheck files;
        private final Set<String> locales = new TreeSet<>();

        Check(ContentType type, ContentNode entry, boolean publication, Lookups lookups) {
            this.lookups = lookups;
            this.type = type;
            this.entry = entry;
            this.publication = publication;
            this.files = new FileCheck(definitions.site(), lookups.today(), errors, warnings);
        }

        List<FieldError> errors() {
            locales.add(definitions.site().defaultLocale());
            EntryWalk.through(definitions, type, entry, this::locales);
            EntryWalk.through(definitions, type, entry, this::node);
            return errors;
        }

        private void locales(String path, Model model, ContentNode node) {
            node.properties()
                    .keySet()
                    .forEach(name -> StoredProperty.of(name, model, definitions.site())
                            .ifPresent(stored -> locales.add(stored.locale())));
        }

        private void node(String path, Model model, ContentNode node) {
            if (publication) {
                model.properties().stream()
                        .filter(property -> property.validation().consent())
                        .forEach(property -> consents(path, property, node));
                model.properties().stream()
                        .filter(property ->
                                !property.validation().files().captionsIn().isEmpty())
                        .filter(property -> isFilm(property, node))
                        .forEach(property -> files.captions(path + property.name(), property, node));
                model.properties().stream()
                        .filter(Property::isRequired)
                        .filter(property -> isMissing(property, node))
                        .forEach(property -> errors.add(new FieldError(
                                path + property.name(), "required", say("needs a value before it can be published"))));
            }
            node.properties()
                    .forEach((name, value) -> StoredProperty.of(name, model, definitions.site())
                            .ifPresent(stored -> values(path + name, stored, value)));
        }

        /** Of files, see {@link #file}. */
        private void consents(String path, Property property, ContentNode node) {
            if (property.type() instanceof PropertyType.Nested) {
                node.child(property.name())
                        .map(child -> property.multiple() ? child.children() : List.of(child))
                        .orElse(List.of())
                        .forEach(consent -> files.consent(path + property.name(), consent));
            }
        }

        /** An address is taken for that of a film, a file for what it is. */
        private boolean isFilm(Property property, ContentNode node) {
            var value = node.value(property.name());
            if (value == null || value.asText().isBlank() || property.type() != PropertyType.Scalar.ASSET) {
                return value != null && !value.asText().isBlank();
            }
            return value.each().stream()
                    .flatMap(key -> lookups.file(key.asText()).stream())
                    .anyMatch(file -> file.mediaType().startsWith("video/"));
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

        private void values(String path, StoredProperty stored, Value value) {
            var property = stored.property();
            if (value instanceof Value.Many != property.multiple()) {
                errors.add(new FieldError(
                        path,
                        "multiple",
                        property.multiple()
                                ? say("must be a list of values")
                                : say("must be a single value, not a list")));
                return;
            }
            for (var single : value.each()) {
                value(path, stored, single);
            }
        }

        private void value(String path, StoredProperty stored, Value value) {
            var property = stored.property();
            var wrongType = ValueTypes.complaint(property.type(), value);
            if (wrongType != null) {
                errors.add(new FieldError(path, "type", wrongType));
                return;
            }
            if (property.type() == PropertyType.Scalar.ASSET) {
                file(path, stored, value.asText());
            }
            reference(path, property, value);
            if (publication) {
                errors.addAll(ValueRules.check(path, property, value));
                vocabulary(path, property, value);
                var text = value.asText();
                if (property.validation().unique() && lookups.taken(type.name(), lastName(path), text, entry.id())) {
                    errors.add(new FieldError(path, "unique", say("another entry has the value `%s`", text)));
                }
            }
        }

        private void file(String path, StoredProperty stored, String key) {
            var property = stored.property();
            var file = lookups.file(key);
            if (file.isEmpty()) {
                errors.add(new FieldError(path, "reference", say("there is no asset `%s`", key)));
                return;
            }
            files.kind(path, property, file.get());
            if (publication) {
                files.publication(path, property, file.get(), property.i18n() ? Set.of(stored.locale()) : locales);
            }
        }

        private void reference(String path, Property property, Value value) {
            if (!(property.type() instanceof PropertyType.Reference(String targetType))) {
                return;
            }
            var target = lookups.target(value.asText());
            var wanted = definitions.contentType(targetType);
            if (target.isEmpty()) {
                errors.add(new FieldError(
                        path, "reference", say("there is no %s with the id `%s`", targetType, value.asText())));
            } else if (wanted.isPresent() && !isOfType(target.get(), wanted.get())) {
                errors.add(new FieldError(
                        path, "reference", say("`%s` is not a %s", target.get().path(), targetType)));
            } else if (publication && property.isRequired() && !target.get().live()) {
                errors.add(new FieldError(
                        path,
                        "published",
                        say(
                                "%s `%s` (%s) is not published: publish it first, or together with this entry",
                                targetType, target.get().path(), value.asText())));
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
                            say("`%s` is not a code of the vocabulary %s", text, vocabulary.name())));
                }
            }
            if (!property.options().isEmpty()
                    && property.options().stream()
                            .noneMatch(option -> option.value().equals(text))) {
                errors.add(new FieldError(path, "option", say("`%s` is none of the options", text)));
            }
        }

        private static String lastName(String path) {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
