package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import io.spanloom.processor.check.Diagnostic;
import io.spanloom.processor.model.SourceLocation;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic.Kind;

/** Reports diagnostics to the compiler; the only class that uses the {@link Messager}. */
final class Messages {

  private final Messager messager;
  private final RepeatedAnnotations repeated;

  Messages(ProcessingEnvironment environment) {
    this.messager = environment.getMessager();
    this.repeated = new RepeatedAnnotations(environment);
  }

  void print(Diagnostic diagnostic) {
    String text = text(diagnostic.code(), diagnostic.text());
    SourceLocation location = diagnostic.location();
    if (!repeated.print(diagnostic.kind(), text, location)) {
      messager.printMessage(
          diagnostic.kind(), text, location.element(), location.annotation(), location.value());
    }
  }

  void print(Kind kind, String text) {
    messager.printMessage(kind, text);
  }

  void print(Kind kind, Code code, String text) {
    messager.printMessage(kind, text(code, text));
  }

  private static String text(Code code, String text) {
    return "[" + code + "] " + text;
  }
}
