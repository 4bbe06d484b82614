package eu.nephele.webapp.accountapi;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.audit.AuditEntry;
import eu.nephele.platform.audit.AuditLog;
import eu.nephele.platform.audit.Verification;
import eu.nephele.webapp.http.Described;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
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

    /** @param next what to give as {@code before} to go on; null at the end of what there is */
    record AuditEntries(List<AuditEntry> results, @Nullable Long next) {}

    @GetMapping
    @Described(
            "The record, the latest first: before goes on behind the entry of that number, subject is what it was done to, entry the id of an entry, since and until are moments")
    ResponseEntity<AuditEntries> read(
            Actor administrator,
            @RequestParam(name = "before", defaultValue = "0") long before,
            @RequestParam(name = "limit", defaultValue = "50") int limit,
            @RequestParam(name = "actor", required = false) @Nullable String actor,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "subject", required = false) @Nullable String subject,
            @RequestParam(name = "entry", required = false) @Nullable String entry,
            @RequestParam(name = "since", required = false) @Nullable String since,
            @RequestParam(name = "until", required = false) @Nullable String until) {
        administrator.requireAdministrator();
        if (limit < 1 || limit > MOST) {
            throw invalid("limit", "must lie between 1 and " + MOST);
        }
        var from = moment("since", since, Instant.MIN);
        var to = moment("until", until, Instant.MAX);
        var page = audit.page(
                before,
                limit,
                from,
                one -> matches(actor, one.actor())
                        && matches(kind, one.kind())
                        && matches(subject, one.subject())
                        && matches(entry, one.details().getOrDefault("id", ""))
                        && !one.at().isBefore(from)
                        && one.at().isBefore(to));
        return ResponseEntity.ok()
                .header("Cache-Control", "private, no-store")
                .body(new AuditEntries(page.entries(), page.next() == 0 ? null : page.next()));
    }

    @GetMapping("/verification")
    @Described(
            "Recomputes the chain of hashes; head is one that was answered before, which the record must still contain")
    Verification verify(Actor administrator, @RequestParam(name = "head", required = false) @Nullable String head) {
        administrator.requireAdministrator();
        return audit.verify(head);
    }

    private static boolean matches(@Nullable String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }

    private static Instant moment(String name, @Nullable String given, Instant otherwise) {
        try {
            return given == null ? otherwise : Instant.parse(given);
        } catch (DateTimeParseException _) {
            throw invalid(name, "must be a moment such as 2026-11-30T09:00:00Z, not `%s`".formatted(given));
        }
    }

    private static PlatformException invalid(String parameter, String message) {
        return new PlatformException(
                ErrorCode.BAD_REQUEST,
                parameter + " " + message,
                List.of(new FieldError(parameter, "invalid", message)));
    }
}
