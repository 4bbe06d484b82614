package eu.nephele.webapp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Holds the shape of the application: front doors that do not know each other, and one package that wires them. */
class ArchitectureTest {

    private static final JavaClasses WEBAPP = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("eu.nephele.webapp");

    private static final Set<String> FRONT_DOORS =
            Set.of("apidocs", "deliveryrest", "mediafiles", "editorapi", "editorui", "accountapi", "uploads");

    @Test
    void frontDoorsKnowNeitherEachOtherNorTheWiring() {
        for (var door : FRONT_DOORS) {
            var others = FRONT_DOORS.stream()
                    .filter(other -> !other.equals(door))
                    .map(other -> "eu.nephele.webapp." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("eu.nephele.webapp." + door + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("eu.nephele.webapp.app..")
                    .check(WEBAPP);
        }
    }

    @Test
    void whatAllDoorsShareKnowsNoDoor() {
        noClasses()
                .that()
                .resideInAPackage("eu.nephele.webapp.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "eu.nephele.webapp.app..",
                        "eu.nephele.webapp.accountapi..",
                        "eu.nephele.webapp.editorapi..",
                        "eu.nephele.webapp.editorui..",
                        "eu.nephele.webapp.mediafiles..",
                        "eu.nephele.webapp.deliveryrest..")
                .check(WEBAPP);
    }

    @Test
    void readingDoorsCannotWrite() {
        noClasses()
                .that()
                .resideInAnyPackage("eu.nephele.webapp.deliveryrest..", "eu.nephele.webapp.mediafiles..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "eu.nephele.platform.authoring..",
                        "eu.nephele.platform.publishing..",
                        "eu.nephele.platform.exchange..")
                .check(WEBAPP);
    }

    @Test
    void librariesOfTheRoomsStayInTheRooms() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax.jcr..",
                        "org.apache.jackrabbit..",
                        "org.apache.lucene..",
                        "co.elastic.clients..",
                        "org.apache.tika..",
                        "org.yaml.snakeyaml..")
                .check(WEBAPP);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("eu.nephele.webapp.(*)..").should().beFreeOfCycles().check(WEBAPP);
    }

    @Test
    void everyPackageSaysWhatLivesInItAndIsNullMarked() {
        var silent = new TreeSet<String>();
        for (var type : WEBAPP) {
            var info = type.getPackage().tryGetPackageInfo();
            if (info.isEmpty() || !info.get().isAnnotatedWith(NullMarked.class)) {
                silent.add(type.getPackageName());
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager)").check(WEBAPP);
    }
}
