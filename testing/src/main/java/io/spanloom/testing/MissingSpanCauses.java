package io.spanloom.testing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the likely causes of a missing span. */
final class MissingSpanCauses {

  private static final String DISABLED_PROPERTY = "spanloom.disabled";
  private static final String DISABLED_VARIABLE = "SPANLOOM_DISABLED";

  private MissingSpanCauses() {}

  static String describe() {
    List<String> causes = new ArrayList<>();
    addSetting(
        causes, "system property " + DISABLED_PROPERTY, System.getProperty(DISABLED_PROPERTY));
    addSetting(
        causes, "environment variable " + DISABLED_VARIABLE, System.getenv(DISABLED_VARIABLE));
    causes.add(
        "The class is not woven. Compile it with the annotation processor, or run the Maven goals"
            + " spanloom:weave (classes) and spanloom:test-weave (test classes).");
    causes.add(
        "The tested code installs another OpenTelemetry (Telemetry.start or Spans.install), which"
            + " replaces the test's.");
    causes.add("Spans.disable was called without a later Spans.enable.");
    causes.add("The span started before @BeforeEach or was created through GlobalOpenTelemetry.");
    return "Likely causes:\n - " + String.join("\n - ", causes);
  }

  private static void addSetting(List<String> causes, String name, @Nullable String value) {
    if (value != null) {
      causes.add(
          "Tracing is disabled, for some or all classes: the " + name + " is '" + value + "'.");
    }
  }
}
