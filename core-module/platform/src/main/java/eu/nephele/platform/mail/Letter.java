package eu.nephele.platform.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What goes to one person, as it waits in the outbox.
 *
 * @param due not to be sent before
 * @param since when it became due for the first time
 * @param sender the process that is sending it right now; null while it waits
 * @param reason why the last attempt failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Letter(
        String id,
        String user,
        boolean daily,
        List<Notice> notices,
        Instant due,
        Instant since,
        int attempts,
        @Nullable String sender,
        @Nullable String reason) {

    private static final int MOST_NOTICES = 200;

    static Letter about(String user, Notice notice, Instant now) {
        return new Letter(UUID.randomUUID().toString(), user, false, List.of(notice), now, now, 0, null, null);
    }

    static Letter daily(String id, String user, Notice notice, Instant due) {
        return new Letter(id, user, true, List.of(notice), due, due, 0, null, null);
    }

    /** Of more than 200 the oldest are left out: they are still in the editor. */
    Letter with(Notice notice) {
        var all = new ArrayList<>(notices);
        all.add(notice);
        return new Letter(
                id,
                user,
                daily,
                List.copyOf(all.subList(Math.max(0, all.size() - MOST_NOTICES), all.size())),
                due,
                since,
                attempts,
                sender,
                reason);
    }

    Letter sentBy(String process) {
        return new Letter(id, user, daily, notices, due, since, attempts, process, reason);
    }

    Letter again(Instant newDue, int newAttempts, String newReason) {
        return new Letter(id, user, daily, notices, newDue, since, newAttempts, null, newReason);
    }
}
