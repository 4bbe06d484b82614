package eu.nephele.webapp.accountapi;

import eu.nephele.platform.account.Group;
import eu.nephele.platform.account.Session;
import eu.nephele.platform.account.Token;
import eu.nephele.platform.account.User;
import java.util.LinkedHashMap;
import java.util.Map;

/** Users, groups, sessions and tokens as administrators read them; never a secret. */
final class AccountJson {

    private AccountJson() {}

    static Map<String, Object> of(User user) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", user.name());
        json.put("fullName", user.fullName());
        json.put("email", user.email());
        json.put("enabled", user.enabled());
        json.put("roles", user.roles());
        json.put("groups", user.groups());
        json.put("organisations", user.organisations());
        json.put("locales", user.locales());
        json.put("sample", user.sample());
        return json;
    }

    static Map<String, Object> of(Group group) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", group.name());
        json.put("label", group.label());
        json.put("roles", group.roles());
        json.put("organisations", group.organisations());
        json.put("locales", group.locales());
        return json;
    }

    static Map<String, Object> of(Session session) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", session.id());
        json.put("user", session.user());
        json.put("created", session.created().toString());
        json.put("lastSeen", session.lastSeen().toString());
        json.put("expires", session.expires().toString());
        json.put("origin", session.origin());
        return json;
    }

    static Map<String, Object> of(Token token) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", token.id());
        json.put("name", token.name());
        json.put("user", token.user());
        json.put("created", token.created().toString());
        json.put("expires", token.expires().toString());
        json.put("lastUsed", token.lastUsed() == null ? null : token.lastUsed().toString());
        json.put("actions", token.scope().actions());
        json.put("types", token.scope().types());
        json.put("locales", token.scope().locales());
        json.put("perspective", token.scope().perspective());
        return json;
    }
}
