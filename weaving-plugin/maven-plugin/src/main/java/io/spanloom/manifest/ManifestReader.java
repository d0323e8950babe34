package io.spanloom.manifest;

import io.spanloom.weaver.AspectState;
import io.spanloom.weaver.Problem;
import io.spanloom.weaver.ProblemCode;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.WeaverCode;
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
 * Collects a manifest from the aspects in a class folder and the span descriptions beside their
 * generated sources. Ignores a description without an aspect, which is from an earlier build. An
 * aspect without a description is a problem, because the manifest would be incomplete.
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
          WeaverCode.NO_FOLDER, "Class folder " + classes + " does not exist; compile first.");
    }
    ManifestReader reader = new ManifestReader(sources);
    List<DescribedClass> result = new ArrayList<>();
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

  private void add(AspectState aspect, List<DescribedClass> into) {
    Path file = sources.resolve(aspect.name().replace('.', '/') + SUFFIX);
    try {
      DescribedClass description = ManifestJson.readDescription(Files.readString(file));
      if (matches(description, aspect)) {
        into.add(description.withWoven(span -> aspect.woven().contains(span.descriptor())));
      } else {
        problem(
            ManifestCode.STALE_DESCRIPTION,
            "Span description "
                + file
                + " was generated from a different version of "
                + aspect.target()
                + " than its aspect; run a clean build.");
      }
    } catch (NoSuchFileException missing) {
      problem(
          ManifestCode.NO_DESCRIPTION,
          "Aspect "
              + aspect.name()
              + " has no span description "
              + file
              + ", so its spans are unknown; recompile with the same version of spanloom-processor"
              + " and a folder for generated sources.");
    } catch (IOException | IllegalArgumentException broken) {
      problem(
          ManifestCode.BROKEN_DESCRIPTION,
          "Span description "
              + file
              + " cannot be read: "
              + TelemetryManifest.reason(broken)
              + "; delete it and recompile.");
    }
  }

  private static boolean matches(DescribedClass description, AspectState aspect) {
    Set<String> described =
        description.spans().stream().map(DescribedSpan::descriptor).collect(Collectors.toSet());
    return description.className().equals(aspect.target())
        && described.equals(new HashSet<>(aspect.methods()));
  }

  private void problem(ProblemCode code, String message) {
    problems.add(new Problem(code, message));
  }
}
