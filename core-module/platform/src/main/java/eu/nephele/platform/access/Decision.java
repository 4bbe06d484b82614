package eu.nephele.platform.access;

/**
 * An answer to "may I?".
 *
 * @param rule what decided it, in words for the person concerned: the role's right, or that no role of hers has one
 */
public record Decision(boolean allowed, String rule) {}
