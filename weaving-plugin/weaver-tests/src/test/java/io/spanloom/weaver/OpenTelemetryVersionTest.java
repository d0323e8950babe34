package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.Javac;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The version of OpenTelemetry on the class path, which stubs of single types simulate. */
final class OpenTelemetryVersionTest {

  private static final String SHOP =
      "package shop;\npublic class Shop { @io.spanloom.Traced void place() {} }\n";
  private static final String OLD_SPAN =
      "package io.opentelemetry.api.trace;\npublic interface Span {}\n";
  private static final String OLD_TRACER =
      "package io.opentelemetry.api.trace;\npublic interface Tracer {}\n";
  private static final String TELEMETRY =
      "package io.spanloom.telemetry;\npublic class Telemetry {}\n";

  @TempDir private Path stubs;

  private List<String> warnings(String... sources) throws Exception {
    Program shop = Program.compile(SHOP);
    Javac.into(stubs).compile(sources);
    List<Path> classPath = new ArrayList<>();
    classPath.add(stubs); // first, so that it hides the types of the real version
    classPath.addAll(Program.classPath());
    WeaveResult result = Weaver.weave(shop.classes(), classPath);
    assertThat(result.wovenClasses()).containsExactly("shop.Shop");
    return result.warnings().stream().map(Problem::toString).toList();
  }

  @Test
  void warnsAboutVersionTooOldForRuntime() throws Exception {
    assertThat(warnings(OLD_SPAN))
        .containsExactly(
            "[SPL217] The opentelemetry-api on the class path is older than 1.37, which"
                + " spanloom-runtime requires, so spans and links may be missing at run time; use"
                + " a newer version.");
  }

  @Test
  void warnsAboutVersionTooOldForTelemetry() throws Exception {
    assertThat(warnings(OLD_TRACER, TELEMETRY))
        .containsExactly(
            "[SPL217] The opentelemetry-api on the class path is older than 1.62, which"
                + " spanloom-telemetry requires, so Telemetry.start() starts no SDK at run time; use a"
                + " newer version, or remove spanloom-telemetry and use your framework's SDK.");
  }

  @Test
  void acceptsVersionThatSufficesForRuntime() throws Exception {
    assertThat(warnings(OLD_TRACER)).isEmpty();
  }

  @Test
  void acceptsVersionOfBuild() throws Exception {
    assertThat(warnings(TELEMETRY)).isEmpty();
  }
}
