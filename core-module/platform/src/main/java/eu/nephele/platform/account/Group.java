package eu.nephele.platform.account;

import java.util.List;

/** Users who share roles. A group's roles, organisations and locales are those of each of its users, beside her own. */
public record Group(String name, String label, List<String> roles, List<String> organisations, List<String> locales) {

    public Group {
        roles = List.copyOf(roles);
        organisations = List.copyOf(organisations);
        locales = List.copyOf(locales);
    }
}
