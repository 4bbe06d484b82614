package eu.nephele.platform.repository;

import static eu.nephele.platform.repository.TestingRepository.SYSTEM;
import static eu.nephele.platform.repository.TestingRepository.draft;
import static eu.nephele.platform.repository.TestingRepository.entry;
import static eu.nephele.platform.repository.TestingRepository.save;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.api.JackrabbitRepository;
import org.apache.jackrabbit.oak.Oak;
import org.apache.jackrabbit.oak.jcr.Jcr;
import org.apache.jackrabbit.oak.plugins.version.VersionHook;
import org.apache.jackrabbit.oak.spi.security.OpenSecurityProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored is plain JCR content, for any tool that speaks JCR 2.0. */
class JcrViewTest {

    @TempDir
    Path folder;

    @Test
    void aJcrSessionReadsWhatTheRepositoryStored() throws RepositoryException {
        var content = ContentNode.unstored(
                "",
                "nph:champion",
                Map.of(
                        "title", Value.of("Kolektor"),
                        "price", Value.of(new BigDecimal("1.20")),
                        "at", Value.of(OffsetDateTime.parse("2012-10-01T23:30:00+02:00")),
                        "tags", Value.texts("a", "b"),
                        "nph:deleted", Value.of(true)),
                List.of(
                        ContentNode.unstored("second", "mgnl:contentNode", Map.of(), List.of()),
                        ContentNode.unstored("first", "mgnl:contentNode", Map.of(), List.of())));
        ContentNode stored;
        try (var repository = ContentRepository.open(RepositorySettings.in(folder))) {
            repository.register(TestingRepository.workspace("champions", "nph:champion"));
            stored = save(repository, draft("champions", "/industry/kolektor"), content);
            repository.createVersion(SYSTEM, stored.id());
            save(repository, draft("champions", "/industry/kolektor"), entry("title", "later"));
        }

        try (var storage = Storage.open(RepositorySettings.in(folder))) {
            var jcr = (JackrabbitRepository) new Jcr(new Oak(storage.nodes()), false)
                    .with(new OpenSecurityProvider())
                    .with(new VersionHook())
                    .createRepository();
            var session = jcr.login(null, null);
            look(session, stored.id());
            session.logout();
            jcr.shutdown();
        }
    }

    private static void look(Session session, String id) throws RepositoryException {
        var node = session.getNode("/draft/champions/industry/kolektor");
        assertThat(node.getIdentifier()).isEqualTo(id);
        assertThat(node.isNodeType("mgnl:content")).isTrue();
        assertThat(node.isCheckedOut()).isTrue();
        assertThat(node.getProperty("title").getString()).isEqualTo("later");

        var history = session.getWorkspace().getVersionManager().getVersionHistory(node.getPath());
        var frozen = history.getVersion("1.0").getFrozenNode();
        assertThat(frozen.getProperty("jcr:frozenPrimaryType").getString()).isEqualTo("nph:champion");
        assertThat(frozen.getProperty("price").getType()).isEqualTo(PropertyType.DECIMAL);
        assertThat(frozen.getProperty("at").getType()).isEqualTo(PropertyType.DATE);
        assertThat(frozen.getProperty("tags").isMultiple()).isTrue();
        assertThat(frozen.getNodes().nextNode().getName()).isEqualTo("second");
        goOn(session, node);
        assertThat(session.getNode("/changes").getNodes().getSize()).isEqualTo(1);
    }

    /** Oak's own versioning goes on where ours stopped, and brings back what ours kept. */
    private static void goOn(Session session, Node node) throws RepositoryException {
        var versions = session.getWorkspace().getVersionManager();
        assertThat(versions.getBaseVersion(node.getPath()).getName()).isEqualTo("1.0");
        assertThat(versions.checkin(node.getPath()).getName()).isEqualTo("1.1");
        assertThat(versions.getVersionHistory(node.getPath()).getVersion("1.0").getSuccessors())
                .hasSize(1);

        versions.restore(node.getPath(), "1.0", true);

        assertThat(node.getProperty("title").getString()).isEqualTo("Kolektor");
        assertThat(node.getPrimaryNodeType().getName()).isEqualTo("nph:champion");
        assertThat(node.getNodes().nextNode().getName()).isEqualTo("second");
    }
}
