package io.spanloom.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Checks the dependencies of the runtime. */
@Tag("slow")
final class RuntimeImportsTest {

  private static final JavaClasses RUNTIME =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.spanloom.runtime");

  /** Reads a private field of an old OpenTelemetry API, once per process. */
  private static final String GLOBAL_FIELD = "io.spanloom.runtime.woven.GlobalOpenTelemetryField";

  /** The methods of {@link Class} that neither look up names nor reflect on members. */
  private static final Set<String> ALLOWED =
      Set.of(
          "getName",
          "isInstance",
          "cast",
          "getResourceAsStream",
          "getClassLoader",
          "desiredAssertionStatus");

  @Test
  void dependsOnlyOnOpenTelemetryApiAndJava() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.crypto..",
            "io.spanloom.runtime..",
            "io.spanloom.deferred",
            "io.opentelemetry.api..",
            "io.opentelemetry.context..",
            "org.jspecify.annotations")
        .check(RUNTIME);
  }

  @Test
  void usesNeitherReflectionNorMethodHandles() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(GLOBAL_FIELD)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..")
        .check(RUNTIME);
  }

  @Test
  void looksUpNoClassOrMemberByName() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(GLOBAL_FIELD)
        .should(lookUpClassesOrMembers())
        .check(RUNTIME);
  }

  private static ArchCondition<JavaClass> lookUpClassesOrMembers() {
    return new ArchCondition<>("look up classes or members") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
          if (call.getTargetOwner().isEquivalentTo(Class.class)
              && !ALLOWED.contains(call.getName())) {
            events.add(SimpleConditionEvent.satisfied(call, call.getDescription()));
          }
        }
      }
    };
  }
}
