package eu.nephele.platform.delivery;

import java.nio.charset.StandardCharsets;

/** Writes the paths of links: relative to the host, percent-encoded. */
final class Links {

    private static final String UNRESERVED = "-._~@:!$'()*,";
    private static final String HEXADECIMAL = "0123456789ABCDEF";
    private static final String THEME = "nephele";

    private static final int HASH_IN_LINK = 12;

    private final String base;

    Links(String base) {
        this.base = base;
    }

    String entry(String endpointPath, String path) {
        return base + encoded("/.rest/" + endpointPath + (path.equals("/") ? "" : path));
    }

    /** @param contentHash changes with the file, so that caches may keep what is behind the link; may be empty */
    String asset(String id, String fileName, String contentHash) {
        var version = contentHash.length() < HASH_IN_LINK ? "" : "?v=" + contentHash.substring(0, HASH_IN_LINK);
        return base + "/dam/jcr:" + id + "/" + encoded(fileName) + version;
    }

    String rendition(String rendition, String assetPath, String fileName) {
        return base
                + encoded("/.imaging/mte/" + THEME + "/" + rendition + "/dam" + assetPath + "/jcr:content/" + fileName);
    }

    /** Where a player finds a track of an entry. */
    String track(String entry, String kind, String locale) {
        return base + encoded("/.rest/tracks/" + entry + "/" + kind + "." + locale + ".vtt");
    }

    String absolute(String path) {
        return base + path;
    }

    private static String encoded(String path) {
        var link = new StringBuilder();
        for (var octet : path.getBytes(StandardCharsets.UTF_8)) {
            var character = (char) (octet & 0xff);
            if (character < 128
                    && (Character.isLetterOrDigit(character)
                            || character == '/'
                            || UNRESERVED.indexOf(character) >= 0)) {
                link.append(character);
            } else {
                link.append('%').append(HEXADECIMAL.charAt(character >> 4)).append(HEXADECIMAL.charAt(character & 15));
            }
        }
        return link.toString();
    }
}
