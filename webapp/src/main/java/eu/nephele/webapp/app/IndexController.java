package eu.nephele.webapp.app;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.search.IndexReport;
import eu.nephele.platform.search.Indexer;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For those who operate the server: is the index what the repository says, and if not, let it be. */
@RestController
@RequestMapping("/.rest/ops/index")
final class IndexController {

    private final Indexer indexer;

    IndexController(Indexer indexer) {
        this.indexer = indexer;
    }

    record Verified(boolean whole, List<IndexReport> indexes) {}

    /** Answers when all indexes were compared, which takes seconds for each hundred thousand entries. */
    @PostMapping("/verify")
    Verified verify(Actor administrator, @RequestParam(defaultValue = "false") boolean repair) {
        administrator.requireAdministrator();
        var reports = indexer.verify(repair);
        return new Verified(
                reports.stream().noneMatch(report -> report.outcome() == IndexReport.Outcome.DIFFERS), reports);
    }
}
