package io.spanloom.telemetry.sampling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file with sampling rules. */
final class RulesFile {

  private static final int MAX_BYTES = 65_536;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String name;

  RulesFile(String name) {
    this.name = name;
  }

  /** Thrown if the file cannot be read. The message is a phrase that states the reason. */
  static final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    UnreadableException(String reason) {
      super(reason);
    }
  }

  String read() throws UnreadableException {
    try {
      Path path = Path.of(name);
      if (!Files.isRegularFile(path)) {
        throw new UnreadableException(
            Files.exists(path) ? "not a regular file" : "the file does not exist");
      }
      try (InputStream in = Files.newInputStream(path)) {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
          throw new UnreadableException("the file exceeds " + MAX_BYTES + " bytes");
        }
        String text = new String(bytes, UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
      }
    } catch (AccessDeniedException denied) {
      throw new UnreadableException("access denied");
    } catch (InvalidPathException | SecurityException | IOException failure) {
      throw new UnreadableException(failure.toString());
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
