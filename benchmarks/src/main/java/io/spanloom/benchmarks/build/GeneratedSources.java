package io.spanloom.benchmarks.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the sources of classes with five traced methods each. */
final class GeneratedSources {

  private static final int CLASSES_PER_PACKAGE = 50;

  private static final String TEMPLATE =
      """
      package %1$s;

      import io.spanloom.SpanAttribute;
      import io.spanloom.Traced;
      import java.io.IOException;
      import java.util.ArrayList;
      import java.util.List;

      public class %2$s {

        private final List<String> known = new ArrayList<>();

        @Traced
        public String find(@SpanAttribute("item.id") String id, int limit) {
          for (String each : known) {
            if (each.startsWith(id) && each.length() < limit) {
              return each;
            }
          }
          return id;
        }

        @Traced("add item")
        void add(String id, @SpanAttribute("item.count") long count) throws IOException {
          if (count < 0) {
            throw new IOException("no items of " + id);
          }
          known.add(id);
        }

        @Traced
        private static <T extends Comparable<T>> T larger(T one, T other) {
          return one.compareTo(other) < 0 ? other : one;
        }

        @Traced(expected = IllegalStateException.class)
        protected final int total(int[] sizes) {
          int total = 0;
          for (int size : sizes) {
            total += size;
          }
          return total;
        }

        @Traced
        static double mean(double a, double b) {
          return Math.max(a, larger(a, b)) / 2;
        }
      }
      """;

  private GeneratedSources() {}

  /**
   * Writes the sources.
   *
   * @param classes the number of classes
   * @param folder the source folder
   * @return the files
   */
  static List<Path> write(int classes, Path folder) throws IOException {
    List<Path> result = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      String packageName = "generated.p" + i / CLASSES_PER_PACKAGE;
      String className = "Service" + i;
      Path file = folder.resolve(packageName.replace('.', '/')).resolve(className + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, TEMPLATE.formatted(packageName, className));
      result.add(file);
    }
    return result;
  }
}
