package io.spanloom.weaver.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/** Jars of entries of a class path. */
final class Jar {

  private Jar() {}

  /** Writes a jar with the content of an entry, which is a folder or a jar. */
  static void write(Path entry, Path jar) throws IOException {
    if (Files.isDirectory(entry)) {
      int status =
          ToolProvider.findFirst("jar")
              .orElseThrow()
              .run(
                  new PrintStream(PrintStream.nullOutputStream()),
                  System.err,
                  "--create",
                  "--file=" + jar,
                  "-C",
                  entry.toString(),
                  ".");
      assertThat(status).isZero();
    } else {
      Files.copy(entry, jar);
    }
  }
}
