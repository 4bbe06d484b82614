package eu.nephele.platform.search.elasticsearch;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.util.regex.Pattern;

/**
 * How indexes are called in the cluster: {@code nephele-hidden_champion-live} is the alias of the index {@code hiddenChampion-live}, with
 * {@code ~} and a number each of its generations.
 */
record IndexNames(String prefix) {

    private static final Pattern LOGICAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");
    private static final int LONGEST = 230;

    /** The index that holds the positions in the change log. */
    String positions() {
        return prefix + "~positions";
    }

    /** Names in the cluster are of small letters: {@code _x} stands for {@code X}, two underscores for one. */
    String alias(String index) {
        var alias = new StringBuilder(prefix).append('-');
        for (var character : index.toCharArray()) {
            if (Character.isUpperCase(character)) {
                alias.append('_').append(Character.toLowerCase(character));
            } else {
                alias.append(character == '_' ? "__" : "" + character);
            }
        }
        if (!LOGICAL.matcher(index).matches() || alias.length() > LONGEST) {
            throw new PlatformException(
                    ErrorCode.INTERNAL,
                    "Not a name for an index: '%s' (letters, digits, dot, - and _, %d at most)"
                            .formatted(index, LONGEST));
        }
        return alias.toString();
    }

    static String generation(String alias, String number) {
        return alias + "~" + number;
    }

    /** An alias of one generation alone. Writes name it, and are refused where it is missing, instead of making an index. */
    static String writes(String generation) {
        return generation + "~w";
    }

    static String aliasOf(String generation) {
        return generation.substring(0, generation.lastIndexOf('~'));
    }
}
