package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import io.spanloom.processor.model.TracedType;
import javax.tools.Diagnostic.Kind;

/** Counts the aspects that a compilation writes. */
final class WrittenAspects {

  private int aspects;
  private int methods;

  void add(TracedType type) {
    aspects += type.traced().isEmpty() ? 0 : 1;
    methods += type.traced().size();
  }

  /** Reports the aspects, if any, that this compilation does not weave. */
  void reportUnwoven(Messages messages) {
    if (aspects > 0) {
      messages.print(
          Kind.NOTE,
          Code.GENERATED,
          counted(methods, "traced method", "traced methods")
              + " in "
              + counted(aspects, "class", "classes")
              + ". This compilation does not weave them: spans are recorded once spanloom-maven-plugin"
              + " or io.spanloom.weaver.Main has woven the compiled classes.");
    }
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
