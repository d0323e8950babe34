package io.spanloom.telemetry.view;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Import directions between the packages of the trace views. */
@Tag("slow")
final class ViewImportsTest {

  private static final String VIEW = "io.spanloom.telemetry.view";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(VIEW);

  @Test
  void viewsShareOnlyTheTraceModel() {
    slices()
        .matching(VIEW + ".(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(alwaysTrue(), resideInAPackage(VIEW + ".trace"))
        .check(CLASSES);
    slices().matching(VIEW + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
