package eu.nephele.platform.definition;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which properties of a content type hold things with times, known by what they are made of: a list of nested models with {@code start}, {@code end} and
 * {@code text} is a transcript, one with {@code start} and {@code title} are chapters, one with {@code kind}, {@code locale} and {@code file} are tracks.
 */
public final class TimedShapes {

    public static final String START = "start";
    public static final String END = "end";
    public static final String SPEAKER = "speaker";
    public static final String TEXT = "text";
    public static final String TITLE = "title";
    public static final String KIND = "kind";
    public static final String LOCALE = "locale";
    public static final String FILE = "file";
    public static final String LABEL = "label";

    /** Of an entry with a transcript: the locale its texts were spoken in, which the others are translated from. */
    private static final List<String> SOURCE_LANGUAGE = List.of("sourceLanguage", "language");

    private TimedShapes() {}

    public static Optional<Property> segments(Definitions definitions, ContentType type) {
        return nested(definitions, type, TimedShapes::isSegment);
    }

    public static Optional<Property> chapters(Definitions definitions, ContentType type) {
        return nested(definitions, type, TimedShapes::isChapter);
    }

    public static Optional<Property> tracks(Definitions definitions, ContentType type) {
        return nested(definitions, type, TimedShapes::isTrack);
    }

    /** The property that names the locale of a transcript's original, if the type has one. */
    public static Optional<Property> sourceLanguage(ContentType type) {
        return SOURCE_LANGUAGE.stream()
                .flatMap(name -> type.property(name).stream())
                .filter(property -> property.type() == Scalar.STRING && !property.multiple() && !property.i18n())
                .findFirst();
    }

    /** What was spoken in an entry's transcript, if content can be in that locale, else the default locale. */
    public static String sourceLocale(Definitions definitions, ContentType type, ContentNode entry) {
        var site = definitions.site();
        return sourceLanguage(type)
                .flatMap(property -> Optional.ofNullable(entry.text(property.name())))
                .flatMap(site::locale)
                .map(LocaleDefinition::id)
                .orElse(site.defaultLocale());
    }

    public static boolean isSegment(Model model) {
        return isNumber(model, START)
                && isNumber(model, END)
                && model.property(TEXT)
                        .filter(text -> text.type() == Scalar.STRING)
                        .isPresent();
    }

    static boolean isChapter(Model model) {
        return isNumber(model, START)
                && model.property(TITLE).isPresent()
                && model.property(END).isEmpty();
    }

    static boolean isTrack(Model model) {
        return model.property(KIND).isPresent()
                && model.property(LOCALE).isPresent()
                && model.property(FILE)
                        .filter(file -> file.type() == Scalar.ASSET)
                        .isPresent();
    }

    private static boolean isNumber(Model model, String name) {
        return model.property(name)
                .filter(property -> property.type() == Scalar.DOUBLE
                        || property.type() == Scalar.DECIMAL
                        || property.type() == Scalar.LONG)
                .isPresent();
    }

    private static Optional<Property> nested(Definitions definitions, ContentType type, Predicate<Model> fits) {
        return type.model().properties().stream()
                .filter(property -> property.multiple() && !property.confidential())
                .filter(property -> property.type() instanceof PropertyType.Nested nested
                        && definitions
                                .nested(type, nested)
                                .filter(found -> fits.test(found.model()))
                                .isPresent())
                .findFirst();
    }
}
