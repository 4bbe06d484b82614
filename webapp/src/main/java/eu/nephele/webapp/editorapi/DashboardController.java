package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.desk.Dashboard;
import eu.nephele.platform.desk.Dashboards;
import eu.nephele.webapp.http.Described;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How things stand. */
@RestController
final class DashboardController {

    private final Dashboards dashboards;

    DashboardController(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @GetMapping("/.rest/editor/v1/dashboard")
    @Described(
            "How things stand among what one may read: states, quotas of partners, translations, last changes, overdue tasks, planned publications; problems of the definitions for administrators")
    Dashboard dashboard(
            Actor actor, @RequestParam(name = "lang", required = false) @Nullable String lang, Locale accepted)
            throws InterruptedException {
        return dashboards.of(actor, lang == null ? accepted.toLanguageTag() : lang);
    }
}
