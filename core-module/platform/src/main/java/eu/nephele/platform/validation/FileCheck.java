package eu.nephele.platform.validation;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.contenttype.FileRules;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.failure.FieldError;
import eu.nephele.platform.definition.SiteDefinition;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The rules of a file in a property: what it is, and, to be shown, that it may be and that all can follow it. */
final class FileCheck {

    private static final String ALT = "alt";

    /** The scope of a consent that does not reach to readers. */
    private static final String INTERNAL = "internal";

    private final SiteDefinition site;
    private final LocalDate today;
    private final List<FieldError> errors;
    private final List<FieldError> warnings;

    FileCheck(SiteDefinition site, LocalDate today, List<FieldError> errors, List<FieldError> warnings) {
        this.site = site;
        this.today = today;
        this.errors = errors;
        this.warnings = warnings;
    }

    /** What holds for drafts, too. */
    void kind(String path, Property property, FileFacts file) {
        var rules = property.validation().files();
        if (!rules.allows(file.mediaType())) {
            errors.add(new FieldError(
                    path,
                    "fileType",
                    say(
                            "takes %s; %s is of the type %s",
                            String.join(", ", rules.types()), file.path(), file.mediaType())));
        }
        if (rules.maxBytes() != null && file.size() > rules.maxBytes()) {
            errors.add(new FieldError(
                    path,
                    "fileSize",
                    say("takes files of up to %s; %s has %s", size(rules.maxBytes()), file.path(), size(file.size()))));
        }
    }

    /** @param locales in which it is shown */
    void publication(String path, Property property, FileFacts file, Set<String> locales) {
        if (!file.live()) {
            errors.add(new FieldError(path, "published", "%s %s".formatted(file.path(), file.heldBack(today))));
        }
        if (property.validation().consent()) {
            consent(path, file);
        }
        if (file.mediaType().startsWith("image/")) {
            altText(path, property.validation().files(), file, locales);
        }
    }

    private void altText(String path, FileRules rules, FileFacts file, Set<String> locales) {
        var missing = locales.stream()
                .filter(locale -> !file.says(site.storedName(ALT, locale)))
                .sorted()
                .toList();
        // Elsewhere a picture may be mere decoration: only one that nobody has described at all is worth a word.
        if (!missing.isEmpty() && (rules.altText() || missing.size() == locales.size())) {
            var message = say(
                    "%s has no alternative text in %s, for those who do not see it: write it at the picture, in the library",
                    file.path(), String.join(", ", missing));
            (rules.altText() ? errors : warnings).add(new FieldError(path, "altText", message));
        }
    }

    void consent(String path, FileFacts file) {
        var end = file.consentEnd();
        if (!file.isConsented()) {
            errors.add(new FieldError(
                    path,
                    "consent",
                    say(
                            "%s has no consent of those who are seen or heard in it: write where it is kept at the file, in the library",
                            file.path())));
        } else if (end != null && end.isBefore(today)) {
            errors.add(
                    new FieldError(path, "consent", say("the consent of those in %s ended on %s", file.path(), end)));
        }
    }

    /** @param node the consent itself: its day, and maybe what it covers, and when it was withdrawn or is over */
    void consent(String path, ContentNode node) {
        var withdrawn = node.text("withdrawnOn");
        var end = node.text("expiresOn");
        if (node.text("date") == null) {
            errors.add(new FieldError(path, "consent", say("needs the day on which the consent was given")));
        } else if (withdrawn != null && !day(withdrawn, true).isAfter(today)) {
            errors.add(new FieldError(path, "consent", say("was withdrawn on %s", withdrawn)));
        } else if (end != null && day(end, false).isBefore(today)) {
            errors.add(new FieldError(path, "consent", say("ended on %s", end)));
        } else if (INTERNAL.equals(node.text("scope"))) {
            errors.add(
                    new FieldError(path, "consent", say("is for internal use alone: nothing of it may be published")));
        }
    }

    /** Of a month or a year, the first or the last day. */
    private static LocalDate day(String text, boolean first) {
        if (text.length() > 7) {
            return LocalDate.parse(text);
        }
        var start = LocalDate.parse(text + (text.length() > 4 ? "-01" : "-01-01"));
        return first ? start : start.plusMonths(text.length() > 4 ? 1 : 12).minusDays(1);
    }

    /** Whether a film can be followed by those who do not hear it. */
    void captions(String path, Property property, ContentNode node) {
        var places = property.validation().files().captionsIn();
        if (places.stream().noneMatch(place -> hasCaptions(node, place))) {
            warnings.add(new FieldError(
                    path,
                    "captions",
                    say(
                            "has neither captions nor a transcript, so those who do not hear it cannot follow: fill %s",
                            String.join(say(" or "), places))));
        }
    }

    /** A value; or a track that is no mere description of what is seen. */
    private static boolean hasCaptions(ContentNode node, String place) {
        var value = node.value(place);
        if (value != null && !value.asText().isBlank()) {
            return true;
        }
        return node.child(place).stream()
                .flatMap(child -> child.children().isEmpty() ? List.of(child).stream() : child.children().stream())
                .map(track -> track.text("kind"))
                .anyMatch(kind -> kind == null || kind.equals("captions") || kind.equals("subtitles"));
    }

    private static String size(long bytes) {
        if (bytes < 10 * 1024) {
            return say("%,d bytes", bytes);
        }
        var units = List.of("KB", "MB", "GB");
        var amount = bytes / 1024.0;
        var unit = 0;
        while (amount >= 1024 && unit < units.size() - 1) {
            amount /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, units.get(unit));
    }
}
