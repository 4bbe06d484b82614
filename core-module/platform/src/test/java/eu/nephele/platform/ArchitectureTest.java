package eu.nephele.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import eu.nephele.platform.search.EntryQuery;
import eu.nephele.platform.search.EntrySearch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Holds the table of rooms of docs: who may call whom, and which room a library belongs to. */
class ArchitectureTest {

    /** Each room with the rooms it may call besides the API. A new arrow is a decision: change the table, and say why. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            Map.entry("wording", Set.of()),
            Map.entry("definition", Set.of()),
            Map.entry("access", Set.of("wording")),
            Map.entry("repository", Set.of("access", "wording")),
            Map.entry("feed", Set.of("repository")),
            Map.entry("validation", Set.of("definition", "externalvideo", "wording")),
            Map.entry("externalvideo", Set.of("wording")),
            Map.entry("timedtext", Set.of("definition", "wording")),
            Map.entry("richtext", Set.of()),
            Map.entry("authoring", Set.of("definition", "validation", "richtext", "repository", "access", "wording")),
            Map.entry("publishing", Set.of("definition", "validation", "repository", "document", "access", "wording")),
            Map.entry(
                    "exchange",
                    Set.of(
                            "desk",
                            "authoring",
                            "publishing",
                            "document",
                            "validation",
                            "definition",
                            "repository",
                            "access",
                            "wording")),
            Map.entry("media", Set.of("definition", "repository", "access", "wording")),
            Map.entry("search", Set.of("definition", "repository", "feed", "access")),
            Map.entry(
                    "delivery",
                    Set.of("definition", "timedtext", "externalvideo", "richtext", "repository", "search", "access")),
            Map.entry(
                    "transcript",
                    Set.of(
                            "definition",
                            "timedtext",
                            "externalvideo",
                            "authoring",
                            "media",
                            "repository",
                            "access",
                            "wording")),
            Map.entry("screen", Set.of("definition")),
            Map.entry(
                    "desk",
                    Set.of(
                            "screen",
                            "definition",
                            "validation",
                            "authoring",
                            "publishing",
                            "document",
                            "richtext",
                            "media",
                            "repository",
                            "feed",
                            "search",
                            "access",
                            "wording")),
            Map.entry("document", Set.of("repository", "access", "wording")),
            Map.entry("mail", Set.of("document", "repository")),
            Map.entry("audit", Set.of("repository", "feed", "access")),
            Map.entry("account", Set.of("definition", "repository", "access", "audit", "wording")));

    /** Each library with the only packages that may use it. */
    private static final Map<String[], String> LIBRARIES = Map.ofEntries(
            library(
                    "eu.nephele.platform.repository..",
                    "javax.jcr..",
                    "org.apache.jackrabbit..",
                    "java.sql..",
                    "javax.sql..",
                    "com.zaxxer.hikari..",
                    "software.amazon.awssdk.."),
            library("eu.nephele.platform.search..", "org.apache.lucene.analysis.."),
            library(
                    "eu.nephele.platform.search.lucene..",
                    "org.apache.lucene.index..",
                    "org.apache.lucene.search..",
                    "org.apache.lucene.store..",
                    "org.apache.lucene.document..",
                    "org.apache.lucene.facet..",
                    "org.apache.lucene.codecs.."),
            library(
                    "eu.nephele.platform.search.elasticsearch..",
                    "co.elastic.clients..",
                    "org.apache.hc..",
                    "io.github.resilience4j.."),
            library("eu.nephele.platform.exchange..", "org.dhatim..", "org.apache.commons.csv.."),
            library("eu.nephele.platform.mail..", "jakarta.mail..", "org.eclipse.angus.."),
            library("eu.nephele.platform.desk..", "com.github.difflib.."),
            library("eu.nephele.platform.richtext..", "org.owasp.html.."),
            library("eu.nephele.platform.definition..", "org.yaml.snakeyaml.."),
            library("eu.nephele.platform.media.extract..", "org.apache.tika.."),
            library("eu.nephele.webapp..", "org.springframework..", "jakarta.servlet.."));

