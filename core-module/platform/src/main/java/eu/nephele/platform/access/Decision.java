package eu.nephele.platform.access;

import java.util.List;

/**
 * An answer to "may I?".
 *
 * @param rule what decided it, in words for the person concerned: the role's right, or that no role of hers has one
 * @param whoCanGrant who can give her the right, in words; nobody where it is allowed, or where her own API token stands against it
 */
public record Decision(boolean allowed, String rule, List<String> whoCanGrant) {}
