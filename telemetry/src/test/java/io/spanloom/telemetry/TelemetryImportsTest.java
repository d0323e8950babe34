package io.spanloom.telemetry;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The start may know the parts; no part knows another, save what is for all, or the start. */
final class TelemetryImportsTest {

  private static final JavaClasses TELEMETRY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.spanloom.telemetry");

  @Test
  void noPartKnowsAnother() {
    slices()
        .matching("io.spanloom.telemetry.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(alwaysTrue(), resideInAPackage("io.spanloom.telemetry.internal"))
        .check(TELEMETRY);
  }

  @Test
  void noPartKnowsTheStart() {
    noClasses()
        .that()
        .resideInAPackage("io.spanloom.telemetry.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.spanloom.telemetry")
        .allowEmptyShould(true)
        .check(TELEMETRY);
  }
}
