package eu.nephele.platform.account;

import java.util.List;

/**
 * Somebody who may log in, as administrators see them.
 *
 * @param name what they log in with; never changes
 * @param enabled false suspends: neither password, session nor token opens anything
 * @param roles names of roles, beside those of the groups
 * @param organisations ids of the organisations they act for: what roles mean by {@code organisation: own}
 * @param locales what roles mean by {@code locales: own}
 * @param sample whether they came with sample content
 */
public record User(
        String name,
        String fullName,
        String email,
        boolean enabled,
        List<String> roles,
        List<String> groups,
        List<String> organisations,
        List<String> locales,
        boolean sample) {

    public User {
        roles = List.copyOf(roles);
        groups = List.copyOf(groups);
        organisations = List.copyOf(organisations);
        locales = List.copyOf(locales);
    }

    static User administrator(String name) {
        return new User(name, "", "", true, List.of("superuser"), List.of(), List.of(), List.of(), false);
    }
}
