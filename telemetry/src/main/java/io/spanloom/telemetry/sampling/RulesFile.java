package io.spanloom.telemetry.sampling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The text of a file with rules. */
final class RulesFile {

  private static final int MAX_BYTES = 65_536;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String name;

  RulesFile(String name) {
    this.name = name;
  }

  /** Says why a file cannot be read. */
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    Unreadable(String why) {
      super(why);
    }
  }

  String text() throws Unreadable {
    try {
      Path path = Path.of(name);
      if (!Files.isRegularFile(path)) {
        throw new Unreadable(Files.exists(path) ? "is not a file" : "does not exist");
      }
      try (InputStream in = Files.newInputStream(path)) {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
          throw new Unreadable("has more than " + MAX_BYTES + " bytes");
        }
        String text = new String(bytes, UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
      }
    } catch (AccessDeniedException denied) {
      throw new Unreadable("may not be read");
    } catch (InvalidPathException | SecurityException | IOException fault) {
      throw new Unreadable("cannot be read (" + fault.getMessage() + ")");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
