package eu.nephele.platform.authoring;

/**
 * Limits of one entry.
 *
 * @param maxTextLength of one text value, in characters
 * @param maxValues of a multi-valued property or a list of nested objects
 * @param maxDepth of nested objects
 */
public record AuthoringSettings(int maxTextLength, int maxValues, int maxDepth) {

    public static final AuthoringSettings DEFAULTS = new AuthoringSettings(1_000_000, 2_000, 10);
}
