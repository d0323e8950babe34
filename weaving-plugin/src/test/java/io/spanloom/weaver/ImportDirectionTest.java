package io.spanloom.weaver;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom in this module. */
final class ImportDirectionTest {

  private static final String ENGINE = "io.spanloom.weaver..";
  private static final String MANIFEST = "io.spanloom.manifest..";
  private static final String GOALS = "io.spanloom.maven..";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.spanloom.weaver", "io.spanloom.manifest", "io.spanloom.maven");

  @Test
  void neitherTheEngineNorTheManifestKnowsABuildTool() {
    noClasses()
        .that()
        .resideInAnyPackage(ENGINE, MANIFEST)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..", GOALS)
        .check(classes);
  }

  @Test
  void neitherTheEngineNorTheManifestKnowsAnAnnotationOrTheRuntime() {
    noClasses()
        .that()
        .resideInAnyPackage(ENGINE, MANIFEST)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.spanloom", "io.spanloom.runtime..", "io.spanloom.processor..", "io.opentelemetry..")
        .check(classes);
  }

  @Test
  void theEngineKnowsNoManifest() {
    noClasses()
        .that()
        .resideInAPackage(ENGINE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(MANIFEST)
        .check(classes);
  }

  @Test
  void theManifestReadsNoClassFileItself() {
    noClasses()
        .that()
        .resideInAPackage(MANIFEST)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.aspectj..", "org.objectweb.asm..")
        .check(classes);
  }

  @Test
  void theGoalsUseThePublicTypesOfTheOthersAlone() {
    noClasses()
        .that()
        .resideInAPackage(GOALS)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(ENGINE, MANIFEST)
                .and(
                    describe(
                        "are not public",
                        (JavaClass type) -> !type.getModifiers().contains(JavaModifier.PUBLIC))))
        .check(classes);
  }

  @Test
  void theGoalsKnowNoLibraryOfTheOthers() {
    noClasses()
        .that()
        .resideInAPackage(GOALS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.aspectj..", "org.objectweb.asm..", "com.google.gson..")
        .check(classes);
  }

  @Test
  void whatIsPublicOfTheEngineIsWhatItsUsersNeed() {
    classes()
        .that()
        .resideInAPackage(ENGINE)
        .and()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .should()
        .haveNameMatching(".*\\.(AspectState|Main|Problem|WeaveException|WeaveResult|Weaver)")
        .check(classes);
  }
}
