package io.spanloom.weaver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Captures standard output and standard error of the process. */
final class PrintedOutput {

  private PrintedOutput() {}

  static String during(ThrowingCallable action) throws Throwable {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream printed = new PrintStream(bytes, true, UTF_8)) {
      System.setOut(printed);
      System.setErr(printed);
      action.call();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return bytes.toString(UTF_8);
  }
}
