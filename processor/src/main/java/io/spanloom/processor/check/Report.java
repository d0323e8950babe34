package io.spanloom.processor.check;

import io.spanloom.processor.model.SourceLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** Collects what the rules have to say of one class. */
public final class Report {

  private final List<Diagnostic> diagnostics = new ArrayList<>();

  void error(Code code, SourceLocation place, String text) {
    diagnostics.add(new Diagnostic(Kind.ERROR, code, place, text));
  }

  /** Warns, unless the source says by {@code @SuppressWarnings("SPL…")} that it knows. */
  void warning(Code code, SourceLocation place, String text) {
    if (!isSuppressed(code, place.element())) {
      diagnostics.add(
          new Diagnostic(
              Kind.WARNING,
              code,
              place,
              text + " Or say that it is meant: @SuppressWarnings(\"" + code + "\")."));
    }
  }

  private static boolean isSuppressed(Code code, @Nullable Element element) {
    for (Element outer = element; outer != null; outer = outer.getEnclosingElement()) {
      SuppressWarnings suppressed = outer.getAnnotation(SuppressWarnings.class);
      if (suppressed != null && Arrays.asList(suppressed.value()).contains(code.toString())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether the class can be traced as it asks for.
   *
   * @return false if there is an error
   */
  public boolean isClean() {
    return diagnostics.stream().noneMatch(diagnostic -> diagnostic.kind() == Kind.ERROR);
  }

  /**
   * Returns what was said.
   *
   * @return the diagnostics in the order of the rules
   */
  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }
}
