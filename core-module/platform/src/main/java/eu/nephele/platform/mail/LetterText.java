package eu.nephele.platform.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes letters: in the language of the person, as plain text and as simple HTML, with links into the editor. */
final class LetterText {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final int LONGEST_SUBJECT = 160;

    /** What shows more, beside the entry's form, by the first word of the kind. */
    private static final Map<String, String> PANELS =
            Map.of("task", "workflow", "schedule", "schedule", "agreement", "agreement");

    private static final String LINK = "color:#1a5fb4";

    private final MailSettings settings;
    private final Directory directory;

    LetterText(MailSettings settings, Directory directory) {
        this.settings = settings;
        this.directory = directory;
    }

    private record Part(String line, String text, String link) {}

    /** Empty where nothing of it is to be told any more. */
    Optional<MailMessage> message(Letter letter, Recipient recipient, String language) {
        var locale = Locale.forLanguageTag(language);
        var texts = ResourceBundle.getBundle("eu.nephele.platform.mail.letters", locale, new OneLanguage());
        var parts = new ArrayList<Part>();
        for (var notice : letter.notices()) {
            directory
                    .words(letter.user(), language, notice)
                    .ifPresent(words -> parts.add(part(texts, locale, notice, words)));
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var subject = letter.daily()
                ? fill(texts.getString("daily.subject"), Map.of("count", Integer.toString(parts.size())))
                : parts.getFirst().line();
        var greeting = fill(texts.getString("greeting"), Map.of("name", recipient.name()));
        var footer = texts.getString(letter.daily() ? "footer.daily" : "footer.immediately");
        var preferences = settings.editor() + "/admin/?preferences=true";
        return Optional.of(new MailMessage(
                messageId(letter),
                recipient.address(),
                recipient.name(),
                shortened(subject),
                plain(greeting, parts, texts, footer, preferences),
                html(language, greeting, parts, texts, footer, preferences),
                language));
    }

    private String messageId(Letter letter) {
        var id = UUID.nameUUIDFromBytes((letter.id() + letter.since()).getBytes(StandardCharsets.UTF_8));
        return "<%s@%s>".formatted(id, settings.editor().getHost());
    }

    private Part part(ResourceBundle texts, Locale locale, Notice notice, Map<String, String> words) {
        var values = new HashMap<>(notice.details());
        values.putAll(words);
        values.computeIfPresent(
                "due",
                (_, day) -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(LocalDate.parse(day)));
        values.computeIfPresent(
                "at",
                (_, moment) -> DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(ZoneId.of(notice.details().getOrDefault("zone", "UTC")))
                        .format(Instant.parse(moment)));
        return new Part(
                fill(texts.getString(notice.kind()), values), words.getOrDefault("text", notice.text()), link(notice));
    }

    private String link(Notice notice) {
        if (notice.contentType().equals("@asset")) {
            return "%s/admin/media/jcr:%s".formatted(settings.editor(), notice.entry());
        }
        var comment = notice.details().get("comment");
        return "%s/admin/entry/%s/%s?panel=%s%s"
                .formatted(
                        settings.editor(),
                        notice.contentType(),
                        notice.entry(),
                        PANELS.getOrDefault(notice.kind().replaceFirst("\\..*", ""), "comments"),
                        comment == null ? "" : "&comment=" + comment);
    }

    private static String plain(
            String greeting, List<Part> parts, ResourceBundle texts, String footer, String preferences) {
        var text = new StringBuilder(greeting).append("\n\n");
        for (var part : parts) {
            text.append(part.line()).append('\n');
            part.text().lines().forEach(line -> text.append("> ").append(line).append('\n'));
            text.append(texts.getString("open"))
                    .append(": ")
                    .append(part.link())
                    .append("\n\n");
        }
        return text.append("-- \n")
                .append(footer)
                .append('\n')
                .append(preferences)
                .append('\n')
                .toString();
    }

    private static String html(
            String language,
            String greeting,
            List<Part> parts,
            ResourceBundle texts,
            String footer,
            String preferences) {
        var html = new StringBuilder();
        html.append("<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\"><title>Nephele</title></head>"
                .formatted(language));
        html.append("<body style=\"font:16px/1.5 sans-serif;color:#1c1f24;max-width:40em\">");
        html.append("<p>").append(escape(greeting)).append("</p>");
        for (var part : parts) {
            html.append("<p>").append(escape(part.line())).append("</p>");
            if (!part.text().isEmpty()) {
                html.append("<blockquote style=\"margin:0 0 1em;padding:0 0 0 .8em;border-left:3px solid #c5cad3\">")
                        .append(escape(part.text()).replace("\n", "<br>"))
                        .append("</blockquote>");
            }
            html.append("<p>%s</p>".formatted(anchor(part.link(), texts.getString("open"))));
        }
        return html.append(
                        "<p style=\"font-size:13px;color:#59606b;border-top:1px solid #dfe2e7;padding-top:.8em\">%s<br>%s</p>"
                                .formatted(escape(footer), anchor(preferences, texts.getString("preferences"))))
                .append("</body></html>")
                .toString();
    }

    private static String anchor(String link, String text) {
        return "<a style=\"%s\" href=\"%s\">%s</a>".formatted(LINK, escape(link), escape(text));
    }

    private static String fill(String pattern, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }

    private static String shortened(String subject) {
        var line = subject.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Never falls back to the language of the machine. */
    private static final class OneLanguage extends ResourceBundle.Control {
        @Override
        public List<String> getFormats(String baseName) {
            return FORMAT_PROPERTIES;
        }

        @Override
        public @org.jspecify.annotations.Nullable Locale getFallbackLocale(String baseName, Locale locale) {
            return null;
        }
    }
}
