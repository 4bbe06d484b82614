package eu.nephele.webapp.app;

import eu.nephele.api.content.Perspective;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.media.ScanFiles;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For those who operate the server: is it alive, is it ready, what is it at. */
@RestController
@RequestMapping("/.rest/ops")
final class OperationsController {

    private final Readiness readiness;
    private final ContentRepository repository;
    private final CurrentDefinitions definitions;
    private final MailWiring.Mail mail;
    private final ScanFiles scanFiles;

    OperationsController(
            Readiness readiness,
            ContentRepository repository,
            CurrentDefinitions definitions,
            MailWiring.Mail mail,
            ScanFiles scanFiles) {
        this.mail = mail;
        this.scanFiles = scanFiles;
        this.readiness = readiness;
        this.repository = repository;
        this.definitions = definitions;
    }

    @GetMapping("/health/live")
    Map<String, Object> live() {
        return Map.of("status", "UP");
    }

    /** 200 once content is loaded and the index has caught up; 503 before. */
    @GetMapping("/health/ready")
    ResponseEntity<Map<String, Object>> ready() {
        var status = readiness.isReady() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status)
                .header("Cache-Control", "no-store")
                .body(Map.of("status", readiness.isReady() ? "UP" : "OUT_OF_SERVICE", "phase", readiness.phase()));
    }

    @GetMapping("/status")
    Map<String, Object> status(Actor administrator) {
        administrator.requireAdministrator();
        var current = definitions.get();
        var status = new LinkedHashMap<String, Object>();
        status.put("phase", readiness.phase());
        status.put("uptimeSeconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
        status.put("node", repository.node());
        status.put("revision", readiness.revision());
        status.put("keepsIndex", readiness.keepsIndex());
        status.put("indexLag", readiness.indexLag());
        status.put("indexPutAside", readiness.indexPutAside());
        status.put("searchReachable", readiness.isSearchReachable());
        status.put("searchProblem", readiness.searchProblem());
        status.put("definitionsGeneration", current.generation());
        status.put("problems", current.problems().size());
        if (mail.outbox() != null) {
            status.put("mail", mail.outbox().status());
        }
        scanFiles.status().ifPresent(scan -> status.put("virusScan", scan));
        status.put("entries", entries(administrator));
        return status;
    }

    private Map<String, Map<String, Long>> entries(Actor actor) {
        var counts = new TreeMap<String, Map<String, Long>>();
        repository.read(actor, reader -> {
            definitions.get().contentTypes().forEach((name, type) -> {
                var types = Set.of(type.nodeType());
                counts.put(
                        name,
                        Map.of(
                                "draft", reader.count(Perspective.DRAFT, type.workspace(), types),
                                "live", reader.count(Perspective.LIVE, type.workspace(), types)));
            });
            return counts;
        });
        return counts;
    }
}
