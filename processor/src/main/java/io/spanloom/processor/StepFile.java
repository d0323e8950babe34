package io.spanloom.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spanloom.processor.model.KnownStep;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.tools.JavaFileManager;

/**
 * The resource that describes a step, in four lines.
 *
 * @param className the binary name of the class that declares the step
 * @param after the names of the steps that come before
 * @param members the names of all steps of the workflow that the compilation knew
 * @param traced whether calls are traced; false if the step is excluded
 */
record StepFile(String className, List<String> after, List<String> members, boolean traced) {

  private static final String FOLDER = "META-INF/spanloom/steps/";
  private static final int MAX_NAME_LENGTH = 100;

  /** Returns a path that works on every file system, also on those that ignore case. */
  static String nameOf(String workflow, String step) {
    return FOLDER + shortened(encode(workflow)) + "/" + shortened(encode(step));
  }

  private static String shortened(String name) {
    if (name.length() <= MAX_NAME_LENGTH) {
      return name;
    }
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  /** Encodes all characters but lower-case letters, digits and hyphens. */
  private static String encode(String text) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-') {
        result.append(c);
      } else {
        result.append('_').append(HexFormat.of().toHexDigits(c));
      }
    }
    return result.toString();
  }

  private static String decode(String text) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '_') {
        result.append((char) HexFormat.fromHexDigits(text, i + 1, i + 5));
        i += 4;
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }

  static StepFile of(KnownStep step, List<String> members) {
    return new StepFile(step.declaringClass(), step.after(), members, step.traced());
  }

  KnownStep step(String workflow, String name) {
    return KnownStep.inDependency(workflow, name, after, className, traced);
  }

  String text() {
    return className + "\n" + line(after) + "\n" + line(members) + "\n" + traced + "\n";
  }

  private static String line(List<String> names) {
    return names.stream().map(StepFile::encode).collect(Collectors.joining(" "));
  }

  private static List<String> names(String line) {
    return line.isEmpty()
        ? List.of()
        : Arrays.stream(line.split(" ", -1)).map(StepFile::decode).toList();
  }

  /** Reads a resource; empty if there is none, or if the compiler lacks the location. */
  static Optional<StepFile> read(
      Filer filer, JavaFileManager.Location location, String module, String file) {
    try (InputStream in = filer.getResource(location, module, file).openInputStream()) {
      List<String> lines = new String(in.readAllBytes(), UTF_8).lines().toList();
      return Optional.of(
          new StepFile(
              lines.get(0),
              names(lines.get(1)),
              names(lines.get(2)),
              Boolean.parseBoolean(lines.get(3))));
    } catch (IOException | RuntimeException missing) {
      return Optional.empty();
    }
  }
}
