package io.spanloom.manifest;

import io.spanloom.weaver.AspectState;
import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts a manifest together from the aspects in a class folder and from what the annotation
 * processor wrote of them beside their sources. A description without an aspect is a left-over of
 * an earlier build and is passed over; an aspect without a description would be missing in the
 * manifest and is a problem.
 */
final class ManifestReader {

  private static final String SUFFIX = ".json";

  private final Path sources;
  private final List<Problem> problems = new ArrayList<>();

  private ManifestReader(Path sources) {
    this.sources = sources;
  }

  static Manifest read(Path classes, Path sources) throws ManifestException {
    if (!Files.isDirectory(classes)) {
      throw new ManifestException(
          Problem.Code.NO_FOLDER, "Class folder " + classes + " does not exist; compile first.");
    }
    ManifestReader reader = new ManifestReader(sources);
    List<TypeEntry> result = new ArrayList<>();
    for (AspectState aspect : aspects(classes)) {
      reader.add(aspect, result);
    }
    if (!reader.problems.isEmpty()) {
      throw new ManifestException(reader.problems);
    }
    return Manifest.of(result);
  }

  private static List<AspectState> aspects(Path classes) throws ManifestException {
    try {
      return AspectState.read(classes);
    } catch (WeaveException failure) {
      throw new ManifestException(failure.problems());
    }
  }

  private void add(AspectState aspect, List<TypeEntry> into) {
    Path file = sources.resolve(aspect.name().replace('.', '/') + SUFFIX);
    try {
      TypeEntry type = ManifestJson.readFragment(Files.readString(file));
      if (isOf(type, aspect)) {
        into.add(Manifest.woven(type, aspect.woven()));
      } else {
        problem(
            Problem.Code.STALE_DESCRIPTION,
            "The description "
                + file
                + " is of another version of "
                + aspect.target()
                + " than its aspect; build from clean.");
      }
    } catch (NoSuchFileException missing) {
      problem(
          Problem.Code.NO_DESCRIPTION,
          "Aspect "
              + aspect.name()
              + " has no description "
              + file
              + ", so its spans are not known; compile with spanloom-processor of the same version,"
              + " into a folder for generated sources.");
    } catch (IOException | IllegalArgumentException broken) {
      problem(
          Problem.Code.BROKEN_DESCRIPTION,
          "The description "
              + file
              + " cannot be read: "
              + TelemetryManifest.reason(broken)
              + "; delete it and compile again.");
    }
  }

  private static boolean isOf(TypeEntry type, AspectState aspect) {
    Set<String> described =
        type.spans().stream().map(SpanEntry::descriptor).collect(Collectors.toSet());
    return type.className().equals(aspect.target())
        && described.equals(new HashSet<>(aspect.methods()));
  }

  private void problem(Problem.Code code, String text) {
    problems.add(new Problem(code, text));
  }
}
