package throttlelab.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.SeededDefect;

/// The rooms and the arrows between them: app uses fxml, fxml uses engine, and never the other way.
class ArchitectureTest {

    private static final String ENGINE = "throttlelab.engine..";
    private static final String FXML = "throttlelab.fxml..";
    private static final String APP = "throttlelab.app..";

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("throttlelab");

    /// Without this every rule below could hold for want of classes.
    @ParameterizedTest
    @ValueSource(strings = {ENGINE, FXML, APP})
    void everyRoomIsSeen(String room) {
        Predicate<JavaClass> inRoom = resideInAnyPackage(room);

        assertThat(PROGRAM.stream().filter(inRoom)).as("classes in %s", room).isNotEmpty();
    }

    @Test
    void engineKnowsNoScreenAndNoCommandLine() {
        check(noClasses().that().resideInAPackage(ENGINE)
                .should().dependOnClassesThat().resideInAnyPackage(FXML, APP, "javafx..", "com.sun.javafx..",
                        "org.controlsfx..", "java.awt..", "javax.swing..", "picocli.."));
    }

    @Test
    void fxmlDoesNotKnowTheApp() {
        check(noClasses().that().resideInAPackage(FXML)
                .should().dependOnClassesThat().resideInAnyPackage(APP, "picocli.."));
    }

    @Test
    void onlyViewModelsTouchTheEngine() {
        check(noClasses().that().resideInAPackage(FXML).and().haveNameNotMatching(".*ViewModel(\\$.*)?")
                .should().dependOnClassesThat().resideInAPackage(ENGINE));
    }

    @Test
    void noControlIsSeenByAViewModel() {
        check(noClasses().that().resideInAPackage(FXML).and().haveNameMatching(".*ViewModel(\\$.*)?")
                .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..",
                        "org.controlsfx.."));
    }

    @Test
    void packagesOfTheEngineFormNoCycle() {
        check(slices().matching("throttlelab.engine.(*)..").should().beFreeOfCycles());
    }

    /// The slices above are the rooms below the engine's own package; this closes the way around through it. Words know
    /// no room, and so may be known by all.
    @Test
    void whatAllRoomsShareKnowsNoRoom() {
        check(noClasses().that().resideInAPackage("throttlelab.engine").should().dependOnClassesThat(
                resideInAPackage("throttlelab.engine.*..").and(not(resideInAPackage("throttlelab.engine.words..")))));
        check(noClasses().that().resideInAPackage("throttlelab.engine.words..").should().dependOnClassesThat(
                resideInAPackage(ENGINE).and(not(resideInAPackage("throttlelab.engine.words..")))));
    }

    /// Verify uses report, report uses html and pdf, all use content, and never the other way.
    @Test
    void howAReportIsWrittenDoesNotKnowWhoMakesIt() {
        check(noClasses().that().resideInAnyPackage("throttlelab.engine.report.content..",
                        "throttlelab.engine.report.html..", "throttlelab.engine.report.pdf..")
                .should().dependOnClassesThat().resideInAnyPackage("throttlelab.engine.report",
                        "throttlelab.engine.report.verify.."));
        check(noClasses().that().resideInAPackage("throttlelab.engine.report.content..")
                .should().dependOnClassesThat().resideInAnyPackage("throttlelab.engine.report.html..",
                        "throttlelab.engine.report.pdf.."));
        check(noClasses().that().resideInAPackage("throttlelab.engine.report")
                .should().dependOnClassesThat().resideInAPackage("throttlelab.engine.report.verify.."));
    }

    /// Nothing but a lesson is run with something wrong on purpose.
    @Test
    void onlyLessonsSeedDefects() {
        check(noClasses().that().resideOutsideOfPackages("throttlelab.engine.lesson..", "throttlelab.engine.federation..")
                .should().dependOnClassesThat().haveFullyQualifiedName("throttlelab.engine.federation.SeededDefect")
                .orShould().callMethod(FederationOptions.class, "withDefect", SeededDefect.class));
    }

    @Test
    void engineAndFxmlDoNotPrint() {
        check(noClasses().that().resideInAnyPackage(ENGINE, FXML).should(ACCESS_STANDARD_STREAMS));
    }

    @Test
    void onlyTheAppEndsTheProgram() {
        check(noClasses().that().resideOutsideOfPackage(APP)
                .should(ArchConditions.callMethod(System.class, "exit", int.class)
                        .or(ArchConditions.callMethod(Runtime.class, "exit", int.class))
                        .or(ArchConditions.callMethod(Runtime.class, "halt", int.class))));
    }

    @Test
    void packagesOfTheAppFormNoCycle() {
        check(slices().matching("throttlelab.app.(*)..").should().beFreeOfCycles());
    }

    @Test
    void inTheAppOnlyMainDoes() {
        check(noClasses().that().resideInAPackage(APP).and().doNotHaveFullyQualifiedName("throttlelab.app.Main")
                .should(ArchConditions.callMethod(System.class, "exit", int.class)
                        .or(ArchConditions.callMethod(Runtime.class, "exit", int.class))
                        .or(ArchConditions.callMethod(Runtime.class, "halt", int.class))));
    }

    /// A room may still be empty of the classes a rule speaks of, view models for one; everyRoomIsSeen guards the rest.
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PROGRAM);
    }
}
