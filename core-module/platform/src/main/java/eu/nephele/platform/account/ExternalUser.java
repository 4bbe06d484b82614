package eu.nephele.platform.account;

import java.util.Set;

/**
 * Somebody whom an identity provider has let in.
 *
 * @param subject who it is to the issuer, for ever
 * @param name as the issuer calls her: the name here, unless somebody else has it
 * @param roles here, by what the issuer says of her
 */
public record ExternalUser(
        String issuer, String subject, String name, String fullName, String email, Set<String> roles) {

    public ExternalUser {
        roles = Set.copyOf(roles);
    }

    String identity() {
        return issuer + "#" + subject;
    }
}
