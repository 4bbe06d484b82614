package eu.nephele.webapp.accountapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.audit.AuditEntry;
import eu.nephele.platform.audit.AuditLog;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, for administrators. */
@RestController
@RequestMapping("/.rest/editor/v1/audit")
final class AuditController {

    private static final int MOST = 500;

    private final AuditLog audit;

    AuditController(AuditLog audit) {
        this.audit = audit;
    }

    /**
     * The latest first.
     *
     * @param before goes on behind the entry of this number
     */
    @GetMapping
    ResponseEntity<Map<String, Object>> read(
            Actor administrator,
            @RequestParam(name = "before", defaultValue = "0") int before,
            @RequestParam(name = "limit", defaultValue = "50") int limit,
            @RequestParam(name = "actor", required = false) @Nullable String actor,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "subject", required = false) @Nullable String subject) {
        administrator.requireAdministrator();
        if (limit < 1 || limit > MOST) {
            throw AccountBody.invalid("limit", "range", "must lie between 1 and " + MOST);
        }
        var entries = audit.read(
                before,
                limit,
                entry -> matches(actor, entry.actor())
                        && matches(kind, entry.kind())
                        && matches(subject, entry.subject()));
        return ResponseEntity.ok()
                .header("Cache-Control", "private, no-store")
                .body(Map.of(
                        "results", entries.stream().map(AuditController::json).toList()));
    }

    /** @param head one that was answered before: the record must still contain it */
    @GetMapping("/verification")
    Map<String, Object> verify(
            Actor administrator, @RequestParam(name = "head", required = false) @Nullable String head) {
        administrator.requireAdministrator();
        var verification = audit.verify(head);
        var json = new LinkedHashMap<String, Object>();
        json.put("intact", verification.intact());
        json.put("entries", verification.entries());
        json.put("head", verification.head());
        json.put("complaint", verification.complaint());
        return json;
    }

    private static boolean matches(@Nullable String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }

    private static Map<String, Object> json(AuditEntry entry) {
        var json = new LinkedHashMap<String, Object>();
        json.put("number", entry.number());
        json.put("at", entry.at().toString());
        json.put("kind", entry.kind());
        json.put("actor", entry.actor());
        json.put("subject", entry.subject());
        json.put("details", entry.details());
        return json;
    }
}
