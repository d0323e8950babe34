package io.spanloom.manifest;

import java.util.Comparator;
import java.util.List;

/**
 * The collected span descriptions of a class folder.
 *
 * @param format the version of the file format, {@link #FORMAT}
 * @param classes the traced classes, sorted by name
 */
record Manifest(int format, List<DescribedClass> classes) {

  static final int FORMAT = 1;

  Manifest {
    requireFormat(format);
    classes =
        List.copyOf(classes).stream()
            .sorted(Comparator.comparing(DescribedClass::className))
            .toList();
  }

  static void requireFormat(int format) {
    if (format != FORMAT) {
      throw new IllegalArgumentException(
          "format " + format + " is not supported (expected " + FORMAT + ")");
    }
  }

  static Manifest of(List<DescribedClass> classes) {
    return new Manifest(FORMAT, classes);
  }

  /** Returns this manifest without the weaving state, which a baseline must not depend on. */
  Manifest withoutWeavingState() {
    return of(classes.stream().map(type -> type.withWoven(span -> null)).toList());
  }

  int spanCount() {
    return classes.stream().mapToInt(type -> type.spans().size()).sum();
  }

  long unwovenCount() {
    return classes.stream()
        .flatMap(type -> type.spans().stream())
        .filter(span -> Boolean.FALSE.equals(span.woven()))
        .count();
  }

  boolean isEmpty() {
    return classes.isEmpty();
  }
}
