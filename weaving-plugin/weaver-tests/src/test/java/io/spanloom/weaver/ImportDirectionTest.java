package io.spanloom.weaver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Import directions of the weaver. */
@Tag("slow")
final class ImportDirectionTest {

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.spanloom.weaver");

  @Test
  void weaverDoesNotDependOnBuildTools() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..", "io.spanloom.maven..")
        .check(classes);
  }

  @Test
  void weaverDoesNotDependOnAnnotationsRuntimeOrProcessor() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.spanloom",
            "io.spanloom.runtime..",
            "io.spanloom.processor..",
            "io.spanloom.manifest..",
            "io.opentelemetry..")
        .check(classes);
  }

  @Test
  void stagesDependInOneDirection() {
    noClasses()
        .that()
        .resideInAPackage("io.spanloom.weaver.plan..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.spanloom.weaver.aspectj..",
            "io.spanloom.weaver.finish..",
            "io.spanloom.weaver.propagate..")
        .check(classes);
    noClasses()
        .that()
        .resideInAPackage("io.spanloom.weaver.propagate..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.spanloom.weaver.aspectj..", "io.spanloom.weaver.finish..")
        .check(classes);
    noClasses()
        .that()
        .resideInAPackage("io.spanloom.weaver.finish..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.spanloom.weaver.aspectj..", "io.spanloom.weaver.propagate..")
        .check(classes);
  }

  @Test
  void onlyAspectjAndFinishPackagesUseAspectj() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.spanloom.weaver", "io.spanloom.weaver.plan..", "io.spanloom.weaver.propagate..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.aspectj..")
        .check(classes);
  }
}
