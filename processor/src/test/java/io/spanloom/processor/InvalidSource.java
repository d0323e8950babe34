package io.spanloom.processor;

import com.google.testing.compile.Compiler;
import io.spanloom.processor.check.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.tools.Diagnostic.Kind;

/**
 * Sources that the processor reports, with the expected messages.
 *
 * @param rule the violated rule
 * @param kind the severity of the messages
 * @param code the code of the messages
 * @param text a part of the text of each message
 * @param compiler the compiler for the sources
 * @param sources the sources, with a {@code ^} before each position that a message points at
 */
record InvalidSource(
    String rule,
    Kind kind,
    Code code,
    String text,
    Supplier<Compiler> compiler,
    List<String> sources) {

  private static final String CARET = "^";

  static InvalidSource error(String rule, Code code, String text, String... sources) {
    return of(rule, Kind.ERROR, code, text, sources);
  }

  static InvalidSource warning(String rule, Code code, String text, String... sources) {
    return of(rule, Kind.WARNING, code, text, sources);
  }

  static InvalidSource note(String rule, Code code, String text, String... sources) {
    return of(rule, Kind.NOTE, code, text, sources);
  }

  private static InvalidSource of(
      String rule, Kind kind, Code code, String text, String... sources) {
    return new InvalidSource(
        rule,
        kind,
        code,
        text,
        () -> CompiledSources.javac(new SpansProcessor()),
        List.of(sources));
  }

  static List<InvalidSource> list(InvalidSource... cases) {
    return Arrays.asList(cases);
  }

  InvalidSource compiledBy(Supplier<Compiler> other) {
    return new InvalidSource(rule, kind, code, text, other, sources);
  }

  CompiledSources compile() {
    return CompiledSources.by(compiler.get(), plainSources());
  }

  /** Returns the sources without markers. */
  String[] plainSources() {
    return sources.stream().map(source -> source.replace(CARET, "")).toArray(String[]::new);
  }

  /** Returns a summary of each expected message; without a caret, the message has no position. */
  List<String> expectedSummaries() {
    List<String> result = new ArrayList<>();
    for (String source : sources) {
      String[] lines = source.split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        for (int caret = lines[i].indexOf(CARET); caret >= 0; caret = lines[i].indexOf(CARET)) {
          result.add(summary(kind, code.toString(), i + 1, caret + 1));
          lines[i] = lines[i].substring(0, caret) + lines[i].substring(caret + 1);
        }
      }
    }
    return result.isEmpty() ? List.of(summary(kind, code.toString(), -1, -1)) : result;
  }

  static String summary(Kind kind, String code, long line, long column) {
    return kind + " " + code + " at " + line + ":" + column;
  }

  @Override
  public String toString() {
    return code + " " + rule;
  }
}
