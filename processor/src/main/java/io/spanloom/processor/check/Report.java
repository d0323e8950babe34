package io.spanloom.processor.check;

import io.spanloom.processor.model.Place;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic.Kind;

/** Collects what the rules have to say of one class. */
public final class Report {

  private final List<Diagnostic> diagnostics = new ArrayList<>();

  void error(Code code, Place place, String text) {
    diagnostics.add(new Diagnostic(Kind.ERROR, code, place, text));
  }

  void warning(Code code, Place place, String text) {
    diagnostics.add(new Diagnostic(Kind.WARNING, code, place, text));
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
