package io.spanloom.manifest;

import io.spanloom.weaver.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The telemetry manifest of a class folder. Same input, same bytes: no time and no absolute path is
 * in what is written. Has no state; any thread may call it.
 */
public final class TelemetryManifest {

  private final Manifest manifest;
  private final Path sources;

  private TelemetryManifest(Manifest manifest, Path sources) {
    this.manifest = manifest;
    this.sources = sources;
  }

  /**
   * Puts the manifest of a folder together.
   *
   * @param classes the folder that javac filled, woven or not
   * @param sources the folder with the generated sources
   * @return the manifest
   * @throws ManifestException if the folder is missing, or an aspect in it is not described
   */
  public static TelemetryManifest read(Path classes, Path sources) throws ManifestException {
    return new TelemetryManifest(ManifestReader.read(classes, sources), sources);
  }

  /**
   * Writes {@code spans.json} and {@code spans.html}.
   *
   * @param folder where to; it is made if it is missing
   * @param title what the page is about, such as the name of the module
   * @throws ManifestException if the files cannot be written
   */
  public void write(Path folder, String title) throws ManifestException {
    store(folder.resolve("spans.json"), ManifestJson.write(manifest));
    Path toSources = folder.toAbsolutePath().relativize(sources.toAbsolutePath());
    store(folder.resolve("spans.html"), ManifestPage.write(manifest, title, toSources));
  }

  /**
   * Compares this manifest with a baseline.
   *
   * @param baseline the committed file
   * @return the differences that readers of the telemetry would notice, in a stable order; empty
   *     also where there is neither a baseline nor a span
   * @throws ManifestException if there is no baseline to compare with, or it cannot be read
   */
  public List<Problem> compare(Path baseline) throws ManifestException {
    if (!Files.exists(baseline)) {
      if (isEmpty()) {
        return List.of();
      }
      throw new ManifestException(
          Problem.Code.NO_BASELINE, "There is no baseline " + baseline + " to compare with.");
    }
    return Comparison.of(baselineIn(baseline), manifest);
  }

  private static Manifest baselineIn(Path file) throws ManifestException {
    try {
      return ManifestJson.read(Files.readString(file));
    } catch (IOException | IllegalArgumentException broken) {
      throw new ManifestException(
          Problem.Code.BROKEN_BASELINE,
          "The baseline " + file + " cannot be read: " + reason(broken) + ".");
    }
  }

  static @Nullable String reason(Exception broken) {
    return broken instanceof CharacterCodingException ? "it is not UTF-8" : broken.getMessage();
  }

  /**
   * Makes this manifest the baseline.
   *
   * @param baseline the file to write
   * @throws ManifestException if it cannot be written
   */
  public void accept(Path baseline) throws ManifestException {
    store(baseline, ManifestJson.write(manifest.beforeWeaving()));
  }

  /**
   * Returns whether the folder makes no spans at all.
   *
   * @return true for an empty manifest
   */
  public boolean isEmpty() {
    return manifest.isEmpty();
  }

  /**
   * Says in one line what there is.
   *
   * @return such as {@code 12 spans in 3 classes, all woven}
   */
  public String summary() {
    return summary(manifest);
  }

  static String summary(Manifest manifest) {
    long notWoven = manifest.notWoven();
    return counted(manifest.spans(), "span", "spans")
        + " in "
        + counted(manifest.classes().size(), "class", "classes")
        + (manifest.isEmpty()
            ? ""
            : notWoven == 0 ? ", all woven" : ", " + notWoven + " not woven");
  }

  static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private static void store(Path file, String text) throws ManifestException {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new ManifestException(
          Problem.Code.IO, "File " + file + " could not be written: " + failure + ".");
    }
  }
}
