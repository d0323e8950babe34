package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import io.spanloom.processor.check.Diagnostic;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic.Kind;

/** Says diagnostics to the compiler; the only class that does. */
final class Messages {

  private final Messager messager;

  Messages(ProcessingEnvironment environment) {
    this.messager = environment.getMessager();
  }

  void print(Diagnostic diagnostic) {
    messager.printMessage(
        diagnostic.kind(),
        text(diagnostic.code(), diagnostic.text()),
        diagnostic.place().element(),
        diagnostic.place().annotation(),
        diagnostic.place().value());
  }

  void print(Kind kind, Code code, String text) {
    messager.printMessage(kind, text(code, text));
  }

  private static String text(Code code, String text) {
    return "[" + code + "] " + text;
  }
}
