package io.spanloom.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.spanloom.weaver.ProblemCode;
import io.spanloom.weaver.WeaverCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Missing, broken and stale files: each is one problem that names the file. */
final class BadInputTest {

  private static final String ORDERS = "class Orders { @io.spanloom.Traced void place() {} }";

  @TempDir Path folder;

  @Test
  void reportsMissingClassFolder() {
    assertProblem(
        () -> new Build(folder).manifest(),
        WeaverCode.NO_FOLDER,
        "Class folder " + folder.resolve("target/classes") + " does not exist; compile first.");
  }

  @Test
  void reportsBrokenClassFile() throws Exception {
    Build build = Build.of(folder, ORDERS);
    Files.writeString(build.classes().resolve("shop/Orders_Spans.class"), "no class");

    assertProblem(build::manifest, WeaverCode.BROKEN_CLASS, "Orders_Spans.class");
  }

  @Test
  void reportsMissingDescription() throws Exception {
    Build build = Build.of(folder, ORDERS);
    Files.delete(build.description());

    assertProblem(
        build::manifest,
        ManifestCode.NO_DESCRIPTION,
        "Aspect shop.Orders_Spans has no span description " + build.description());
  }

  @ParameterizedTest
  @Tag("slow")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "descriptor"  | "descripto"  | a required value is missing (descriptor)
          "format": 1   | "format": 2  | format 2 is not supported (expected 1)
          "format": 1,  | ''           | format 0 is not supported (expected 1)
          "root": false | "root": 'no' | malformed JSON at line
          "spans": [    | "spans": {   | malformed JSON at line
          """)
  void reportsInvalidDescription(String right, String wrong, String reason) throws Exception {
    Build build = Build.of(folder, ORDERS);
    String text = Files.readString(build.description());
    Files.writeString(build.description(), text.replace(right, wrong));

    assertThat(text).contains(right);
    assertProblem(build::manifest, ManifestCode.BROKEN_DESCRIPTION, reason);
  }

  @Test
  @Tag("slow")
  void reportsDescriptionTruncatedAtAnyLength() throws Exception {
    Build build = Build.of(folder, ORDERS);
    String text = Files.readString(build.description()).strip();
    for (int length = 0; length < text.length(); length++) {
      Files.writeString(build.description(), text.substring(0, length));

      assertProblem(
          build::manifest,
          ManifestCode.BROKEN_DESCRIPTION,
          "Span description " + build.description() + " cannot be read: ");
    }
  }

  @Test
  void reportsDescriptionThatIsNotUtf8() throws Exception {
    Build build = Build.of(folder, ORDERS);
    Files.writeString(build.description(), "{\"größe\": 1}", StandardCharsets.ISO_8859_1);

    assertProblem(build::manifest, ManifestCode.BROKEN_DESCRIPTION, "it is not UTF-8");
  }

  @Test
  void reportsDescriptionOfDifferentVersionOfClass() throws Exception {
    Build build = Build.of(folder, ORDERS);
    Build other =
        Build.of(folder.resolve("other"), ORDERS.replace("void place()", "void place(int count)"));
    Files.writeString(build.description(), Files.readString(other.description()));

    assertProblem(build::manifest, ManifestCode.STALE_DESCRIPTION, "shop.Orders");
  }

  @Test
  void reportsMissingBaseline() throws Exception {
    TelemetryManifest manifest = Build.of(folder, ORDERS).manifest();
    Path baseline = folder.resolve("spans.json");

    assertProblem(
        () -> manifest.compare(baseline),
        ManifestCode.NO_BASELINE,
        "Baseline " + baseline + " does not exist, so there is nothing to compare with.");
  }

  @Test
  void requiresNoBaselineWithoutSpans() throws Exception {
    TelemetryManifest manifest = Build.of(folder, "class Orders {}").manifest();

    assertThat(manifest.compare(folder.resolve("spans.json"))).isEmpty();
  }

  @ParameterizedTest
  @Tag("slow")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                | it is empty
          null                              | it is empty
          <<<<<<< HEAD                      | malformed JSON at line 1
          []                                | Expected
          {"format": 3, "classes": []}      | format 3 is not supported (expected 1)
          {"format": 1}                     | a required value is missing
          {"format": 1, "classes": [null]}  | a required value is missing
          """)
  void reportsBrokenBaseline(String text, String reason) throws Exception {
    TelemetryManifest manifest = Build.of(folder, ORDERS).manifest();
    Path baseline = Files.writeString(folder.resolve("spans.json"), text);

    assertProblem(() -> manifest.compare(baseline), ManifestCode.BROKEN_BASELINE, reason);
    assertProblem(
        () -> manifest.compare(baseline), ManifestCode.BROKEN_BASELINE, baseline.toString());
  }

  @Test
  void reportsFilesThatCannotBeWritten() throws Exception {
    TelemetryManifest manifest = Build.of(folder, ORDERS).manifest();
    Path file = Files.createFile(folder.resolve("report"));

    assertProblem(
        () -> manifest.write(file, "the shop"), WeaverCode.FOLDER_ACCESS, file.toString());
    assertProblem(
        () -> manifest.accept(file.resolve("spans.json")),
        WeaverCode.FOLDER_ACCESS,
        file.toString());
  }

  private static void assertProblem(ThrowingCallable action, ProblemCode code, String text) {
    assertThatExceptionOfType(ManifestException.class)
        .isThrownBy(action)
        .satisfies(
            failure -> {
              assertThat(failure.problems()).hasSize(1);
              assertThat(failure.problems().get(0).code()).isEqualTo(code);
              assertThat(failure.problems().get(0).message())
                  .contains(text)
                  .endsWith(".")
                  .doesNotContain("\n", "https:", "Gson", "JsonReader", "(null)");
            });
  }
}
