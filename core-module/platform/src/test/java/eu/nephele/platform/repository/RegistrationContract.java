package eu.nephele.platform.repository;

import static eu.nephele.platform.repository.TestingRepository.SYSTEM;
import static eu.nephele.platform.repository.TestingRepository.draft;
import static eu.nephele.platform.repository.TestingRepository.read;
import static eu.nephele.platform.repository.TestingRepository.save;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

abstract class RegistrationContract extends RepositoryContract {

    @Test
    void typesAreKindsOfContentOrContentNode() {
        repository.register(new Workspace(
                "shop",
                false,
                Map.of("shop", "https://example.test/shop/1.0"),
                List.of("shop:product", "mgnl:content"),
                List.of("shop:price")));

        repository.read(SYSTEM, reader -> {
            assertThat(reader.isNodeType("shop:product", "mgnl:content")).isTrue();
            assertThat(reader.isNodeType("shop:product", "nt:base")).isTrue();
            assertThat(reader.isNodeType("shop:price", "mgnl:contentNode")).isTrue();
            assertThat(reader.isNodeType("shop:price", "mgnl:content")).isFalse();
            assertThat(reader.isNodeType("mgnl:asset", "mgnl:content")).isTrue();
            assertThat(reader.isNodeType("mgnl:folder", "mgnl:content")).isFalse();
            assertThat(reader.isNodeType("no:such", "no:such")).isTrue();
            return null;
        });
    }

    @Test
    void unprefixedAndUnknownPrefixedTypesAreAccepted() {
        repository.register(TestingRepository.workspace("polls", "poll", "mgnl:Ticket", "shopProduct", "acme:thing"));

        for (var type : List.of("poll", "mgnl:Ticket", "shopProduct", "acme:thing")) {
            save(repository, draft("polls", "/" + type), ContentNode.unstored("", type, Map.of(), List.of()));
        }
        assertThat(read(repository, draft("polls", "/acme:thing")).orElseThrow().nodeType())
                .isEqualTo("acme:thing");
    }

    @Test
    void registeringAgainAndOtherwiseKeepsWhatIsStored() {
        var here = draft("champions", "/kolektor");
        save(repository, here, ContentNode.unstored("", "nph:champion", Map.of("a", Value.of("1")), List.of()));

        repository.register(TestingRepository.workspace("champions", "nph:champion"));
        repository.register(TestingRepository.workspace("champions", "nph:other"));
        repository.register(new Workspace(
                "champions", false, Map.of("nph", "https://example.test/other"), List.of(), List.of("nph:champion")));

        var stored = read(repository, here).orElseThrow();
        assertThat(stored.text("a")).isEqualTo("1");
        assertThat(stored.nodeType()).isEqualTo("nph:champion");
        repository.read(SYSTEM, reader -> {
            assertThat(reader.isNodeType("nph:champion", "mgnl:contentNode")).isTrue();
            return null;
        });
    }

    @Test
    void twoPrefixesForOneNamespaceBothWork() {
        var uri = "https://example.test/shared";
        repository.register(new Workspace("one", false, Map.of("one", uri), List.of("one:thing"), List.of()));
        repository.register(new Workspace("two", false, Map.of("two", uri), List.of("two:thing"), List.of()));

        save(repository, draft("one", "/x"), ContentNode.unstored("", "one:thing", Map.of(), List.of()));
        save(repository, draft("two", "/x"), ContentNode.unstored("", "two:thing", Map.of(), List.of()));
    }

    @Test
    void aTypeThatCannotBeNamedSoIsRefused() {
        for (var type : List.of("a b", "", "a:b:c", "x]", "'")) {
            assertThatThrownBy(() -> repository.register(TestingRepository.workspace("bad", type)))
                    .isInstanceOfSatisfying(
                            PlatformException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_DEFINITION));
        }
    }

    @Test
    void aDeletedDraftCarriesMagnoliasMixin() {
        var here = draft("champions", "/kolektor");
        var deleted = ContentNode.unstored("", "nph:champion", Map.of("nph:deleted", Value.of(true)), List.of());

        assertThat(save(repository, here, deleted).properties()).containsKey("nph:deleted");
        assertThat(save(repository, here, deleted.withProperties(Map.of())).properties())
                .isEmpty();
    }
}
