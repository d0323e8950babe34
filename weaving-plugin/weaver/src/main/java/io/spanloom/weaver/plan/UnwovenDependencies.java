package io.spanloom.weaver.plan;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaverCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds class path entries with aspects that were not woven: their spans would be missing. */
public final class UnwovenDependencies {

  private UnwovenDependencies() {}

  /** Returns a warning for each class path entry with aspects that were not woven. */
  public static List<Problem> find(List<Path> classPath) {
    List<Problem> problems = new ArrayList<>();
    for (Path entry : classPath) {
      try {
        long count = Files.isDirectory(entry) ? unwovenInFolder(entry) : unwovenInJar(entry);
        if (count > 0) {
          problems.add(
              new Problem(
                  WeaverCode.UNWOVEN_DEPENDENCY,
                  "Dependency "
                      + entry.getFileName()
                      + " has "
                      + count
                      + (count == 1 ? " class" : " classes")
                      + " with traced methods that were not woven, so calls to them create no"
                      + " spans; run the weaver in the build of that dependency."));
        }
      } catch (IOException | RuntimeException unreadable) {
        // The check is best effort; javac and the JVM report unreadable entries.
      }
    }
    return problems;
  }

  private static long unwovenInFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.toRealPath())) {
      long count = 0;
      for (Path file : (Iterable<Path>) files::iterator) {
        if (ClassFacts.isAspectFile(file.toString()) && isUnwoven(Files.readAllBytes(file))) {
          count++;
        }
      }
      return count;
    }
  }

  private static long unwovenInJar(Path jar) throws IOException {
    if (!Files.isRegularFile(jar)) {
      return 0;
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      long count = 0;
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (ClassFacts.isAspectFile(entry.getName())) {
          try (InputStream content = zip.getInputStream(entry)) {
            count += isUnwoven(content.readAllBytes()) ? 1 : 0;
          }
        }
      }
      return count;
    }
  }

  private static boolean isUnwoven(byte[] classFile) {
    ClassFacts facts = ClassFactsReader.read(classFile);
    return facts.aspect() != null
        && !facts.aspect().methods().isEmpty()
        && !facts.aspect().reduced();
  }
}
