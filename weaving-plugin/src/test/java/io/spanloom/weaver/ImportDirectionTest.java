package io.spanloom.weaver;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
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
  private static final String GOALS = "io.spanloom.maven..";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.spanloom.weaver", "io.spanloom.maven");

  @Test
  void theEngineKnowsNoBuildTool() {
    noClasses()
        .that()
        .resideInAPackage(ENGINE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..", GOALS)
        .check(classes);
  }

  @Test
  void theEngineKnowsNoAnnotationAndNoRuntime() {
    noClasses()
        .that()
        .resideInAPackage(ENGINE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.spanloom", "io.spanloom.runtime..", "io.spanloom.processor..", "io.opentelemetry..")
        .check(classes);
  }

  @Test
  void theGoalsUseThePublicTypesOfTheEngineAlone() {
    noClasses()
        .that()
        .resideInAPackage(GOALS)
        .should()
        .dependOnClassesThat(
            resideInAPackage(ENGINE)
                .and(
                    describe(
                        "are not public",
                        (JavaClass type) -> !type.getModifiers().contains(JavaModifier.PUBLIC))))
        .check(classes);
  }

  @Test
  void theGoalsKnowNeitherAspectjNorAsm() {
    noClasses()
        .that()
        .resideInAPackage(GOALS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.aspectj..", "org.objectweb.asm..")
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
        .haveNameMatching(".*\\.(Main|Problem|WeaveException|WeaveResult|Weaver)")
        .check(classes);
  }
}
