package io.spanloom.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.spanloom.weaver.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are missing, broken or of another build: one sentence each, which names the file. */
final class BadInputTest {

  private static final String ORDERS = "class Orders { @io.spanloom.Traced void place() {} }";

  @TempDir Path folder;

  @Test
  void noClassFolder() {
    isSaid(
        () -> new Build(folder).manifest(),
        Problem.Code.NO_FOLDER,
        "Class folder " + folder.resolve("target/classes") + " does not exist; compile first.");
  }

  @Test
  void aClassFileThatIsNone() throws Exception {
    Build build = Build.of(folder, ORDERS);
    Files.writeString(build.classes().resolve("shop/Orders_Spans.class"), "no class");

    isSaid(build::manifest, Problem.Code.BROKEN_CLASS, "Orders_Spans.class");
  }

  @Test
  void noDescription() throws Exception {
    Build build = Build.of(folder, ORDERS);
    Files.delete(build.fragment());

    isSaid(
        build::manifest,
        Problem.Code.NO_DESCRIPTION,
        "Aspect shop.Orders_Spans has no description " + build.fragment());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "descriptor"  | "descripto"  | it lacks what has to be there (descriptor)
          "format": 1   | "format": 2  | its format is 2 and not 1
          "format": 1,  | ''           | its format is 0 and not 1
          "root": false | "root": 'no' | malformed JSON at line
          "spans": [    | "spans": {   | malformed JSON at line
          """)
  void aDescriptionThatWasChanged(String right, String wrong, String reason) throws Exception {
    Build build = Build.of(folder, ORDERS);
    String text = Files.readString(build.fragment());
    Files.writeString(build.fragment(), text.replace(right, wrong));

    assertThat(text).contains(right);
    isSaid(build::manifest, Problem.Code.BROKEN_DESCRIPTION, reason);
  }

  @Test
  void aDescriptionThatIsCutOffAnywhere() throws Exception {
    Build build = Build.of(folder, ORDERS);
    String text = Files.readString(build.fragment()).strip();
    for (int length = 0; length < text.length(); length++) {
      Files.writeString(build.fragment(), text.substring(0, length));

      isSaid(
          build::manifest,
          Problem.Code.BROKEN_DESCRIPTION,
          "The description " + build.fragment() + " cannot be read: ");
    }
  }

  @Test
  void aDescriptionThatIsNotUtf8() throws Exception {
    Build build = Build.of(folder, ORDERS);
    Files.writeString(build.fragment(), "{\"größe\": 1}", StandardCharsets.ISO_8859_1);

    isSaid(build::manifest, Problem.Code.BROKEN_DESCRIPTION, "it is not UTF-8");
  }

  @Test
  void aDescriptionOfAnotherVersionOfTheClass() throws Exception {
    Build build = Build.of(folder, ORDERS);
    Build other =
        Build.of(folder.resolve("other"), ORDERS.replace("void place()", "void place(int count)"));
    Files.writeString(build.fragment(), Files.readString(other.fragment()));

    isSaid(build::manifest, Problem.Code.STALE_DESCRIPTION, "shop.Orders");
  }

  @Test
  void noBaseline() throws Exception {
    TelemetryManifest manifest = Build.of(folder, ORDERS).manifest();
    Path baseline = folder.resolve("spans.json");

    isSaid(
        () -> manifest.compare(baseline),
        Problem.Code.NO_BASELINE,
        "There is no baseline " + baseline + " to compare with.");
  }

  @Test
  void noBaselineIsWantedWhereThereAreNoSpans() throws Exception {
    TelemetryManifest manifest = Build.of(folder, "class Orders {}").manifest();

    assertThat(manifest.compare(folder.resolve("spans.json"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                | it is empty
          null                              | it is empty
          <<<<<<< HEAD                      | malformed JSON at line 1
          []                                | Expected
          {"format": 3, "classes": []}      | its format is 3 and not 1
          {"format": 1}                     | it lacks what has to be there
          {"format": 1, "classes": [null]}  | it lacks what has to be there
          """)
  void aBrokenBaseline(String text, String reason) throws Exception {
    TelemetryManifest manifest = Build.of(folder, ORDERS).manifest();
    Path baseline = Files.writeString(folder.resolve("spans.json"), text);

    isSaid(() -> manifest.compare(baseline), Problem.Code.BROKEN_BASELINE, reason);
    isSaid(() -> manifest.compare(baseline), Problem.Code.BROKEN_BASELINE, baseline.toString());
  }

  @Test
  void aReportThatCannotBeWritten() throws Exception {
    TelemetryManifest manifest = Build.of(folder, ORDERS).manifest();
    Path file = Files.createFile(folder.resolve("report"));

    isSaid(() -> manifest.write(file, "the shop"), Problem.Code.IO, file.toString());
    isSaid(() -> manifest.accept(file.resolve("spans.json")), Problem.Code.IO, file.toString());
  }

  private static void isSaid(ThrowingCallable doing, Problem.Code code, String words) {
    assertThatExceptionOfType(ManifestException.class)
        .isThrownBy(doing)
        .satisfies(
            failure -> {
              assertThat(failure.problems()).hasSize(1);
              assertThat(failure.problems().get(0).code()).isEqualTo(code);
              assertThat(failure.problems().get(0).text())
                  .contains(words)
                  .endsWith(".")
                  .doesNotContain("\n", "https:", "Gson", "JsonReader", "(null)");
            });
  }
}
