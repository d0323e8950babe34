package io.spanloom.telemetry;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Import directions between the packages of telemetry. */
@Tag("slow")
final class TelemetryImportsTest {

  private static final String ROOT = "io.spanloom.telemetry";

  /** The packages that each package may depend on, relative to the root package. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("", Set.of("start", "settings")),
          Map.entry("start", Set.of("delivery", "settings")),
          Map.entry("delivery", Set.of("settings")),
          Map.entry("settings", Set.of()),
          Map.entry("sampling", Set.of("settings")),
          Map.entry("privacy", Set.of("settings")),
          Map.entry("logs", Set.of()),
          Map.entry("http", Set.of("identity", "library")),
          Map.entry("jdbc", Set.of("library", "settings")),
          Map.entry("identity", Set.of("library")),
          Map.entry("library", Set.of("settings")),
          Map.entry("ai", Set.of()),
          Map.entry("view.page", Set.of("settings", "view.trace")),
          Map.entry("view.tree", Set.of("view.trace")),
          Map.entry("view.trace", Set.of()));

  private static final JavaClasses TELEMETRY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  static Stream<String> packages() {
    return ALLOWED.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void dependsOnlyOnAllowedPackages(String name) {
    Set<String> allowed = new TreeSet<>(ALLOWED.get(name));
    allowed.add(name);
    DescribedPredicate<JavaClass> forbidden =
        resideInAnyPackage(ROOT + "..")
            .and(
                DescribedPredicate.not(
                    resideInAnyPackage(
                        allowed.stream()
                            .map(TelemetryImportsTest::qualified)
                            .toArray(String[]::new))));
    noClasses()
        .that()
        .resideInAPackage(qualified(name))
        .should()
        .dependOnClassesThat(forbidden)
        .check(TELEMETRY);
  }

  @Test
  void coversAllPackages() {
    assertThat(TELEMETRY.stream().map(JavaClass::getPackageName).distinct())
        .containsExactlyInAnyOrderElementsOf(
            packages().map(TelemetryImportsTest::qualified).toList());
  }

  @Test
  void customizersAreNamedAlike() {
    classes()
        .that()
        .implement(AutoConfigurationCustomizerProvider.class)
        .should()
        .haveSimpleNameEndingWith("Customizer")
        .check(TELEMETRY);
  }

  private static String qualified(String name) {
    return name.isEmpty() ? ROOT : ROOT + "." + name;
  }
}
