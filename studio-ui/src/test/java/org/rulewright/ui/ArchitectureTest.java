package org.rulewright.ui;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * The table of packages of docs/architecture.md, as a test over every module.
 *
 * <p>Known exceptions are listed one by one, each with its reason.
 */
class ArchitectureTest {

  /** Each package uses only those in rows above it; those in one row do not use each other. */
  private static final List<List<String>> ROWS =
      List.of(
          List.of("value"),
          List.of("xml"),
          List.of("expression"),
          List.of("decision"),
          List.of("pmml"),
          List.of("decisiontable", "decisiontree", "scorecard", "ruleset", "lookup"),
          List.of("model"),
          List.of("ruleflow"),
          List.of("dmn"),
          List.of("bpmn"),
          List.of("parity"),
          List.of("batch"),
          List.of("database"),
          List.of("audit"),
          List.of("signing"),
          List.of("blob"),
          List.of("job"),
          List.of("access"),
          List.of("notification"),
          List.of("dataset"),
          List.of("feature"),
          List.of("lookuptable"),
          List.of("modelregistry"),
          List.of("asset"),
          List.of("version"),
          List.of("evidence"),
          List.of("environment"),
          List.of("release"),
          List.of("decisionlog"),
          List.of("serving"),
          List.of("simulation"),
          List.of("api"),
          List.of("demo"),
          List.of("ui"));

  private static final Set<String> ENGINE =
      Set.of(
          "value",
          "xml",
          "expression",
          "decision",
          "pmml",
          "decisiontable",
          "decisiontree",
          "scorecard",
          "ruleset",
          "lookup",
          "model",
          "ruleflow",
          "dmn",
          "bpmn",
          "parity",
          "batch");

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // the tests of the other modules, which stand in jars once these are packaged
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.rulewright");

  @Test
  void enoughClassesAreLookedAt() {
    assertThat(PRODUCT.size()).isGreaterThan(300);
  }

  @Test
  void everyPackageStandsInTheTable() {
    var known = ROWS.stream().flatMap(List::stream).collect(Collectors.toSet());
    assertThat(things()).isSubsetOf(known);
  }

  @Test
  void aPackageUsesOnlyThoseAboveIt() {
    for (int row = 0; row < ROWS.size(); row++) {
      for (String thing : ROWS.get(row)) {
        var below = notAbove(row, thing);
        if (below.length > 0) {
          noClasses()
              .that(resideInAPackage("org.rulewright." + thing + ".."))
              .should()
              .dependOnClassesThat(resideInAnyPackage(below))
              .allowEmptyShould(true)
              .check(PRODUCT);
        }
      }
    }
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("org.rulewright.(*)..").should().beFreeOfCycles().check(PRODUCT);
    slices().matching("org.rulewright.ui.(*)..").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void aScreenKnowsOtherScreensOnlyByTheShellAndTheirNavigation() {
    classes()
        .that(resideInAPackage("org.rulewright.ui.(*)"))
        .should(UiPackages.onlyReachOthersByNavigation())
        .check(PRODUCT);
  }

  @Test
  void vaadinStaysInTheStudio() {
    noClasses()
        .that(resideInAPackage("org.rulewright.."))
        .and()
        .resideOutsideOfPackage("org.rulewright.ui..")
        .should()
        .dependOnClassesThat(resideInAPackage("com.vaadin.."))
        .check(PRODUCT);
  }

  @Test
  void sqlStaysOutOfTheEngineAndTheStudio() {
    noClasses()
        .that(resideInAnyPackage(with(ENGINE, "ui")))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc.."))
        .check(PRODUCT);
  }

  @Test
  void springStaysOutOfTheEngine() {
    noClasses()
        .that(resideInAnyPackage(with(ENGINE)))
        .should()
        .dependOnClassesThat(resideInAPackage("org.springframework.."))
        .check(PRODUCT);
  }

  @Test
  void dmnLibrariesStayInTheirPackage() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.rulewright.dmn..", "org.rulewright.bpmn..", "org.rulewright.expression..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.kie..", "org.drools.."))
        .check(PRODUCT);
    noClasses()
        .that()
        .resideOutsideOfPackages("org.rulewright.dmn..", "org.rulewright.bpmn..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.camunda..", "org.operaton.."))
        .check(PRODUCT);
    noClasses()
        .that(resideInAPackage("org.rulewright.bpmn.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.kie..", "org.drools..", "org.camunda.bpm.dmn.engine.."))
        .check(PRODUCT);
    noClasses()
        .that(resideInAPackage("org.rulewright.expression.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.kie.dmn.core..",
                "org.kie.dmn.backend..",
                "org.kie.dmn.model..",
                "org.drools..",
                "org.camunda.."))
        .allowEmptyShould(true)
        .check(PRODUCT);
  }

  @Test
  void everyPackageIsNullMarked() {
    var unmarked =
        PRODUCT.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(one -> !one.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unmarked).isEmpty();
  }

  @Test
  void nothingIsInjectedIntoFields() {
    noFields()
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .orShould()
        .beAnnotatedWith("jakarta.inject.Inject")
        .orShould()
        .beAnnotatedWith("jakarta.annotation.Resource")
        .check(PRODUCT);
    noMethods()
        .that()
        .haveNameStartingWith("set")
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .check(PRODUCT);
  }

  @Test
  void onlyTheProgramsSpeakOnTheStandardStreams() {
    var programs =
        Set.of(
            "org.rulewright.ui.RulewrightStudio", // says where the studio is, or why it is not
            "org.rulewright.access.Commands", // prints the key, alone, on standard output
            "org.rulewright.decisionlog.VerifyCommand"); // prints what became of the check
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(
        PRODUCT.that(
            DescribedPredicate.describe("no programs", one -> !programs.contains(one.getName()))));
  }

  @Test
  void exceptionsSayWhatTheyAre() {
    NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(PRODUCT);
  }

  private static Set<String> things() {
    return PRODUCT.stream()
        .map(one -> one.getPackageName().substring("org.rulewright".length()))
        .filter(rest -> !rest.isEmpty())
        .map(rest -> rest.substring(1).split("\\.", -1)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String[] notAbove(int row, String thing) {
    return ROWS.subList(row, ROWS.size()).stream()
        .flatMap(List::stream)
        .filter(other -> !other.equals(thing))
        .map(other -> "org.rulewright." + other + "..")
        .toArray(String[]::new);
  }

  private static String[] with(Set<String> things, String... more) {
    return Stream.concat(things.stream(), Arrays.stream(more))
        .map(thing -> "org.rulewright." + thing + "..")
        .toArray(String[]::new);
  }
}
