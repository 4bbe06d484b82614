package eu.nephele.platform.media;

import java.text.Normalizer;
import java.util.Locale;

/** Makes names of files safe: nothing a client sends as a name reaches a path, a header or a node name as it was. */
final class FileNames {

    private static final int LONGEST = 120;

    private FileNames() {}

    /** The last part of the name without control, format and reserved characters; {@code file} when nothing is left. */
    static String clean(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var safe = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[\"<>|:*?;%&#\\[\\]{}`$'^~=]", "-")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        return safe.isEmpty() ? "file" : shorten(safe);
    }

    /** The part behind the last dot in lower case, or nothing. */
    static String extension(String fileName) {
        var dot = fileName.lastIndexOf('.');
        return dot <= 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The name with a number before its extension: {@code map-2.png}. */
    static String numbered(String fileName, int number) {
        var extension = extension(fileName);
        return extension.isEmpty()
                ? fileName + "-" + number
                : fileName.substring(0, fileName.length() - extension.length() - 1) + "-" + number + "." + extension;
    }

    private static String shorten(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        var extension = extension(name);
        var kept = extension.length() <= 10 ? LONGEST - extension.length() - 1 : LONGEST;
        var start = name.substring(0, name.offsetByCodePoints(0, kept)).strip();
        return extension.isEmpty() || extension.length() > 10 ? start : start + "." + extension;
    }
}
