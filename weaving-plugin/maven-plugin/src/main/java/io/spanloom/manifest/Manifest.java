package io.spanloom.manifest;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The spans of a class folder.
 *
 * @param format the version of the format, {@link #FORMAT}
 * @param classes the traced classes, sorted by name
 */
record Manifest(int format, List<TypeEntry> classes) {

  static final int FORMAT = 1;

  Manifest {
    if (format != FORMAT) {
      throw new IllegalArgumentException("its format is " + format + " and not " + FORMAT);
    }
    classes =
        List.copyOf(classes).stream().sorted(Comparator.comparing(TypeEntry::className)).toList();
  }

  static Manifest of(List<TypeEntry> classes) {
    return new Manifest(FORMAT, classes);
  }

  /** This manifest without what weaving changes, which no baseline should depend on. */
  Manifest beforeWeaving() {
    return of(classes.stream().map(each -> woven(each, span -> null)).toList());
  }

  static TypeEntry woven(TypeEntry type, Set<String> methods) {
    return woven(type, span -> methods.contains(span.descriptor()));
  }

  private static TypeEntry woven(TypeEntry type, Function<SpanEntry, @Nullable Boolean> state) {
    return type.with(type.spans().stream().map(span -> span.woven(state.apply(span))));
  }

  int spans() {
    return classes.stream().mapToInt(type -> type.spans().size()).sum();
  }

  long notWoven() {
    return classes.stream()
        .flatMap(type -> type.spans().stream())
        .filter(span -> Boolean.FALSE.equals(span.woven()))
        .count();
  }

  boolean isEmpty() {
    return classes.isEmpty();
  }
}
