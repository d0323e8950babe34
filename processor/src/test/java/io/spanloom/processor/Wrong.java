package io.spanloom.processor;

import com.google.testing.compile.Compiler;
import io.spanloom.processor.check.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.tools.Diagnostic.Kind;

/**
 * Something that a user may write or set up, and what is said of it.
 *
 * @param rule the rule that it breaks, as a sentence
 * @param kind how bad it is
 * @param code the code of the message
 * @param remedy what the message must contain
 * @param compiler what it is compiled with
 * @param sources the sources, in which a {@code ^} stands before each place that is pointed at
 */
record Wrong(
    String rule,
    Kind kind,
    Code code,
    String remedy,
    Supplier<Compiler> compiler,
    List<String> sources) {

  private static final String MARK = "^";

  static Wrong error(String rule, Code code, String remedy, String... sources) {
    return new Wrong(rule, Kind.ERROR, code, remedy, Wrong::processor, List.of(sources));
  }

  static Wrong warning(String rule, Code code, String remedy, String... sources) {
    return new Wrong(rule, Kind.WARNING, code, remedy, Wrong::processor, List.of(sources));
  }

  static Wrong note(String rule, Code code, String remedy, String... sources) {
    return new Wrong(rule, Kind.NOTE, code, remedy, Wrong::processor, List.of(sources));
  }

  private static Compiler processor() {
    return Compiled.javac(new SpansProcessor());
  }

  Wrong compiledBy(Supplier<Compiler> other) {
    return new Wrong(rule, kind, code, remedy, other, sources);
  }

  Compiled compile() {
    return Compiled.by(
        compiler.get(),
        sources.stream().map(text -> text.replace(MARK, "")).toArray(String[]::new));
  }

  /** What must be said, as kind, code, line and column; without a mark, it has no place. */
  List<String> expected() {
    List<String> result = new ArrayList<>();
    for (String source : sources) {
      String[] lines = source.split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        for (int mark = lines[i].indexOf(MARK); mark >= 0; mark = lines[i].indexOf(MARK)) {
          result.add(said(kind, code.toString(), i + 1, mark + 1));
          lines[i] = lines[i].substring(0, mark) + lines[i].substring(mark + 1);
        }
      }
    }
    return result.isEmpty() ? List.of(said(kind, code.toString(), -1, -1)) : result;
  }

  static String said(Kind kind, String code, long line, long column) {
    return kind + " " + code + " at " + line + ":" + column;
  }

  static List<Wrong> list(Wrong... cases) {
    return Arrays.asList(cases);
  }

  @Override
  public String toString() {
    return code + " " + rule;
  }
}
