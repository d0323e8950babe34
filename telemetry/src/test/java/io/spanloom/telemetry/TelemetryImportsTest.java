package io.spanloom.telemetry;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Import directions between the packages of telemetry. */
final class TelemetryImportsTest {

  private static final String ROOT = "io.spanloom.telemetry";

  private static final JavaClasses TELEMETRY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void partsDoNotDependOnEachOther() {
    slices()
        .matching(ROOT + ".(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(alwaysTrue(), resideInAPackage(ROOT + ".settings"))
        .ignoreDependency(alwaysTrue(), resideInAPackage(ROOT + ".library"))
        .ignoreDependency(resideInAPackage(ROOT + ".start"), resideInAPackage(ROOT + ".delivery"))
        .ignoreDependency(resideInAPackage(ROOT + ".http"), resideInAPackage(ROOT + ".identity"))
        .check(TELEMETRY);
  }

  @Test
  void partsDoNotDependOnTheRootPackage() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .allowEmptyShould(true)
        .check(TELEMETRY);
  }
}
