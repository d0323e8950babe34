package io.spanloom.testing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a span that a test expects may be missing. */
final class Causes {

  private static final String OFF_PROPERTY = "spanloom.disabled";
  private static final String OFF_VARIABLE = "SPANLOOM_DISABLED";

  private Causes() {}

  static String ofNoSpan() {
    List<String> causes = new ArrayList<>();
    addSetting(causes, "system property " + OFF_PROPERTY, System.getProperty(OFF_PROPERTY));
    addSetting(causes, "variable " + OFF_VARIABLE, System.getenv(OFF_VARIABLE));
    causes.add(
        "The class is not woven. Maven does it with the goals spanloom:weave (classes) and"
            + " spanloom:test-weave (test classes); an IDE that compiles by itself does not.");
    causes.add(
        "What the test calls installs an OpenTelemetry of its own (Telemetry.start or"
            + " Spans.install), which takes the place of the test's.");
    causes.add("Spans.disable was called, and not taken back.");
    causes.add("The span was made before @BeforeEach or by GlobalOpenTelemetry.");
    return "Likely causes:\n - " + String.join("\n - ", causes);
  }

  private static void addSetting(List<String> causes, String name, @Nullable String value) {
    if (value != null) {
      causes.add(
          "Tracing is switched off, wholly or in part: the " + name + " is '" + value + "'.");
    }
  }
}
