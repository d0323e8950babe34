package io.spanloom.manifest;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaverCode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The telemetry manifest of a class folder: its spans and their attributes. Immutable. The written
 * files are reproducible: they contain no time and no absolute path.
 */
public final class TelemetryManifest {

  private final Manifest manifest;
  private final Path sources;

  private TelemetryManifest(Manifest manifest, Path sources) {
    this.manifest = manifest;
    this.sources = sources;
  }

  /**
   * Reads the manifest of a class folder.
   *
   * @param classes javac's output folder, woven or not
   * @param sources the folder for generated sources
   * @return the manifest
   * @throws ManifestException if the class folder is missing or an aspect has no span description
   */
  public static TelemetryManifest read(Path classes, Path sources) throws ManifestException {
    return new TelemetryManifest(ManifestReader.read(classes, sources), sources);
  }

  /**
   * Writes {@code spans.json} and {@code spans.html}, and for each workflow its picture, {@code
   * workflows/….svg}, and its Mermaid text, {@code workflows/….mmd}. Deletes the files of workflows
   * that no longer exist.
   *
   * @param folder the output folder; it is created if missing
   * @param title the subject of the page, such as the name of the module
   * @throws ManifestException if the files cannot be written
   */
  public void write(Path folder, String title) throws ManifestException {
    store(folder.resolve("spans.json"), ManifestJson.write(manifest));
    Path sourcesPath = folder.toAbsolutePath().relativize(sources.toAbsolutePath());
    store(folder.resolve("spans.html"), ManifestPage.write(manifest, title, sourcesPath));
    Path pictures = folder.resolve("workflows");
    Set<String> names = new HashSet<>();
    for (WorkflowGraph graph : WorkflowGraph.of(manifest)) {
      String safe = graph.name().replaceAll("[^\\w-]", "_");
      String name = safe;
      for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
        name = safe + "-" + i;
      }
      store(pictures.resolve(name + ".svg"), WorkflowPicture.file(graph));
      store(pictures.resolve(name + ".mmd"), graph.mermaid());
    }
    deleteObsolete(pictures, names);
  }

  /** Deletes pictures and Mermaid texts except those with the given names, in lower case. */
  private static void deleteObsolete(Path pictures, Set<String> names) throws ManifestException {
    if (!Files.isDirectory(pictures)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(pictures, "*.{svg,mmd}")) {
      for (Path file : files) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!names.contains(name.substring(0, name.lastIndexOf('.')))) {
          Files.delete(file);
        }
      }
    } catch (IOException | DirectoryIteratorException failure) {
      throw new ManifestException(
          WeaverCode.FOLDER_ACCESS,
          "Obsolete files in " + pictures + " could not be deleted: " + failure + ".");
    }
  }

  /**
   * Compares this manifest with a baseline.
   *
   * @param baseline the committed file
   * @return the differences that users of the telemetry notice, in a stable order; none if there is
   *     neither a baseline nor a span
   * @throws ManifestException if the baseline does not exist or cannot be read
   */
  public List<Problem> compare(Path baseline) throws ManifestException {
    if (!Files.exists(baseline)) {
      if (isEmpty()) {
        return List.of();
      }
      throw new ManifestException(
          ManifestCode.NO_BASELINE,
          "Baseline " + baseline + " does not exist, so there is nothing to compare with.");
    }
    return Comparison.of(readBaseline(baseline), manifest);
  }

  private static Manifest readBaseline(Path file) throws ManifestException {
    try {
      return ManifestJson.read(Files.readString(file));
    } catch (IOException | IllegalArgumentException broken) {
      throw new ManifestException(
          ManifestCode.BROKEN_BASELINE,
          "Baseline " + file + " cannot be read: " + reason(broken) + ".");
    }
  }

  static @Nullable String reason(Exception broken) {
    return broken instanceof CharacterCodingException ? "it is not UTF-8" : broken.getMessage();
  }

  /**
   * Writes this manifest as the baseline.
   *
   * @param baseline the file to write
   * @throws ManifestException if the file cannot be written
   */
  public void accept(Path baseline) throws ManifestException {
    store(baseline, ManifestJson.write(manifest.withoutWeavingState()));
  }

  /**
   * Returns whether the class folder has no spans.
   *
   * @return whether the manifest is empty
   */
  public boolean isEmpty() {
    return manifest.isEmpty();
  }

  /**
   * Summarizes the manifest in one line.
   *
   * @return the summary, such as {@code 12 spans in 3 classes, all woven}
   */
  public String summary() {
    return summary(manifest);
  }

  static String summary(Manifest manifest) {
    long unwoven = manifest.unwovenCount();
    return counted(manifest.spanCount(), "span", "spans")
        + " in "
        + counted(manifest.classes().size(), "class", "classes")
        + (manifest.isEmpty() ? "" : unwoven == 0 ? ", all woven" : ", " + unwoven + " not woven");
  }

  static String counted(long count, String singular, String plural) {
    return count + " " + (count == 1 ? singular : plural);
  }

  private static void store(Path file, String text) throws ManifestException {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new ManifestException(
          WeaverCode.FOLDER_ACCESS, "File " + file + " could not be written: " + failure + ".");
    }
  }
}