    private static Map.Entry<String[], String> library(String room, String... packages) {
        return Map.entry(packages, room);
    }

    private static final JavaClasses PLATFORM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("eu.nephele.platform", "eu.nephele.api");

    @Test
    void roomsCallOnlyWhatTheTableAllows() {
        var rooms = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (var room : ROOMS.keySet()) {
            rooms = rooms.optionalLayer(room).definedBy("eu.nephele.platform." + room + "..");
        }
        for (var room : ROOMS.entrySet()) {
            rooms = room.getValue().isEmpty()
                    ? rooms.whereLayer(room.getKey()).mayNotAccessAnyLayer()
                    : rooms.whereLayer(room.getKey())
                            .mayOnlyAccessLayers(room.getValue().toArray(String[]::new));
        }
        rooms.check(PLATFORM);
    }

    @Test
    void everyRoomIsInTheTable() {
        var found = new TreeSet<String>();
        for (var type : PLATFORM) {
            var name = type.getPackageName();
            if (name.startsWith("eu.nephele.platform.")) {
                found.add(name.split("\\.")[3]);
            }
        }
        assertThat(ROOMS.keySet()).containsAll(found);
    }

    @Test
    void noRoomsFormACycle() {
        slices().matching("eu.nephele.platform.(*)..").should().beFreeOfCycles().check(PLATFORM);
        slices().matching("eu.nephele.api.(*)..").should().beFreeOfCycles().check(PLATFORM);
    }

    @Test
    void eachLibraryStaysInItsRoom() {
        LIBRARIES.forEach((library, room) -> noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .check(PLATFORM));
    }

    @Test
    void theApiRestsOnTheJdkAndJspecifyAlone() {
        classes()
                .that()
                .resideInAPackage("eu.nephele.api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "eu.nephele.api..")
                .check(PLATFORM);
    }

    @Test
    void searchEnginesKnowTheApiAlone() {
        for (var engine : List.of("lucene", "elasticsearch")) {
            var room = "eu.nephele.platform.search." + engine;
            noClasses()
                    .that()
                    .resideInAPackage(room + "..")
                    .should()
                    .dependOnClassesThat(DescribedPredicate.describe(
                            "belong to another room",
                            type -> type.getPackageName().startsWith("eu.nephele.platform.")
                                    && !type.getPackageName().startsWith(room)))
                    .check(PLATFORM);
        }
    }

    /** Delivery searches for everybody, and shows what is live. */
    @Test
    void whoSearchesForSomebodySaysForWhom() {
        noClasses()
                .that()
                .resideOutsideOfPackages("eu.nephele.platform.search..", "eu.nephele.platform.delivery..")
                .should()
                .callMethod(EntrySearch.class, "search", EntryQuery.class)
                .check(PLATFORM);
    }

    @Test
    void whatIsInternalToARoomIsUsedByThatRoomAlone() {
        classes().should(keepOutOfForeignInternals()).check(PLATFORM);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager)")
                .orShould()
                .resideInAnyPackage(
                        "..common..", "..core..", "..util..", "..utils..", "..helper..", "..infra..", "..misc..")
                .check(PLATFORM);
    }

    @Test
    void everyPackageSaysWhatLivesInItAndIsNullMarked() {
        var silent = new TreeSet<String>();
        for (var type : PLATFORM) {
            var info = type.getPackage().tryGetPackageInfo();
            if (info.isEmpty() || !info.get().isAnnotatedWith(NullMarked.class)) {
                silent.add(type.getPackageName());
            }
        }
        assertThat(silent).isEmpty();
    }

    private static ArchCondition<JavaClass> keepOutOfForeignInternals() {
        return new ArchCondition<>("keep out of other rooms' internal packages") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(ArchitectureTest::reachesForeignInternals)
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    private static boolean reachesForeignInternals(Dependency dependency) {
        var target = dependency.getTargetClass().getPackageName();
        var end = target.indexOf(".internal");
        return target.startsWith("eu.nephele.")
                && end > 0
                && !dependency.getOriginClass().getPackageName().startsWith(target.substring(0, end));
    }
}
