package io.spanloom.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import javax.annotation.processing.Messager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each stage depends on the model, but not on another stage. */
@Tag("slow")
final class ImportDirectionsTest {

  private static final String ROOT = "io.spanloom.processor";

  private static final JavaClasses PROCESSOR =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @ParameterizedTest
  @CsvSource({
    "model, read",
    "model, check",
    "model, write",
    "read, check",
    "read, write",
    "check, read",
    "check, write",
    "write, read",
    "write, check",
    "model, weave",
    "read, weave",
    "check, weave",
    "write, weave",
    "weave, read",
    "weave, check",
    "weave, write",
  })
  void stageDoesNotDependOnAnother(String stage, String other) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + stage + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "." + other + "..")
        .check(PROCESSOR);
  }

  @Test
  void stagesDoNotDependOnTheProcessor() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .check(PROCESSOR);
  }

  @Test
  void onlyMessagesUsesTheMessager() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Messages.class.getName())
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Messager.class)
        .check(PROCESSOR);
  }

  @Test
  void onlyTheReadStageUsesTheAnnotations() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".model..", ROOT + ".check..", ROOT + ".write..", ROOT + ".weave..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.spanloom")
        .check(PROCESSOR);
  }

  @Test
  void processorDoesNotDependOnTheRuntime() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages("io.spanloom.runtime..", "io.opentelemetry..", "org.aspectj..")
        .check(PROCESSOR);
  }
}
