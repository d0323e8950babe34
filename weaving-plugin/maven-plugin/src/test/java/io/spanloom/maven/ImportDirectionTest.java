package io.spanloom.maven;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Import directions of the Maven plugin and the telemetry manifest. */
@Tag("slow")
final class ImportDirectionTest {

  private static final String MANIFEST = "io.spanloom.manifest..";
  private static final String GOALS = "io.spanloom.maven..";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.spanloom.manifest", "io.spanloom.maven");

  @Test
  void manifestDoesNotDependOnBuildTools() {
    noClasses()
        .that()
        .resideInAPackage(MANIFEST)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..", GOALS)
        .check(classes);
  }

  @Test
  void manifestDoesNotDependOnAnnotationsRuntimeOrProcessor() {
    noClasses()
        .that()
        .resideInAPackage(MANIFEST)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.spanloom", "io.spanloom.runtime..", "io.spanloom.processor..", "io.opentelemetry..")
        .check(classes);
  }

  @Test
  void manifestDoesNotParseClassFiles() {
    noClasses()
        .that()
        .resideInAPackage(MANIFEST)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.aspectj..", "org.objectweb.asm..")
        .check(classes);
  }

  @Test
  void goalsUseOnlyPublicTypesOfTheWeaverAndTheManifest() {
    noClasses()
        .that()
        .resideInAPackage(GOALS)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("io.spanloom.weaver..", MANIFEST)
                .and(
                    describe(
                        "are hidden",
                        (JavaClass type) ->
                            !type.getModifiers().contains(JavaModifier.PUBLIC)
                                || type.getPackageName().startsWith("io.spanloom.weaver."))))
        .check(classes);
  }

  @Test
  void goalsDoNotUseTheLibrariesOfTheWeaverAndTheManifest() {
    noClasses()
        .that()
        .resideInAPackage(GOALS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.aspectj..", "org.objectweb.asm..", "com.google.gson..")
        .check(classes);
  }
}
