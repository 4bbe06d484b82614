package eu.nephele.platform.media;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Value;
import eu.nephele.mediaworker.Crop;
import eu.nephele.platform.definition.SiteDefinition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What editors say of an asset, in Magnolia's names where it has one. */
enum AssetProperty {
    TITLE(Kind.TEXT, true),
    CAPTION(Kind.TEXT, true),
    DESCRIPTION(Kind.TEXT, true),
    /** What a picture shows, for those who do not see it. */
    ALT(Kind.TEXT, true),
    LICENCE(Kind.TEXT, false),
    CREATOR(Kind.TEXTS, false),
    CONTRIBUTOR(Kind.TEXTS, false),
    SUBJECT(Kind.TEXTS, false),
    COPYRIGHT(Kind.TEXT, true),
    PUBLISHER(Kind.TEXT, false),
    SOURCE(Kind.TEXT, false),
    COVERAGE(Kind.TEXT, false),
    DATE(Kind.DAY, false),
    /** Where the consent of the people shown or heard is kept. */
    CONSENT_REFERENCE(Kind.TEXT, false),
    /** The last day on which the asset may be shown. */
    CONSENT_EXPIRES(Kind.DAY, false),
    /** What stays in sight when a picture is cut: {@code 0.5,0.3} is half way from the left, near the top. */
    FOCAL_POINT(Kind.POINT, false),
    /** The part that pictures of it show: {@code 0.1,0.2,0.5,0.6} is left, top, width and height. */
    CROP(Kind.PART, false);

    private enum Kind {
        TEXT,
        TEXTS,
        DAY,
        POINT,
        PART
    }

    private static final int LONGEST = 2_000;
    private static final int MOST = 50;

    private final Kind kind;
    private final boolean localized;
    private final String key;

    AssetProperty(Kind kind, boolean localized) {
        this.kind = kind;
        this.localized = localized;
        var words = name().toLowerCase(Locale.ROOT).split("_");
        this.key = words.length == 1
                ? words[0]
                : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
    }

    String key() {
        return key;
    }

    String expected() {
        return switch (kind) {
            case TEXT -> say("a text of at most %,d characters", LONGEST);
            case TEXTS -> say("a list of texts");
            case DAY -> say("a day, 2026-10-01");
            case POINT -> say("two numbers from 0 to 1, from the left and from the top: 0.5,0.3");
            case PART ->
                say(
                        "four numbers from 0 to 1, left, top, width and height of a part within the picture, at least %s wide and high: 0.1,0.2,0.5,0.6",
                        Crop.LEAST);
        };
    }

    /** The property that a stored name belongs to: {@code alt_sl} to ALT, where Slovene is a locale of the site. */
    static Optional<AssetProperty> of(String storedName, SiteDefinition site) {
        return Arrays.stream(values())
                .filter(property -> property.key.equals(storedName)
                        || property.localized
                                && site.locales().stream()
                                        .anyMatch(locale -> site.storedName(property.key, locale.id())
                                                .equals(storedName)))
                .findFirst();
    }

    static String names() {
        var names = new TreeSet<String>();
        Arrays.stream(values())
                .forEach(property -> names.add(property.localized ? property.key + "[_locale]" : property.key));
        return String.join(", ", names);
    }

    /** The value as it is stored; null for what is not of the property's kind. */
    @Nullable
    Value value(Object given) {
        if (kind == Kind.TEXTS) {
            var list = given instanceof List<?> many ? many : List.of(given);
            var valid =
                    list.size() <= MOST && list.stream().allMatch(one -> one instanceof String text && isText(text));
            return valid
                    ? Value.of(list.stream().map(one -> Value.of((String) one)).toList())
                    : null;
        }
        if (!(given instanceof String text) || !isText(text)) {
            return null;
        }
        var valid = switch (kind) {
            case DAY -> isDay(text);
            case POINT -> text.matches("(0(\\.\\d{1,6})?|1(\\.0{1,6})?),(0(\\.\\d{1,6})?|1(\\.0{1,6})?)");
            case PART -> Crop.parse(text).isPresent();
            default -> true;
        };
        return valid ? Value.of(text) : null;
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException noDay) {
            return false;
        }
    }
}
