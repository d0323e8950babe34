package io.spanloom.processor.check;

import io.spanloom.processor.model.SourceLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** The diagnostics of one class. */
public final class Report {

  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** Adds an error. */
  void error(Code code, SourceLocation location, String text) {
    diagnostics.add(new Diagnostic(Kind.ERROR, code, location, text));
  }

  /** Adds a warning, unless {@code @SuppressWarnings("SPL…")} suppresses it. */
  void warning(Code code, SourceLocation location, String text) {
    if (!isSuppressed(code, location.element())) {
      String suppress = " To accept this, add @SuppressWarnings(\"%s\").".formatted(code);
      diagnostics.add(new Diagnostic(Kind.WARNING, code, location, text + suppress));
    }
  }

  /** Adds a note, which does not count as a problem. */
  void note(Code code, SourceLocation location, String text) {
    diagnostics.add(new Diagnostic(Kind.NOTE, code, location, text));
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
   * Returns whether the class passed all checks. Warnings and notes do not count.
   *
   * @return true if there is no error
   */
  public boolean isClean() {
    return diagnostics.stream().noneMatch(diagnostic -> diagnostic.kind() == Kind.ERROR);
  }

  /**
   * Returns the diagnostics.
   *
   * @return the errors, warnings and notes, in the order in which the rules added them
   */
  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }
}
